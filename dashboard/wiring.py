"""Wires the app: language, navigation, and the locked or the open door."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import Page

from dashboard import late_messages, session
from dashboard.closed_tabs import watch_for_closed_tabs
from dashboard.components import browser_tab, door, frame, spoken_language
from dashboard.seclusion import keep_uploads_in_memory, stay_on_this_machine
from dashboard.services import idle, kept_code, later_imports, upkeep, vaults
from dashboard.wording import frame as words

SCREENS = (
    ("screens/today.py", words.TODAY, "wb_sunny", True),
    ("screens/check_in.py", words.CHECK_IN, "checklist", False),
    ("screens/journal.py", words.JOURNAL, "edit_note", False),
    ("screens/progress.py", words.PROGRESS, "show_chart", False),
    ("screens/patterns.py", words.PATTERNS, "bubble_chart", False),
    ("screens/road.py", words.ROAD, "signpost", False),
    ("screens/report.py", words.REPORT, "description", False),
    ("screens/your_data.py", words.YOUR_DATA, "folder", False),
    ("screens/help.py", words.HELP, "support", False),
)


@st.cache_resource
def settle_process() -> None:
    """Once for each process: stay on this machine, and let go of tabs that were closed."""
    stay_on_this_machine()
    keep_uploads_in_memory()
    watch_for_closed_tabs()
    late_messages.listen()


def run() -> None:
    """Draw the page that is asked for, or the door where the session is locked."""
    browser_tab.name_tab()
    late_messages.note_page()
    spoken_language.speak()
    session.forget_if_locked_elsewhere()
    idle.note_activity()
    vaults.open_plain_vault_if_alone()
    is_open = session.opened() is not None
    pages = [
        st.Page(path, title=title(), icon=f":material/{icon}:", default=default)
        for path, title, icon, default in SCREENS
    ]
    page = st.navigation(pages, position="sidebar" if is_open else "hidden")
    frame.draw_around(is_open, not page.url_path)
    settle_process()
    draw_inside(page, is_open)
    upkeep.after_first_page()
    later_imports.after_page()


def draw_inside(page: Page, is_open: bool) -> None:
    """Draw the page that is asked for, or the door where the session is locked, or what the door still has to say."""
    if page.url_path != "check_in":
        session.take("looking_at")  # a result is looked at once: coming back to Check in leads to its choice
    code = kept_code.shown()
    if is_open and code is not None and page.url_path != "help":
        door.draw_recovery_code(code)
    elif is_open and session.get(vaults.RECOVERED) and page.url_path != "help":
        door.draw_new_passphrase()
    elif is_open or page.url_path == "help":
        page.run()
    else:
        door.draw_door()
