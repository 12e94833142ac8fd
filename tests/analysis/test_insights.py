"""Records become series, features and the few sentences on Today, with the built-in content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from analysis.days_before import patterns
from analysis.frames import MAIN_SCALE, History, error_shares, item_answers, score_series
from analysis.insights import insights, is_dismissed
from analysis.marked import around_events
from analysis.reliability import item_movements, within_person_reliability
from analysis.results import Difference, ItemMovement, NotEnough, Reliability
from assessments.catalogue import Catalogue, load
from assessments.records import Entry, Event, PracticeDone, Response
from assessments.versions import Versions

START = datetime(2025, 1, 6, 20, tzinfo=UTC)
CATALOGUE: Catalogue = load()
SIGNS = CATALOGUE.questionnaires["emotional-safety"]


def check_in(week: float, level: float, spread: float = 0.7, seed: int = 0) -> Response:
    randomness = np.random.default_rng([seed, int(week * 10)])
    answers = {item.id: int(np.clip(round(level + spread * randomness.normal()), 0, 4)) for item in SIGNS.items}
    moment = START + timedelta(weeks=week)
    return Response(happened_at=moment, questionnaire=SIGNS.id, version=SIGNS.version, answers=answers)


def note(day: float, **what: object) -> Entry:
    fields = what.pop("fields", {})
    return Entry(happened_at=START + timedelta(days=day), form="free", version=1, fields=fields, **what)  # type: ignore[arg-type]


def history(responses: list[Response], entries: list[Entry] | None = None, **more: object) -> History:
    return History(CATALOGUE, responses, entries or [], more.get("practices", []), more.get("events", []),  # type: ignore[arg-type]
                   more.get("themes"), START + timedelta(weeks=200))  # type: ignore[arg-type]  # fmt: skip


def test_a_steady_life_has_nothing_that_stands_out() -> None:
    assert insights(history([check_in(week, 2.0) for week in range(50)])) == []
    assert insights(history([])) == []


def test_a_lasting_step_is_told_once_with_its_chart() -> None:
    told = insights(history([check_in(week, 3.0 if week < 25 else 1.2) for week in range(60)]))
    assert [(one.kind, one.scale_id, one.door) for one in told] == [("standing", MAIN_SCALE, "progress")]
    assert told[0].n == 59
    assert told[0].evidence["estimate"] < 0
    assert "60 check-ins" not in told[0].claim


def test_a_dismissed_change_stays_away_while_its_dates_shift_a_little_and_another_change_may_speak() -> None:
    (told,) = insights(history([check_in(week, 3.0 if week < 25 else 1.2) for week in range(60)]))
    what, _, dated = told.id.rpartition(":")
    year, quarter = (int(part) for part in dated.split("-"))
    next_quarter = f"{year + quarter // 4}-{quarter % 4 + 1}"
    assert is_dismissed(told, {told.id})
    assert is_dismissed(told, {f"{what}:{next_quarter}"})
    assert not is_dismissed(told, {f"{what}:{year + 1}-{quarter}", "count:thought"})
    assert not is_dismissed(told, {f"{what.removesuffix('down')}up:{dated}"})


def test_what_goes_with_a_scale_is_told_with_the_strongest_feature() -> None:
    hard = np.random.default_rng(4).random(60) < 0.4
    responses = [check_in(week, 1.5 + hard[week]) for week in range(60)]
    entries = [note(7 * week - 2, tags=("quarrel",) if hard[week] else ("garden",)) for week in range(60)]
    (told,) = insights(history(responses, entries))
    assert (told.kind, told.door) == ("association", "what_goes_with_what")
    assert told.feature_id in {"tag:quarrel", "tag:garden"}


def test_plain_counts_come_last() -> None:
    steps = [
        Entry(happened_at=START + timedelta(days=k), form="brave-step", version=1,
              fields={"expected": 60, "experienced": 20 if k < 4 else 80})
        for k in range(6)
    ]  # fmt: skip
    (told,) = insights(history([], steps))
    assert told.kind == "brave_steps"
    assert told.claim.startswith("4 of 6")
    assert told.id == "count:brave-step"
    assert told.strength < 1


@dataclass(frozen=True)
class ATheme:
    id: str
    name: str
    recurs: bool
    direction: str | None


@dataclass(frozen=True)
class SomeThemes:
    themes: list[ATheme]
    weights: pd.DataFrame


def test_themes_speak_where_they_recur_or_move_and_are_features_by_their_weight() -> None:
    entries = [note(7 * week - 1) for week in range(30)]
    weights = pd.DataFrame(
        {"t1": [0.6 if k % 2 else 0.1 for k in range(30)], "t2": 0.4}, index=[entry.id for entry in entries]
    )
    themes = SomeThemes([ATheme("t1", "Sunday calls", True, None), ATheme("t2", "Work", False, None)], weights)
    told = history([check_in(week, 2.0) for week in range(30)], entries, themes=themes)
    (only,) = insights(told)
    assert (only.kind, only.n, only.door_id) == ("theme", 15, "t1")
    seen = patterns(told, score_series(told))
    assert seen.features["theme:t1"].tolist() == [float(week % 2) for week in range(1, 30)]


def test_no_entry_in_the_seven_days_is_unknown_and_not_absent() -> None:
    responses = [check_in(week, 2.0) for week in range(5)]
    entries = [
        note(6, tags=("garden",), feelings={"anger": 40}, mood=4),
        note(13, fields={"sleep_hours": 6.5}),
        note(12, fields={"sleep_hours": 7.5}),
    ]
    done = [PracticeDone(happened_at=START + timedelta(days=20), practice="boundaries")]
    told = history(responses, entries, practices=done)
    seen = patterns(told, score_series(told)).features
    np.testing.assert_array_equal(seen["tag:garden"], [1.0, 0.0, np.nan, np.nan])
    np.testing.assert_array_equal(seen["feeling:anger"], [1.0, 0.0, np.nan, np.nan])
    np.testing.assert_array_equal(seen["practice:boundaries"], [0.0, 0.0, 1.0, np.nan])
    np.testing.assert_array_equal(seen["sleep_hours"], [np.nan, 7.0, np.nan, np.nan])
    np.testing.assert_array_equal(seen["mood"], [4.0, np.nan, np.nan, np.nan])


def test_the_first_response_is_drawn_but_left_out_of_claims_and_overlaps_are_marked() -> None:
    (series,) = score_series(history([check_in(0, 2), check_in(1, 2), check_in(1.5, 2)]))
    assert [point.is_first for point in series.points] == [True, False, False]
    assert [point.overlaps for point in series.points] == [False, False, True]
    assert len(series.values) == 2


def test_the_answers_beside_a_scale_add_up_to_it_with_a_reversed_item_turned_and_a_skipped_one_unknown() -> None:
    turned = replace(SIGNS, items=(replace(SIGNS.items[0], reverse=True), *SIGNS.items[1:]))
    skipped = check_in(3, 2)
    responses = [
        *(check_in(week, 3) for week in range(3)),
        replace(skipped, answers={**skipped.answers, SIGNS.items[4].id: None}),
    ]
    catalogue = replace(CATALOGUE, questionnaires=Versions({SIGNS.id: turned}))
    (series,) = score_series(replace(history(responses), catalogue=catalogue))
    assert series.answers is not None
    np.testing.assert_array_equal(series.answers.sum(axis=1)[:2], series.values[:2])
    assert np.isnan(series.answers[2]).sum() == 1


def test_what_lies_after_now_is_left_out() -> None:
    told = History(CATALOGUE, [check_in(0, 2), check_in(3, 2)], [], [], [], None, START + timedelta(weeks=1))
    assert len(score_series(told)[0].points) == 1


def test_a_changed_situation_is_a_seam_and_claims_start_after_it() -> None:
    romantic = CATALOGUE.questionnaires["romantic-trust"]
    assert romantic.situation is not None
    open_choices = [name for name, _ in romantic.situation.choices if name not in romantic.situation.hides]
    responses = [
        Response(
            happened_at=START + timedelta(weeks=2 * k),
            questionnaire=romantic.id,
            version=romantic.version,
            answers={"situation": open_choices[0 if k < 3 else 1]}
            | {item.id: 2 for item in romantic.items_in(open_choices[0 if k < 3 else 1])},
        )
        for k in range(7)
    ]
    series = next(one for one in score_series(history(responses)) if one.scale.id == "strain")
    assert [point.after_seam for point in series.points] == [False, False, False, True, False, False, False]
    assert len(series.values) == 4


def test_the_error_budget_is_shared_and_half_of_it_is_the_main_scales() -> None:
    shares = error_shares(CATALOGUE)
    assert len(shares) == 17
    assert sum(shares.values()) == pytest.approx(1.0)
    assert shares[MAIN_SCALE] == 0.5
    assert sum(error_shares(CATALOGUE, main="no.such").values()) == pytest.approx(1.0)


def test_a_marked_event_has_its_before_and_after_and_alpha_is_shared() -> None:
    told = history(
        [check_in(week, 3.0 if week < 20 else 1.5) for week in range(40)],
        events=[Event(happened_at=START + timedelta(weeks=20), name="moved"),
                Event(happened_at=START + timedelta(weeks=39.5), name="too late")],
    )  # fmt: skip
    moved, late = around_events(told, score_series(told)[0])
    assert isinstance(moved.found, Difference)
    assert moved.found.claimed
    assert isinstance(late.found, NotEnough)


def test_reliability_is_cronbachs_alpha_over_occasions() -> None:
    randomness = np.random.default_rng(5)
    common = randomness.normal(size=(40, 1))
    table = pd.DataFrame(2 + common + randomness.normal(size=(40, 6)))
    found = within_person_reliability(table)
    assert isinstance(found, Reliability)
    k = table.shape[1]
    alpha = k / (k - 1) * (1 - table.var().sum() / table.sum(axis=1).var())
    assert found.estimate == pytest.approx(alpha)
    assert found.interval[0] < 6 / 7 < found.interval[1]
    assert within_person_reliability(table) == found


def test_reliability_waits_for_twenty_check_ins_and_items_that_vary() -> None:
    assert isinstance(within_person_reliability(pd.DataFrame(np.zeros((19, 5)))), NotEnough)
    assert isinstance(within_person_reliability(pd.DataFrame(np.zeros((30, 5)))), NotEnough)


def test_items_show_the_latest_three_answers_beside_the_earlier_ones_without_a_claim() -> None:
    told = history([check_in(week, 3.0 if week < 17 else 0.5, spread=0.1) for week in range(20)])
    moved = item_movements(item_answers(told, SIGNS.id))
    assert len(moved) == len(SIGNS.items)
    assert isinstance(moved[0], ItemMovement)
    assert (moved[0].n, moved[0].earlier) == (19, 3.0)
    assert moved[0].recent <= 1.1
    assert not hasattr(moved[0], "claimed")
