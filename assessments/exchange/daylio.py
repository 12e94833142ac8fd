"""Daylio's CSV: one entry per row, read by the header's names, old and new."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Final

from assessments.exchange.markup import plain_text
from assessments.exchange.moments import is_plausible
from assessments.exchange.reading import NO_FEELINGS, Doubt, Ids, Moods, Options, Reading
from assessments.exchange.sources import Refused, Source
from assessments.exchange.table_rows import Row, Table
from assessments.exchange.wall_clock import Doubtful, at, read_date, read_time, two_dates
from assessments.language import say
from assessments.records import Entry, FieldValue

NAME: Final = "daylio"
NOON: Final = time(12)
_LEVELS: Final = {
    "rad": 5, "amazing": 5, "awesome": 5, "great": 5, "super": 5, "happy": 4, "good": 4, "meh": 3, "okay": 3, "ok": 3,
    "average": 3, "bad": 2, "sad": 2, "fugly": 1, "awful": 1, "horrible": 1, "terrible": 1,
}  # fmt: skip
_SCALE: Final = re.compile(r"(.+?)\s*[:=]\s*(.*)", re.DOTALL)
_STROKE: Final = re.compile(r"(?:^|\s)\|(?:\s|$)")
_NUMBER: Final = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?")


def read_daylio(source: Source, options: Options) -> Reading:
    """Entries of the form `free`: the note as text, its title, activities as tags, the mood by the person's own word.

    A scale ("Sleep: 4") becomes a field of its own name, a number where it is one.
    """
    ids, moods = Ids(NAME), Moods(options.moods, suggested_level)
    entries: list[Entry] = []
    doubtful: list[Doubt] = []
    with source.open() as file:
        table = Table(file, source.name)
        if not is_daylio(table.columns):
            raise Refused(say("{name} has no columns time, mood and full_date or year.", name=source.name))
        for line, row, cells in table.rows():
            when = _when(row, options)
            if cells < len(table.columns) and not when.why:
                when = _When(when.moment, say("The row has fewer cells than the header."))
            entry = None if when.moment is None else _entry(row, when.moment, ids, moods, options)
            if entry is not None and not when.why:
                entries.append(entry)
            else:
                doubtful.append(Doubt(source.name, line, _shown(row), when.why, entry))
    return Reading(
        format=NAME,
        import_id=options.import_id,
        records=tuple(entries),
        doubtful=tuple(doubtful),
        mapping_needed=moods.needed(),
    )


def is_daylio(columns: tuple[str, ...]) -> bool:
    """Whether a header is Daylio's."""
    dated = "full_date" in columns or ("year" in columns and "date" in columns)
    return dated and {"time", "mood"} <= set(columns) and bool({"activities", "note"} & set(columns))


def suggested_level(label: str) -> int | None:
    """The level of a mood that Daylio itself names so, or of a usual word."""
    return _LEVELS.get(label.strip().casefold())


@dataclass(frozen=True)
class _When:
    """When a row was, and why that is doubtful; empty where it is not."""

    moment: datetime | None
    why: str = ""


def _when(row: Row, options: Options) -> _When:
    try:
        day = _day(row, options)
    except Doubtful:
        return _When(None, two_dates())
    if day is None:
        return _When(None, say("There is no date that can be read, so this row is left out."))
    clock = read_time(row.get("time", ""))
    moment = at(day, clock or NOON, options.zone)
    if not is_plausible(moment):
        return _When(moment, say("The year is an unlikely one."))
    if clock is None:
        return _When(moment, say("The time cannot be read; it would be added at noon."))
    return _When(moment)


def _day(row: Row, options: Options) -> date | None:
    if row.get("full_date", "").strip():
        return read_date(row["full_date"], day_first=options.day_first)
    year = row.get("year", "").strip()
    known = int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None
    return read_date(row.get("date", ""), known, options.day_first)


def _entry(row: Row, moment: datetime, ids: Ids, moods: Moods, options: Options) -> Entry:
    label = row.get("mood", "")
    note = row.get("note", "")
    title = row.get("note_title", "")
    activities = row.get("activities", "")
    fields: dict[str, FieldValue] = {"text": plain_text(note)}
    fields |= scales(row.get("scales", ""))
    if label.strip():
        fields["mood label"] = sys.intern(label.strip())
    own = ids.of(moment.replace(tzinfo=None), label, title, activities, row.get("scales", ""), note)
    return Entry(
        id=own,
        happened_at=moment,
        source=NAME,
        import_id=options.import_id,
        feelings=NO_FEELINGS,
        form="free",
        version=1,
        fields=fields,
        title=plain_text(title),
        tags=parts(activities),
        mood=moods.level(label),
    )


@lru_cache(maxsize=1024)
def parts(text: str) -> tuple[str, ...]:
    """The parts between upright strokes with spaces around them, each once; a stroke inside a name is the person's."""
    return tuple(dict.fromkeys(part for each in _STROKE.split(text) if (part := each.strip())))


def scales(text: str) -> dict[str, FieldValue]:
    """Scales by name ("Sleep: 4 | Weight: 70.5 kg"); a part without a value is kept under its name, as "yes"."""
    found: dict[str, FieldValue] = {}
    for part in parts(text):
        match = _SCALE.fullmatch(part)
        name, value = (match[1], match[2].strip()) if match else (part, "yes")
        key = f"scale: {name}"
        while key in found:
            key += " +"
        found[key] = number_or_text(value)
    return found


def number_or_text(value: str) -> FieldValue:
    """The value as a number where it is nothing else."""
    if not _NUMBER.fullmatch(value):
        return value
    number = float(value.replace(",", "."))
    return int(number) if number.is_integer() and "." not in value and "," not in value else number


def _shown(row: Row) -> str:
    date_and_time = " ".join(row.get(name, "") for name in ("full_date", "year", "date", "time")).strip()
    return date_and_time[:60] or say("a row")
