"""Where a vault's backups lie: the folder that the person chose, and every folder that still holds earlier ones."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from assessments.storage.errors import BackupFolderGone, BackupFolderRefused
from assessments.storage.files import write_durably

_PLACES: Final = "places.json"
_BESIDE: Final = "backups"


def backup_folder(folder: str | Path) -> Path:
    """Where new backups of the folder's vault go: where the person chose, else beside the vault."""
    chosen = _read(Path(folder)).get("backups")
    return Path(chosen) if isinstance(chosen, str) else Path(folder) / _BESIDE


def backup_places(folder: str | Path) -> tuple[Path, ...]:
    """Every folder in which backups of the folder's vault may lie, the present one first."""
    folder = Path(folder)
    earlier = _read(folder).get("earlier")
    named = [Path(each) for each in earlier if isinstance(each, str)] if isinstance(earlier, list) else []
    return tuple(dict.fromkeys([backup_folder(folder), folder / _BESIDE, *named]))


def choose_backup_folder(folder: Path, chosen: Path | None) -> None:
    """Keep new backups there from now on; None: beside the vault. Known without opening the vault.

    BackupFolderRefused where it is no whole path, inside the vault's own files, or cannot be written to.
    """
    earlier = [str(place) for place in backup_places(folder) if place != folder / _BESIDE]
    if chosen is not None:
        _require_fit(folder, chosen)
    if chosen is None and not earlier:
        return
    held = {"backups": None if chosen is None else str(chosen), "earlier": earlier}
    write_durably(folder / _PLACES, json.dumps(held).encode())


def forget_places(folder: Path) -> None:
    """Forget every folder that was chosen."""
    (folder / _PLACES).unlink(missing_ok=True)


def require_place(folder: Path) -> Path:
    """The folder for a new backup; BackupFolderGone where the chosen one is not there (a drive that was unplugged)."""
    place = backup_folder(folder)
    if place == folder / _BESIDE:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    elif not place.is_dir():
        raise BackupFolderGone(place)
    return place


def making_prefix(folder: Path) -> str:
    """How the unfinished backups of the folder's vault begin, so that nobody clears away another vault's."""
    return f".making-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]}-"


def _read(folder: Path) -> dict[str, Any]:
    try:
        held = json.loads((folder / _PLACES).read_bytes())
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}


def _require_fit(folder: Path, chosen: Path) -> None:
    own, place = folder.resolve(), chosen.resolve()
    if not chosen.is_absolute() or place == own or (own in place.parents and place != own / _BESIDE):
        raise BackupFolderRefused(chosen)
    try:
        chosen.mkdir(parents=True, exist_ok=True, mode=0o700)
        trial = chosen / f"{making_prefix(folder)}{uuid4().hex}"
        os.close(os.open(trial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        trial.unlink()
    except OSError:
        raise BackupFolderRefused(chosen) from None
