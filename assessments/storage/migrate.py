"""The schema brought up to date; Alembic is imported only when there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from assessments.storage.errors import DamagedVault, NewerSchema
from assessments.storage.schema import NEWEST_REVISION, REVISIONS


def schema_revision(connection: Connection, database: Path) -> str | None:
    """The schema version of the file, None for an empty one; NewerSchema or DamagedVault where it is none of ours."""
    names = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
    if not names:
        return None
    if "alembic_version" not in names:
        raise DamagedVault(database)
    found = connection.scalars(text("SELECT version_num FROM alembic_version")).all()
    if len(found) != 1:
        raise DamagedVault(database)
    if found[0] not in REVISIONS:
        raise NewerSchema(database)
    return str(found[0])


def migrate(connection: Connection, to: str = NEWEST_REVISION) -> None:
    """Run the migrations up to that version, inside the transaction that is open on the connection."""
    from alembic import command
    from alembic.config import Config

    from assessments.storage import search

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
    if to == NEWEST_REVISION:
        search.rebuild(connection)
