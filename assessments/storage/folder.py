"""Where a vault lies and which files belong to it."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal, TypeAlias

PLAIN_HEADER: Final = b"SQLite format 3\x00"

VaultState: TypeAlias = Literal["none", "plain", "encrypted", "damaged"]


def database_path(folder: Path) -> Path:
    """The vault file."""
    return folder / "vault.db"


def new_database_path(folder: Path) -> Path:
    """The vault file in the making, before it takes its place."""
    return folder / "vault.db.new"


def keys_path(folder: Path) -> Path:
    """The wrapped keys of an encrypted vault."""
    return folder / "keys.json"


def keys_copy_path(folder: Path) -> Path:
    """The second copy of the wrapped keys, for the day on which the first is damaged."""
    return folder / "keys-copy.json"


def restoring_path(folder: Path) -> Path:
    """Where a backup is unpacked before it takes the vault's place."""
    return folder / "restoring"


def restoring_ready_path(folder: Path) -> Path:
    """The mark of a backup that was unpacked whole, so that a restoring cut short is finished."""
    return restoring_path(folder) / "ready.json"


def set_aside_path(folder: Path) -> Path:
    """Where damaged or replaced vaults are kept, each in a folder of its own."""
    return folder / "set aside"


def vault_exists(folder: str | Path) -> VaultState:
    """What is in the folder, without opening it: no vault, a plain or an encrypted one, or a damaged one."""
    folder = Path(folder)
    if restoring_ready_path(folder).exists() and database_path(restoring_path(folder)).exists():
        folder = restoring_path(folder)
    database, has_keys = database_path(folder), _has_keys(folder)
    if not database.exists():
        unfinished = new_database_path(folder).exists()
        return "damaged" if has_keys and not unfinished else "none"
    try:
        with database.open("rb") as file:
            header = file.read(len(PLAIN_HEADER))
    except OSError:
        return "damaged"
    if header == PLAIN_HEADER:
        return "plain"
    return "encrypted" if has_keys and header else "damaged"


def _has_keys(folder: Path) -> bool:
    return keys_path(folder).exists() or keys_copy_path(folder).exists()
