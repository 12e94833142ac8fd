"""Backups that hold more than they should, each named, with a way to delete it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessments.language import moment
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label
from dashboard.services import your_data
from dashboard.wording import your_data as words


def draw_old_backups() -> None:
    """Name the backups that anybody can read and those that hold removed words."""
    facts = your_data.facts()
    plain = {each.path for each in facts.plain_backups}
    for backup in dict.fromkeys([*facts.plain_backups, *facts.backups_with_removed_words]):
        with st.container(horizontal=True, vertical_alignment="center"):
            say = words.PLAIN_BACKUP if backup.path in plain else words.OLD_WORDS_BACKUP
            st.markdown(say(name=as_label(backup.path.name), moment=as_label(moment(backup.made_at))))
            pressed = st.button(words.DELETE_BACKUP(), key=f"delete-{backup.path.name}", type="tertiary")
            if pressed and succeed(partial(your_data.delete_backup, backup)):
                st.rerun(scope="app")
