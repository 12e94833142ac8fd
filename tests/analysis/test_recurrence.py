"""What comes back is told from one stretch of time, also where a few entries from elsewhere hold it only just."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.recurrence import outside_densest, recurs

FIRST, LAST = pd.Timestamp("2024-01-01"), pd.Timestamp("2025-12-31")
SPAN = (FIRST, LAST)


def days(*numbers: int) -> pd.DatetimeIndex:
    return pd.DatetimeIndex([FIRST + pd.Timedelta(days=number) for number in numbers])


def test_four_clear_entries_spread_over_the_journal_recur() -> None:
    assert recurs(days(10, 200, 400, 600), SPAN, np.full(4, 0.9))


@pytest.mark.parametrize("present", [(10, 200, 400), (10, 12, 40, 41)])
def test_too_few_entries_or_periods_do_not(present: tuple[int, ...]) -> None:
    assert not recurs(days(*present), SPAN, np.full(len(present), 0.9))


def test_a_burst_does_not_recur() -> None:
    assert not recurs(days(*range(300, 360, 3), 10, 500), SPAN, np.full(22, 0.9))


def test_a_burst_does_not_recur_because_many_entries_elsewhere_hold_it_only_just() -> None:
    present = days(*range(300, 360, 4), *range(0, 280, 20), *range(400, 700, 20))
    weights = np.where((present >= days(300)[0]) & (present < days(360)[0]), 0.9, 0.52)
    assert len(present) > 2 * (weights > 0.6).sum()
    assert not recurs(present, SPAN, weights)
    assert recurs(present, SPAN, np.full(len(present), 0.9))


def test_a_theme_of_two_seasons_recurs() -> None:
    present = days(*range(150, 240, 9), *range(515, 605, 9))
    assert recurs(present, SPAN, np.full(len(present), 0.7))


def test_every_entry_counts_the_same_where_all_are_as_clear() -> None:
    present = days(0, 100, 110, 120, 700)
    assert outside_densest(present, SPAN, np.full(5, 0.3)) == pytest.approx(2 / 5)
