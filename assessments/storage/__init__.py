"""The vault: everything a person leaves behind, in one folder, durable and, with a passphrase, encrypted.

What opens and reads it is imported with its first use, for it takes longer than a locked door: SQLAlchemy, the driver.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from assessments.home import demo_folder, home_folder
from assessments.storage.errors import (
    BackupFolderGone,
    BackupFolderRefused,
    DamagedBackup,
    DamagedVault,
    DiskFault,
    DiskFull,
    EditedMeanwhile,
    FolderGone,
    NewerSchema,
    NoVault,
    ReadOnlyVault,
    RecordExists,
    TooSoon,
    UnknownRecord,
    VaultBusy,
    VaultError,
    VaultExists,
    VaultLocked,
    WrongSecret,
)
from assessments.storage.folder import VaultState, vault_exists

if TYPE_CHECKING:
    from assessments.storage.backup import Backup, backups_in, newest_good_backup
    from assessments.storage.backup_places import backup_folder
    from assessments.storage.damage import Readable, needs_secret, read_damaged
    from assessments.storage.derived import Derived
    from assessments.storage.drafts import Draft, WrittenDraft
    from assessments.storage.erasure import Emptied
    from assessments.storage.history import PastState, PresentState, Removed, Revision
    from assessments.storage.imports import Intake
    from assessments.storage.incoming import Incoming
    from assessments.storage.integrity import IntegrityProblem
    from assessments.storage.opening import create_vault, open_vault
    from assessments.storage.past_imports import Import
    from assessments.storage.restoring import restore_backup, set_aside
    from assessments.storage.search import Piece, SearchHit
    from assessments.storage.vault import Vault
    from assessments.storage.vault_upkeep import StorageFacts

__all__ = [
    "Backup",
    "BackupFolderGone",
    "BackupFolderRefused",
    "DamagedBackup",
    "DamagedVault",
    "Derived",
    "DiskFault",
    "DiskFull",
    "Draft",
    "EditedMeanwhile",
    "Emptied",
    "FolderGone",
    "Import",
    "Incoming",
    "Intake",
    "IntegrityProblem",
    "NewerSchema",
    "NoVault",
    "PastState",
    "Piece",
    "PresentState",
    "ReadOnlyVault",
    "Readable",
    "RecordExists",
    "Removed",
    "Revision",
    "SearchHit",
    "StorageFacts",
    "TooSoon",
    "UnknownRecord",
    "Vault",
    "VaultBusy",
    "VaultError",
    "VaultExists",
    "VaultLocked",
    "VaultState",
    "WrittenDraft",
    "WrongSecret",
    "backup_folder",
    "backups_in",
    "create_vault",
    "demo_folder",
    "home_folder",
    "needs_secret",
    "newest_good_backup",
    "open_vault",
    "read_damaged",
    "restore_backup",
    "set_aside",
    "vault_exists",
]

_NAMES: Final = {
    "backup": ("Backup", "backups_in", "newest_good_backup"),
    "backup_places": ("backup_folder",),
    "damage": ("Readable", "needs_secret", "read_damaged"),
    "derived": ("Derived",),
    "drafts": ("Draft", "WrittenDraft"),
    "erasure": ("Emptied",),
    "history": ("PastState", "PresentState", "Removed", "Revision"),
    "imports": ("Intake",),
    "incoming": ("Incoming",),
    "integrity": ("IntegrityProblem",),
    "opening": ("create_vault", "open_vault"),
    "past_imports": ("Import",),
    "restoring": ("restore_backup", "set_aside"),
    "search": ("Piece", "SearchHit"),
    "vault": ("Vault",),
    "vault_upkeep": ("StorageFacts",),
}
_PLACES: Final = {name: place for place, names in _NAMES.items() for name in names}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
        return globals()[name]
