"""How many records there are, the newest of each kind and those that lack something, for a page that says no more."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, false, func, or_, select, true

from assessments.records import Entry
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
_SAYS_SOMETHING: Final = "*[0-9A-Za-z]*"  # no answer is without; what is written in other letters is looked at
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


def entries_lacking(connection: Connection, fields: Mapping[str, Collection[str]], database: Path) -> list[Entry]:
    """The kept entries of each form named in which one of its fields given may be without an answer, the oldest first.

    Every entry that lacks one is among them; of those that do not, only such as answer in no Latin letter or digit.
    """
    lacks = [and_(records.c.subject == form, or_(*map(_may_be_empty, names))) for form, names in fields.items()]
    rows = connection.execute(
        select(records.c.id, records.c.kind, records.c.body, records.c.checksum)
        .where(*_KEPT, or_(false(), *lacks))
        .order_by(records.c.happened_us, records.c.seq),
        {"kind": kind_of(Entry)},
    )
    found = (read_row(row, database) for row in rows)
    return [each for each in found if isinstance(each, Entry)]


def _may_be_empty(field: str) -> ColumnElement[bool]:
    value = func.json_extract(records.c.body, f'$.fields."{field}"')
    says_nothing = or_(value.is_(None), value.op("NOT GLOB")(_SAYS_SOMETHING))
    return case((func.json_valid(records.c.body) == 1, says_nothing), else_=true())
