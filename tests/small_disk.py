"""A real disk of a few megabytes, where this computer lets us mount one; else the test says so by not running."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def disk_of(megabytes: int, folder: Path) -> Iterator[Path]:
    """The folder, made for it, with such a disk in its place."""
    folder.mkdir()
    can_mount = sys.platform == "linux" and shutil.which("mount")
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if not can_mount or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no small disk may be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
