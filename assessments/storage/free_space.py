"""A look at the free space before anything is written: on a full disk not even a removal succeeds."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from assessments.storage.errors import DiskFull

RESERVE_BYTES: Final = 4_000_000
REMOVAL_RESERVE_BYTES: Final = 1_000_000


def free_bytes(folder: Path) -> int | None:
    """The bytes that may still be written there; None where that cannot be told."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def require_space(folder: Path, bytes_to_write: int, reserve: int = RESERVE_BYTES) -> None:
    """Raise DiskFull unless that many bytes and the reserve fit."""
    free = free_bytes(folder)
    if free is not None and free < bytes_to_write + reserve:
        raise DiskFull(free)
