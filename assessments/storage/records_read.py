"""The records of one open vault as they were last read, so that after a change only what changed is read again."""

from __future__ import annotations

from pathlib import Path
from threading import RLock
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select

from assessments.records import Record
from assessments.storage.encoding import kind_of
from assessments.storage.errors import DamagedVault
from assessments.storage.record_rows import RecordType, all_of, read_row
from assessments.storage.schema import records

# No column behind the body: to reach it, SQLite would have to read through every long text.
_REVISIONS = (
    select(records.c.id, records.c.revision)
    .where(records.c.kind == bindparam("kind"), records.c.removed == 0)
    .order_by(records.c.happened_us, records.c.seq)
)
_SOME = select(records.c.id, records.c.kind, records.c.body, records.c.checksum).where(
    records.c.id.in_(bindparam("ids", expanding=True))
)
_SOME_AT_MOST: Final = 500


class RecordsRead:
    """What one open vault has read, forgotten when it is closed; safe to use from several threads."""

    def __init__(self) -> None:
        self._guard = RLock()
        self._held: dict[str, dict[str, tuple[int, Record]]] = {}

    def all_of(self, connection: Connection, record_type: type[RecordType], database: Path) -> list[RecordType]:
        """Every kept record of that type, by instant, the oldest first; the same objects as before where unchanged.

        DamagedVault where a row that is read now is not what was written, or the index names one that is not there.
        """
        kind = kind_of(record_type)
        revisions: dict[str, int] = dict(map(tuple, connection.execute(_REVISIONS, {"kind": kind})))
        with self._guard:
            before = self._held.get(kind, {})
            new = [name for name, revision in revisions.items() if name not in before or before[name][0] != revision]
            read: dict[str, Any] = {}
            if len(new) > _SOME_AT_MOST:
                read = {record.id: record for record in all_of(connection, record_type, database)}
            elif new:
                read = {row.id: read_row(row, database) for row in connection.execute(_SOME, {"ids": new})}
            if not read.keys() >= set(new):
                raise DamagedVault(database)
            kept = before | {name: (revisions[name], read[name]) for name in new}
            self._held[kind] = {name: kept[name] for name in revisions}
            return [record for _, record in self._held[kind].values() if isinstance(record, record_type)]

    def forget(self) -> None:
        """Let go of everything."""
        with self._guard:
            self._held.clear()
