"""Backups: the last one, one now, going back to one, the folder they are kept in, and those that hold too much."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessments.language import moment
from dashboard.components.old_backups import draw_old_backups
from dashboard.components.refusal import attempt, succeed
from dashboard.components.safe_text import as_label, read
from dashboard.components.unexpected import fragment
from dashboard.services import vaults, your_data
from dashboard.wording import rescue as folder_words
from dashboard.wording import your_data as words

BACKUPS_SHOWN = 23  # as many as the rule of 7 days, 4 weeks and 12 months keeps at most


@fragment
def draw_backups() -> None:
    """The last backup, a new one now, a check of the file, the way back, and the folder."""
    place = st.empty()
    with st.container(horizontal=True):
        if st.button(words.BACKUP_NOW()):
            made = attempt(your_data.back_up)
            if made is not None:
                st.success(words.BACKUP_MADE(path=as_label(str(made))))
        if st.button(words.CHECK()):
            _draw_check()
        last = your_data.facts().last_backup
        if last:
            _draw_going_back()
    place.markdown(words.LAST_BACKUP(moment=as_label(moment(last.made_at))) if last else words.NO_BACKUP())
    draw_old_backups()
    _draw_folder()


def _draw_going_back() -> None:
    with st.popover(words.GO_BACK()):
        st.markdown(words.GO_BACK_WHY())
        for backup in your_data.facts().backups[:BACKUPS_SHOWN]:
            label = words.GO_BACK_TO(moment=as_label(moment(backup.made_at)))
            if st.button(label, key=f"restore-{backup.path}") and succeed(partial(vaults.restore, backup)):
                vaults.close()
                st.rerun(scope="app")


def _draw_check() -> None:
    problems = attempt(your_data.check)
    if problems:
        st.warning(words.CHECK_FAULTS(len(problems)))
        for problem in problems:
            st.markdown(as_label(problem.says))
    elif problems is not None:
        st.success(words.CHECK_FINE())


def _draw_folder() -> None:
    facts = your_data.facts()
    with st.expander(folder_words.FOLDER_TITLE()):
        st.markdown(folder_words.FOLDER_IS())
        read(str(facts.backup_folder))
        if your_data.backup_folder_is_gone():
            st.warning(folder_words.FOLDER_GONE())
        st.markdown(folder_words.FOLDER_WHY())
        if not facts.encrypted:
            st.markdown(folder_words.FOLDER_PLAIN())
        with st.form("backup-folder", border=False):
            typed = st.text_input(folder_words.FOLDER_LABEL(), autocomplete="off")
            if st.form_submit_button(folder_words.FOLDER_USE()):
                _keep_in(typed)
        if not your_data.keeps_backups_beside() and st.button(folder_words.FOLDER_BESIDE()):
            _keep_in(None)


def _keep_in(typed: str | None) -> None:
    if succeed(lambda: your_data.keep_backups_in(typed)):
        st.success(folder_words.FOLDER_CHANGED())
