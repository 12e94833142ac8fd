"""Watches a Python process from within: connections, temporary files, and a fault that can be switched on outside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

WATCHER = """
import os
import sys

stream = 1
for_writing = os.O_WRONLY | os.O_RDWR
temporary = os.environ.get("TMPDIR")

def watch(event, details, folder={folder!r}, fault={fault!r}):
    if event == "socket.connect" and details[0].type == stream or event == "socket.sendto":
        write(folder + "/connected.txt", repr(details[1]))
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        write(folder + "/looked-up.txt", repr(details[0]))
    elif event == "open" and temporary and str(details[0]).startswith(temporary) and details[2] & for_writing:
        write(folder + "/temporary.txt", str(details[0]))
    elif event == "exec" and str(getattr(details[0], "co_filename", "")).endswith("app.py"):
        arm(sys.modules.get("dashboard.components.frame"), fault)

def arm(frame, fault):
    if not hasattr(frame, "draw_around") or hasattr(frame, "armed"):
        return  # not there yet, or half imported by another thread: the next page arms it
    frame.armed = draw = frame.draw_around

    def draw_around(*arguments):
        if os.path.exists(fault):
            with open(fault, encoding="utf-8") as words:
                raise RuntimeError("deliberate fault with private words " + words.read())
        draw(*arguments)

    frame.draw_around = draw_around

def write(path, line):
    with open(path, "a", encoding="utf-8") as file:
        file.write(line + chr(10))

sys.addaudithook(watch)
"""


@dataclass(frozen=True)
class Watch:
    """What the watched processes did, and the switch for the fault."""

    folder: Path

    @property
    def fault(self) -> Path:
        """While this file exists, drawing any page fails, with the file's words in the fault's message."""
        return self.folder / "fault"

    def connected(self) -> list[str]:
        """Every address that was connected or sent to (a datagram socket that is only connected sends nothing)."""
        return _lines(self.folder / "connected.txt")

    def looked_up(self) -> list[str]:
        """Every name that was looked up."""
        return _lines(self.folder / "looked-up.txt")

    def temporary(self) -> list[str]:
        """Every temporary file that was opened for writing, by a process that was given a TMPDIR."""
        return _lines(self.folder / "temporary.txt")


@contextmanager
def watching(folder: Path) -> Iterator[Watch]:
    """Watch every Python process started inside the block, for as long as that process lives."""
    watch = Watch(folder)
    code = WATCHER.format(folder=str(folder), fault=str(watch.fault))
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")])))
        yield watch


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []
