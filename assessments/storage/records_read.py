"""The records of one open vault as they were last read, so that after a change only what changed is read again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any, Final, TypeAlias, cast

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from assessments.records import Record
from assessments.storage.encoding import kind_of
from assessments.storage.errors import DamagedVault
from assessments.storage.record_rows import AnyRow, RecordType, read_row
from assessments.storage.schema import records

_Place: TypeAlias = tuple[str, tuple[str, ...] | None]

_KEPT = (records.c.kind == bindparam("kind"), records.c.removed == 0)
_ABOUT = records.c.subject.in_(bindparam("subjects", expanding=True))
_ROW = (records.c.id, records.c.kind, records.c.body, records.c.checksum)
_SOME = select(*_ROW).where(records.c.id.in_(bindparam("ids", expanding=True)))
_SOME_AT_MOST: Final = 500


def _index_of(*where: ColumnElement[bool]) -> Select[tuple[str, str]]:
    """The ids and revisions as one row of two JSON arrays: a row for each would take three times as long to fetch.

    No column behind the body: to reach it, SQLite would have to read through every long text.
    """
    in_order = select(records.c.id, records.c.revision).where(*where).order_by(records.c.happened_us, records.c.seq)
    named = in_order.subquery()
    return select(
        func.json_group_array(named.c.id).label("ids"), func.json_group_array(named.c.revision).label("revisions")
    )


_INDEX, _INDEX_ABOUT = _index_of(*_KEPT), _index_of(*_KEPT, _ABOUT)
_ALL, _ALL_ABOUT = select(*_ROW).where(*_KEPT), select(*_ROW).where(*_KEPT, _ABOUT)


@dataclass(frozen=True, eq=False)
class _Held:
    """The records that were asked for, in order, their revisions by id, and the index as SQLite told it."""

    told: tuple[str, str]
    revisions: dict[str, int]
    records: dict[str, Record]


class RecordsRead:
    """What one open vault has read, forgotten when it is closed; safe to use from several threads."""

    def __init__(self) -> None:
        self._guard = RLock()
        self._held: dict[_Place, _Held] = {}

    def all_of(
        self,
        connection: Connection,
        record_type: type[RecordType],
        database: Path,
        subjects: Collection[str] | None = None,
    ) -> list[RecordType]:
        """Every kept record of that type, by instant, the oldest first; the same objects as before where unchanged.

        Where `subjects` are given, those about these questionnaires, forms or practices alone. DamagedVault where a
        row that is read now is not what was written, or the index names one that is not there.
        """
        kind, about = kind_of(record_type), None if subjects is None else tuple(sorted(subjects))
        wanted = {"kind": kind} | ({} if about is None else {"subjects": about})
        row = connection.execute(_INDEX if about is None else _INDEX_ABOUT, wanted).one()
        told = (row.ids, row.revisions)
        with self._guard:
            before = self._held.get((kind, about))
            if before is None or told != before.told:
                self._held[kind, about] = self._read(connection, wanted, database, told)
            held = self._held[kind, about]
            return cast(list[RecordType], list(held.records.values()))

    def _read(self, connection: Connection, wanted: dict[str, Any], database: Path, told: tuple[str, str]) -> _Held:
        revisions: dict[str, int] = dict(zip(*map(json.loads, told), strict=True))
        known = self._known(wanted["kind"], revisions)
        new = revisions.keys() - known.keys()
        read = {row.id: read_row(row, database) for row in _rows(connection, wanted, new)}
        if not read.keys() >= new:
            raise DamagedVault(database)
        return _Held(told, revisions, {name: known[name] if name in known else read[name] for name in revisions})

    def _known(self, kind: str, revisions: dict[str, int]) -> dict[str, Record]:
        """What was read before of these records at these revisions."""
        found: dict[str, Record] = {}
        for (held_kind, _), held in self._held.items():
            if held_kind == kind:
                at = held.revisions
                found |= {name: one for name, one in held.records.items() if revisions.get(name) == at[name]}
        return found

    def forget(self) -> None:
        """Let go of everything."""
        with self._guard:
            self._held.clear()


def _rows(connection: Connection, wanted: dict[str, Any], ids: Collection[str]) -> Iterator[AnyRow]:
    if len(ids) > _SOME_AT_MOST:
        rows = connection.execute(_ALL_ABOUT if "subjects" in wanted else _ALL, wanted)
        yield from (row for row in rows if row.id in ids)
    elif ids:
        yield from connection.execute(_SOME, {"ids": list(ids)})
