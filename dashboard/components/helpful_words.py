"""Words that helped, one tap away."""

from __future__ import annotations

import streamlit as st

from assessments.language import day as say_day
from dashboard.components.folded import draw_popover
from dashboard.components.safe_text import read
from dashboard.services.helpful_words import helpful_words
from dashboard.wording import practices as words

SHOWN = 5


def draw_words_that_helped() -> None:
    """Draw the button that opens them."""
    draw_popover(words.WORDS_THAT_HELPED(), _draw_words, "words-that-helped", icon=":material/favorite:")


def _draw_words() -> None:
    found = helpful_words()
    if not found:
        st.markdown(words.NO_WORDS())
    for each in found[:SHOWN]:
        read(each.text)
        st.caption(words.WORDS_FROM(day=say_day(each.written_at)))
    if found:
        untold = len(found) - SHOWN
        label = words.MORE_WORDS(untold) if untold > 0 else words.READ_THEM()
        st.page_link("screens/journal.py", label=label, icon=":material/edit_note:")
