"""The vault's tables as SQLAlchemy Core knows them, and the schema versions that this Footbridge can read."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

REVISIONS: Final = ("0001", "0002")
NEWEST_REVISION: Final = REVISIONS[-1]

metadata = MetaData()

records = Table(
    "records",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("happened_us", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("import_id", Text),
    Column("revision", Integer, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("checksum", Integer, nullable=False),
)
Index("records_by_instant", records.c.kind, records.c.removed, records.c.happened_us)
Index("records_by_import", records.c.import_id)

past_revisions = Table(
    "past_revisions",
    metadata,
    Column("record_seq", Integer, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("changed_at", Text, nullable=False),
    Column("body", Text),
    Column("checksum", Integer, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
)

settings = Table("settings", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

questionnaires = Table(
    "questionnaires",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("text", Text, nullable=False),
)

derived = Table("derived", metadata, Column("key", Text, primary_key=True), Column("text", Text, nullable=False))

derived_entries = Table(
    "derived_entries",
    metadata,
    Column("entry_id", Text, primary_key=True),
    Column("key", Text, primary_key=True),
)

facts = Table("facts", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))
