"""The records of one open vault as they were last read, so that after a change only what changed is read again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Final

from sqlalchemy import Connection, bindparam, select, text

from assessments.records import Record
from assessments.storage.encoding import kind_of
from assessments.storage.errors import DamagedVault
from assessments.storage.record_rows import RecordType, all_of, read_row
from assessments.storage.schema import records

# One row of two JSON arrays: a row for each record would take three times as long to fetch. No column behind the body:
# to reach it, SQLite would have to read through every long text.
_REVISIONS = text(
    "SELECT json_group_array(id) AS ids, json_group_array(revision) AS revisions FROM"
    " (SELECT id, revision FROM records WHERE kind = :kind AND removed = 0 ORDER BY happened_us, seq)"
)
_SOME = select(records.c.id, records.c.kind, records.c.body, records.c.checksum).where(
    records.c.id.in_(bindparam("ids", expanding=True))
)
_SOME_AT_MOST: Final = 500


@dataclass(frozen=True, eq=False)
class _Held:
    """The records of one kind, in order, their revisions by id, and the index as SQLite told it."""

    told: tuple[str, str]
    revisions: dict[str, int]
    records: dict[str, Record]


class RecordsRead:
    """What one open vault has read, forgotten when it is closed; safe to use from several threads."""

    def __init__(self) -> None:
        self._guard = RLock()
        self._held: dict[str, _Held] = {}

    def all_of(self, connection: Connection, record_type: type[RecordType], database: Path) -> list[RecordType]:
        """Every kept record of that type, by instant, the oldest first; the same objects as before where unchanged.

        DamagedVault where a row that is read now is not what was written, or the index names one that is not there.
        """
        kind = kind_of(record_type)
        row = connection.execute(_REVISIONS, {"kind": kind}).one()
        told = (row.ids, row.revisions)
        with self._guard:
            before = self._held.get(kind, _Held(("", ""), {}, {}))
            if told != before.told:
                self._held[kind] = self._read(connection, record_type, database, before, told)
            return [record for record in self._held[kind].records.values() if isinstance(record, record_type)]

    @staticmethod
    def _read(
        connection: Connection,
        record_type: type[RecordType],
        database: Path,
        before: _Held,
        told: tuple[str, str],
    ) -> _Held:
        revisions: dict[str, int] = dict(zip(*map(json.loads, told), strict=True))
        new = [name for name, _ in revisions.items() - before.revisions.items()]
        read: dict[str, Record] = {}
        if len(new) > _SOME_AT_MOST:
            read = {record.id: record for record in all_of(connection, record_type, database)}
        elif new:
            read = {row.id: read_row(row, database) for row in connection.execute(_SOME, {"ids": new})}
        if not read.keys() >= set(new):
            raise DamagedVault(database)
        kept = before.records | {name: read[name] for name in new}
        return _Held(told, revisions, {name: kept[name] for name in revisions})

    def forget(self) -> None:
        """Let go of everything."""
        with self._guard:
            self._held.clear()
