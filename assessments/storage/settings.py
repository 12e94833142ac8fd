"""The person's settings and the vault's own facts, by name."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from assessments.storage.encoding import write_json
from assessments.storage.schema import facts, settings


def setting(connection: Connection, key: str, default: Any = None) -> Any:
    """The setting under the key, a JSON value; the default where it was never set."""
    text = connection.execute(select(settings.c.value).where(settings.c.key == key)).scalar_one_or_none()
    return default if text is None else json.loads(text)


def all_settings(connection: Connection) -> dict[str, Any]:
    """Every setting by its key."""
    rows = connection.execute(select(settings).order_by(settings.c.key))
    return {row.key: json.loads(row.value) for row in rows}


def remove_setting(connection: Connection, key: str) -> None:
    """Forget what was set under the key."""
    connection.execute(delete(settings).where(settings.c.key == key))


def set_setting(connection: Connection, key: str, value: Any) -> None:
    """Keep a JSON value under the key."""
    text = write_json(value)
    statement = upsert(settings).values(key=key, value=text)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": text}))


def fact(connection: Connection, name: str) -> str | None:
    """One of the vault's own facts; None where it was never noted."""
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar_one_or_none()


def note_fact(connection: Connection, name: str, value: str) -> None:
    """Note one of the vault's own facts."""
    statement = upsert(facts).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
