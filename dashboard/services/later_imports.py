"""Imports beside the first page what the later pages need, and spares the garbage collector what was imported.

Streamlit collects garbage after every rerun, which looks at every object there is: with pandas imported that costs
more than the page. pandas itself takes a second to import, for which the first page need not wait.
"""

from __future__ import annotations

import gc
import sys
from functools import cache
from importlib import import_module
from threading import Event, Thread

LATER = (
    "pandas",
    "streamlit.dataframe_util",
    "streamlit.elements.arrow",
    "scipy.special",
    "dashboard.services.change",
    "dashboard.services.figures",
    "dashboard.services.practices",
    "dashboard.services.results",
    "dashboard.services.road",
    "dashboard.services.suggestions",
    "dashboard.components.progress_parts",
    "dashboard.components.result",
)
AFTER_SECONDS = 0.3
SWITCH_SECONDS = 0.001


class LaterImports:
    """The imports of one process on a thread of their own."""

    def __init__(self) -> None:
        self._done = Event()
        Thread(target=self._run, daemon=True).start()

    @property
    def are_done(self) -> bool:
        """Whether everything is imported."""
        return self._done.is_set()

    def _run(self) -> None:
        Event().wait(AFTER_SECONDS)  # the first page goes out to the browser
        for name in LATER:
            import_module(name)
        spare_collector()
        self._done.set()


@cache
def begin() -> LaterImports:
    """Begin them once for each process, right after its first page."""
    gc.freeze()
    sys.setswitchinterval(SWITCH_SECONDS)
    return LaterImports()


def are_done() -> bool:
    """Whether the analyses can be used without making a page wait for their import."""
    return begin.cache_info().currsize > 0 and begin().are_done


def spare_collector() -> None:
    """Collect what is garbage now; what is left lives as long as the process, and is not looked at again."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
