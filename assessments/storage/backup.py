"""Backups of an open vault: made, checked by opening them, listed and rotated."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text

from assessments.storage.backup_file import (
    SUFFIX,
    backup_name,
    is_whole,
    read_keys,
    read_manifest,
    write_backup_file,
)
from assessments.storage.backup_places import backup_folder, backup_places, making_prefix, require_place
from assessments.storage.errors import DamagedBackup, DamagedVault, NewerSchema
from assessments.storage.faults import told_as_vault_errors
from assessments.storage.files import sync_file, sync_folder
from assessments.storage.free_space import require_space
from assessments.storage.integrity import is_sound
from assessments.storage.key_file import format_key_file, read_key_file
from assessments.storage.rotation import to_keep
from assessments.storage.settings import fact, note_fact
from assessments.storage.store import Store


@dataclass(frozen=True)
class Backup:
    """One backup file; what `holds_removed_words` was made before the history was emptied."""

    path: Path
    made_at: datetime
    size_bytes: int
    encrypted: bool
    vault_id: str
    schema: str
    holds_removed_words: bool = False
    opens_with_older_secret: bool = False


def make_backup(store: Store, now: datetime) -> Path:
    """Write a backup of the vault as it is at this moment, check it by opening it, and let go of old ones.

    DiskFull, ReadOnlyVault, BackupFolderGone or DamagedVault where that does not succeed; then no half backup is left.
    """
    with told_as_vault_errors(store.folder):
        store.require_same_file()
        place = require_place(store.folder)
        making = place / f"{making_prefix(store.folder)}{uuid4().hex}"
        require_space(place, store.path.stat().st_size * 2)
        making.mkdir(mode=0o700)
        try:
            path = _write(store, making, place, now)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    with store.writing(counts=False) as connection:
        note_fact(connection, "last_backup_count", fact(connection, "change_count") or "0")
        note_fact(connection, "last_backup_at", now.isoformat())
    rotate(store)
    return path


def is_due(store: Store, now: datetime) -> bool:
    """Whether something changed since the last backup and that was on another day."""
    with store.reading() as connection:
        count, counted = fact(connection, "change_count"), fact(connection, "last_backup_count")
        made_at = fact(connection, "last_backup_at")
    return count != counted and (made_at is None or datetime.fromisoformat(made_at).date() != now.date())


def backups_in(folder: str | Path) -> list[Backup]:
    """All readable backups where the folder's vault keeps or kept them, the newest first; the vault stays closed."""
    found = (_backup(path) for place in backup_places(folder) for path in place.glob(f"*{SUFFIX}"))
    return sorted((one for one in found if one is not None), key=lambda one: (one.made_at, one.path), reverse=True)


def newest_good_backup(folder: str | Path) -> Backup | None:
    """The newest backup in which everything is what was written; None where there is none."""
    return next((one for one in backups_in(folder) if is_whole(one.path)), None)


def own_backups(store: Store) -> list[Backup]:
    """The backups of this vault, the newest first, told which hold what was since erased."""
    with store.reading() as connection:
        vault_id = fact(connection, "vault_id")
        stale = set(json.loads(fact(connection, "stale_backups") or "[]"))
    keys = _keys(store)
    return [
        Backup(
            **{
                **one.__dict__,
                "holds_removed_words": one.path.name in stale,
                "opens_with_older_secret": one.encrypted and _keys_of(one.path) != keys,
            }
        )
        for one in backups_in(store.folder)
        if one.vault_id == vault_id
    ]


def rotate(store: Store) -> list[Path]:
    """Delete this vault's backups that the rule no longer keeps, in their present folder alone; returns which."""
    place = backup_folder(store.folder)
    own = [one for one in own_backups(store) if one.path.parent == place]
    kept = to_keep((one.path, one.made_at) for one in own)
    dropped = [one.path for one in own if one.path not in kept]
    for path in dropped:
        path.unlink(missing_ok=True)
    return dropped


def _write(store: Store, making: Path, place: Path, now: datetime) -> Path:
    database = making / "vault.db"
    with store.unshared_connection() as connection:
        connection.execute("VACUUM INTO ?", (str(database),))
    with store.reading() as reading:
        vault_id = fact(reading, "vault_id") or ""
        schema = str(reading.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if not is_sound(database, store.key):
        raise DamagedVault(store.path)
    packed = making / "packed"
    write_backup_file(packed, database, _keys(store), vault_id=vault_id, made_at=now, schema=schema)
    sync_file(packed)
    if not is_whole(packed):
        raise DamagedBackup(packed)
    number = 1
    while (path := place / backup_name(now, number)).exists():
        number += 1
    packed.rename(path)
    sync_folder(place)
    return path


def _keys(store: Store) -> bytes | None:
    if not store.encrypted:
        return None
    return format_key_file(read_key_file(store.folder))


def _keys_of(path: Path) -> bytes | None:
    try:
        return read_keys(path)
    except (DamagedBackup, NewerSchema):
        return None


def _backup(path: Path) -> Backup | None:
    try:
        manifest = read_manifest(path)
        size = path.stat().st_size
    except (DamagedBackup, NewerSchema, OSError):
        return None
    return Backup(path, manifest.made_at, size, manifest.keys_sha256 is not None, manifest.vault_id, manifest.schema)
