"""Progress: the score over time, the ten signs one by one, the year, and every check-in."""

from __future__ import annotations

import streamlit as st

from dashboard.components import progress_parts
from dashboard.components.life_events import draw_life_events
from dashboard.services import figures
from dashboard.wording import progress as words


def draw() -> None:
    """Draw what there is, or say what will appear here."""
    answered = bool(figures.answered_questionnaires())
    if answered:
        progress_parts.work_out()
    st.title(words.TITLE(), anchor=False)
    if not answered:
        st.markdown(words.EMPTY())
        draw_life_events()
        return
    progress_parts.draw_scale()
    progress_parts.draw_signs()
    progress_parts.draw_year()
    draw_life_events()
    progress_parts.draw_check_ins()


draw()
