"""The parts of Your data: the place, backups, what was removed, erasing."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessments.language import file_size, listing
from dashboard import session
from dashboard.components.refusal import attempt, succeed
from dashboard.components.safe_text import read
from dashboard.components.unexpected import fragment
from dashboard.services import belongings, idle, kept_code, your_data
from dashboard.wording import today as today_words
from dashboard.wording import welcome as welcome_words
from dashboard.wording import your_data as words

REMOVED_SHOWN = 20


def draw_place() -> None:
    """Where the file is, how large, how protected, and what is in it."""
    held, facts = belongings.held(), your_data.facts()
    with st.container(border=True):
        st.markdown(words.WHERE())
        read(str(facts.path.parent))
        protected = words.ENCRYPTED() if facts.encrypted else words.NOT_ENCRYPTED()
        st.markdown(" ".join([words.SIZE(size=file_size(facts.size_bytes)), protected]))
        counted = (
            (len(held.responses), today_words.CHECK_INS),
            (len(held.entries), today_words.ENTRIES),
            (len(held.practices_done), words.PRACTICES),
            (len(held.events), words.EVENTS),
        )
        things = [say(n) for n, say in counted if n]
        st.caption(words.HOLDS(things=listing(things)) if things else words.HOLDS_NOTHING())


@fragment
def draw_secret() -> None:
    """Adding or changing the passphrase, and a new recovery code."""
    if session.vault().encrypted:
        _draw_change()
        _draw_idle()
    else:
        _draw_adding()


def _draw_adding() -> None:
    with st.form("add-passphrase", border=False, clear_on_submit=True):
        new, again = _ask_new()
        st.markdown(welcome_words.NO_WAY_BACK())
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
        succeed(lambda: kept_code.show(code))
        st.rerun(scope="app")


def _ask_new() -> tuple[str, str]:
    new = st.text_input(words.NEW(), type="password", autocomplete="new-password")
    st.caption(welcome_words.SHORTEST())
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
    with st.popover(words.DELETE(), key="delete-everything"):
        st.markdown(words.DELETE_WHY(word=words.DELETE_WORD()))
        typed = st.text_input(words.DELETE_FIELD(), autocomplete="off", key="delete-word")
        backups_too = st.checkbox(words.DELETE_BACKUPS(), key="delete-backups")
        agreed = typed.strip().lower() == words.DELETE_WORD().lower()
        if st.button(words.DELETE_NOW(), disabled=not agreed):
            done = attempt(lambda: your_data.delete_everything(backups_too=backups_too))
            if done is not None:
                st.rerun(scope="app")
