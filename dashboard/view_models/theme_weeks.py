"""How recurring themes come, go and return: each theme's weekly weight, in few enough columns to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

import pandas as pd

from dashboard.view_models.moments import column_start, weeks_per_column

MOST_COLUMNS = 104


class ThemeLike(Protocol):
    """What is needed of a theme; `weeks` is a series of weights by Monday, NaN for a week without entries."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def weeks(self) -> pd.Series[float]: ...
    @property
    def recurs(self) -> bool: ...
    @property
    def direction(self) -> Literal["rises", "falls"] | None: ...


@dataclass(frozen=True, kw_only=True)
class WeekWeight:
    """The mean weekly weight of a theme in one stretch of weeks."""

    start: date
    days: int
    weight: float


@dataclass(frozen=True, kw_only=True)
class ThemeCourse:
    """One theme's course; `weights` leaves out stretches in which nothing was written."""

    theme_id: str
    name: str
    weights: tuple[WeekWeight, ...]
    recurs: bool
    direction: Literal["rises", "falls"] | None
    weeks_present: int

    @property
    def strongest(self) -> WeekWeight | None:
        """The stretch in which the theme was strongest; None where it never appears."""
        best = max(self.weights, key=lambda week: week.weight, default=None)
        return best if best is not None and best.weight > 0 else None


@dataclass(frozen=True, kw_only=True)
class ThemeWeeks:
    """All courses on one time axis; `peak` is the largest weight of all, so that rows compare."""

    courses: tuple[ThemeCourse, ...]
    first: date | None
    last: date | None
    weeks_per_column: int
    peak: float


def theme_weeks(themes: Sequence[ThemeLike], *, written: Sequence[date] | None = None) -> ThemeWeeks:
    """The courses of the themes, in the order given.

    `written` are the Mondays of the weeks in which anything was written: all other weeks are gaps. Without it, a
    week that the theme's own series leaves out, or holds as NaN, is a gap.
    """
    known = [_clean(theme.weeks, written) for theme in themes]
    days = [day for weeks in known for day in weeks]
    if not days:
        return ThemeWeeks(courses=(), first=None, last=None, weeks_per_column=1, peak=0.0)
    first, last = min(days), max(days)
    size = weeks_per_column(first, last, MOST_COLUMNS)
    courses = tuple(_course(theme, weeks, first, size) for theme, weeks in zip(themes, known, strict=True))
    peak = max((week.weight for course in courses for week in course.weights), default=0.0)
    return ThemeWeeks(courses=courses, first=first, last=last, weeks_per_column=size, peak=peak)


def _clean(weeks: pd.Series[float], written: Sequence[date] | None) -> dict[date, float]:
    found = {pd.Timestamp(str(monday)).date(): float(weight) for monday, weight in weeks.items() if pd.notna(weight)}
    if written is None:
        return found
    return {monday: found.get(monday, 0.0) for monday in sorted({*written})}


def _course(theme: ThemeLike, weeks: dict[date, float], first: date, size: int) -> ThemeCourse:
    groups: dict[date, list[float]] = {}
    for monday in sorted(weeks):
        groups.setdefault(column_start(monday, first, size), []).append(weeks[monday])
    return ThemeCourse(
        theme_id=theme.id,
        name=theme.name,
        weights=tuple(
            WeekWeight(start=start, days=size * 7, weight=sum(values) / len(values)) for start, values in groups.items()
        ),
        recurs=theme.recurs,
        direction=theme.direction,
        weeks_present=sum(weight > 0 for weight in weeks.values()),
    )


def column_end(week: WeekWeight) -> date:
    """The day after the stretch."""
    return week.start + timedelta(days=week.days)
