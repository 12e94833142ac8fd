"""Search in what was written: the index, the question, and snippets whose marked parts are data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, text

from assessments.records import Entry, Event, PracticeDone, Record, Response
from assessments.storage.encoding import kind_of, read_body, write_json
from assessments.storage.moments import instant_us

_OPEN: Final = "\x02"
_CLOSE: Final = "\x03"
_MARKED: Final = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_SNIPPET_WORDS: Final = 24
_USUAL_HASH_BYTES: Final = 1_048_576
_LITTLE_HASH_BYTES: Final = 131_072
_ADD = text("INSERT INTO search_index (rowid, title, text) VALUES (:seq, :title, :text)")
_SECURE = text("INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', :on)")
_HASH_SIZE = text("INSERT INTO search_index (search_index, rank) VALUES ('hashsize', :size_bytes)")
_DROP = text("DELETE FROM search_index WHERE rowid = :seq")


@dataclass(frozen=True)
class Piece:
    """A stretch of a snippet; `marked` where it is what was searched for."""

    text: str
    marked: bool


@dataclass(frozen=True)
class SearchHit:
    """A record that was found, with a snippet in pieces (plain text, never markup)."""

    id: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Filter:
    """What a hit must meet besides the words; empty collections and None ask for nothing."""

    since: date | datetime | None = None
    until: date | datetime | None = None
    tags: Collection[str] = ()
    feelings: Collection[str] = ()
    forms: Collection[str] = ()
    kinds: Collection[type[Record]] = ()
    ids: Collection[str] | None = None


def add(connection: Connection, seq: int, record: Record) -> None:
    """Put the record's words into the index."""
    connection.execute(_ADD, _indexed(seq, record))


def add_many(connection: Connection, many: Iterable[tuple[int, Record]]) -> None:
    """Put many records' words into the index."""
    rows = [_indexed(seq, record) for seq, record in many]
    if rows:
        connection.execute(_ADD, rows)


@contextmanager
def little_in_memory(connection: Connection) -> Iterator[None]:
    """Let FTS5 write its words out sooner than usual, so that many rows need no more memory than few.

    The setting is part of the transaction: where that is taken back, so is this.
    """
    connection.execute(_HASH_SIZE, {"size_bytes": _LITTLE_HASH_BYTES})
    yield
    connection.execute(_HASH_SIZE, {"size_bytes": _USUAL_HASH_BYTES})


def drop(connection: Connection, seq: int) -> None:
    """Take a record's words out of the index."""
    connection.execute(_DROP, {"seq": seq})


def drop_many(connection: Connection, seqs: Iterable[int]) -> None:
    """Take many records' words out of the index, which is then written anew.

    FTS5 takes each word out securely at some five hundred entries a second; leaving them in and writing the index anew
    leaves as little behind, many times faster.
    """
    rows = [{"seq": seq} for seq in seqs]
    if not rows:
        return
    connection.execute(_SECURE, {"on": 0})
    connection.execute(_DROP, rows)
    renew(connection)
    connection.execute(_SECURE, {"on": 1})


def renew(connection: Connection) -> None:
    """Write the index anew from its own rows, so that no inner page of it remembers a removed word."""
    connection.execute(text("INSERT INTO search_index (search_index) VALUES ('rebuild')"))


def rebuild(connection: Connection) -> None:
    """Make the index anew from the kept records."""
    connection.execute(text("DELETE FROM search_index"))
    rows = connection.execute(text("SELECT seq, id, kind, body FROM records WHERE removed = 0 ORDER BY seq")).all()
    add_many(connection, ((row.seq, read_body(row.id, row.kind, row.body)) for row in rows))


def search(connection: Connection, words: str, where: Filter, limit: int) -> list[SearchHit]:
    """The records that hold all the words (each may go on, "phrases in quotes" stand together), the newest first.

    Without words, everything that the filter lets through. Where no word begins so, the letters are looked for
    anywhere in the text (scripts without spaces need that).
    """
    question = match_expression(words)
    if question is None:
        return _hits(connection, "", {}, where, limit)
    found = _hits(connection, "search_index MATCH :question", {"question": question}, where, limit)
    if found:
        return found
    inside = "(instr(lower(search_index.text), lower(:inside)) OR instr(lower(search_index.title), lower(:inside)))"
    return _hits(connection, inside, {"inside": _clean(words).strip()}, where, limit)


