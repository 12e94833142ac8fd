"""The person's data as a whole: where it is, backups, what was removed, erasing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assessments.records import Record
from assessments.storage import Backup, Emptied, Intake, IntegrityProblem, Removed, StorageFacts
from dashboard import session
from dashboard.services import kept_code, vaults
from dashboard.services.belongings import version


def facts() -> StorageFacts:
    """Where the vault lies, how large it is, and its backups."""
    return session.vault().storage_facts()


def back_up() -> Path:
    """Make a backup now, checked by opening it."""
    return session.vault().backup()


def keep_backups_in(typed: str | None) -> None:
    """Keep new backups in the folder of that path from now on; None: beside the vault."""
    session.vault().set_backup_folder(None if typed is None else _path(typed))


def _path(typed: str) -> Path:
    path = Path(typed.strip().replace("\0", ""))
    try:
        return path.expanduser()
    except RuntimeError:  # no such person's home: storage then refuses the path as it is
        return path


def keeps_backups_beside() -> bool:
    """Whether new backups go beside the vault, where nobody chose otherwise."""
    found = session.vault()
    return found.backup_folder.parent == found.folder


def backup_folder_is_gone() -> bool:
    """Whether the folder that was chosen for backups is not there (a drive that was unplugged)."""
    return not keeps_backups_beside() and not session.vault().backup_folder.is_dir()


def delete_backup(backup: Backup) -> None:
    """Delete one backup for good."""
    session.vault().delete_backup(backup.path)


def check() -> list[IntegrityProblem]:
    """What a check of every page and record finds; nothing where all is whole."""
    return session.vault().verify()


def removed() -> list[Removed]:
    """What was removed and can be brought back, the latest first."""
    return session.remembered("removed", version(), session.vault().removed)


def bring_back(record: Record) -> None:
    """Bring one removed record back."""
    session.vault().restore(record.id)


def bring_back_together(records: Sequence[Record]) -> None:
    """Bring removed records back that came in together, all or nothing."""
    session.vault().take_in(Intake(brought_back=records))


def empty_history() -> Emptied:
    """Erase what was removed and every earlier version, for good."""
    return session.vault().empty_history()


def delete_everything(*, backups_too: bool) -> tuple[Path, ...]:
    """Delete the vault for good and lock the session; the backups that are left."""
    left = session.vault().delete_everything(backups_too=backups_too)
    vaults.close()
    return left


def add_passphrase(new: str) -> str:
    """Encrypt a vault that had no passphrase; gives its recovery code."""
    with kept_code.awaited():
        return session.vault().add_passphrase(new)


def change_passphrase(old: str, new: str) -> None:
    """Put a new passphrase in place of the old one."""
    session.vault().change_passphrase(old, new)


def change_key(passphrase: str) -> str:
    """Write the file anew under a new key; gives the new recovery code. Other windows are locked."""
    with kept_code.awaited():
        return session.vault().change_key(passphrase)


def new_recovery_code(passphrase: str) -> str:
    """A new recovery code; the one before it stops working."""
    with kept_code.awaited():
        return session.vault().new_recovery_code(passphrase)
