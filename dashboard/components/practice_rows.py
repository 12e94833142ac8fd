"""Practices with their two lines on how, each logged in one tap."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label
from dashboard.components.unexpected import fragment
from dashboard.services import belongings, practices
from dashboard.wording import practices as words


def draw_practices(practice_ids: Iterable[str], place: str) -> None:
    """Draw these practices, one row each; `place` keeps their keys apart on a page."""
    for practice_id in practice_ids:
        draw_practice(practice_id, place)


@fragment
def draw_practice(practice_id: str, place: str) -> None:
    """Draw one practice: what it is, how, and the tap."""
    practice = belongings.catalogue().practices[practice_id]
    key = f"{place}-{practice_id}"
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"row-practice-{key}"):
        with st.container(gap="xxsmall"):
            st.markdown(f"**{as_label(practice.title)}**")
            for line in practice.how:
                st.markdown(as_label(line))
        _draw_tap(practice_id, key)


def _draw_tap(practice_id: str, key: str) -> None:
    done = practices.done_today(practice_id)
    with st.container(width="content", gap="xsmall", horizontal_alignment="right"):
        if done is None:
            if st.button(words.DID_IT(), key=f"did-{key}") and succeed(lambda: practices.log(practice_id)):
                st.rerun(scope="fragment")
            with st.popover(words.WITH_NOTE(), type="tertiary"):
                note = st.text_input(words.NOTE(), key=f"note-{key}", persist_state="page")
                if st.button(words.LOG_WITH_NOTE(), key=f"did-note-{key}") and succeed(
                    lambda: practices.log(practice_id, note.strip())
                ):
                    st.rerun(scope="fragment")
        else:
            st.markdown(words.NOTED_TODAY())
            if st.button(words.TAKE_BACK(), key=f"undo-{key}", type="tertiary") and succeed(
                lambda: practices.take_back(done)
            ):
                st.rerun(scope="fragment")
