"""What every page shares: the language, the style, the way to Help and the lock."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from dashboard import session
from dashboard.components.colour_mode import follow_colour_mode
from dashboard.components.idle_lock import draw_idle_lock
from dashboard.components.phone_menu import draw_phone_menu
from dashboard.components.quick_exit import draw_quick_exit
from dashboard.components.upkeep_notes import draw_upkeep_notes
from dashboard.services import vaults
from dashboard.services.palette import palette
from dashboard.theme import style_variables
from dashboard.wording import frame as words

STYLE = Path(__file__).parent / "style.css"
ICON = Path(__file__).parent / "icon.png"
ASIDE_PX = 232


@cache
def _style() -> str:
    return STYLE.read_text(encoding="utf-8")


def draw_around(is_open: bool) -> None:
    """Draw the style and, on an open session, the banner of the demo with Help and the lock beside it."""
    st.html(f"<style>{style_variables(palette())}\n{_style()}</style>")
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="around"):
        if is_open:
            draw_idle_lock()
        follow_colour_mode()
        draw_quick_exit(is_open)
        st.page_link("screens/help.py", label=words.HELP(), icon=":material/support:")
        if is_open:
            _draw_lock()
            draw_phone_menu()
    draw_upkeep_notes()


def _draw_lock() -> None:
    found = session.opened()
    is_demo = found is not None and found.kind == "demo"
    label = words.LEAVE_DEMO() if is_demo else words.LOCK()
    icon = ":material/logout:" if is_demo else ":material/lock:"
    st.button(label, icon=icon, key="lock", type="tertiary", on_click=vaults.close)
    if is_demo:
        st.markdown(words.DEMO_BANNER())
