"""One entry to read: its fields as they were typed, with a way to edit, remove and look at earlier versions."""

from __future__ import annotations

import streamlit as st

from assessments.form import Form
from assessments.language import clock_time, listing, long_day, moment
from assessments.language import day as say_day
from assessments.records import Entry
from dashboard import session
from dashboard.components.care_parts import draw_gentle_pointer
from dashboard.components.form_sheet import FREE
from dashboard.components.refusal import succeed
from dashboard.components.report_parts import draw_entry_printing
from dashboard.components.safe_text import as_label, read
from dashboard.components.writing import start_editing
from dashboard.services import belongings, drafts, journal
from dashboard.view_models import sittings
from dashboard.view_models.entry_words import feelings_in_words, labelled_fields
from dashboard.wording import frame as frame_words
from dashboard.wording import journal as words


def draw_entry(entry_id: str) -> None:
    """Draw the entry with that id, or go back to the list where it is gone."""
    entry = journal.find(entry_id)
    if entry is None:
        session.take("reading")
        st.rerun()
    if st.button(words.TO_LIST(), icon=":material/arrow_back:", type="tertiary"):
        session.take("just_saved")
        session.take("reading")
        st.rerun()
    form = belongings.catalogue().forms[entry.form, entry.version]
    draw_gentle_pointer()
    if session.get("just_saved") == entry.id:
        _draw_after_saving(entry, form)
    title = entry.title or ("" if form.id == FREE else form.title)
    st.title(as_label(title or long_day(entry.happened_at)), anchor=False)
    st.caption(_when(entry, with_day=bool(title)))
    if journal.draft_key(form, entry.id) in drafts.waiting():
        st.info(words.CHANGE_WAITS_HERE(edit=frame_words.EDIT()))
    draw_fields(entry)
    _draw_actions(entry)
    _draw_history(entry)


def _draw_after_saving(entry: Entry, form: Form) -> None:
    part, waits = sittings.second_part(form), sittings.second_is_open(form, entry)
    says_more = form.after_saving and (part is None or waits)
    st.success(as_label(form.after_saving) if says_more else words.SAVED())
    label = as_label(part.title) if part and part.title else words.SECOND_SITTING()
    if waits and st.button(label, key="second-sitting"):
        session.take("just_saved")
        start_editing(entry, sitting=2)
        st.rerun()
    if form.closing:
        st.info(as_label(form.closing))


def _when(entry: Entry, *, with_day: bool) -> str:
    said = clock_time(entry.happened_at)
    if with_day:
        said = long_day(entry.happened_at) + " · " + said
    written = entry.recorded_at
    if written is not None and written.astimezone(entry.happened_at.tzinfo).date() != entry.happened_at.date():
        said += " · " + words.WRITTEN_LATER(day=say_day(written))
    return said


def draw_fields(entry: Entry) -> None:
    """Draw every filled field under its label, then mood, feelings and tags."""
    catalogue = belongings.catalogue()
    for label, said in labelled_fields(entry, catalogue.forms[entry.form, entry.version], catalogue):
        if label:
            st.caption(as_label(label))
        read(said)
    _draw_about(entry)


def _draw_about(entry: Entry) -> None:
    if entry.mood is not None:
        st.caption(words.MOOD())
        read(words.MOODS[entry.mood - 1]())
    if entry.feelings:
        st.caption(words.FEELINGS())
        read(feelings_in_words(entry.feelings, belongings.catalogue()))
    if entry.tags:
        st.caption(words.TAGS())
        read(listing(entry.tags))


def _draw_actions(entry: Entry) -> None:
    with st.container(horizontal=True):
        if st.button(frame_words.EDIT(), icon=":material/edit:"):
            session.take("just_saved")
            start_editing(entry)
            st.rerun()
        if st.button(frame_words.REMOVE(), icon=":material/delete:"):
            _remove(entry)
        draw_entry_printing(entry)


def _remove(entry: Entry) -> None:
    if succeed(lambda: journal.remove(entry.id)):
        session.put("removed_entry", entry.id)
        session.take("reading")
        st.rerun()


def _draw_history(entry: Entry) -> None:
    if journal.revision_of(entry.id) <= 1:
        return
    with st.expander(words.HISTORY()):
        for revision in reversed(session.vault().history(entry.id)[:-1]):
            if isinstance(revision.record, Entry):
                st.caption(words.HISTORY_AT(moment=moment(revision.recorded_at)))
                draw_fields(revision.record)
