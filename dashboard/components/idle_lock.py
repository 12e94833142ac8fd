"""Notes in the browser that the page is used, and locks the session when it was not for the time that was chosen."""

from __future__ import annotations

import streamlit as st

from dashboard import session
from dashboard.components.own_component import own_component
from dashboard.components.unexpected import fragment
from dashboard.services import idle, vaults


@fragment
def draw_idle_lock() -> None:
    """Watch for use, out of sight; a redraw of its own leaves the page as it is."""
    idle.note_activity()
    minutes = idle.minutes()
    if session.opened() is None:
        st.rerun(scope="app")
    if minutes:
        own_component("idle_lock", "<span></span>")(
            data={"minutes": minutes},
            key="idle-lock",
            width="content",
            on_active_change=idle.note_activity,
            on_idle_change=_lock,
        )


def _lock() -> None:
    if session.opened() is not None:
        vaults.close()