def match_expression(words: str) -> str | None:
    """The words as an FTS5 question in which nothing they hold is an operator; None where there are none."""
    parts = _clean(words).split('"')
    phrases: list[str] = []
    for number, part in enumerate(parts):
        quoted = number % 2 == 1 and number < len(parts) - 1
        some = [part] if quoted else part.split()
        phrases += [f'"{one}"' + ("" if quoted else " *") for one in some if any(map(str.isalnum, one))]
    return " AND ".join(phrases) if phrases else None


def written_text(record: Record) -> tuple[str, str]:
    """What a person wrote in the record: a title and a text."""
    match record:
        case Entry():
            texts = [value for value in record.fields.values() if isinstance(value, str)]
            lists = [" ".join(value) for value in record.fields.values() if isinstance(value, tuple)]
            return record.title, "\n".join([*texts, *lists, " ".join(record.tags)])
        case Response() | PracticeDone():
            return "", record.note
        case Event():
            return record.name, record.note


def _indexed(seq: int, record: Record) -> dict[str, Any]:
    title, body = written_text(record)
    return {"seq": seq, "title": _clean(title), "text": _clean(body)}


def _clean(words: str) -> str:
    """The text without what SQLite would stop at or the snippet's marks would be mistaken for."""
    readable = words.encode("utf-8", "replace").decode()
    return readable.translate({0: " ", ord(_OPEN): " ", ord(_CLOSE): " "})


def _hits(connection: Connection, condition: str, values: dict[str, Any], where: Filter, limit: int) -> list[SearchHit]:
    conditions, filter_values = _filter(where)
    snippet = f"snippet(search_index, -1, '{_OPEN}', '{_CLOSE}', ' … ', {_SNIPPET_WORDS})"
    matches = condition.startswith("search_index MATCH")
    shown = snippet if matches else "substr(search_index.text, 1, 200)"
    clauses = " AND ".join(["records.removed = 0", *([condition] if condition else []), *conditions])
    rows = connection.execute(
        text(
            f"SELECT records.id, {shown} AS shown FROM search_index JOIN records ON records.seq = search_index.rowid "
            f"WHERE {clauses} ORDER BY records.happened_us DESC, records.seq DESC LIMIT :limit"
        ),
        values | filter_values | {"limit": limit},
    )
    return [SearchHit(row.id, _pieces(row.shown)) for row in rows]


def _filter(where: Filter) -> tuple[list[str], dict[str, Any]]:
    conditions: list[str] = []
    values: dict[str, Any] = {}
    for name, bound, sign in (("since", where.since, ">="), ("until", where.until, "<=")):
        if isinstance(bound, datetime):
            conditions.append(f"records.happened_us {sign} :{name}")
            values[name] = instant_us(bound)
        elif bound is not None:
            conditions.append(f"records.day {sign} :{name}")
            values[name] = bound.isoformat()
    listed = {
        "forms": ("records.kind = 'entry' AND records.subject IN {values}", where.forms),
        "kinds": ("records.kind IN {values}", [kind_of(kind) for kind in where.kinds]),
        "tags": (_inside("$.tags", "value"), where.tags),
        "feelings": (_inside("$.feelings", "key"), where.feelings),
    }
    if where.ids is not None:
        conditions.append("records.id IN (SELECT value FROM json_each(:ids))")
        values["ids"] = write_json(list(where.ids))
    for name, (condition, wanted) in listed.items():
        if wanted:
            conditions.append(condition.format(values=f"(SELECT value FROM json_each(:{name}))"))
            values[name] = write_json(list(wanted))
    return conditions, values


def _inside(path: str, column: str) -> str:
    """Any of the wanted values is in the list or mapping at that place of the body."""
    return f"EXISTS (SELECT 1 FROM json_each(records.body, '{path}') AS held WHERE held.{column} IN {{values}})"


def _pieces(shown: str) -> tuple[Piece, ...]:
    parts = _MARKED.split(shown)
    return tuple(Piece(part, marked=number % 2 == 1) for number, part in enumerate(parts) if part)
