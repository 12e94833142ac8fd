"""The vault: everything a person leaves behind, in one folder, durable and, with a passphrase, encrypted."""

from __future__ import annotations

from assessments.home import demo_folder, home_folder
from assessments.storage.backup import Backup, backups_in, newest_good_backup
from assessments.storage.backup_places import backup_folder
from assessments.storage.damage import Readable, needs_secret, read_damaged
from assessments.storage.derived import Derived
from assessments.storage.drafts import Draft
from assessments.storage.erasure import Emptied
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
