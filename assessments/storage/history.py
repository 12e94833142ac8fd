"""What a record was at each of its revisions, what was removed, and the emptying of both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, func, select

from assessments.records import Record
from assessments.storage.encoding import checksum, read_body
from assessments.storage.errors import DamagedVault
from assessments.storage.import_notes import forget_put_away
from assessments.storage.moments import read_moment
from assessments.storage.record_rows import read_row
from assessments.storage.schema import past_revisions, records


@dataclass(frozen=True)
class Revision:
    """One state of a record and when it came about; `record` None means that it was removed then."""

    record: Record | None
    recorded_at: datetime


@dataclass(frozen=True)
class Removed:
    """A removed record that can be restored."""

    record: Record
    removed_at: datetime


def history(connection: Connection, record_id: str, database: Path) -> list[Revision]:
    """Every state of the record, the oldest first, the present one last; empty where there is none."""
    row = connection.execute(select(records).where(records.c.id == record_id)).first()
    if row is None:
        return []
    past = connection.execute(
        select(past_revisions).where(past_revisions.c.record_seq == row.seq).order_by(past_revisions.c.revision)
    )
    states = [
        Revision(
            None if state.body is None else _read_state(row.id, row.kind, state.body, state.checksum, database),
            _moment(state.changed_at, database),
        )
        for state in past
    ]
    present = None if row.removed else read_row(row, database)
    return [*states, Revision(present, _moment(row.changed_at, database))]


def removed(connection: Connection, database: Path) -> list[Removed]:
    """What was removed and can come back, the latest removal first."""
    rows = connection.execute(select(records).where(records.c.removed == 1)).all()
    found = [Removed(read_row(row, database), _moment(row.changed_at, database)) for row in rows]
    return sorted(found, key=lambda one: one.removed_at, reverse=True)


@dataclass(frozen=True)
class PresentState:
    """Which state of a record the present one is, counted from its first, and when it came about (None: not known)."""

    revision: int
    changed_at: datetime | None


@dataclass(frozen=True)
class PastState:
    """What a record was before it was changed; `record` is None where it had been removed."""

    record_id: str
    changed_at: datetime
    record: Record | None
    revision: int


def present_states(connection: Connection, database: Path) -> dict[str, PresentState]:
    """The present state of every record, kept or removed, by its id."""
    rows = connection.execute(select(records.c.id, records.c.revision, records.c.changed_at))
    return {row.id: PresentState(row.revision, _moment(row.changed_at, database)) for row in rows}


def past_states(connection: Connection, database: Path) -> list[PastState]:
    """Every state but the present one of every record, in the order in which they came about."""
    columns = (records.c.id, records.c.kind, *past_revisions.c)
    rows = connection.execute(
        select(*columns)
        .join(past_revisions, past_revisions.c.record_seq == records.c.seq)
        .order_by(records.c.seq, past_revisions.c.revision)
    )
    return [
        PastState(
            row.id,
            _moment(row.changed_at, database),
            None if row.body is None else _read_state(row.id, row.kind, row.body, row.checksum, database),
            row.revision,
        )
        for row in rows
    ]


def empty(connection: Connection) -> int:
    """Delete every past revision and every removed record; returns how many of both there were."""
    counted = sum(
        connection.execute(select(func.count()).select_from(table).where(condition)).scalar_one()
        for table, condition in ((past_revisions, past_revisions.c.revision > 0), (records, records.c.removed == 1))
    )
    connection.execute(delete(past_revisions))
    connection.execute(delete(records).where(records.c.removed == 1))
    forget_put_away(connection)
    return int(counted)


def _read_state(record_id: str, kind: str, body: str, expected: int, database: Path) -> Record:
    if checksum(record_id, kind, body) != expected:
        raise DamagedVault(database)
    try:
        return read_body(record_id, kind, body)
    except ValueError:
        raise DamagedVault(database) from None


def _moment(text: str, database: Path) -> datetime:
    try:
        return read_moment(text)
    except ValueError:
        raise DamagedVault(database) from None
