"""Does a theme come back, or was it one stretch of time; its course by week; whether it rises or falls."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

PRESENT_AT = 0.5
FEWEST_ENTRIES = 4
FEWEST_PERIODS = 3
PERIOD_DAYS = 28
OUTSIDE_SHARE = 0.30
DENSEST_SHARE = 0.10
ENOUGH_FOR_A_DIRECTION = 100

Direction = Literal["rises", "falls"] | None


def recurs(present: pd.DatetimeIndex, span: tuple[pd.Timestamp, pd.Timestamp]) -> bool:
    """Whether entries on these days make a theme that comes back.

    At least four entries, in at least three four-week periods counted from the first entry of the journal, and
    30 % of them outside the tenth of the journal's span that holds the most of them.
    """
    if len(present) < FEWEST_ENTRIES or periods(present, span[0]) < FEWEST_PERIODS:
        return False
    return outside_densest(present, span) >= OUTSIDE_SHARE


def periods(present: pd.DatetimeIndex, first: pd.Timestamp) -> int:
    """In how many four-week periods these days lie."""
    return len({int(days) // PERIOD_DAYS for days in (present - first).days})


def outside_densest(present: pd.DatetimeIndex, span: tuple[pd.Timestamp, pd.Timestamp]) -> float:
    """The share of entries outside the tenth of the span that holds the most of them."""
    days = np.sort(((present - span[0]) / pd.Timedelta(days=1)).to_numpy(dtype=float))
    width = DENSEST_SHARE * (span[1] - span[0]) / pd.Timedelta(days=1)
    inside = np.searchsorted(days, days + width, side="right") - np.arange(days.size)
    return float(1 - inside.max() / days.size) if days.size else 0.0


def by_week(written: pd.DatetimeIndex, weights: pd.Series[float]) -> pd.Series[float]:
    """The mean weight of each week's entries by its Monday; NaN for a week in which nothing was written."""
    monday = (written - pd.to_timedelta(written.day_of_week, unit="D")).normalize()
    weekly = pd.Series(weights.to_numpy(dtype=float), index=monday).groupby(level=0).mean()
    every = pd.date_range(weekly.index.min(), weekly.index.max(), freq="7D")
    return weekly.reindex(every)


def months(present: pd.DatetimeIndex) -> int:
    """In how many calendar months these days lie."""
    return len(set(present.strftime("%Y-%m")))


def direction(weeks: pd.Series[float], n_entries: int, tested: int) -> Direction:
    """Rises or falls, by the same kernel as scores at 5 % over all themes tested; None below 100 entries."""
    if n_entries < ENOUGH_FOR_A_DIRECTION:
        return None
    from analysis.results import NotEnough
    from analysis.trends import trend

    told = weeks.dropna()
    found = trend(
        list(pd.DatetimeIndex(told.index)), told.to_numpy(dtype=float), low=0.0, high=1.0, alpha=0.05 / max(tested, 1)
    )
    if isinstance(found, NotEnough) or not found.claimed:
        return None
    return "rises" if found.estimate > 0 else "falls"
