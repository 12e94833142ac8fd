"""The parts of Your data: the place, taking everything out, backups, what was removed, erasing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessments.language import day, file_size
from assessments.records import Entry, Event, PracticeDone, Record, Response
from dashboard import session
from dashboard.components.refusal import attempt, succeed
from dashboard.components.safe_text import as_label, read
from dashboard.components.unexpected import deferred, fragment
from dashboard.services import belongings, idle, your_data
from dashboard.wording import frame as frame_words
from dashboard.wording import today as today_words
from dashboard.wording import your_data as words

REMOVED_SHOWN = 20


def draw_place() -> None:
    """Where the file is, how large, how protected, and what is in it."""
    held, facts = belongings.held(), your_data.facts()
    st.markdown(words.WHERE())
    read(str(facts.path.parent))
    st.markdown(words.SIZE(size=file_size(facts.size_bytes)))
    st.markdown(words.ENCRYPTED() if facts.encrypted else words.NOT_ENCRYPTED())
    counts = words.COUNTS(
        check_ins=today_words.CHECK_INS(len(held.responses)),
        entries=today_words.ENTRIES(len(held.entries)),
        practices=words.PRACTICES(len(held.practices_done)),
        events=words.EVENTS(len(held.events)),
    )
    st.caption(counts)


@fragment
def draw_taking_out() -> None:
    """Everything in one archive, or as tables; made only when asked for."""
    st.header(words.TAKE_OUT(), anchor=False)
    st.markdown(words.NOT_PROTECTED())
    today = session.clock()().date().isoformat()
    with st.container(horizontal=True):
        _draw_download(words.AS_ARCHIVE(), your_data.archive(), f"footbridge-{today}.zip")
        _draw_download(words.AS_CSV(), your_data.tables(), f"footbridge-tables-{today}.zip")


def _draw_download(label: str, make: Callable[[], bytes], name: str) -> None:
    made = deferred(make)
    st.download_button(label, data=made, file_name=name, mime="application/zip", on_click="ignore", key=name)


def draw_removed() -> None:
    """What was removed and can be brought back, and the way to erase it for good."""
    st.header(words.REMOVED(), anchor=False)
    found = your_data.removed()
    if not found:
        st.markdown(words.REMOVED_NONE())
    for each in found[:REMOVED_SHOWN]:
        with st.container(horizontal=True, vertical_alignment="center"):
            what = words.REMOVED_WHAT(what=as_label(_name(each.record)), day=day(each.record.happened_at))
            st.markdown(what)
            pressed = st.button(frame_words.BRING_BACK(), key=f"back-{each.record.id}", type="tertiary")
            if pressed and succeed(partial(your_data.bring_back, each.record)):
                st.rerun()
    with st.popover(words.EMPTY_HISTORY()):
        st.markdown(words.EMPTY_HISTORY_WHY())
        if st.button(words.EMPTY_HISTORY(), key="empty-history", type="primary"):
            _empty_history()


def _name(record: Record) -> str:
    catalogue = belongings.catalogue()
    if isinstance(record, Response):
        return catalogue.questionnaires[record.questionnaire, record.version].title
    if isinstance(record, Entry):
        return record.title or catalogue.forms[record.form, record.version].title
    if isinstance(record, PracticeDone):
        return catalogue.practices[record.practice].title
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


@fragment
def draw_secret() -> None:
    """Adding or changing the passphrase, and a new recovery code."""
    st.header(words.PASSPHRASE(), anchor=False)
    if session.vault().encrypted:
        _draw_change()
        _draw_idle()
    else:
        _draw_adding()


def _draw_adding() -> None:
    with st.form("add-passphrase", border=False, clear_on_submit=True):
        new, again = _ask_new()
        if st.form_submit_button(words.ADD_PASSPHRASE()) and _agree(new, again):
            _show_code(lambda: your_data.add_passphrase(new))


def _draw_idle() -> None:
    chosen = st.number_input(
        words.IDLE(), 0, idle.MOST_MINUTES, value=idle.minutes(), help=words.IDLE_WHY(), key="idle-minutes"
    )
    if chosen != idle.minutes() and succeed(lambda: idle.choose_minutes(chosen)):
        st.rerun(scope="app")


def _draw_change() -> None:
    with st.form("change-passphrase", border=False, clear_on_submit=True):
        old = st.text_input(words.OLD(), type="password", autocomplete="current-password")
        new, again = _ask_new()
        change = st.form_submit_button(words.CHANGE_PASSPHRASE())
        if change and _agree(new, again) and succeed(lambda: your_data.change_passphrase(old, new)):
            st.success(words.CHANGED())
    with st.expander(words.NEW_CODE()), st.form("new-code", border=False, clear_on_submit=True):
        st.markdown(words.NEW_CODE_WHY())
        present = st.text_input(words.OLD(), type="password", autocomplete="current-password", key="code-passphrase")
        if st.form_submit_button(words.NEW_CODE()):
            _show_code(lambda: your_data.new_recovery_code(present))
    with st.expander(words.CHANGE_KEY()), st.form("new-key", border=False, clear_on_submit=True):
        st.markdown(words.CHANGE_KEY_WHY())
        present = st.text_input(words.KEY_PASSPHRASE(), type="password", autocomplete="current-password")
        if st.form_submit_button(words.CHANGE_KEY_NOW()):
            _show_code(lambda: your_data.change_key(present))


def _show_code(make: Callable[[], str]) -> None:
    code = attempt(make)
    if code is not None:
        session.put("recovery_code", code)
        st.rerun(scope="app")


def _ask_new() -> tuple[str, str]:
    new = st.text_input(words.NEW(), type="password", autocomplete="new-password")
    return new, st.text_input(words.AGAIN(), type="password", autocomplete="new-password")


def _agree(new: str, again: str) -> bool:
    from dashboard.components.door import passphrase_fault

    fault = passphrase_fault(new, again)
    if fault:
        st.warning(fault)
    return fault is None


@fragment
def draw_erasing() -> None:
    """Erasing everything, once the word is typed."""
    st.header(words.DELETE(), anchor=False)
    st.markdown(words.DELETE_WHY(word=words.DELETE_WORD()))
    typed = st.text_input(words.DELETE_FIELD(), autocomplete="off", key="delete-word")
    backups_too = st.checkbox(words.DELETE_BACKUPS(), key="delete-backups")
    agreed = typed.strip().lower() == words.DELETE_WORD().lower()
    if st.button(words.DELETE_NOW(), disabled=not agreed):
        done = attempt(lambda: your_data.delete_everything(backups_too=backups_too))
        if done is not None:
            st.rerun(scope="app")
