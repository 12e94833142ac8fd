"""Drops the sessions of closed tabs within seconds; left alone, Streamlit keeps their keys until a tab opens."""

from __future__ import annotations

from threading import Event, Thread
from typing import Any, Final

from streamlit import runtime

from dashboard import garbage, late_messages

EVERY_SECONDS: Final = 5.0


def watch_for_closed_tabs() -> None:
    """Look every few seconds, for as long as the process lives."""
    Thread(target=_watch, daemon=True).start()


def drop_closed_tabs() -> None:
    """Lock and let go of every session whose tab was closed longer ago than `server.disconnectedSessionTTL`."""
    # Streamlit's own way of testing a page puts something in the runtime's place that has no sessions.
    manager: Any = getattr(runtime.get_instance(), "_session_mgr", None) if runtime.exists() else None
    if manager is None:
        return
    with manager._storage_lock:
        dropped = manager._session_storage._cache.expire()
    for _, info in dropped:
        _lock(info.session)
    if dropped:
        garbage.let_go()


def _lock(closed: Any) -> None:
    state = closed.session_state
    opened = state.filtered_state.get("_opened")
    closed.shutdown()
    late_messages.forget(closed.id)
    state.clear()
    if opened is not None:
        opened.vault.close()


def _watch() -> None:
    pause = Event()
    while not pause.wait(EVERY_SECONDS):
        drop_closed_tabs()
