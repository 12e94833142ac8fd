"""A folder or ZIP of Markdown notes, one of them alone, and our own notes given back as they were."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, Final

from assessments.exchange.admission import fault_in
from assessments.exchange.date_pattern import DatePattern, Found
from assessments.exchange.json_stream import not_utf8
from assessments.exchange.markdown_text import BadFrontMatter, split_note, unescaped
from assessments.exchange.markdown_writing import OWN_KEY
from assessments.exchange.moments import is_plausible
from assessments.exchange.reading import NO_FEELINGS, Doubt, Ids, Options, Reading
from assessments.exchange.record_json import KINDS, record_of
from assessments.exchange.sources import Refused, Source, is_hidden, is_zip, open_folder
from assessments.exchange.wall_clock import Doubtful, at, read_date, read_time
from assessments.language import say
from assessments.records import Entry, Record

NAME: Final = "markdown"
SUFFIXES: Final = (".md", ".markdown")
MEDIA: Final = (
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".svg", ".bmp", ".mp3", ".m4a", ".wav", ".ogg", ".webm", ".mp4",
    ".mov", ".pdf",
)  # fmt: skip
_DATE_KEYS: Final = ("date", "created", "creation date", "created_at")
_KINDS: Final = dict(KINDS.values())


def read_markdown(source: Source, options: Options) -> Reading:
    """Entries of the form `free`, each note's text as it stands.

    The date comes from the file's name by the person's pattern, else from the front matter, which also gives title
    and tags. A note that Footbridge wrote comes back as the record that it was.
    """
    pattern = DatePattern(options.date_pattern)
    ids = Ids(NAME)
    records: list[Record] = []
    doubtful: list[Doubt] = []
    media: list[str] = []
    for name, stable_name, content in _notes(source, media):
        try:
            note = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Refused(not_utf8(name)) from error
        record, why = _record(name, stable_name, note, pattern, ids, options)
        if record is not None and not why:
            records.append(record)
        elif why:
            doubtful.append(Doubt(name, None, say("this note"), why, record))
    return Reading(
        format=NAME,
        import_id=options.import_id,
        records=tuple(records),
        doubtful=tuple(doubtful),
        media_left_behind=len(media),
    )


def is_note(name: str) -> bool:
    """Whether a file is a Markdown note of the person's."""
    return name.casefold().endswith(SUFFIXES) and not is_hidden(name)


def _notes(source: Source, media: list[str]) -> Iterator[tuple[str, str, bytes]]:
    """The name, the name without the folders around all notes, and the content of each note."""
    if not source.is_folder and not is_zip(source):
        with source.open() as file:
            yield source.name, source.name, file.read()
        return
    with open_folder(source) as folder:
        names = [name for name in folder.names if is_note(name)]
        media += [name for name in folder.names if name.casefold().endswith(MEDIA) and not is_hidden(name)]
        if not names:
            raise Refused(say("{name} holds no Markdown notes.", name=source.name))
        around = _folders_around(names)
        for name in names:
            yield name, name[around:], folder.read_once(name)


def _folders_around(names: list[str]) -> int:
    """How long the path is that all notes share; a folder named by a date is part of the diary and not around it."""
    shared = 0
    while len({name[shared:].split("/", 1)[0] for name in names}) == 1 and all("/" in name[shared:] for name in names):
        first = names[0][shared:].split("/", 1)[0]
        if any(sign.isdigit() for sign in first):
            break
        shared += len(first) + 1
    return shared


def _record(
    name: str, stable_name: str, note: str, pattern: DatePattern, ids: Ids, options: Options
) -> tuple[Record | None, str]:
    """The record of one note and why it is doubtful; neither where the note is our guide or is empty."""
    doubt = ""
    try:
        front, text = split_note(note)
    except BadFrontMatter as error:
        front, text, doubt = {}, note, str(error)
    if isinstance(front.get(OWN_KEY), str):
        return _own(front[OWN_KEY], text, options)
    found = pattern.find(name.rsplit(".", 1)[0])
    if not text.strip() and not front:
        return None, ""
    if found is None and name.rsplit("/", 1)[-1].casefold() == "readme.md":
        return None, ""
    moment, why = _moment(found, front, options)
    if moment is None:
        return None, why
    title = front.get("title")
    entry = Entry(
        id=ids.of(stable_name),
        happened_at=moment,
        source=NAME,
        import_id=options.import_id,
        feelings=NO_FEELINGS,
        form="free",
        version=1,
        fields={"text": text.strip("\r\n")},
        title=title.strip() if isinstance(title, str) and title.strip() else (found.rest if found else ""),
        tags=_tags(front.get("tags", front.get("tag"))),
    )
    return entry, doubt or why


def _own(written: str, text: str, options: Options) -> tuple[Record | None, str]:
    try:
        given = json.loads(written)
        if not isinstance(given, dict) or given.get("kind") not in _KINDS:
            raise ValueError(say("The line that begins with footbridge has no known kind."))
        if given.get("text_below") is True and isinstance(given.get("fields"), dict):
            below = text.removeprefix("\n") if text.startswith("\n") else text.removeprefix("\r\n")
            given["fields"] = {"text": unescaped(below.removesuffix("\n"))} | given["fields"]
        record = record_of(_KINDS[given["kind"]], given, options.import_id)
        fault = fault_in(record, options.catalogue)
        return (None, fault) if fault else (record, "")
    except json.JSONDecodeError:
        return None, say("The line that begins with footbridge was changed and cannot be read.")
    except (ValueError, RecursionError) as error:
        return None, str(error)


def _moment(found: Found | None, front: dict[str, Any], options: Options) -> tuple[datetime | None, str]:
    day: date | None = found.day if found else None
    clock = found.clock if found else None
    written = next((front[key] for key in _DATE_KEYS if isinstance(front.get(key), str)), "")
    try:
        named = read_date(written, day_first=options.day_first) if written else None
    except Doubtful:
        named = None
    if day is None or day == named:
        day, clock = named, clock or read_time(written[8:])
    if day is None:
        return None, say("Neither its name nor its front matter has a date that can be read, so it is left out.")
    moment = at(day, clock or time(12), options.zone)
    return moment, "" if is_plausible(moment) else say("The year is an unlikely one.")


def _tags(given: object) -> tuple[str, ...]:
    """Tags as a list, or as one text with commas or spaces between them."""
    parts = given if isinstance(given, list) else given.replace(",", " ").split() if isinstance(given, str) else []
    named = (part.strip().removeprefix("#") for part in parts if isinstance(part, str))
    return _shared(tuple(dict.fromkeys(filter(None, named))))


@lru_cache(maxsize=1024)
def _shared(tags: tuple[str, ...]) -> tuple[str, ...]:
    """The first of equal tags, so that ten thousand notes with the same tags keep them once."""
    return tags
