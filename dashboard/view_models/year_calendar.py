"""One year as a calendar: on which days there were check-ins, entries and marked events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assessments.records import Entry, Event, Response


@dataclass(frozen=True, kw_only=True)
class CalendarDay:
    """One day of the year on which something is kept."""

    day: date
    check_ins: int = 0
    entries: int = 0
    events: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class YearCalendar:
    """One year; `years` are all years in which anything is kept, newest first."""

    year: int
    days: tuple[CalendarDay, ...]
    years: tuple[int, ...]

    @property
    def check_ins(self) -> int:
        """How many check-ins the year holds."""
        return sum(day.check_ins for day in self.days)

    @property
    def entries(self) -> int:
        """How many entries the year holds."""
        return sum(day.entries for day in self.days)


def year_calendar(
    responses: Sequence[Response], entries: Sequence[Entry], events: Sequence[Event] = (), *, year: int
) -> YearCalendar:
    """The calendar of one year, each record on the day that it is about, in its own time zone."""
    check_ins = _by_day(responses)
    written = _by_day(entries)
    marked = _by_day(events)
    days = sorted({*check_ins, *written, *marked})
    return YearCalendar(
        year=year,
        days=tuple(
            CalendarDay(
                day=day,
                check_ins=len(check_ins.get(day, ())),
                entries=len(written.get(day, ())),
                events=tuple(event.name for event in events if event.happened_at.date() == day),
            )
            for day in days
            if day.year == year
        ),
        years=tuple(sorted({day.year for day in days}, reverse=True)),
    )


def days_of(year: int) -> tuple[date, ...]:
    """Every day of the year, in order."""
    first = date(year, 1, 1)
    return tuple(first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))


def _by_day(records: Sequence[Response] | Sequence[Entry] | Sequence[Event]) -> dict[date, list[str]]:
    found: dict[date, list[str]] = {}
    for record in records:
        found.setdefault(record.happened_at.date(), []).append(record.id)
    return found
