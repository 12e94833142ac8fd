"""What a kill left half done in the folder, finished or cleared away when the vault is next opened."""

from __future__ import annotations

import shutil
from pathlib import Path

from assessments.storage.backup_places import backup_places, making_prefix
from assessments.storage.folder import (
    database_path,
    keys_copy_path,
    keys_path,
    new_database_path,
    restoring_path,
)
from assessments.storage.folder_lock import alone_if_free
from assessments.storage.key_file import delete_key_file
from assessments.storage.keys import is_plain
from assessments.storage.restoring import finish_restoring

READING_PREFIX = ".reading-"


def tidy(folder: Path) -> None:
    """Finish a restoring, drop unfinished files; nothing where the vault is open anywhere."""
    if not folder.is_dir() or not _is_untidy(folder):
        return
    with alone_if_free(folder) as free:
        if not free:
            return
        finish_restoring(folder)
        for path in _unfinished(folder):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        if _has_needless_keys(folder):
            delete_key_file(folder)


def _is_untidy(folder: Path) -> bool:
    return restoring_path(folder).exists() or bool(_unfinished(folder)) or _has_needless_keys(folder)


def _unfinished(folder: Path) -> list[Path]:
    """Files in the making whose maker is gone; the new database counts only beside the one it was to replace."""
    found = [*folder.glob("*.json.new"), *folder.glob(f"{READING_PREFIX}*")]
    for place in backup_places(folder):
        found += place.glob(making_prefix(folder) + "*") if place.is_dir() else []
    if database_path(folder).exists():
        found += folder.glob(new_database_path(folder).name + "*")
    return found


def _has_needless_keys(folder: Path) -> bool:
    """Keys beside a plain vault: a change to an encrypted one that was cut short before it counted."""
    if not (keys_path(folder).exists() or keys_copy_path(folder).exists()) or not database_path(folder).exists():
        return False
    return is_plain(folder)
