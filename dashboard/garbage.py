"""Collects garbage once nobody has asked for anything for a moment, and not while a page is on its way.

Streamlit would do so at the end of every run, before the browser hears that the run is over, and Python several times
within a run that makes much.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cache
from threading import Condition, Lock, Thread

REST_SECONDS = 1.5
NEW_OBJECTS = 50_000  # that many at once are collected without a rest
sparing = Lock()


class Collector:
    """A thread that waits for a rest after each run, and collects then."""

    def __init__(self, collect: Callable[[], object] = gc.collect) -> None:
        self._collect = collect
        self._changed = Condition()
        self._is_due = False
        gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])
        Thread(target=self._watch, daemon=True).start()

    def note_run(self) -> None:
        """A run is over, or something was let go of: collect what that left, if no other follows soon."""
        with self._changed:
            self._is_due = True
            self._changed.notify()

    def _watch(self) -> None:
        while True:
            with self._changed:
                while not self._is_due:
                    self._changed.wait()
                while self._is_due:
                    self._is_due = False
                    self._changed.wait(REST_SECONDS)
            self._collect()


def let_go() -> None:
    """A session has let go of all that it held: collect that too, which was spared while it was open."""
    with sparing:
        gc.unfreeze()
    collector().note_run()


def spare() -> None:
    """Collect what of late became garbage; what is left is not looked at again until a session lets go."""
    with sparing:
        gc.collect()
        gc.freeze()


@cache
def collector() -> Collector:
    """The one of this process."""
    return Collector()
