"""Texts worked out from entries; they go when an entry that they were worked out from changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from assessments.storage.schema import derived, derived_entries

_AT_ONCE: Final = 500


@dataclass(frozen=True, kw_only=True)
class Derived:
    """A text that was worked out, and the entries that it was worked out from."""

    text: str
    entry_ids: tuple[str, ...]


def read_derived(connection: Connection, key: str) -> str | None:
    """The text under the key; None where there is none (any more)."""
    return connection.execute(select(derived.c.text).where(derived.c.key == key)).scalar_one_or_none()


def all_derived(connection: Connection) -> dict[str, Derived]:
    """Every text by its key."""
    ids: dict[str, list[str]] = {}
    for row in connection.execute(select(derived_entries).order_by(derived_entries.c.entry_id)):
        ids.setdefault(row.key, []).append(row.entry_id)
    rows = connection.execute(select(derived).order_by(derived.c.key))
    return {row.key: Derived(text=row.text, entry_ids=tuple(ids.get(row.key, ()))) for row in rows}


def write_derived(connection: Connection, key: str, text: str, entry_ids: Iterable[str]) -> None:
    """Keep the text under the key until one of the entries is revised or removed."""
    statement = upsert(derived).values(key=key, text=text)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"text": text}))
    connection.execute(delete(derived_entries).where(derived_entries.c.key == key))
    named = [{"entry_id": entry_id, "key": key} for entry_id in dict.fromkeys(entry_ids)]
    if named:
        connection.execute(insert(derived_entries), named)


def forget_derived_from(connection: Connection, entry_ids: Iterable[str]) -> None:
    """Delete every text that was worked out from one of the entries."""
    wanted = list(entry_ids)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        found = connection.scalars(select(derived_entries.c.key).where(derived_entries.c.entry_id.in_(some))).all()
        if found:
            connection.execute(delete(derived).where(derived.c.key.in_(set(found))))
            connection.execute(delete(derived_entries).where(derived_entries.c.key.in_(set(found))))
