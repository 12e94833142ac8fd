"""The vault's upkeep: checks, backups, emptying and deleting, and what there is to know about its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assessments.storage import backup, backup_places, erasure, integrity
from assessments.storage.backup import Backup
from assessments.storage.clock import Clock
from assessments.storage.erasure import Emptied
from assessments.storage.faults import told_as_vault_errors
from assessments.storage.integrity import IntegrityProblem
from assessments.storage.store import Store


@dataclass(frozen=True)
class StorageFacts:
    """Where the vault lies and which other files hold what it holds or held."""

    path: Path
    size_bytes: int
    encrypted: bool
    backup_folder: Path
    backups: tuple[Backup, ...]
    set_aside: tuple[Path, ...]

    @property
    def last_backup(self) -> Backup | None:
        """The newest backup."""
        return self.backups[0] if self.backups else None

    @property
    def backups_with_removed_words(self) -> tuple[Backup, ...]:
        """Those made before the history was last emptied."""
        return tuple(one for one in self.backups if one.holds_removed_words)

    @property
    def plain_backups(self) -> tuple[Backup, ...]:
        """Those that anybody can read, although the vault itself is encrypted."""
        return tuple(one for one in self.backups if self.encrypted and not one.encrypted)


class VaultUpkeep:
    """The part of a vault that looks after its files."""

    _store: Store
    _clock: Clock

    def verify(self) -> list[IntegrityProblem]:
        """Check every page, every record and the index; an empty list where all is as it was written."""
        with self._store.unshared_connection() as connection:
            problems = integrity.page_problems(connection, self._store.encrypted)
        if problems:
            return problems
        with self._store.reading() as reading:
            return integrity.row_problems(reading)

    def backup(self) -> Path:
        """Write a backup, check it by opening it, and let go of old ones; returns its file."""
        return backup.make_backup(self._store, self._clock())

    def backup_if_due(self) -> Path | None:
        """A backup where something changed since the last one and that was on another day."""
        return self.backup() if backup.is_due(self._store, self._clock()) else None

    def backups(self) -> list[Backup]:
        """This vault's backups, the newest first."""
        return backup.own_backups(self._store)

    def delete_backup(self, path: Path) -> None:
        """Delete one of the backups."""
        with told_as_vault_errors(self._store.folder):
            erasure.delete_backup(self._store.folder, path)

    def delete_set_aside(self, path: Path) -> None:
        """Delete a vault that was set aside."""
        with told_as_vault_errors(self._store.folder):
            erasure.delete_set_aside(self._store.folder, path)

    @property
    def backup_folder(self) -> Path:
        """Where backups go."""
        return backup_places.backup_folder(self._store.folder)

    def set_backup_folder(self, chosen: Path | None) -> None:
        """Keep new backups there; None: beside the vault. Those made so far stay where they are, and stay known.

        BackupFolderRefused where backups cannot be kept there.
        """
        with told_as_vault_errors(self._store.folder):
            backup_places.choose_backup_folder(self._store.folder, chosen)

    def empty_history(self) -> Emptied:
        """Erase past states and removed records for good, and name the files that still hold them."""
        return erasure.empty_history(self._store)

    def delete_everything(self, *, backups_too: bool = False) -> tuple[Path, ...]:
        """Delete the vault for good and close it; returns the backups that are left, which hold it still.

        VaultBusy where another process has the vault open.
        """
        plain = not self._store.encrypted
        own = [one.path for one in self.backups()]
        with self._store.with_file_closed():
            erasure.delete_vault_files(self._store.folder, plain=plain)
            for path in own if backups_too else []:
                path.unlink(missing_ok=True)
            backup_places.forget_places(self._store.folder)
        self._store.close()
        return tuple(path for path in own if path.exists())

    def storage_facts(self) -> StorageFacts:
        """Where everything is, for the person to see."""
        folder = self._store.folder
        own = tuple(self.backups())
        with told_as_vault_errors(folder):
            size = sum(path.stat().st_size for path in folder.glob(self._store.path.name + "*"))
            aside = erasure.set_aside_in(folder)
        return StorageFacts(self._store.path, size, self._store.encrypted, self.backup_folder, own, aside)
