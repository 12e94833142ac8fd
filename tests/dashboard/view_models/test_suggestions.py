"""What next: the rules by which one suggestion is chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from dashboard.view_models.suggestions import (
    AwayScale,
    ChosenStep,
    ClaimedPractice,
    LastCheckIn,
    Situation,
    UnfinishedEntry,
    is_steady,
    suggest,
)

NOW = datetime(2026, 6, 1, 18, tzinfo=UTC)


def ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


def check_in(name: str, days: int, rhythm: int = 14) -> LastCheckIn:
    return LastCheckIn(questionnaire_id=name, title=name.title(), last_at=ago(days), rhythm_days=rhythm)


PLAIN = Situation(now=NOW, last_at=ago(2), check_ins=(check_in("roots", 35, 30), check_in("vulnerability", 49)))
WEEKLY = tuple(ago(7 * week) for week in range(12, -1, -1))


def test_the_oldest_check_in_is_suggested_with_how_long_ago_it_was() -> None:
    found = suggest(PLAIN)
    assert found is not None
    assert (found.kind, found.about, found.weeks) == ("oldest_check_in", "vulnerability", 7)


def test_a_check_in_within_its_rhythm_is_never_called_old() -> None:
    assert suggest(replace(PLAIN, check_ins=(check_in("roots", 20, 30),))) is None


def test_a_dismissed_suggestion_makes_room_for_the_next_and_stays_away() -> None:
    found = suggest(PLAIN, {"oldest_check_in:vulnerability"})
    assert found is not None
    assert found.about == "roots"
    assert suggest(PLAIN, {"oldest_check_in:vulnerability", "oldest_check_in:roots"}) is None


def test_after_a_gap_nothing_is_overdue() -> None:
    assert suggest(replace(PLAIN, last_at=ago(60), away=(AwayScale(questionnaire_id="roots", title="Pull"),))) is None


def test_after_a_gap_the_step_that_the_person_marked_may_still_be_named() -> None:
    step = ChosenStep(number=5, title="Opening up", last_at=ago(60))
    found = suggest(replace(PLAIN, last_at=ago(60), step=step))
    assert found is not None
    assert (found.kind, found.about) == ("step", "5")


def test_a_scale_away_from_its_own_usual_comes_before_everything_else() -> None:
    away = AwayScale(questionnaire_id="patterns", title="Guarding habits")
    step = ChosenStep(number=5, title="Opening up", last_at=None)
    found = suggest(replace(PLAIN, away=(away,), step=step))
    assert found is not None
    assert found.kind == "away"


def test_a_practice_is_suggested_only_where_its_claim_stands() -> None:
    claimed = ClaimedPractice(practice_id="patience", title="Give it time", scale_title="Strain")
    found = suggest(replace(PLAIN, practices=(claimed,)))
    assert found is not None
    assert (found.kind, found.scale) == ("practice", "Strain")


def test_a_step_worked_on_this_week_is_left_in_peace() -> None:
    step = ChosenStep(number=5, title="Opening up", last_at=ago(3))
    found = suggest(replace(PLAIN, step=step, check_ins=()))
    assert found is None


def test_an_unfinished_entry_comes_before_an_old_check_in() -> None:
    entry = UnfinishedEntry(entry_id="e", title="Catch a thought", since=ago(15))
    found = suggest(replace(PLAIN, unfinished=entry))
    assert found is not None
    assert (found.kind, found.weeks) == ("unfinished", 2)


def test_when_all_is_steady_it_suggests_coming_less_often_and_no_check_in() -> None:
    steady = replace(PLAIN, main_times=WEEKLY)
    assert is_steady(steady)
    found = suggest(steady)
    assert found is not None
    assert found.kind == "come_less_often"
    assert suggest(steady, {found.id}) is None


def test_a_figure_away_from_its_usual_or_a_slower_rhythm_is_not_steady() -> None:
    away = (AwayScale(questionnaire_id="patterns", title="Habits"),)
    assert not is_steady(replace(PLAIN, main_times=WEEKLY, away=away))
    assert not is_steady(replace(PLAIN, main_times=WEEKLY[::2]))
    assert not is_steady(replace(PLAIN, main_times=WEEKLY[:5]))
