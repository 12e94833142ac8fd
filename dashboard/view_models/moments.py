"""Where a moment stands on a picture's time axis: by the wall clock of the place where it happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from assessments.records import Record

DAY_MS = 86_400_000
AnyRecord = TypeVar("AnyRecord", bound=Record)


def axis_ms(moment: date) -> int:
    """Milliseconds since 1970 of the wall clock that the person saw, as if it were UTC (Vega's utc scale)."""
    if isinstance(moment, datetime):
        wall = moment.replace(tzinfo=UTC)
    else:
        wall = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return round(wall.timestamp() * 1000)


def monday(of: date) -> date:
    """The Monday of the week that the day (or the moment, in its own zone) lies in."""
    day = of.date() if isinstance(of, datetime) else of
    return day - timedelta(days=day.weekday())


def in_order(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    """The records by instant, oldest first; those of one instant by id, so that the order never wavers."""
    return sorted(records, key=lambda record: (record.happened_at.astimezone(UTC), record.id))


def backfilled(record: Record) -> bool:
    """Whether it was written down on a later day than the one it is about."""
    if record.recorded_at is None:
        return False
    return record.recorded_at.astimezone(record.happened_at.tzinfo).date() > record.happened_at.date()


def weeks_per_column(first: date, last: date, at_most: int) -> int:
    """How many weeks one column stands for so that first to last fits: 1, 2, 4, 13, 26 or 52, then years."""
    weeks = (monday(last) - monday(first)).days // 7 + 1
    for size in (1, 2, 4, 13, 26, 52):
        if weeks <= at_most * size:
            return size
    return 52 * -(-weeks // (52 * at_most))


def column_start(day: date, first: date, weeks: int) -> date:
    """The Monday on which that day's column begins, counted from the first day's week."""
    start = monday(first).toordinal()
    return date.fromordinal(day.toordinal() - (day.toordinal() - start) % (7 * weeks))


def runs(days: Sequence[date], longest_days: float) -> list[int]:
    """The number of the unbroken run that each day belongs to; a longer pause begins a new one (days in order)."""
    numbers: list[int] = []
    for index, day in enumerate(days):
        broken = index > 0 and (day - days[index - 1]).days > longest_days
        numbers.append(numbers[-1] + broken if numbers else 0)
    return numbers
