"""Whatever records a person leaves, every door answers honestly: no exception, no warning, no NaN."""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.associations import associations
from analysis.frames import MAIN_SCALE, History, error_shares, item_answers, score_series
from analysis.insights import insights, standings, what_goes_with_what
from analysis.marked import around_events
from analysis.reliability import item_movements, within_person_reliability
from analysis.running_evidence import running_evidence
from assessments.catalogue import load
from assessments.records import Entry, Event, PracticeDone, Response

START = datetime(2024, 1, 1, 20, tzinfo=UTC)
CATALOGUE = load()
SIGNS = CATALOGUE.questionnaires["emotional-safety"]

CELLS = st.one_of(
    st.sampled_from([0.0, 1.0, None, float("nan"), float("inf"), pd.NA]), st.integers(0, 40), st.floats(-1e6, 1e6)
)
SWITCHES = st.sampled_from([0.0, 1.0, 1.0, 0.0, float("nan")])
DAYS = st.lists(st.integers(0, 200), min_size=0, max_size=40)


def assert_no_odd_number(found: Any) -> None:
    """Every float anywhere in a result is a number, and every sentence says something."""
    if isinstance(found, float):
        assert np.isfinite(found)
    elif isinstance(found, str):
        assert "nan" not in found.split()
    elif dataclasses.is_dataclass(found) and not isinstance(found, type):
        for field in dataclasses.fields(found):
            assert_no_odd_number(getattr(found, field.name))
        assert str(getattr(found, "says", "-")).strip()
    elif isinstance(found, tuple | list):
        for each in found:
            assert_no_odd_number(each)
    elif isinstance(found, Mapping):
        assert_no_odd_number(list(found.values()))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_scores_beside_any_features_in_any_order_are_answered(data: st.DataObject) -> None:
    days = data.draw(DAYS)
    n = len(days)
    index = pd.Index([date(2024, 1, 1) + timedelta(days=day) for day in days], dtype=object)
    column = st.lists(CELLS, min_size=n, max_size=n)
    switches = st.lists(SWITCHES, min_size=n, max_size=n)
    scores = pd.Series(data.draw(column), index=index, dtype=object)
    drawn = {"any": data.draw(column), "switch": data.draw(switches), "other": data.draw(switches), "steady": [1.0] * n}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        told = associations(scores, pd.DataFrame(drawn, index=index, dtype=object))
    assert_no_odd_number(told)
    assert "steady" not in {pair.feature for pair in told}
    assert all(pair.interval[0] <= pair.estimate <= pair.interval[1] for pair in told)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 45), st.integers(0, 5), st.randoms(use_true_random=False), st.booleans())
def test_any_table_of_answers_has_a_reliability_or_too_little_for_one(n: int, k: int, luck: Any, gaps: bool) -> None:
    choices = [0, 1, 2, 3, 4] + [None, float("nan"), float("inf"), pd.NA] * gaps
    rows = [[luck.choice(choices) if luck.random() < 0.2 else luck.choice([1, 2]) for _ in range(k)] for _ in range(n)]
    table = pd.DataFrame(rows, columns=[f"q{j}" for j in range(k)])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert_no_odd_number(within_person_reliability(table))
        assert_no_odd_number(item_movements(table))


def test_items_that_never_vary_and_items_that_all_agree_have_an_end_of_the_range() -> None:
    same = pd.DataFrame(np.tile(np.arange(30)[:, None] % 5, (1, 4)))
    assert within_person_reliability(same).estimate == pytest.approx(1.0)  # type: ignore[union-attr]
    against = same.assign(**{"0": 4 - same[0], "1": 4 - same[1]})[["0", "1", 2, 3]]
    found = within_person_reliability(against)
    assert_no_odd_number(found)
    assert found.estimate == 0.0  # type: ignore[union-attr]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 500), st.sampled_from([0.0, 20.0, 20.0, 21.0, 40.0])), max_size=45))
def test_the_evidence_is_a_number_at_every_look(rows: list[tuple[int, float]]) -> None:
    kept = dict(rows)
    days = np.array(sorted(kept), dtype=np.int64)
    values = np.array([kept[int(day)] for day in days], dtype=np.float64)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        evidence = running_evidence(days, values, range(1, days.size + 1)) if days.size else np.ones(0)
    assert np.isfinite(evidence).all()
    assert (evidence > 0).all()


ANSWERS = st.one_of(st.none(), st.integers(0, 4))


def a_check_in(draw: st.DrawFn) -> Response:
    level = draw(st.one_of(st.none(), st.integers(0, 4)))
    answers = {item.id: draw(ANSWERS) if level is None else level for item in SIGNS.items}
    moment = START + timedelta(days=draw(st.integers(0, 300)), hours=draw(st.sampled_from([0, 0, 5])))
    return Response(happened_at=moment, questionnaire=SIGNS.id, version=SIGNS.version, answers=answers)


@st.composite
def histories(draw: st.DrawFn) -> History:
    days = st.lists(st.integers(0, 300), max_size=30)
    entries = [
        Entry(
            happened_at=START + timedelta(days=day), form="free", version=1, mood=draw(st.sampled_from([None, 1, 5])),
            fields={"sleep_hours": draw(st.sampled_from([None, 0.0, 7.5, 24.0]))},
            tags=tuple(draw(st.sets(st.sampled_from(["garden", "work"])))),
            feelings=draw(st.dictionaries(st.sampled_from(["anger", "calm"]), st.integers(0, 100))),
        )
        for day in draw(days)
    ]  # fmt: skip
    return History(
        CATALOGUE,
        [a_check_in(draw) for _ in range(draw(st.sampled_from([0, 1, 2, 9, 25, 40])))],
        entries,
        [PracticeDone(happened_at=START + timedelta(days=day), practice="boundaries") for day in draw(days)],
        [Event(happened_at=START + timedelta(days=day), name="a move") for day in draw(days)[:3]],
        now=START + timedelta(days=draw(st.sampled_from([-1, 100, 400]))),
    )


@settings(max_examples=25, deadline=None)
@given(histories())
def test_any_history_is_answered_by_every_door(history: History) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        series = score_series(history)
        assert_no_odd_number(insights(history))
        assert_no_odd_number(standings(series, error_shares(CATALOGUE)))
        assert_no_odd_number(what_goes_with_what(history, series))
        for one in series:
            assert_no_odd_number(around_events(history, one))
        answers = item_answers(history, SIGNS.id)
        assert_no_odd_number(within_person_reliability(answers))
        assert_no_odd_number(item_movements(answers))
    assert {one.key for one in series} <= {MAIN_SCALE}
