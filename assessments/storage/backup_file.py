"""A backup as one file: the vault's database, its key slots and a manifest, in a zip without compression."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from assessments.storage.errors import DamagedBackup, NewerSchema
from assessments.storage.moments import read_moment

SUFFIX: Final = ".backup"
_PREFIX: Final = "footbridge-"
_FORMAT: Final = 1
_DATABASE: Final = "vault.db"
_KEYS: Final = "keys.json"
_MANIFEST: Final = "manifest.json"
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_CHUNK: Final = 1 << 20
_READING_FAULTS: Final = (ValueError, LookupError, EOFError, RuntimeError, struct.error, zlib.error, zipfile.BadZipFile)
_ZIP_FAULTS: Final = (OSError, *_READING_FAULTS)


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself; nothing of what it holds."""

    vault_id: str
    made_at: datetime
    schema: str
    database_sha256: str
    database_bytes: int
    keys_sha256: str | None


def backup_name(made_at: datetime, number: int) -> str:
    """A file name that sorts by time; `number` keeps two of one second apart."""
    stamp = made_at.astimezone(UTC).strftime(_STAMP)
    return f"{_PREFIX}{stamp}{f'-{number}' if number > 1 else ''}{SUFFIX}"


def write_backup_file(
    path: Path, database: Path, keys: bytes | None, *, vault_id: str, made_at: datetime, schema: str
) -> None:
    """Pack a finished database and its key slots."""
    digest, size = _digest(database)
    manifest = {
        "format": _FORMAT,
        "vault_id": vault_id,
        "made_at": made_at.isoformat(),
        "schema": schema,
        "database_sha256": digest,
        "database_bytes": size,
        "keys_sha256": None if keys is None else hashlib.sha256(keys).hexdigest(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_MANIFEST, json.dumps(manifest, indent=1))
        if keys is not None:
            archive.writestr(_KEYS, keys)
        archive.write(database, _DATABASE)


def read_manifest(path: Path) -> Manifest:
    """The manifest of a backup; DamagedBackup where the file is none, or does not have its parts."""
    try:
        with zipfile.ZipFile(path) as archive:
            held = json.loads(archive.read(_MANIFEST))
            if held["format"] != _FORMAT:
                raise NewerSchema(path)
            manifest = Manifest(
                vault_id=str(held["vault_id"]),
                made_at=read_moment(held["made_at"]),
                schema=str(held["schema"]),
                database_sha256=str(held["database_sha256"]),
                database_bytes=int(held["database_bytes"]),
                keys_sha256=held["keys_sha256"],
            )
            if archive.getinfo(_DATABASE).file_size != manifest.database_bytes:
                raise DamagedBackup(path)
    except (TypeError, *_ZIP_FAULTS):
        raise DamagedBackup(path) from None
    return manifest


def read_keys(path: Path) -> bytes | None:
    """The key slots in a backup; None in a plain one; DamagedBackup where they are not what was written."""
    manifest = read_manifest(path)
    if manifest.keys_sha256 is None:
        return None
    try:
        with zipfile.ZipFile(path) as archive:
            keys = archive.read(_KEYS)
    except _ZIP_FAULTS:
        raise DamagedBackup(path) from None
    if hashlib.sha256(keys).hexdigest() != manifest.keys_sha256:
        raise DamagedBackup(path)
    return keys


def unpack_database(path: Path, place: Path | None) -> Manifest:
    """Read the database in a backup to its end, into a new file at `place` if wished; DamagedBackup if it differs."""
    manifest = read_manifest(path)
    digest, size = hashlib.sha256(), 0
    output = place.open("xb") if place is not None else None
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_DATABASE) as packed:
            while chunk := packed.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                if output is not None:
                    output.write(chunk)
    except _READING_FAULTS:
        raise DamagedBackup(path) from None
    finally:
        if output is not None:
            output.close()
    if (digest.hexdigest(), size) != (manifest.database_sha256, manifest.database_bytes):
        raise DamagedBackup(path)
    return manifest


def is_whole(path: Path) -> bool:
    """Whether everything in the backup is what was written into it."""
    try:
        read_keys(path)
        unpack_database(path, None)
    except (DamagedBackup, NewerSchema, OSError):
        return False
    return True


def _digest(path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size
