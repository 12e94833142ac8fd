"""jrnl's JSON, its text, and its folder of one text file per day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import IO, Any, Final

from assessments.exchange.json_stream import not_utf8, read_array
from assessments.exchange.moments import is_plausible
from assessments.exchange.reading import NO_FEELINGS, Doubt, Ids, Options, Reading
from assessments.exchange.sources import Refused, Source, is_hidden, is_zip, open_folder
from assessments.exchange.wall_clock import Doubtful, at, read_date, read_time, two_dates
from assessments.language import say
from assessments.records import Entry

NAME: Final = "jrnl"
DAY_FILE: Final = re.compile(r"(?:.*/)?\d{4}/\d{2}/\d{2}\.txt")
HEADER: Final = re.compile(
    r"(?:\[(?P<in>[^\]\n]{6,40}\d[^\]\n]{0,12})\]|(?P<out>\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?(?: [AP]M)?))"
    r"(?: (?P<title>.*)|)"
)
_TAG: Final = re.compile(r"(?:^|(?<=\s))@([\w][\w-]*(?:\.[\w-]+)*)")
_STAR: Final = re.compile(r"^\*\s+|\s+\*$|^\*$")


@dataclass(frozen=True)
class _Written:
    """One entry as jrnl writes it, the parts still text."""

    file: str
    line: int
    day: str
    clock: str
    title: str
    body: str
    tags: tuple[str, ...]
    starred: bool


def read_jrnl(source: Source, options: Options) -> Reading:
    """Entries of the form `free`, with title, body, tags without their sign, and `starred` as a tag.

    jrnl names no zone: the clock is that of `options.zone`.
    """
    ids = Ids(NAME)
    entries: list[Entry] = []
    doubtful: list[Doubt] = []
    for each in _written(source):
        what = (each.title or each.body).strip()[:60] or say("an entry without text")
        try:
            day = read_date(each.day, day_first=options.day_first)
        except Doubtful:
            why = two_dates()
            doubtful.append(Doubt(each.file, each.line, what, why))
            continue
        if day is None:
            why = say("There is no date that can be read, so this entry is left out.")
            doubtful.append(Doubt(each.file, each.line, what, why))
            continue
        entry, why = _entry(each, day, ids, options)
        if why:
            doubtful.append(Doubt(each.file, each.line, what, why, entry))
        else:
            entries.append(entry)
    return Reading(format=NAME, import_id=options.import_id, records=tuple(entries), doubtful=tuple(doubtful))


def _entry(each: _Written, day: date, ids: Ids, options: Options) -> tuple[Entry, str]:
    clock = read_time(each.clock)
    moment = at(day, clock or time(12), options.zone)
    why = "" if clock else say("The time cannot be read; it would be added at noon.")
    if not is_plausible(moment):
        why = say("The year is an unlikely one.")
    tags = (*each.tags, *(["starred"] if each.starred else []))
    entry = Entry(
        id=ids.of(moment.replace(tzinfo=None, second=0), each.title, each.body),
        happened_at=moment,
        source=NAME,
        import_id=options.import_id,
        feelings=NO_FEELINGS,
        form="free",
        version=1,
        fields={"text": each.body},
        title=each.title,
        tags=tuple(dict.fromkeys(tags)),
    )
    return entry, why


def _written(source: Source) -> Iterator[_Written]:
    if source.is_folder or is_zip(source):
        with open_folder(source) as folder:
            names = [name for name in folder.names if DAY_FILE.fullmatch(name) and not is_hidden(name)]
            if not names:
                raise Refused(say("{name} holds no files like 2026/11/24.txt.", name=source.name))
            for name in names:
                with folder.open(name) as file:
                    yield from _from_text(file, name)
        return
    is_json = source.start(64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    with source.open() as file:
        yield from (_from_json if is_json else _from_text)(file, source.name)


def _from_json(file: IO[bytes], name: str) -> Iterator[_Written]:
    listed = False
    for line, given in read_array(file, name, "entries"):
        if line == 0:
            listed |= given.get("entries") == []
            continue
        listed = True
        given = given if isinstance(given, dict) else {}
        tags = given.get("tags")
        yield _Written(
            file=name,
            line=line,
            day=_text(given, "date"),
            clock=_text(given, "time"),
            title=_text(given, "title").strip("\n"),
            body=_text(given, "body").strip("\n"),
            tags=tuple(_bare(tag) for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
            starred=given.get("starred") is True,
        )
    if not listed:
        raise Refused(say("{name} holds no list of entries.", name=name))


def _from_text(file: IO[bytes], name: str) -> Iterator[_Written]:
    try:
        lines = [line.removesuffix("\r") for line in file.read().decode("utf-8-sig").split("\n")]
    except UnicodeDecodeError as error:
        raise Refused(not_utf8(name)) from error
    start: tuple[int, re.Match[str]] | None = None
    body: list[str] = []
    for number, line in enumerate(lines, 1):
        if header := HEADER.fullmatch(line):
            if start:
                yield _of_text(name, start[0], start[1], body)
            start, body = (number, header), []
        elif start:
            body.append(line)
        elif line.strip():
            raise Refused(say("{name} does not begin with a line like [2026-11-24 08:30] that jrnl writes.", name=name))
    if start:
        yield _of_text(name, start[0], start[1], body)


def _of_text(name: str, line: int, header: re.Match[str], body: list[str]) -> _Written:
    stamp = header["in"] or header["out"]
    title = header["title"] or ""
    text = "\n".join(body).strip("\n")
    return _Written(
        file=name,
        line=line,
        day=stamp,
        clock=stamp[8:] if stamp[:4].isdigit() else stamp,
        title=_STAR.sub("", title).strip(),
        body=text,
        tags=tuple(dict.fromkeys(_TAG.findall(title + "\n" + text))),
        starred=bool(_STAR.search(title)),
    )


def _text(given: dict[str, Any], key: str) -> str:
    value = given.get(key)
    return value if isinstance(value, str) else ""


def _bare(tag: str) -> str:
    return tag[1:] if tag[:1] in ("@", "#", "+", "%", "&") and len(tag) > 1 else tag
