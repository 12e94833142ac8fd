"""The one suggestion on Today, with its reason and a way to be rid of it for good."""

from __future__ import annotations

import streamlit as st

from dashboard import session
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label
from dashboard.components.writing import start_editing
from dashboard.services import belongings, journal, suggestions
from dashboard.view_models.suggestions import Suggestion
from dashboard.wording import suggestions as words


def draw_suggestion() -> None:
    """Draw the suggestion for now, if there is one."""
    found = suggestions.next_one()
    if found is None:
        return
    st.header(words.TITLE(), anchor=False)
    with st.container(border=True, key="suggestion"):
        st.markdown(_says(found))
        with st.container(horizontal=True):
            label = _button(found)
            if label and st.button(label, key="suggestion-go"):
                _follow(found)
            if st.button(words.NOT_AGAIN(), key="suggestion-gone", type="tertiary") and succeed(
                lambda: suggestions.dismiss(found)
            ):
                st.rerun()


def _says(found: Suggestion) -> str:
    name, scale = as_label(found.name), as_label(found.scale)
    if found.kind == "away":
        return words.AWAY(scale=scale)
    if found.kind == "practice":
        return words.PRACTICE(name=name, scale=scale)
    if found.kind == "step":
        return words.STEP(name=name)
    if found.kind == "unfinished":
        return words.UNFINISHED(found.weeks, name=name) if found.weeks else words.UNFINISHED_SOON(name=name)
    if found.kind == "come_less_often":
        return words.COME_LESS_OFTEN()
    return words.OLDEST(found.weeks, name=name) if found.weeks else words.OLDEST_DAYS(name=name)


def _button(found: Suggestion) -> str:
    labels = {
        "away": words.AWAY_BUTTON,
        "practice": words.PRACTICE_BUTTON,
        "step": words.STEP_BUTTON,
        "unfinished": words.UNFINISHED_BUTTON,
        "oldest_check_in": words.OLDEST_BUTTON,
    }
    return labels[found.kind]() if found.kind in labels else ""


def _follow(found: Suggestion) -> None:
    if found.kind == "away":
        session.put("progress-questionnaire", found.about)
        st.switch_page("screens/progress.py")
    if found.kind == "practice":
        session.put("road_step", belongings.catalogue().practices[found.about].steps[0])
        st.switch_page("screens/road.py")
    if found.kind == "step":
        session.put("road_step", int(found.about))
        st.switch_page("screens/road.py")
    if found.kind == "oldest_check_in":
        session.put("answering", found.about)
        session.take("looking_at")
        st.switch_page("screens/check_in.py")
    entry = journal.find(found.about)
    if entry is not None:
        start_editing(entry, sitting=2)
        st.switch_page("screens/journal.py")
