"""A full-text index over what was written, which forgets removed words at once; its rows are built afterwards."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the index."""
    op.execute('CREATE VIRTUAL TABLE search_index USING fts5(title, text, tokenize = "unicode61 remove_diacritics 2")')
    op.execute("INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1)")
