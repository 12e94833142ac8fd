"""Many records removed, brought back or read at once, with the same history as one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, bindparam, case, insert, literal, null, select, update

from assessments.records import Record
from assessments.storage import search
from assessments.storage.derived import forget_derived_from
from assessments.storage.moments import write_moment
from assessments.storage.record_rows import read_row, row_values
from assessments.storage.schema import past_revisions, records

AT_ONCE: Final = 500
_STATE: Final = ("record_seq", "revision", "changed_at", "body", "checksum")


def read_many(connection: Connection, ids: Iterable[str], database: Path) -> dict[str, Record]:
    """Those of the records that are kept, by their ids."""
    found: dict[str, Record] = {}
    for some in _chunks(list(ids)):
        rows = connection.execute(select(records).where(records.c.id.in_(some), records.c.removed == 0))
        found |= {row.id: read_row(row, database) for row in rows}
    return found


def remove_many(connection: Connection, ids: Sequence[str], now: datetime) -> None:
    """Take kept records out of sight, with a way back."""
    seqs: list[int] = []
    for some in _chunks(ids):
        _keep_states(connection, some)
        connection.execute(
            update(records)
            .where(records.c.id.in_(some))
            .values(removed=1, revision=records.c.revision + 1, changed_at=write_moment(now))
        )
        seqs += connection.scalars(select(records.c.seq).where(records.c.id.in_(some)))
        forget_derived_from(connection, some)
    search.drop_many(connection, seqs)


def bring_back_many(connection: Connection, many: Sequence[Record], now: datetime) -> None:
    """Bring removed records back as they are now given, in one step of their history each."""
    change = update(records).where(records.c.id == bindparam("of_id"))
    for some in _chunks(many):
        ids = [record.id for record in some]
        _keep_states(connection, ids)
        rows = {row.id: row for row in connection.execute(select(records).where(records.c.id.in_(ids)))}
        connection.execute(
            change,
            [
                row_values(record, now) | {"revision": rows[record.id].revision + 1, "of_id": record.id}
                for record in some
            ],
        )
        search.add_many(connection, ((rows[record.id].seq, record) for record in some))


def _keep_states(connection: Connection, ids: Sequence[str]) -> None:
    is_removed = records.c.removed == 1
    states = select(
        records.c.seq,
        records.c.revision,
        records.c.changed_at,
        case((is_removed, null()), else_=records.c.body),
        case((is_removed, literal(0)), else_=records.c.checksum),
    ).where(records.c.id.in_(ids))
    connection.execute(insert(past_revisions).from_select(_STATE, states))


def _chunks(many: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (many[start : start + AT_ONCE] for start in range(0, len(many), AT_ONCE))
