"""The year as a calendar: a row for each month, a place for each day, a ring for a check-in, a dot for an entry."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
from babel.dates import format_date

from assessments.language import day, say, say_count, spoken_locale
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture, Spec
from dashboard.theme import Palette
from dashboard.view_models.year_calendar import CalendarDay, YearCalendar, days_of

ROW_PX = 20


def calendar_picture(calendar: YearCalendar, palette: Palette) -> Picture:
    """The picture of one year; a year without anything has no chart and says so."""
    empty = say("Nothing is kept for {year} yet.", year=str(calendar.year))
    n = calendar.check_ins + calendar.entries
    return Picture(
        chart=_chart(calendar, palette) if calendar.days else None,
        alt_text=_alt_text(calendar) if calendar.days else empty,
        make_table=lambda: _table(calendar),
        empty_says="" if calendar.days else empty,
        n=n,
        notes=_notes(calendar) if calendar.days else (),
    )


def _chart(calendar: YearCalendar, palette: Palette) -> Spec:
    x, y = _day_axis(), _month_axis(calendar.year, palette)
    every = [_place(each) for each in days_of(calendar.year)]
    blank = {"type": "point", "shape": "circle", "filled": True, "size": 5, "color": palette.rule, "opacity": 1}
    entry = {"type": "point", "shape": "circle", "filled": True, "size": 26, "color": palette.lake, "opacity": 1}
    ring = {"type": "point", "shape": "circle", "size": 64, "stroke": palette.clay, "strokeWidth": 1.7, "opacity": 1}
    flag = {"type": "point", "shape": "diamond", "size": 180, "stroke": palette.ink, "strokeWidth": 1.4, "opacity": 1}
    touch = {"type": "point", "shape": "square", "filled": True, "size": 120, "color": palette.ink, "opacity": 0}
    kept = [{**_place(each.day), "says": _says(each)} for each in calendar.days]
    layers = [
        g.layer(every, blank, x=x, y=y),
        g.layer([_place(d.day) for d in calendar.days if d.events], flag, x=x, y=y),
        g.layer([_place(d.day) for d in calendar.days if d.check_ins], ring, x=x, y=y),
        g.layer([_place(d.day) for d in calendar.days if d.entries], entry, x=x, y=y),
        g.layer(kept, touch, x=x, y=y, tooltip=g.plain("says")),
    ]
    return g.drawing(layers, palette, 12 * ROW_PX)


def _place(each: date) -> dict[str, Any]:
    return {"x": each.day, "y": 13 - each.month}


def _day_axis() -> Spec:
    axis = {"title": None, "values": [1, 5, 10, 15, 20, 25, 30], "grid": False, "ticks": False, "domain": False}
    return g.number("x", (0.4, 31.6), {**axis, "orient": "top"})


def _month_axis(year: int, palette: Palette) -> Spec:
    names = [format_date(date(year, 13 - y, 1), "LLL", locale=spoken_locale()) for y in range(1, 13)]
    axis = {
        "title": None,
        "values": list(range(1, 13)),
        "labelExpr": f"{g.literal(names)}[datum.value - 1]",
        "labelColor": palette.ink,
        "grid": False,
        "ticks": False,
        "domain": False,
    }
    return g.number("y", (0.4, 12.6), axis)


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
