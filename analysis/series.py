"""Dates and values as callers have them, made into one clean series: a value a calendar day, oldest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

AT_AN_END = 0.10  # from this share of values at one end of the scale on, wobble counts as cut off there


@dataclass(frozen=True, eq=False)
class DailySeries:
    """One value for each calendar day that has any: `days` are proleptic ordinals, rising; `low`, `high` the range."""

    days: Integers
    values: Floats
    low: float
    high: float

    @property
    def n(self) -> int:
        """How many days have a value."""
        return int(self.days.size)

    @cached_property
    def is_constant(self) -> bool:
        """Whether every value is the same, up to rounding."""
        return self.n == 0 or bool(np.ptp(self.values) <= 1e-9 * (self.high - self.low))

    def day(self, index: int) -> date:
        """The calendar day of that point."""
        return date.fromordinal(int(self.days[index]))


@dataclass(frozen=True, eq=False)
class WeeklySeries:
    """Means by calendar week: `series` has one point a week; week k held the days `first[k]` to `last[k]` (indices)."""

    series: DailySeries
    first: Integers
    last: Integers


def by_calendar_week(series: DailySeries) -> WeeklySeries:
    """A long daily series as the means of its weeks, Monday to Sunday, each at the mean of its days."""
    _, first, place, counts = np.unique(
        (series.days - 1) // 7, return_index=True, return_inverse=True, return_counts=True
    )
    days, values = (np.bincount(place, weights=column) / counts for column in (series.days, series.values))
    weekly = DailySeries(days.round().astype(np.int64), values, series.low, series.high)
    return WeeklySeries(weekly, first.astype(np.int64), (first + counts - 1).astype(np.int64))


def daily_series(times: Iterable[Any], values: Iterable[Any], *, low: float, high: float) -> DailySeries:
    """The series of one person and one scale, cleaned.

    `times`: dates, datetimes, datetime64, a DatetimeIndex or a Series of these, in any order; naive or aware,
    not mixed; an aware one counts for the calendar day of its own zone. `values` in points. What is missing
    (None, NaN, NA, NaT) or infinite is dropped; values on one calendar day are averaged.

    Raises ValueError where lengths differ, zones are mixed, or low is not below high.
    """
    if not (np.isfinite(low) and np.isfinite(high) and low < high):
        raise ValueError(f"low must be below high: {low!r}, {high!r}")
    figures = np.array([_figure(value) for value in values], dtype=np.float64)
    days = calendar_days(times)
    if days.size != figures.size:
        raise ValueError(f"{days.size} times for {figures.size} values")
    kept = np.isfinite(days) & np.isfinite(figures)
    unique, place, counts = np.unique(days[kept].astype(np.int64), return_inverse=True, return_counts=True)
    means = np.bincount(place, weights=figures[kept], minlength=unique.size) / np.maximum(counts, 1)
    return DailySeries(unique, means.astype(np.float64), float(low), float(high))


def calendar_days(times: Iterable[Any]) -> Floats:
    """Each time's calendar day as a proleptic ordinal, NaN for NaT and None; ValueError where zones are mixed."""
    moments = [_moment(time) for time in times]
    zoned = {m.tzinfo is not None for m in moments if isinstance(m, datetime)}
    if len(zoned) > 1:
        raise ValueError("times are either all with a zone or all without")
    return np.array([np.nan if m is None else m.toordinal() for m in moments], dtype=np.float64)


def _moment(time: Any) -> date | None:
    if time is None or time is pd.NaT:
        return None
    if isinstance(time, np.datetime64):
        return None if np.isnat(time) else date.fromisoformat(str(time.astype("datetime64[D]")))
    if isinstance(time, date):
        return time
    raise ValueError(f"a time is a date or a datetime: {time!r}")


def _figure(value: Any) -> float:
    if value is None or value is pd.NA:
        return float("nan")
    return float(value)
