"""Bearable's CSV in its long form: one row per thing that was noted, gathered into one entry per part of a day."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Final, NamedTuple

from assessments.exchange.daylio import number_or_text
from assessments.exchange.moments import is_plausible
from assessments.exchange.reading import NO_FEELINGS, Doubt, Ids, Moods, Options, Reading
from assessments.exchange.sources import Refused, Source
from assessments.exchange.table_rows import Row, Table
from assessments.exchange.wall_clock import Doubtful, at, read_date, read_time, two_dates
from assessments.language import say
from assessments.records import Entry, FieldValue

NAME: Final = "bearable"
NEEDED: Final = ("date", "category", "rating/amount", "detail")
# The parts of a day that Bearable names, as clock times that keep their order; "pre" is the night and early morning.
_PARTS: Final = {
    "pre": time(5), "night": time(5), "am": time(9), "morning": time(9), "mid": time(14), "midday": time(14),
    "afternoon": time(14), "pm": time(19), "evening": time(19), "all day": time(12), "": time(12),
}  # fmt: skip
_LEVELS: Final = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}


class _Noted(NamedTuple):
    """One row; words that come again and again are kept once."""

    line: int
    category: str
    rating: str
    detail: str
    note: str


def read_bearable(source: Source, options: Options) -> Reading:
    """Entries of the form `free`, one per day and part of the day.

    Notes are the text; each other row is a field "category: detail" with its rating; the mood's ratings are the
    labels that a person gives levels to; factors that were only ticked are tags.
    """
    moods = Moods(options.moods, lambda label: _LEVELS.get(label.removesuffix(".0")))
    ids = Ids(NAME)
    gathered: dict[tuple[date, str], list[_Noted]] = {}
    doubtful: list[Doubt] = []
    with source.open() as file:
        table = Table(file, source.name)
        if not is_bearable(table.columns):
            raise Refused(say("{name} has no columns date, category, rating/amount and detail.", name=source.name))
        for line, row, cells in table.rows():
            found = _day(row, options) if cells >= len(NEEDED) else say("The row has fewer cells than the header.")
            if isinstance(found, str):
                doubtful.append(Doubt(source.name, line, _shown(row), found))
            else:
                key = (found, sys.intern(row.get("time of day", "").strip().casefold()))
                gathered.setdefault(key, []).append(_noted(line, row))
    entries: list[Entry] = []
    for day, part in list(gathered):
        rows = gathered.pop((day, part))
        clock = _PARTS.get(part) or read_time(part)
        moment = at(day, clock or time(12), options.zone)
        entry = _entry(moment, part, rows, ids, moods, options)
        if clock is not None and is_plausible(moment):
            entries.append(entry)
            continue
        why = say("The time of day is not known; it would be added at noon.")
        doubtful.append(Doubt(source.name, rows[0].line, f"{day} {part}", why, entry))
    return Reading(
        format=NAME,
        import_id=options.import_id,
        records=tuple(entries),
        doubtful=tuple(doubtful),
        mapping_needed=moods.needed(),
    )


def is_bearable(columns: tuple[str, ...]) -> bool:
    """Whether a header is Bearable's."""
    return set(NEEDED) <= set(columns)


def _day(row: Row, options: Options) -> date | str:
    """The day, or why there is none."""
    for column in ("date formatted", "date"):
        try:
            day = read_date(row.get(column, ""), day_first=options.day_first)
        except Doubtful:
            return two_dates()
        if day is not None:
            return day
    return say("There is no date that can be read, so this row is left out.")


def _entry(moment: datetime, part: str, rows: list[_Noted], ids: Ids, moods: Moods, options: Options) -> Entry:
    texts: list[str] = []
    tags: list[str] = []
    fields: dict[str, FieldValue] = {}
    levels: list[int] = []
    for row in rows:
        category, detail, rating, note = row.category, row.detail, row.rating, row.note
        if category.casefold() == "mood":
            level = moods.level(rating)
            levels += [] if level is None else [level]
        if note.strip():
            texts.append(note)
        if category.casefold() in ("note", "notes", "gratitude", "journal") and not rating and detail:
            texts.append(detail)
        elif category.casefold() in ("factor", "factors") and not rating and detail:
            tags += _ticked(detail)
        elif rating or detail:
            _put(fields, ": ".join(filter(None, (category, detail if rating else ""))) or category, rating or detail)
    own = ids.of(moment.date(), part, *((each.category, each.rating, each.detail, each.note) for each in rows))
    return Entry(
        id=own,
        happened_at=moment,
        source=NAME,
        import_id=options.import_id,
        feelings=NO_FEELINGS,
        form="free",
        version=1,
        fields={"text": "\n\n".join(texts)} | fields,
        tags=tuple(dict.fromkeys(tags)),
        mood=round(sum(levels) / len(levels)) if levels else None,
    )


def _noted(line: int, row: Row) -> _Noted:
    category, rating, detail = (sys.intern(row.get(name, "").strip()) for name in NEEDED[1:])
    return _Noted(line, category, rating, detail, row.get("notes", "").strip("\r\n"))


def _put(fields: dict[str, FieldValue], name: str, value: str) -> None:
    """Keep a value under its name, or under the name and a count where that is taken."""
    key, n = name, 1
    while key in fields or key == "text":
        n += 1
        key = f"{name} ({n})"
    fields[key] = number_or_text(value)


def _ticked(detail: str) -> Iterator[str]:
    return (part for each in detail.split("|") if (part := each.strip()))


def _shown(row: Row) -> str:
    words = " ".join(row.get(name, "") for name in ("date", "time of day", "category")).strip()
    return words[:60] or say("a row")
