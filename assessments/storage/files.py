"""Files that are written whole or not at all, and reach the disk before anybody relies on them."""

from __future__ import annotations

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_durably(new: Path, place: Path) -> None:
    """Put a finished file in its place, at once and for good."""
    sync_file(new)
    new.replace(place)
    sync_folder(place.parent)


def write_durably(path: Path, content: bytes) -> None:
    """Write the file whole: a kill at any moment leaves the old content or the new."""
    new = path.with_name(path.name + ".new")
    handle = os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    replace_durably(new, path)
