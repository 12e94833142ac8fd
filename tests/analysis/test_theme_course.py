"""What the time of an entry says of its themes: a full stretch raises them, an empty one lowers them."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.theme_course import (
    ENTRIES_OF_DOUBT,
    REACH_DAYS,
    course_from_data,
    course_of,
    course_to_data,
    odds_around,
    with_course,
)

DAYS = pd.date_range("2024-01-01", periods=400, freq="D")
MOVING, MOVED = pd.Timestamp("2024-06-01"), pd.Timestamp("2024-06-29")
SPRING, NEW_YEAR = pd.Timestamp("2024-04-01"), pd.Timestamp("2025-01-01")
IN_THE_MOVE = (DAYS >= MOVING) & (DAYS < MOVED)


def a_move_and_a_garden() -> pd.DataFrame:
    move = np.where(IN_THE_MOVE, 0.8, 0.02)
    return pd.DataFrame({"move": move, "garden": 1 - move})


def test_a_theme_of_one_stretch_is_likelier_there_and_less_likely_elsewhere() -> None:
    odds = odds_around(DAYS, course_of(DAYS, a_move_and_a_garden()))[:, 0]
    assert odds[IN_THE_MOVE].min() > 2
    assert odds[DAYS < SPRING].max() < 0.7


def test_what_an_entry_says_counts_beside_its_time() -> None:
    weights = pd.DataFrame({"move": [0.9, 0.5, 0.9, 0.5, 0.0], "garden": 0.3})
    days = pd.DatetimeIndex(["2024-06-10", "2024-06-10", "2024-02-01", "2024-02-01", "2024-06-10"])
    told = with_course(weights, days, course_of(DAYS, a_move_and_a_garden()))["move"]
    assert told[0] > told[1] > 0.6
    assert 0.4 < told[2] < 0.9 and told[3] < 0.3
    assert told[4] == 0


def test_the_odds_are_those_of_a_kernel_over_weeks_written_out() -> None:
    shares = pd.DataFrame(np.random.default_rng(1).dirichlet([1, 2, 3], size=40), columns=list("abc"))
    days = pd.DatetimeIndex(np.random.default_rng(2).choice(DAYS[:120], 40))
    course = course_of(days, shares)
    whole = course.shares.sum() / course.entries.sum()
    at = pd.Timestamp("2024-02-15")
    week = (at - course.monday).days // 7
    heights = [np.exp(-((7 * (week - other)) ** 2) / (2 * REACH_DAYS**2)) for other in range(len(course.entries))]
    for place, theme in enumerate("abc"):
        near = sum(height * held for height, held in zip(heights, course.shares[theme], strict=True))
        n = sum(height * held for height, held in zip(heights, course.entries, strict=True))
        expected = (near + ENTRIES_OF_DOUBT * whole[theme]) / (n + ENTRIES_OF_DOUBT) / whole[theme]
        np.testing.assert_allclose(odds_around(pd.DatetimeIndex([at]), course)[0, place], expected)


def test_where_every_week_is_alike_time_says_nothing() -> None:
    steady = pd.DataFrame({"one": np.full(len(DAYS), 0.25), "two": 0.75})
    np.testing.assert_allclose(odds_around(DAYS, course_of(DAYS, steady)), 1, atol=1e-3)


def test_three_entries_of_a_month_say_little() -> None:
    days = pd.DatetimeIndex(["2024-01-01", "2024-01-09", "2024-01-20", *pd.date_range("2024-06-01", periods=30)])
    shares = pd.DataFrame({"one": np.where(np.arange(33) < 3, 1.0, 0.2)}).assign(two=lambda held: 1 - held["one"])
    odds = odds_around(days, course_of(days, shares))[:3, 0]
    assert 1.2 < odds.max() < 2.2


def test_a_day_after_the_last_entry_is_told_by_the_weeks_before_it_and_a_far_one_by_nothing() -> None:
    late = a_move_and_a_garden().assign(move=np.where(DAYS >= NEW_YEAR, 0.8, 0.02))
    course = course_of(DAYS, late.assign(garden=1 - late["move"]))
    soon, far = odds_around(pd.DatetimeIndex(["2025-02-10", "2027-01-01"]), course)[:, 0]
    assert soon > 2
    np.testing.assert_allclose(far, 1)


def test_a_course_adds_up_what_each_week_holds() -> None:
    course = course_of(DAYS, a_move_and_a_garden())
    np.testing.assert_allclose(course.shares.sum(axis=1), course.entries, atol=1e-3)
    np.testing.assert_allclose(course.shares["move"].iloc[22:26].sum(), 26 * 0.8 + 2 * 0.02, atol=1e-3)
    assert course.entries.sum() == len(DAYS)


@given(
    held=st.lists(st.floats(0, 1), min_size=2, max_size=20),
    apart=st.lists(st.integers(0, 900), min_size=20, max_size=20),
)
def test_weights_stay_between_nought_and_one_and_in_order_within_a_week(held: list[float], apart: list[int]) -> None:
    days = pd.Timestamp("2023-05-01") + pd.to_timedelta(apart[: len(held)], unit="D")
    shares = pd.DataFrame({"one": held}).assign(two=lambda told: 1 - told["one"])
    course = course_of(pd.DatetimeIndex(days), shares)
    same_day = pd.DatetimeIndex([days[0]] * len(held))
    told = with_course(shares[["one"]], same_day, course)["one"].to_numpy()
    assert ((told >= 0) & (told <= 1)).all()
    order = np.argsort(held, kind="stable")
    assert (np.diff(told[order]) >= -1e-12).all()


def test_a_course_comes_back_as_it_was_kept() -> None:
    course = course_of(DAYS, a_move_and_a_garden())
    back = course_from_data(json.loads(json.dumps(course_to_data(course))), ["move", "garden"])
    np.testing.assert_array_equal(odds_around(DAYS, back), odds_around(DAYS, course))


def test_themes_kept_before_there_was_a_course_say_nothing_of_time() -> None:
    np.testing.assert_allclose(odds_around(DAYS, course_from_data(None, ["one", "two"])), 1)
