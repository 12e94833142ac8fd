"""Journal: the list with its search, one entry to read, one entry to write."""

from __future__ import annotations

from dashboard import session
from dashboard.components.entry_editor import draw_editor
from dashboard.components.entry_list import draw_list
from dashboard.components.entry_page import draw_entry
from dashboard.components.menu_again import begin_again_from_menu

OPENED = ("writing", "reading", "just_saved", "newer_version", "was_removed", "writing_start")


def draw() -> None:
    """Draw the stage that this session is at: writing, reading, or the list."""
    if writing := session.get("writing"):
        draw_editor(writing)
    elif reading := session.get("reading"):
        draw_entry(reading)
    else:
        draw_list()


draw()
begin_again_from_menu(*OPENED)
