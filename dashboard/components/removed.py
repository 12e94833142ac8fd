"""What was removed on Your data: a way back for each and for what came in together, and erasing it for good."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessments.language import day
from assessments.records import Entry, Event, PracticeDone, Record, Response
from dashboard.components.refusal import attempt, succeed
from dashboard.components.safe_text import as_label, read
from dashboard.services import belongings, your_data
from dashboard.view_models.entry_words import first_words
from dashboard.view_models.removed_records import RemovedTogether, removed_records
from dashboard.wording import bring_in as import_words
from dashboard.wording import frame as frame_words
from dashboard.wording import your_data as words

SHOWN = 20


def draw_removed() -> None:
    """What was removed and can be brought back, and the way to erase it for good."""
    together, others = removed_records([each.record for each in your_data.removed()])
    if not together and not others:
        st.markdown(words.REMOVED_NONE())
    for group in together:
        _draw_together(group)
    for record in others[:SHOWN]:
        _draw_one(record)
    if len(others) > SHOWN:
        st.caption(words.REMOVED_MORE(len(others) - SHOWN))
    with st.popover(words.EMPTY_HISTORY()):
        st.markdown(words.EMPTY_HISTORY_WHY())
        if st.button(words.EMPTY_HISTORY(), key="empty-history", type="primary"):
            _empty_history()


def _draw_together(group: RemovedTogether) -> None:
    known = import_words.FORMATS.get(group.source)
    name = known() if known else group.source
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(words.REMOVED_TOGETHER(len(group.records), name=as_label(name)))
        pressed = st.button(frame_words.BRING_BACK(), key=f"back-{group.import_id}", type="tertiary")
    if pressed and succeed(lambda: your_data.bring_back_together(group.records)):
        st.rerun()


def _draw_one(record: Record) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(words.REMOVED_WHAT(what=as_label(_name(record)), day=as_label(day(record.happened_at))))
        pressed = st.button(frame_words.BRING_BACK(), key=f"back-{record.id}", type="tertiary")
    if pressed and succeed(partial(your_data.bring_back, record)):
        st.rerun()


def _name(record: Record) -> str:
    """What a removed record is called; its id where the content that it names is no longer here."""
    catalogue = belongings.catalogue()
    if isinstance(record, Response):
        questionnaire = catalogue.questionnaires.get((record.questionnaire, record.version))
        return questionnaire.title if questionnaire else record.questionnaire
    if isinstance(record, Entry):
        form = catalogue.forms.get((record.form, record.version))
        named = first_words(record) if record.form == "free" else ""
        return record.title or named or (form.title if form else record.form)
    if isinstance(record, PracticeDone):
        practice = catalogue.practices.get(record.practice)
        return practice.title if practice else record.practice
    return record.name if isinstance(record, Event) else ""


def _empty_history() -> None:
    emptied = attempt(your_data.empty_history)
    if emptied is None:
        return
    st.success(words.EMPTIED())
    holding = [*(each.path for each in emptied.backups), *emptied.set_aside]
    if holding:
        st.markdown(words.BACKUPS_HOLD(len(holding)))
        for path in holding:
            read(str(path))
