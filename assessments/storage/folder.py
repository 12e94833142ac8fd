"""Where a vault lies and which files belong to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, TypeAlias

from platformdirs import user_data_path

HOME_VARIABLE: Final = "FOOTBRIDGE_HOME"
PLAIN_HEADER: Final = b"SQLite format 3\x00"

VaultState: TypeAlias = Literal["none", "plain", "encrypted", "damaged"]


def home_folder(environ: Mapping[str, str]) -> Path:
    """The person's folder: FOOTBRIDGE_HOME where it is set, else the data directory of their system."""
    named = environ.get(HOME_VARIABLE, "").strip()
    return Path(named).expanduser() if named else user_data_path("Footbridge", appauthor=False)


def demo_folder(environ: Mapping[str, str]) -> Path:
    """The invented person's own folder, inside the person's folder and never their vault."""
    return home_folder(environ) / "invented person"


def database_path(folder: Path) -> Path:
    """The vault file."""
    return folder / "vault.db"


def new_database_path(folder: Path) -> Path:
    """The vault file in the making, before it takes its place."""
    return folder / "vault.db.new"


def keys_path(folder: Path) -> Path:
    """The wrapped keys of an encrypted vault."""
    return folder / "keys.json"


def vault_exists(folder: str | Path) -> VaultState:
    """What is in the folder, without opening it: no vault, a plain or an encrypted one, or a damaged one."""
    folder = Path(folder)
    database, keys = database_path(folder), keys_path(folder)
    if not database.exists():
        unfinished = new_database_path(folder).exists()
        return "damaged" if keys.exists() and not unfinished else "none"
    with database.open("rb") as file:
        header = file.read(len(PLAIN_HEADER))
    if header == PLAIN_HEADER:
        return "plain"
    return "encrypted" if keys.exists() else "damaged"
