"""The year as a calendar: a row for each month, a place for each day, a ring for a check-in, a dot for an entry."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import pandas as pd
from babel.dates import format_date

from assessments.language import day, say, say_count, spoken_locale
from dashboard.view_models.year_calendar import CalendarDay, YearCalendar

NUMBERED: Final = (1, 5, 10, 15, 20, 25, 30)


@dataclass(frozen=True, kw_only=True)
class Month:
    """One row: the month's name, how many days it has, and what is kept on which of them.

    `marks` has, for a day's number, a letter for each kind (c: check-in, e: entry, m: marked), and the day in words.
    """

    name: str
    days: int
    marks: dict[int, tuple[str, str]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Grid:
    """One picture of marked places; `empty_says` where there is none.

    It needs no chart library. `alt_text`, `notes` and the table are a picture's.
    """

    months: tuple[Month, ...]
    alt_text: str
    make_table: Callable[[], pd.DataFrame]
    empty_says: str = ""
    notes: tuple[str, ...] = ()

    @cached_property
    def table(self) -> pd.DataFrame:
        """Everything that it shows, in rows."""
        return self.make_table()


def calendar_grid(calendar: YearCalendar) -> Grid:
    """The picture of one year; a year without anything has no marks and says so."""
    if not calendar.days:
        empty = say("Nothing is kept for {year} yet.", year=str(calendar.year))
        return Grid(months=(), alt_text=empty, make_table=lambda: _table(calendar), empty_says=empty)
    return Grid(
        months=tuple(_month(calendar, number) for number in range(1, 13)),
        alt_text=_alt_text(calendar),
        make_table=lambda: _table(calendar),
        notes=_notes(calendar),
    )


def _month(calendar: YearCalendar, number: int) -> Month:
    first = date(calendar.year, number, 1)
    return Month(
        name=format_date(first, "LLL", locale=spoken_locale()),
        days=monthrange(calendar.year, number)[1],
        marks={each.day.day: (_kinds(each), _says(each)) for each in calendar.days if each.day.month == number},
    )


def _kinds(each: CalendarDay) -> str:
    kept = (("c", each.check_ins), ("e", each.entries), ("m", each.events))
    return "".join(letter for letter, has in kept if has)


def _says(each: CalendarDay) -> str:
    parts = []
    if each.check_ins:
        parts.append(say_count("{n} check-in", "{n} check-ins", each.check_ins))
    if each.entries:
        parts.append(say_count("{n} entry", "{n} entries", each.entries))
    parts.extend(each.events)
    return say("{day}: {what}", day=day(each.day), what=", ".join(parts))


def _alt_text(calendar: YearCalendar) -> str:
    said = [
        say(
            "The year {year}: {check_ins} and {entries}, on {days}.",
            year=str(calendar.year),
            check_ins=say_count("{n} check-in", "{n} check-ins", calendar.check_ins),
            entries=say_count("{n} entry", "{n} entries", calendar.entries),
            days=say_count("{n} day", "{n} days", len(calendar.days)),
        )
    ]
    events = [say("{event} on {day}", event=name, day=day(d.day)) for d in calendar.days for name in d.events]
    if events:
        said.append(say("Marked: {events}.", events="; ".join(events)))
    return " ".join(said)


def _notes(calendar: YearCalendar) -> tuple[str, ...]:
    found = [
        say(
            "{check_ins} and {entries} in {year}.",
            check_ins=say_count("{n} check-in", "{n} check-ins", calendar.check_ins),
            entries=say_count("{n} entry", "{n} entries", calendar.entries),
            year=str(calendar.year),
        ),
        say("A ring is a check-in, a dot is an entry, both together a dot in its ring."),
    ]
    if any(each.events for each in calendar.days):
        found.append(say("A diamond is something you marked."))
    return tuple(found)


def _table(calendar: YearCalendar) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("Day"): [day(each.day) for each in calendar.days],
            say("Check-ins"): [each.check_ins for each in calendar.days],
            say("Entries"): [each.entries for each in calendar.days],
            say("Marked"): [", ".join(each.events) for each in calendar.days],
        }
    )
