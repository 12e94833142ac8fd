"""Who has a vault open: many may share it; what rewrites or replaces the file needs the folder alone."""

from __future__ import annotations

import os
import sys
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, RLock
from typing import Final, Protocol

from assessments.storage.errors import VaultBusy

_WAIT_SECONDS: Final = 5.0
_POLL_SECONDS: Final = 0.02


class _Closable(Protocol):
    def close(self) -> None: ...


class _Place:
    """One folder, as this process uses it: its open stores and one lock on the folder for all of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mutex = RLock()
        self.members: weakref.WeakSet[_Closable] = weakref.WeakSet()
        self.handle: int | None = None

    def hold(self, *, alone: bool, wait_seconds: float) -> None:
        """Take the folder's lock, shared or alone; VaultBusy where another process does not let go in time."""
        if sys.platform == "win32":
            return  # Windows itself refuses to replace a file that somebody has open
        if self.handle is None:
            self.handle = os.open(self.folder, os.O_RDONLY)
        deadline = time.monotonic() + wait_seconds
        while not _lock(self.handle, alone):
            if time.monotonic() >= deadline:
                if self.members:
                    _lock(self.handle, False)
                self.let_go_if_unused()
                raise VaultBusy
            Event().wait(_POLL_SECONDS)

    def let_go_if_unused(self) -> None:
        """Give the lock back once no store of this process needs it."""
        with self.mutex:
            if not self.members and self.handle is not None:
                os.close(self.handle)
                self.handle = None


_places: dict[Path, _Place] = {}
_guard = RLock()


def share(folder: Path, store: _Closable) -> None:
    """Count the store among those that have the folder's vault open."""
    place = _place(folder)
    with place.mutex:
        place.members.add(store)
        try:
            place.hold(alone=False, wait_seconds=_WAIT_SECONDS)
        except BaseException:
            place.members.discard(store)
            place.let_go_if_unused()
            raise
    weakref.finalize(store, place.let_go_if_unused)


def leave(folder: Path, store: _Closable) -> None:
    """The store is closed."""
    place = _place(folder)
    with place.mutex:
        place.members.discard(store)
        place.let_go_if_unused()


@contextmanager
def alone(folder: Path, keep: _Closable | None = None) -> Iterator[None]:
    """Have the folder alone: the other stores of this process are closed, other processes are waited for.

    VaultBusy where another process keeps its vault open.
    """
    place = _place(folder)
    with place.mutex:
        for store in list(place.members):
            if store is not keep:
                store.close()
        place.hold(alone=True, wait_seconds=_WAIT_SECONDS)
        try:
            yield
        finally:
            if place.members:
                place.hold(alone=False, wait_seconds=_WAIT_SECONDS)
            place.let_go_if_unused()


@contextmanager
def alone_if_free(folder: Path) -> Iterator[bool]:
    """Have the folder alone where nobody has its vault open, here or elsewhere; yields whether that is so."""
    place = _place(folder)
    with place.mutex:
        free = not place.members
        if free:
            try:
                place.hold(alone=True, wait_seconds=0)
            except VaultBusy:
                free = False
        try:
            yield free
        finally:
            place.let_go_if_unused()


def _place(folder: Path) -> _Place:
    resolved = folder.resolve()
    with _guard:
        return _places.setdefault(resolved, _Place(resolved))


def _lock(handle: int, alone: bool) -> bool:
    """Try for the lock at once; True also where the file system has no locks to offer."""
    if sys.platform == "win32":
        return True
    import fcntl

    with suppress(OSError):
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
