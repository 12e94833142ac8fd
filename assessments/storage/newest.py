"""How many records there are and the newest of each kind, for a page that says no more of them."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, bindparam, func, select

from assessments.storage.encoding import kind_of
from assessments.storage.record_rows import RecordType, read_row
from assessments.storage.schema import records

_KEPT = (records.c.kind == bindparam("kind"), records.c.removed == 0)
_COUNT = select(func.count()).select_from(records).where(*_KEPT)
_BY_INSTANT = (
    select(records.c.id, records.c.kind, records.c.body, records.c.checksum)
    .where(*_KEPT)
    .order_by(records.c.happened_us.desc(), records.c.seq.desc())
    .limit(1)
)
_RANKED = (
    select(
        records.c.seq,
        records.c.subject,
        func.row_number()
        .over(partition_by=records.c.subject, order_by=(records.c.happened_us.desc(), records.c.seq.desc()))
        .label("place"),
    )
    .where(*_KEPT)
    .subquery()
)
_NEWEST_OF_EACH = (
    select(records.c.id, records.c.kind, records.c.body, records.c.checksum, records.c.subject)
    .join(_RANKED, _RANKED.c.seq == records.c.seq)
    .where(_RANKED.c.place == 1)
    .order_by(records.c.happened_us, records.c.seq)
)


def count(connection: Connection, record_type: type[RecordType]) -> int:
    """How many records of that type are kept."""
    return int(connection.execute(_COUNT, {"kind": kind_of(record_type)}).scalar_one())


def newest(connection: Connection, record_type: type[RecordType], database: Path) -> RecordType | None:
    """The last of the kept records of that type by instant; None where there is none."""
    row = connection.execute(_BY_INSTANT, {"kind": kind_of(record_type)}).first()
    found = None if row is None else read_row(row, database)
    return found if isinstance(found, record_type) else None


def newest_of_each(connection: Connection, record_type: type[RecordType], database: Path) -> dict[str, RecordType]:
    """The last kept record about each questionnaire, form or practice, by its id; the oldest of these first."""
    rows = connection.execute(_NEWEST_OF_EACH, {"kind": kind_of(record_type)}).all()
    found = {row.subject: read_row(row, database) for row in rows}
    return {name: record for name, record in found.items() if isinstance(record, record_type)}
