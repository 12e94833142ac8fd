"""The map of autonomy and closeness: when a corner may be named, and what is kept of a long path."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dashboard.view_models.balance_map import MOST_POINTS, BalanceMap, balance_map

DAY = date(2026, 1, 5)


def one(autonomy: float, closeness: float, noise: tuple[float, float] | None = None) -> BalanceMap:
    return balance_map([DAY], [autonomy], [closeness], low=0, high=20, noise=noise)


@pytest.mark.parametrize(
    ("autonomy", "closeness", "corner"),
    [(14, 14, "both_near"), (6, 14, "more_together"), (14, 6, "more_on_my_own"), (6, 6, "little_of_either")],
)
def test_a_corner_is_named_where_both_axes_are_clear_of_the_middle(autonomy: int, closeness: int, corner: str) -> None:
    assert one(autonomy, closeness).corner == corner


def test_until_the_noise_is_known_three_points_from_the_middle_are_not_enough() -> None:
    assert one(13, 14).corner == "around_the_middle"
    assert one(13.1, 13.1).corner == "both_near"


def test_each_axis_is_held_against_its_own_noise() -> None:
    assert one(14, 14, noise=(2.0, 5.0)).corner == "around_the_middle"
    assert one(14, 16, noise=(2.0, 5.0)).corner == "both_near"


def test_an_empty_map_names_nothing() -> None:
    assert balance_map([], [], [], low=0, high=20).corner is None


def test_a_long_path_keeps_its_first_and_its_latest_and_averages_what_lies_between() -> None:
    days = [DAY + timedelta(weeks=2 * n) for n in range(260)]
    found = balance_map(days, [float(n % 20) for n in range(260)], [10.0] * 260, low=0, high=20)
    assert found.n == 260 and len(found.points) <= MOST_POINTS + 9
    assert (found.points[0].day, found.points[-1].day) == (days[0], days[-1])
    assert sum(point.n for point in found.points) == 260
