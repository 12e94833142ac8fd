"""What can still be read in a damaged vault, looked for in a copy so that the file stays as it is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import sqlcipher3.dbapi2 as driver

from assessments.records import Record
from assessments.storage import keys
from assessments.storage.connection import connect
from assessments.storage.encoding import checksum, read_body
from assessments.storage.faults import told_as_vault_errors
from assessments.storage.folder import database_path, keys_copy_path, keys_path
from assessments.storage.free_space import require_space
from assessments.storage.tidying import READING_PREFIX

_MOST_ROWS: Final = 200_000
_FEWEST_BYTES_A_ROW: Final = 100


@dataclass(frozen=True)
class Readable:
    """The kept records that could be read, and how many more the file speaks of (None: it cannot be told)."""

    records: tuple[Record, ...]
    unreadable: int | None


def read_damaged(folder: str | Path, passphrase: str | None = None, recovery_code: str | None = None) -> Readable:
    """Every kept record that can still be read in the folder's vault, or in one that was set aside.

    WrongSecret where the vault is encrypted and the secret is not its own; the files are not changed.
    """
    folder = Path(folder)
    with told_as_vault_errors(folder):
        database = database_path(folder)
        if not database.exists():
            return Readable((), None)
        key = _key(folder, passphrase, recovery_code)
        copies = folder / f"{READING_PREFIX}{uuid4().hex}"
        require_space(folder, database.stat().st_size * 2)
        copies.mkdir(mode=0o700)
        try:
            for path in folder.glob(database.name + "*"):
                if path.name != database.name + ".new":
                    shutil.copyfile(path, copies / path.name)
            return _read(copies / database.name, key)
        finally:
            shutil.rmtree(copies, ignore_errors=True)


def needs_secret(folder: str | Path) -> bool:
    """Whether the vault in the folder, damaged or set aside, can be read with its passphrase or recovery code alone."""
    folder = Path(folder)
    with told_as_vault_errors(folder):
        if database_path(folder).exists() and keys.is_plain(folder):
            return False
        return keys_path(folder).exists() or keys_copy_path(folder).exists()


def _key(folder: Path, passphrase: str | None, recovery_code: str | None) -> bytes | None:
    return keys.data_key(folder, passphrase, recovery_code) if needs_secret(folder) else None


def _read(database: Path, key: bytes | None) -> Readable:
    try:
        connection = connect(database, key)
    except driver.Error:
        return Readable((), None)
    try:
        found = list(_rows(connection, 1, _last_seq(connection, database.stat().st_size)))
    finally:
        connection.close()
    kept = [row for row in found if row is None or not row[3]]
    read = [_record(row) for row in kept if row is not None]
    records = tuple(record for record in read if record is not None)
    try_count = len(kept) - len(records)
    return Readable(records, try_count if found else None)


def _last_seq(connection: Any, file_bytes: int) -> int:
    """The highest row number; where it cannot be read, one that the file can hardly have outgrown."""
    try:
        last = connection.execute("SELECT max(seq) FROM records").fetchone()[0]
    except driver.Error:
        last = file_bytes // _FEWEST_BYTES_A_ROW
    return min(last or 0, _MOST_ROWS) if isinstance(last, int | None) else _MOST_ROWS


def _rows(connection: Any, first: int, last: int) -> Iterator[tuple[Any, ...] | None]:
    """The rows of a range, halved where it cannot be read whole; None for a single row that cannot."""
    if first > last:
        return
    try:
        yield from connection.execute(
            "SELECT id, kind, body, removed, checksum FROM records WHERE seq BETWEEN ? AND ? ORDER BY seq",
            (first, last),
        ).fetchall()
    except driver.Error:
        if first == last:
            yield None
            return
        middle = (first + last) // 2
        yield from _rows(connection, first, middle)
        yield from _rows(connection, middle + 1, last)


def _record(row: tuple[Any, ...]) -> Record | None:
    record_id, kind, body, _, expected = row
    try:
        if checksum(record_id, kind, body) != expected:
            return None
        return read_body(record_id, kind, body)
    except (ValueError, TypeError):
        return None
