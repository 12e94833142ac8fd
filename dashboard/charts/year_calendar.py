"""The year as a calendar: a row for each month, a place for each day, a ring for a check-in, a dot for an entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape

import pandas as pd
from babel.dates import format_date

from assessments.language import day, say, say_count, spoken_locale
from dashboard.view_models.year_calendar import CalendarDay, YearCalendar, days_of

NUMBERED = (1, 5, 10, 15, 20, 25, 30)


@dataclass(frozen=True, kw_only=True, eq=False)
class Grid:
    """One picture of marked places, as markup in which every word is escaped; `empty_says` where there is none.

    It needs no chart library. `alt_text`, `notes` and the table are a picture's.
    """

    markup: str
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
        return Grid(markup="", alt_text=empty, make_table=lambda: _table(calendar), empty_says=empty)
    alt_text = _alt_text(calendar)
    return Grid(
        markup="".join(_markup(calendar, alt_text)),
        alt_text=alt_text,
        make_table=lambda: _table(calendar),
        notes=_notes(calendar),
    )


def _markup(calendar: YearCalendar, alt_text: str) -> Iterator[str]:
    kept = {each.day: each for each in calendar.days}
    yield f'<div class="fb-year" role="img" aria-label="{escape(alt_text)}">'
    for number in NUMBERED:
        yield f'<small style="grid-column:{number + 1}">{number}</small>'
    for each in days_of(calendar.year):
        if each.day == 1:
            yield f"<b>{escape(format_date(each, 'LLL', locale=spoken_locale()))}</b>"
        yield _mark(kept[each]) if each in kept else "<i></i>"
    yield "</div>"


def _mark(each: CalendarDay) -> str:
    classes = [name for name, has in (("c", each.check_ins), ("e", each.entries), ("m", each.events)) if has]
    return f'<i class="{" ".join(classes)}" title="{escape(_says(each))}"></i>'


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
