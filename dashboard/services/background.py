"""Work that goes on beside the page, so that no page waits for it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextvars import copy_context
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Job(Generic[T]):
    """Something being worked out on a thread of its own, in the language of the session that asked for it."""

    def __init__(self, key: Hashable, work_out: Callable[[], T]) -> None:
        self.key = key
        self._work_out = work_out
        self._found: T | None = None
        self._fault: BaseException | None = None
        self._thread = Thread(target=copy_context().run, args=(self._run,), daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._found = self._work_out()
        except Exception as fault:  # noqa: BLE001
            self._fault = fault

    def result(self) -> T | None:
        """What was worked out; None while it is being worked out. A fault in the work is raised here."""
        if self._fault is not None:
            raise self._fault
        return None if self._thread.is_alive() else self._found
