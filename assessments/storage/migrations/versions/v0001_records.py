"""The first schema: records with their past revisions, drafts, settings, questionnaires, derived values, facts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _make_record_tables()
    op.create_table(
        "drafts",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
    )
    op.create_table(
        "settings", sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False)
    )
    op.create_table(
        "questionnaires",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table("derived", sa.Column("key", sa.Text, primary_key=True), sa.Column("text", sa.Text, nullable=False))
    op.create_table(
        "derived_entries",
        sa.Column("entry_id", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
    )
    facts = op.create_table(
        "facts", sa.Column("name", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False)
    )
    op.bulk_insert(facts, [{"name": "change_count", "value": "0"}])


def _make_record_tables() -> None:
    op.create_table(
        "records",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("happened_us", sa.Integer, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("import_id", sa.Text),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("removed", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("checksum", sa.Integer, nullable=False),
    )
    op.create_index("records_by_instant", "records", ["kind", "removed", "happened_us"])
    op.create_index("records_by_import", "records", ["import_id"])
    op.create_table(
        "past_revisions",
        sa.Column("record_seq", sa.Integer, primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("body", sa.Text),
        sa.Column("checksum", sa.Integer, nullable=False),
    )
