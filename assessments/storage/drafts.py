"""Drafts: what was typed and not yet saved, by key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from assessments.storage.encoding import write_json
from assessments.storage.moments import read_moment, write_moment
from assessments.storage.schema import drafts


@dataclass(frozen=True)
class Draft:
    """What was typed under a key, and when it was kept."""

    key: str
    value: Mapping[str, Any]
    saved_at: datetime


@dataclass(frozen=True)
class WrittenDraft:
    """A draft as whoever lets go of it last wrote it or read it; what is there otherwise is somebody else's."""

    key: str
    value: Mapping[str, Any]


def save_draft(connection: Connection, key: str, value: Mapping[str, Any], now: datetime) -> None:
    """Keep the draft in the place of the one before; values are JSON values (a tuple comes back as a list)."""
    columns = {"value": write_json(dict(value)), "saved_at": write_moment(now)}
    statement = upsert(drafts).values(key=key, **columns)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=columns))


def draft(connection: Connection, key: str) -> dict[str, Any] | None:
    """The draft under the key; None where there is none."""
    text = connection.execute(select(drafts.c.value).where(drafts.c.key == key)).scalar_one_or_none()
    return None if text is None else dict(json.loads(text))


def all_drafts(connection: Connection) -> list[Draft]:
    """Every draft, the latest first."""
    rows = connection.execute(select(drafts)).all()
    found = [Draft(row.key, json.loads(row.value), read_moment(row.saved_at)) for row in rows]
    return sorted(found, key=lambda one: one.saved_at, reverse=True)


def discard_draft(connection: Connection, which: str | WrittenDraft) -> None:
    """Drop the draft under the key, if there is one; a written one only if it still stands there as it was written."""
    key = which if isinstance(which, str) else which.key
    if isinstance(which, str) or draft(connection, key) == json.loads(write_json(dict(which.value))):
        connection.execute(delete(drafts).where(drafts.c.key == key))
