"""Removal that removes: removed words leave the file's pages and its log, or everything leaves the disk."""

from __future__ import annotations

import json
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Final

from assessments.storage import history, search
from assessments.storage.backup import Backup, backups_in, own_backups
from assessments.storage.errors import VaultBusy
from assessments.storage.files import sync_folder
from assessments.storage.folder import (
    database_path,
    keys_copy_path,
    keys_path,
    new_database_path,
    restoring_path,
    set_aside_path,
)
from assessments.storage.free_space import REMOVAL_RESERVE_BYTES, require_space
from assessments.storage.settings import note_fact
from assessments.storage.store import Store

_WAIT_SECONDS: Final = 10.0


@dataclass(frozen=True)
class Emptied:
    """How many removed records and past states went, and which files still hold them."""

    n: int
    backups: tuple[Backup, ...]
    set_aside: tuple[Path, ...]


def empty_history(store: Store) -> Emptied:
    """Delete all past states and removed records, then write the file anew without a trace of them.

    VaultBusy where another process is reading: the words are deleted, and a second call clears the pages.
    """
    require_space(store.folder, store.path.stat().st_size * 2, REMOVAL_RESERVE_BYTES)
    stale = own_backups(store)
    with store.writing(reserve=REMOVAL_RESERVE_BYTES) as connection:
        n = history.empty(connection)
        search.renew(connection)
        note_fact(connection, "stale_backups", json.dumps([one.path.name for one in stale]))
    compact(store)
    return Emptied(n, tuple(one for one in own_backups(store) if one.holds_removed_words), set_aside_in(store.folder))


def compact(store: Store) -> None:
    """Write the file anew and empty its log, so that no freed page holds anything."""
    deadline = time.monotonic() + _WAIT_SECONDS
    with store.unshared_connection() as connection:
        connection.execute("VACUUM")
        while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() >= deadline:
                raise VaultBusy
            Event().wait(0.05)


def delete_vault_files(folder: Path, *, plain: bool) -> None:
    """Delete the vault, its keys first, and everything set aside; a plain file is overwritten before.

    The caller has the folder alone and no connection open. Backups stay.
    """
    for path in (keys_path(folder), keys_copy_path(folder)):
        path.unlink(missing_ok=True)
    sync_folder(folder)
    database = database_path(folder)
    for path in sorted(folder.glob(database.name + "*"), reverse=True):
        if plain:
            _overwrite(path)
        path.unlink(missing_ok=True)
    for path in (set_aside_path(folder), restoring_path(folder)):
        shutil.rmtree(path, ignore_errors=True)
    new_database_path(folder).unlink(missing_ok=True)
    sync_folder(folder)


def delete_backup(folder: Path, path: Path) -> None:
    """Delete one of the folder's backups; ValueError where the path is none of them."""
    if path not in {one.path for one in backups_in(folder)}:
        raise ValueError("not a backup of this folder")
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def set_aside_in(folder: Path) -> tuple[Path, ...]:
    """The folders of vaults that were set aside, which still hold what they held."""
    place = set_aside_path(folder)
    return tuple(sorted(place.iterdir())) if place.is_dir() else ()


def delete_set_aside(folder: Path, path: Path) -> None:
    """Delete a vault that was set aside; ValueError where the path is none of them."""
    if path not in set_aside_in(folder):
        raise ValueError("nothing that was set aside here")
    shutil.rmtree(path)


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, 1 << 20)))
        file.flush()
        os.fsync(file.fileno())
