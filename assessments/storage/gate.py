"""A gate that many pass at once, and that one can hold alone or close for good."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, local

from assessments.storage.errors import VaultLocked


class Gate:
    """Counts who is inside; an alone-standing holder waits until nobody is; once closed nobody enters."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._inside = 0
        self._own = local()
        self._held = False
        self.closed = False

    @contextmanager
    def passed(self) -> Iterator[None]:
        """Be inside together with others, also a second time in one thread; VaultLocked once the gate is closed."""
        with self._changed:
            depth = getattr(self._own, "depth", 0)
            if not depth:
                self._changed.wait_for(lambda: self.closed or not self._held)
                if self.closed:
                    raise VaultLocked
            self._inside += 1
            self._own.depth = depth + 1
        try:
            yield
        finally:
            with self._changed:
                self._inside -= 1
                self._own.depth = depth
                self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be inside alone; VaultLocked once the gate is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or not self._held)
            if self.closed:
                raise VaultLocked
            self._held = True
            self._changed.wait_for(lambda: self._inside == 0)
        try:
            yield
        finally:
            with self._changed:
                self._held = False
                self._changed.notify_all()

    def close(self) -> None:
        """Let nobody in any more and wait until everybody has left."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._inside == 0)
