"""One year as a calendar: on which days there were check-ins, entries and marked events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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
    """One year, and its days on which anything is kept, in order."""

    year: int
    days: tuple[CalendarDay, ...]

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
    check_ins, written = _count_by_day(responses, year), _count_by_day(entries, year)
    marked: dict[date, list[str]] = {}
    for event in events:
        if event.happened_at.year == year:
            marked.setdefault(event.happened_at.date(), []).append(event.name)
    return YearCalendar(
        year=year,
        days=tuple(
            CalendarDay(
                day=day,
                check_ins=check_ins[day],
                entries=written[day],
                events=tuple(marked.get(day, ())),
            )
            for day in sorted({*check_ins, *written, *marked})
        ),
    )


def _count_by_day(records: Sequence[Response] | Sequence[Entry], year: int) -> Counter[date]:
    return Counter(record.happened_at.date() for record in records if record.happened_at.year == year)
