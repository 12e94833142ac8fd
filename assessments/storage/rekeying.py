"""The vault file written anew under another key: plain to encrypted, or one key to the next."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from assessments.storage.connection import connect
from assessments.storage.errors import DamagedVault
from assessments.storage.files import replace_durably
from assessments.storage.folder import database_path, new_database_path
from assessments.storage.free_space import require_space
from assessments.storage.integrity import is_sound


def rewrite(folder: Path, old_key: bytes | None, new_key: bytes, before_replacing: Callable[[], None]) -> None:
    """Write the file anew under the new key and put it in its place, the old one overwritten.

    The caller has the folder alone and no connection open. `before_replacing` runs when the new file is
    whole and checked, just before it takes the old one's place. A kill leaves the one file or the other.
    """
    old, new = database_path(folder), new_database_path(folder)
    require_space(folder, old.stat().st_size * 2)
    try:
        _export(old, old_key, new, new_key)
        if not is_sound(new, new_key):
            raise DamagedVault(old)
        before_replacing()
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    held = _held_open(old)
    replace_durably(new, old)
    if held is not None:
        _overwrite(held)


def empty_write_ahead_log(database: Path, key: bytes | None) -> None:
    """Bring everything into the database file, so that no log beside it remains."""
    connection = connect(database, key)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        connection.close()


def _export(old: Path, old_key: bytes | None, new: Path, new_key: bytes) -> None:
    empty_write_ahead_log(old, old_key)
    new.unlink(missing_ok=True)
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = connect(old, old_key)
    try:
        connection.execute(f"ATTACH DATABASE ? AS fresh KEY \"x'{new_key.hex()}'\"", (str(new),))
        connection.execute("SELECT sqlcipher_export('fresh')").fetchall()
        connection.execute("DETACH DATABASE fresh")
    finally:
        connection.close()


def _held_open(path: Path) -> int | None:
    """A handle that outlives the file's name; Windows would not let an open file be replaced."""
    return None if os.name == "nt" else os.open(path, os.O_RDWR)


def _overwrite(handle: int) -> None:
    """Write zeros over a file that has no name any more, as far as the disk lets anybody do so."""
    try:
        left = os.fstat(handle).st_size
        os.lseek(handle, 0, os.SEEK_SET)
        while left > 0:
            left -= os.write(handle, bytes(min(left, 1 << 20)))
        os.fsync(handle)
    finally:
        os.close(handle)
