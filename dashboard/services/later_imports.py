"""Imports what pages need while nobody waits for it, and spares the garbage collector what was imported.

The first page's modules are imported while the browser still fetches Streamlit's own files; after that page pandas,
which takes as long as all of them, and where it was a locked door, what opens and reads a vault. Streamlit collects
garbage after every rerun, which looks at every object: once all is imported that would cost more than the page.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib import import_module
from threading import Event, Thread

from streamlit import delta_generator

from dashboard import garbage, session
from dashboard.nodelay import send_at_once
from dashboard.seclusion import stay_on_this_machine

DOOR = (
    "dashboard.wiring",
    "streamlit.components.v2.manifest_scanner",  # Streamlit imports these two as a page first draws a part of ours
    "streamlit.material_icon_names",
)
TODAY = (
    "assessments.storage.opening",
    "dashboard.components.helpful_words",
    "dashboard.components.practice_choice",
    "dashboard.components.waiting_entries",
    "dashboard.components.writing",
    "dashboard.components.duration",
    "dashboard.services.check_ins",
    "dashboard.services.visits",
    "dashboard.wording.today",
)
LATER = (
    *TODAY,
    "pandas",
    "streamlit.dataframe_util",
    "streamlit.elements.arrow",
    "scipy.special",
    "dashboard.components.insights",
    "dashboard.components.progress_parts",
    "dashboard.components.result",
    "dashboard.components.suggestion",
)
ENGLISH = "en"
SPARED = "_spared"
TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3  # glibc's names for them are M_TRIM_THRESHOLD and M_MMAP_THRESHOLD
LARGE_BYTES = 4 * 1024 * 1024  # smaller ones are made and dropped hundreds of times for one page
AFTER_SECONDS = 1.0
SWITCH_SECONDS = 0.001


class LaterImports:
    """What the later pages need, imported on a thread of its own."""

    def __init__(self) -> None:
        self._done = Event()
        Thread(target=self._run, daemon=True).start()

    @property
    def are_done(self) -> bool:
        """Whether everything is imported."""
        return self._done.is_set()

    def _run(self) -> None:
        Event().wait(AFTER_SECONDS)  # the first page goes out to the browser
        garbage.spare()
        try:
            for name in LATER:
                import_module(name)
            garbage.spare()
        finally:
            self._done.set()


@asynccontextmanager
async def beside_the_server(_: object) -> AsyncIterator[None]:
    """While the server runs; as it starts, what the first page needs is imported on a thread of its own."""
    send_at_once()
    stay_on_this_machine()  # a foreign page may ask before any page of ours is drawn
    garbage.collector()  # Python itself would collect between two imports
    sys.setswitchinterval(SWITCH_SECONDS)  # so that the server answers while modules are imported
    Thread(target=_import_first, daemon=True).start()
    yield


def _import_first() -> None:
    give_large_memory_back()
    delta_generator._use_warning_has_been_displayed = True  # else Streamlit looks where each module lies
    for name in DOOR:
        import_module(name)
    if import_module("dashboard.services.vaults").opens_by_itself():
        for name in TODAY:
            import_module(name)
        import_module("assessments.catalogue").load()
        import_module("babel.localedata").load(ENGLISH)  # Today writes days; half of what any English locale needs
    gc.freeze()  # reading a long journal would otherwise have the collector look at all of this


def give_large_memory_back() -> None:
    """Let glibc return each large array to the system once it is done with, instead of keeping room for the next."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    if libc is not None and hasattr(libc, "mallopt"):
        libc.mallopt(MMAP_THRESHOLD, LARGE_BYTES)
        libc.mallopt(TRIM_THRESHOLD, LARGE_BYTES)  # else what small arrays leave goes back piece by piece, too


def after_page() -> None:
    """Begin the later imports after the first page of the process, and spare the collector once for each opening."""
    is_first = not begin.cache_info().currsize
    begin()
    if session.opened() is not None and not session.get(SPARED):
        session.put(SPARED, True)
        if not is_first:
            Thread(target=garbage.spare, daemon=True).start()


@cache
def begin() -> LaterImports:
    """Begin them once for each process."""
    return LaterImports()


def are_done() -> bool:
    """Whether the analyses can be used without making a page wait for their import."""
    return begin.cache_info().currsize > 0 and begin().are_done
