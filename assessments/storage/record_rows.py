"""Records in their table: saved, revised, removed, restored and read, with every earlier state kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from assessments.records import Entry, Event, PracticeDone, Record, Response
from assessments.storage import search
from assessments.storage.derived import forget_derived_from
from assessments.storage.encoding import checksum, kind_of, read_body, subject_of, write_body
from assessments.storage.errors import DamagedVault, EditedMeanwhile, RecordExists, UnknownRecord
from assessments.storage.moments import instant_us, write_moment
from assessments.storage.schema import past_revisions, records

RecordType = TypeVar("RecordType", Response, Entry, PracticeDone, Event)
AnyRow: TypeAlias = Row[*tuple[Any, ...]]

_INSERT = insert(records).returning(records.c.seq)
_BY_ID = select(records).where(records.c.id == bindparam("record_id"))
_KEEP_STATE = insert(past_revisions)
_CHANGE = update(records).where(records.c.seq == bindparam("row_seq"))


def save(connection: Connection, record: Record, now: datetime) -> str:
    """Keep a new record; RecordExists where its id is kept or removed already."""
    record = with_recorded_at(record, now)
    if connection.execute(_BY_ID, {"record_id": record.id}).first() is not None:
        raise RecordExists(record.id)
    values = row_values(record, now)
    seq = connection.execute(_INSERT, values).scalar_one()
    search.add(connection, seq, record)
    return record.id


def revise(
    connection: Connection, record: Record, now: datetime, database: Path, expected_revision: int | None = None
) -> None:
    """Put the record in the place of the one with its id, whose state is kept as a past revision.

    EditedMeanwhile where `expected_revision` is no longer the newest or the record was removed; UnknownRecord
    where there is none. Without a `recorded_at` the first one stays.
    """
    row = _row(connection, record.id)
    older = read_row(row, database)
    if row.removed or expected_revision not in (None, row.revision):
        raise EditedMeanwhile(None if row.removed else older, row.revision)
    if type(older) is not type(record):
        raise ValueError("a record keeps its kind")
    record = record if record.recorded_at is not None else replace(record, recorded_at=older.recorded_at)
    _keep_state(connection, row)
    values = row_values(record, now) | {"revision": row.revision + 1, "row_seq": row.seq}
    connection.execute(_CHANGE, values)
    search.drop(connection, row.seq)
    search.add(connection, row.seq, record)
    forget_derived_from(connection, [record.id])


def remove(connection: Connection, record_id: str, now: datetime) -> None:
    """Take the record out of sight, with a way back; UnknownRecord where there is none or it is removed."""
    row = _row(connection, record_id)
    if row.removed:
        raise UnknownRecord(record_id)
    _set_removed(connection, row, True, now)
    search.drop(connection, row.seq)
    forget_derived_from(connection, [record_id])


def restore(connection: Connection, record_id: str, now: datetime, database: Path) -> None:
    """Bring a removed record back; UnknownRecord where there is no removed one with that id."""
    row = _row(connection, record_id)
    if not row.removed:
        raise UnknownRecord(record_id)
    _set_removed(connection, row, False, now)
    search.add(connection, row.seq, read_row(row, database))


def get(connection: Connection, record_id: str, database: Path) -> Record | None:
    """The record as it is now; None where there is none or it was removed."""
    row = connection.execute(_BY_ID, {"record_id": record_id}).first()
    return None if row is None or row.removed else read_row(row, database)


def revision_number(connection: Connection, record_id: str) -> int:
    """How many states the record has had, this one included; it grows with each revision, removal and restoring."""
    return int(_row(connection, record_id).revision)


def known_ids(connection: Connection, ids: Iterable[str]) -> dict[str, bool]:
    """Those of the ids that are known, each with whether it is kept (True) or removed (False)."""
    wanted = list(ids)
    found: dict[str, bool] = {}
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        rows = connection.execute(select(records.c.id, records.c.removed).where(records.c.id.in_(some)))
        found |= {row.id: not row.removed for row in rows}
    return found


def read_row(row: AnyRow, database: Path) -> Record:
    """The record of a row; DamagedVault where its checksum or its text is not what was written."""
    if checksum(row.id, row.kind, row.body) != row.checksum:
        raise DamagedVault(database)
    try:
        return read_body(row.id, row.kind, row.body)
    except ValueError:
        raise DamagedVault(database) from None


def with_recorded_at(record: Record, now: datetime) -> Record:
    """The record with the time of writing it down filled in where it has none."""
    return record if record.recorded_at is not None else replace(record, recorded_at=now)


def row_values(record: Record, now: datetime) -> dict[str, Any]:
    """The columns of a record that is saved for the first time."""
    kind, body = kind_of(type(record)), write_body(record)
    return {
        "id": record.id,
        "kind": kind,
        "subject": subject_of(record),
        "happened_us": instant_us(record.happened_at),
        "day": record.happened_at.date().isoformat(),
        "import_id": record.import_id,
        "revision": 1,
        "changed_at": write_moment(now),
        "removed": 0,
        "body": body,
        "checksum": checksum(record.id, kind, body),
    }


def size_of(some: Sequence[Record]) -> int:
    """About how many bytes the records' texts take."""
    return sum(
        sum(len(value) for value in record.fields.values() if isinstance(value, str)) * 2
        if isinstance(record, Entry)
        else 0
        for record in some
    ) + 1_000 * len(some)


def _row(connection: Connection, record_id: str) -> AnyRow:
    row = connection.execute(_BY_ID, {"record_id": record_id}).first()
    if row is None:
        raise UnknownRecord(record_id)
    return row


def _keep_state(connection: Connection, row: AnyRow) -> None:
    connection.execute(
        _KEEP_STATE,
        {
            "record_seq": row.seq,
            "revision": row.revision,
            "changed_at": row.changed_at,
            "body": None if row.removed else row.body,
            "checksum": 0 if row.removed else row.checksum,
        },
    )


def _set_removed(connection: Connection, row: AnyRow, removed: bool, now: datetime) -> None:
    _keep_state(connection, row)
    connection.execute(
        _CHANGE,
        {
            "row_seq": row.seq,
            "revision": row.revision + 1,
            "changed_at": write_moment(now),
            "removed": int(removed),
        },
    )
