"""The place to write or edit one entry, and the choice between two versions where another window was faster."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessments.form import Form
from assessments.records import Entry
from assessments.storage import EditedMeanwhile, VaultError
from dashboard import session
from dashboard.components.entry_page import draw_fields
from dashboard.components.form_sheet import FormSheet, draw_form_sheet
from dashboard.components.safe_text import as_label
from dashboard.components.writing import Writing
from dashboard.services import belongings, care, drafts, journal
from dashboard.wording import frame as frame_words


def draw_editor(writing: Writing) -> None:
    """Draw the form being written, with what the form says before it."""
    form = belongings.catalogue().forms[writing.form_id, writing.form_version]
    earlier = journal.find(writing.entry_id) if writing.entry_id else None
    key = journal.draft_key(form, writing.entry_id or writing.slot)
    _draw_opening(form, is_new=earlier is None)

    def save(draft: Mapping[str, Any]) -> None:
        _save(draft, form, key, earlier, writing.revision)

    def leave(for_good: bool) -> None:
        drafts.leave(key, for_good=for_good)
        session.take("writing")
        st.rerun()

    if removed_says := session.get("was_removed"):
        st.warning(removed_says)
    if newer := session.get("newer_version"):
        _draw_both(newer, writing, key)
    start = journal.draft_of(earlier) if earlier else session.get("writing_start", {})
    draw_form_sheet(FormSheet(form, key, start, writing.sitting, save, leave))


def _draw_opening(form: Form, *, is_new: bool) -> None:
    with st.container(key="view-editor"):
        st.title(as_label(form.title), anchor=False)
    if form.safety_line:
        st.caption(frame_words.SAFETY_LINE())
    if is_new and (form.opening or form.description):
        st.markdown(as_label(form.opening or form.description))


def _save(draft: Mapping[str, Any], form: Form, key: str, earlier: Entry | None, revision: int | None) -> None:
    try:
        with session.unbroken():
            entry = journal.save(draft, form, key, earlier, revision)
            _turn_to(entry, key)
    except EditedMeanwhile as meanwhile:
        if isinstance(meanwhile.newest, Entry):
            session.put("newer_version", meanwhile.newest)
            st.rerun()
        session.put("was_removed", meanwhile.says)
        if earlier is not None:
            journal.bring_back(earlier.id)
            session.put("writing", Writing(form.id, form.version, earlier.id, journal.revision_of(earlier.id)))
        st.rerun()
    except VaultError as refused:
        st.error(refused.says, icon=":material/error:")
        return
    st.rerun()


def _turn_to(entry: Entry, key: str) -> None:
    care.notice(entry)
    drafts.forget(key)
    for kept in ("writing", "newer_version", "was_removed", "writing_start"):
        session.take(kept)
    session.put("reading", entry.id)
    session.put("just_saved", entry.id)


def _draw_both(newer: Entry, writing: Writing, key: str) -> None:
    st.warning(frame_words.EDITED_MEANWHILE())
    with st.expander(frame_words.OTHER_VERSION(), expanded=True):
        draw_fields(newer)
    with st.container(horizontal=True):
        if st.button(frame_words.KEEP_MINE()):
            session.take("newer_version")
            session.put("writing", Writing(**{**vars(writing), "revision": journal.revision_of(newer.id)}))
            st.rerun()
        if st.button(frame_words.TAKE_OTHER()):
            drafts.discard(key)
            session.take("newer_version")
            session.take("writing")
            session.put("reading", newer.id)
            st.rerun()
