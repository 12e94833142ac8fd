"""A backup brought back as the vault, the one that stood there set aside; a restoring cut short is finished."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from assessments.storage.backup_file import read_keys, read_manifest, unpack_database
from assessments.storage.errors import NewerSchema
from assessments.storage.faults import told_as_vault_errors
from assessments.storage.files import sync_file, sync_folder, write_durably
from assessments.storage.folder import (
    database_path,
    keys_copy_path,
    keys_path,
    new_database_path,
    restoring_path,
    restoring_ready_path,
    set_aside_path,
)
from assessments.storage.folder_lock import alone
from assessments.storage.free_space import require_space
from assessments.storage.key_file import parse_key_file
from assessments.storage.schema import REVISIONS

_BESIDE: Final = ("-wal", "-shm", "-journal")


def restore_backup(path: str | Path, folder: str | Path) -> Path | None:
    """Make the backup the folder's vault; what stood there is set aside whole, and its new place comes back.

    The file is read to its end first: DamagedBackup or NewerSchema, and then nothing is touched. Sessions of
    this process that have the vault open are locked; VaultBusy where another process has it open.
    """
    path, folder = Path(path), Path(folder)
    with told_as_vault_errors(folder):
        _require_whole(path)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alone(folder):
            finish_restoring(folder)
            _unpack(path, folder)
            return finish_restoring(folder)


def set_aside(folder: str | Path) -> Path | None:
    """Move a vault that cannot be read out of the way, whole; returns its new place, None where there is none."""
    folder = Path(folder)
    with told_as_vault_errors(folder), alone(folder):
        return _move_aside(folder, _new_place_aside(folder), keys=True)


def finish_restoring(folder: Path) -> Path | None:
    """Carry out, or carry on, a restoring whose backup is unpacked whole; throw away one that is not.

    The caller has the folder alone. Each step can be repeated, so a kill between any two does no harm.
    """
    ready, staging = restoring_ready_path(folder), restoring_path(folder)
    try:
        plan = json.loads(ready.read_bytes())
        aside, encrypted = set_aside_path(folder) / plan["aside"], bool(plan["encrypted"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        shutil.rmtree(staging, ignore_errors=True)
        return None
    if database_path(staging).exists():
        _move_aside(folder, aside, keys=False)
    if not encrypted or keys_path(staging).exists():
        _move_keys_aside(folder, aside)
    if keys_path(staging).exists():
        keys_path(staging).replace(keys_path(folder))
    if database_path(staging).exists():
        database_path(staging).replace(database_path(folder))
    sync_folder(folder)
    shutil.rmtree(staging, ignore_errors=True)
    return aside if aside.exists() else None


def _require_whole(path: Path) -> None:
    if read_manifest(path).schema not in REVISIONS:
        raise NewerSchema(path)
    keys = read_keys(path)
    if keys is not None:
        parse_key_file(keys, path)
    unpack_database(path, None)


def _unpack(path: Path, folder: Path) -> None:
    manifest, keys = read_manifest(path), read_keys(path)
    require_space(folder, manifest.database_bytes)
    staging = restoring_path(folder)
    staging.mkdir(mode=0o700)
    try:
        unpack_database(path, database_path(staging))
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    database_path(staging).chmod(0o600)
    sync_file(database_path(staging))
    if keys is not None:
        write_durably(keys_path(staging), keys)
    sync_folder(staging)
    plan = {"aside": _new_place_aside(folder).name, "encrypted": keys is not None}
    write_durably(restoring_ready_path(folder), json.dumps(plan).encode())


def _new_place_aside(folder: Path) -> Path:
    """A folder for what is set aside now, named by the vault file's own last change."""
    changed = database_path(folder).stat().st_mtime if database_path(folder).exists() else 0
    stamp = datetime.fromtimestamp(changed, UTC).strftime("%Y-%m-%dT%H%M%SZ")
    number = 1
    while (place := set_aside_path(folder) / (stamp if number == 1 else f"{stamp}-{number}")).exists():
        number += 1
    return place


def _move_aside(folder: Path, aside: Path, *, keys: bool) -> Path | None:
    database = database_path(folder)
    moved = [database.with_name(database.name + suffix) for suffix in ("", *_BESIDE)]
    moved.append(new_database_path(folder))
    _move([path for path in moved if path.exists()], aside)
    if keys:
        _move_keys_aside(folder, aside)
    return aside if aside.exists() else None


def _move_keys_aside(folder: Path, aside: Path) -> None:
    _move([path for path in (keys_path(folder), keys_copy_path(folder)) if path.exists()], aside)


def _move(paths: list[Path], aside: Path) -> None:
    if not paths:
        return
    aside.mkdir(parents=True, exist_ok=True, mode=0o700)
    for path in paths:
        path.replace(aside / path.name)
    sync_folder(aside)
    sync_folder(aside.parent)
