"""The vault: everything a person leaves behind, in one folder, durable and, with a passphrase, encrypted."""

from __future__ import annotations

from assessments.storage.drafts import Draft
from assessments.storage.errors import (
    DamagedBackup,
    DamagedVault,
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
from assessments.storage.folder import VaultState, demo_folder, home_folder, vault_exists
from assessments.storage.history import Removed, Revision
from assessments.storage.imports import Import
from assessments.storage.opening import create_vault, open_vault
from assessments.storage.search import Piece, SearchHit
from assessments.storage.vault import Vault

__all__ = [
    "DamagedBackup",
    "DamagedVault",
    "DiskFull",
    "Draft",
    "EditedMeanwhile",
    "FolderGone",
    "Import",
    "NewerSchema",
    "NoVault",
    "Piece",
    "ReadOnlyVault",
    "RecordExists",
    "Removed",
    "Revision",
    "SearchHit",
    "TooSoon",
    "UnknownRecord",
    "Vault",
    "VaultBusy",
    "VaultError",
    "VaultExists",
    "VaultLocked",
    "VaultState",
    "WrongSecret",
    "create_vault",
    "demo_folder",
    "home_folder",
    "open_vault",
    "vault_exists",
]
