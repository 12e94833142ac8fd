"""Any honest input gives an honest result: never an exception, a warning or a NaN."""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.changes import change_point, has_it_changed, since, standing
from analysis.noise import noise_band
from analysis.results import NotEnough
from analysis.series import DailySeries, by_calendar_week, daily_series
from analysis.trends import trend

START = date(2024, 1, 1)


def weekly(n: int) -> list[date]:
    return [START + timedelta(days=7 * k) for k in range(n)]


def marked(times: Any, values: Any, *, low: float, high: float) -> Any:
    return since(times, values, START + timedelta(days=70), low=low, high=high)


QUESTIONS: list[Callable[..., Any]] = [trend, change_point, has_it_changed, standing, marked, noise_band]


def assert_honest(found: Any) -> None:
    assert found.says.strip()
    if isinstance(found, NotEnough):
        assert found.claimed is False
        return
    for field in dataclasses.fields(found):
        value = getattr(found, field.name)
        for number in value if isinstance(value, tuple) else (value,):
            if isinstance(number, float):
                assert np.isfinite(number), field.name
    if getattr(found, "interval", None) is not None:
        assert found.interval[0] <= found.estimate <= found.interval[1]
    if hasattr(found, "p_value"):
        assert 0.0 <= found.p_value <= 1.0


@pytest.mark.parametrize("question", QUESTIONS)
@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(
        st.tuples(st.integers(0, 400), st.one_of(st.none(), st.just(float("nan")), st.integers(0, 40))), max_size=45
    )
)
def test_every_question_answers_any_days_in_any_order_with_gaps_and_doubles(
    question: Callable[..., Any], rows: list[tuple[int, float | None]]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = question([START + timedelta(days=day) for day, _ in rows], [v for _, v in rows], low=0, high=40)
    assert_honest(found)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "values",
    [
        [0.0] * 40,
        [40.0] * 40,
        [0.0] * 39 + [40.0],
        [0.0] * 20 + [40.0] * 20,
        list(np.linspace(0, 40, 40)),
        [0.0, 40.0] * 20,
    ],
    ids=["floor", "ceiling", "one spike", "perfect step", "perfect line", "zigzag"],
)
def test_the_ends_of_the_scale_and_perfect_shapes_are_answered(
    question: Callable[..., Any], values: list[float]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = question(weekly(40), values, low=0, high=40)
    assert_honest(found)
    if len(set(values)) == 1:
        assert not getattr(found, "claimed", False)


def test_ten_years_of_days_are_answered() -> None:
    values = np.clip(np.round(20 + 4 * np.random.default_rng(1).normal(size=3650)), 0, 40)
    days = pd.date_range(START, periods=3650)
    for question in (has_it_changed, standing, marked, noise_band):
        assert_honest(question(days, values, low=0, high=40))


def test_weeks_run_from_monday_to_sunday_and_remember_their_days() -> None:
    days = np.array([START.toordinal() + k for k in (0, 6, 7, 20)])
    weeks = by_calendar_week(DailySeries(days, np.array([1.0, 3.0, 5.0, 7.0]), 0.0, 10.0))
    assert START.weekday() == 0
    assert (weeks.series.days - START.toordinal()).tolist() == [3, 7, 20]
    assert weeks.series.values.tolist() == [2.0, 5.0, 7.0]
    assert (weeks.first.tolist(), weeks.last.tolist()) == ([0, 2, 3], [1, 2, 3])


def test_every_kind_of_time_gives_the_same_answer() -> None:
    days = weekly(25)
    values = list(np.random.default_rng(2).integers(5, 30, 25))
    kinds: list[Any] = [
        days,
        [datetime.combine(d, time(21, 5)) for d in days],
        [datetime(d.year, d.month, d.day, 23, 59, tzinfo=ZoneInfo("Pacific/Auckland")) for d in days],
        np.array(days, dtype="datetime64[D]"),
        pd.DatetimeIndex(days),
        pd.Series(pd.DatetimeIndex(days, tz="UTC")),
    ]
    shuffled = np.random.default_rng(3).permutation(25)
    expected = trend(days, values, low=0, high=40)
    assert all(trend(kind, values, low=0, high=40) == expected for kind in kinds)
    assert trend([days[k] for k in shuffled], [values[k] for k in shuffled], low=0, high=40) == expected


def test_zoned_and_unzoned_times_are_not_mixed() -> None:
    with pytest.raises(ValueError, match="zone"):
        daily_series([datetime.combine(START, time()), datetime(2024, 1, 8, tzinfo=UTC)], [1, 2], low=0, high=4)


def test_values_of_one_day_are_averaged_and_count_once() -> None:
    series = daily_series([START, START, START + timedelta(days=1)], [1, 3, 4], low=0, high=4)
    assert (series.n, list(series.values)) == (2, [2.0, 4.0])


def test_unequal_lengths_and_an_upside_down_range_are_refused() -> None:
    with pytest.raises(ValueError, match="times"):
        daily_series([START], [1, 2], low=0, high=4)
    with pytest.raises(ValueError, match="low"):
        daily_series([START], [1], low=4, high=0)
