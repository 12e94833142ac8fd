"""What a person sees when their file is damaged: what can be done and read, with the damaged file left as it is."""

from __future__ import annotations

import streamlit as st

from assessments.language import moment
from dashboard.components.readable import draw_counts
from dashboard.components.refusal import attempt, succeed
from dashboard.components.safe_text import as_label, read
from dashboard.services import rescue, vaults
from dashboard.wording import rescue as rescue_words
from dashboard.wording import welcome as words


def draw_damage() -> None:
    """Say that the file cannot be read, offer the newest good backup, and look for what can still be read."""
    st.title(words.DAMAGED_TITLE(), anchor=False)
    st.markdown(words.DAMAGED_WHY())
    backup = vaults.newest_backup()
    if backup is None:
        st.markdown(words.DAMAGED_NONE())
        read(str(vaults.own_door().folder))
        st.markdown(rescue_words.BEGIN_ANEW_WHY())
        if st.button(rescue_words.BEGIN_ANEW()) and succeed(rescue.begin_anew):
            st.rerun()
    else:
        st.markdown(words.DAMAGED_BACKUP(moment=as_label(moment(backup.made_at))))
        st.markdown(rescue_words.AFTER_RESTORING())
        pressed = st.button(words.DAMAGED_RESTORE(), type="primary")
        if pressed and succeed(lambda: vaults.restore(backup)):
            st.rerun()
    _draw_look()


def _draw_look() -> None:
    st.header(rescue_words.LOOK_TITLE(), anchor=False)
    st.markdown(rescue_words.LOOK_WHY())
    with st.form("look", border=False, enter_to_submit=True):
        passphrase = None
        if rescue.home_needs_passphrase():
            label = rescue_words.LOOK_PASSPHRASE()
            passphrase = st.text_input(label, type="password", autocomplete="current-password")
        if not st.form_submit_button(rescue_words.LOOK()):
            return
    with st.spinner(words.OPENING()):
        counts = attempt(lambda: rescue.look_at_home(passphrase))
    if counts is not None:
        draw_counts(counts)
