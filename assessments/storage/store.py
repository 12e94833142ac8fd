"""The open file: readings and writings as transactions, each writing checked to reach the vault that was opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text

from assessments.storage.connection import READING, make_engine
from assessments.storage.errors import FolderGone, NoVault, VaultBusy
from assessments.storage.faults import told_as_vault_errors
from assessments.storage.folder import database_path
from assessments.storage.folder_lock import alone, leave, share
from assessments.storage.free_space import RESERVE_BYTES, require_space
from assessments.storage.gate import Gate
from assessments.storage.records_read import RecordsRead

_COUNT_CHANGE = text("UPDATE facts SET value = CAST(value AS INTEGER) + 1 WHERE name = 'change_count'")


class Store:
    """One opened vault file with its pool of connections; safe to use from several threads."""

    def __init__(self, folder: Path, key: bytes | None) -> None:
        self.folder = folder
        self.key = key
        self.gate = Gate()
        self.changes_made = 0
        self.read = RecordsRead()
        share(folder, self)
        try:
            self._engine, self._identity = self._open()
        except BaseException:
            leave(folder, self)
            raise

    @property
    def encrypted(self) -> bool:
        """Whether the file is encrypted."""
        return self.key is not None

    @property
    def path(self) -> Path:
        """The vault file."""
        return database_path(self.folder)

    def _open(self) -> tuple[Engine, tuple[int, int]]:
        identity = _file_identity(self.path)
        if identity is None:
            raise NoVault(self.folder)
        return make_engine(self.path, self.key), identity

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the vault and changes nothing."""
        with (
            self.gate.passed(),
            told_as_vault_errors(self.folder),
            self._engine.connect().execution_options(**{READING: True}) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def writing(
        self, bytes_to_write: int = 0, *, counts: bool = True, reserve: int = RESERVE_BYTES
    ) -> Iterator[Connection]:
        """A transaction that is durable when this returns and undone when anything raises.

        `counts`: whether the change count grows with it (drafts do not count).
        """
        with self.gate.passed(), told_as_vault_errors(self.folder):
            require_space(self.folder, bytes_to_write * 4, reserve)
            with self._engine.connect() as connection, connection.begin():
                self.require_same_file()
                yield connection
                if counts:
                    connection.execute(_COUNT_CHANGE)
            self.changes_made += counts
            if not self.path.with_name(self.path.name + "-wal").exists():
                raise FolderGone(self.folder)

    def require_same_file(self) -> None:
        """Raise FolderGone where the file at the vault's place is not the one that was opened.

        Without this a write would go to a file that has no name any more, and be lost while called saved.
        """
        if _file_identity(self.path) != self._identity:
            raise FolderGone(self.folder)

    @contextmanager
    def unshared_connection(self) -> Iterator[Any]:
        """A driver connection outside any transaction, for what SQLite runs in none (VACUUM, checkpoints)."""
        with self.gate.passed(), told_as_vault_errors(self.folder):
            self.require_same_file()
            borrowed = self._engine.raw_connection()
            try:
                yield borrowed.driver_connection
            finally:
                borrowed.close()

    @contextmanager
    def with_file_closed(self) -> Iterator[None]:
        """The folder for this store alone and every connection closed; opened again with `key` afterwards."""
        with told_as_vault_errors(self.folder), alone(self.folder, keep=self):
            with self.gate.alone():
                self.require_same_file()
                self._engine.dispose()
                try:
                    yield
                finally:
                    if self.path.exists():
                        self._engine, self._identity = self._open()
            if self.path.exists():
                self.make_durable()

    def make_durable(self) -> None:
        """Switch the file to a write-ahead log; for a file that is known to be a vault of ours, not before."""
        with self.unshared_connection() as connection:
            if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
                raise VaultBusy
            # A switch of mode that was killed half way leaves an empty journal, which nobody needs any more.
            self.path.with_name(self.path.name + "-journal").unlink(missing_ok=True)

    def close(self) -> None:
        """Wait for what is running, then close every connection; later use raises VaultLocked."""
        self.gate.close()
        self._engine.dispose()
        self.read.forget()
        self.key = None
        leave(self.folder, self)


def _file_identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
