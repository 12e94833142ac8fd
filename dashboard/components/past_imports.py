"""The imports so far on Your data, each with a way to take the whole of it back."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessments.language import moment
from assessments.storage import Import
from dashboard import session
from dashboard.components.refusal import attempt
from dashboard.components.safe_text import as_label
from dashboard.services import bring_in
from dashboard.wording import bring_in as words
from dashboard.wording import your_data as data_words

TAKEN_BACK = "_taken_back"


def draw_past_imports() -> None:
    """Draw the list, and once what was just taken back."""
    taken = session.take(TAKEN_BACK)
    if taken is not None:
        st.success(words.TAKEN_BACK(taken), icon=":material/check:")
    found = bring_in.past()
    if not found:
        return
    with st.expander(words.PAST(), expanded=taken is not None):
        for each in found:
            _draw_one(each)


def _draw_one(each: Import) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        known = words.FORMATS.get(each.source or "")
        name = each.name or (known() if known else each.source or "")
        things = (
            words.RECORDS(each.n) if each.n or not each.questionnaires else words.QUESTIONNAIRES(each.questionnaires)
        )
        st.markdown(words.PAST_LINE(name=as_label(name), moment=as_label(moment(each.imported_at)), things=things))
        with st.popover(words.TAKE_BACK(), type="tertiary", key=f"undo-{each.import_id}"):
            st.markdown(words.TAKE_BACK_WHY(removed=data_words.REMOVED()))
            if st.button(words.TAKE_BACK(), key=f"undo-now-{each.import_id}", type="primary"):
                _take_back(each)


def _take_back(each: Import) -> None:
    with st.spinner(words.TAKING_BACK()):
        taken = attempt(partial(bring_in.take_back, each.import_id))
    if taken is not None:
        session.put(TAKEN_BACK, taken)
        st.rerun(scope="app")
