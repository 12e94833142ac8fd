"""The entries on Today that wait for a second look: one in sight, the others folded away."""

from __future__ import annotations

import streamlit as st

from assessments.form import Form
from assessments.language import day as say_day
from assessments.programme import Reflection
from assessments.records import Entry
from dashboard.components.folded import draw_folded
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label
from dashboard.components.writing import start_editing, start_writing
from dashboard.services import belongings, waiting
from dashboard.view_models.entry_words import first_words
from dashboard.view_models.shortened import shorten
from dashboard.wording import waiting as words

LISTED = 8
SHORT = 90


def draw_waiting_entries() -> None:
    """Draw the latest waiting entry, and the way to the ones before it."""
    entries = waiting.waiting()
    for reflection in waiting.begun_reflections():
        _draw_reflection(reflection)
    if not entries:
        return
    _draw_one(entries[0])
    if len(entries) > 1:
        draw_folded(words.MORE_WAIT(len(entries) - 1), _draw_the_ones_before, "more-wait")


def _draw_the_ones_before() -> None:
    for entry in waiting.waiting()[1 : LISTED + 1]:
        _draw_one(entry)


def _draw_reflection(reflection: Reflection) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(words.BEGAN_ON(question=as_label(reflection.text)))
        if st.button(words.GO_ON(), key=f"go-on-{reflection.id}"):
            free = belongings.catalogue().forms["free"]
            start_writing(free, title=reflection.text, slot=waiting.reflection_slot(reflection))
            st.switch_page("screens/journal.py")


def _draw_one(entry: Entry) -> None:
    form = belongings.catalogue().forms[entry.form, entry.version]
    with st.container(border=True, key=f"waits-{entry.id}"):
        st.markdown(as_label(form.waiting_line))
        st.caption(_which(form, entry))
        with st.container(horizontal=True):
            if st.button(words.LOOK_AGAIN(), key=f"again-{entry.id}"):
                start_editing(entry, sitting=2)
                st.switch_page("screens/journal.py")
            if st.button(words.LET_REST(), key=f"rest-{entry.id}", type="tertiary") and succeed(
                lambda: waiting.let_rest(entry)
            ):
                st.rerun()


def _which(form: Form, entry: Entry) -> str:
    day = say_day(entry.happened_at)
    shown = shorten(entry.title, SHORT) or first_words(entry, SHORT)
    if not (form.quoted and shown):
        return words.FROM_DAY(day=day)
    return words.FROM_DAY_WITH_WORDS(day=day, words=as_label(shown))
