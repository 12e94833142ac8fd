"""What every page shares: the language, the style, the way to Help and the lock."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from dashboard import session
from dashboard.components.idle_lock import draw_idle_lock
from dashboard.components.page_watch import watch_page
from dashboard.components.quick_exit import draw_quick_exit
from dashboard.components.upkeep_notes import draw_upkeep_notes
from dashboard.services import vaults
from dashboard.services.palette import palette
from dashboard.theme import style_variables
from dashboard.wording import frame as words

STYLE = Path(__file__).parent / "style.css"


@cache
def _style() -> str:
    return STYLE.read_text(encoding="utf-8")


def draw_around(is_open: bool, is_home: bool) -> None:
    """Draw the style, the way out and the way to Help, and on an open session the lock or the demo's banner."""
    found = session.opened() if is_open else None
    st.html(f"<style>{style_variables(palette())}\n{_style()}</style>")
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="around"):
        if is_open:
            draw_idle_lock()
        else:
            with st.container(key="name"):
                st.page_link("screens/today.py", label=words.APP(), width="content")
        watch_page()
        draw_quick_exit(is_open)
        st.page_link("screens/help.py", label=words.HELP(), icon=":material/support:")
        if found is not None and found.kind == "own":
            _draw_way_out(words.LOCK() if found.vault.encrypted else words.CLOSE(), "lock")
    if found is not None and found.kind == "demo":
        with st.container(horizontal=True, vertical_alignment="center", key="demo"):
            st.markdown(words.DEMO_BANNER(), width="stretch")
            _draw_way_out(words.LEAVE_DEMO(), "logout")
    draw_upkeep_notes(is_home)


def _draw_way_out(label: str, icon: str) -> None:
    if st.button(label, icon=f":material/{icon}:", key="lock", type="tertiary"):
        vaults.close()
        st.switch_page("screens/today.py")
