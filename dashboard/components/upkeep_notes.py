"""What the file needs: a fault that was found in it, a backup that could not be made, a code that was not put away."""

from __future__ import annotations

import streamlit as st

from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label
from dashboard.services import kept_code, upkeep
from dashboard.wording import frame as words
from dashboard.wording import rescue as rescue_words
from dashboard.wording import welcome as welcome_words


def draw_upkeep_notes(is_home: bool) -> None:
    """Say what needs a person's eyes, the recovery code on Today alone; nothing where all is well."""
    for fault in upkeep.faults():
        st.warning(as_label(words.FILE_FAULT(fault=fault)), icon=":material/error:")
    reason = upkeep.missing_backup()
    if reason:
        st.warning(as_label(rescue_words.NO_BACKUP_MADE(reason=reason)), icon=":material/error:")
    if is_home and kept_code.waits() and kept_code.shown() is None:
        _draw_code_note()


def _draw_code_note() -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="code-note"):
        st.markdown(welcome_words.CODE_WAITS(), width="stretch")
        st.page_link("screens/your_data.py", label=welcome_words.CODE_ANEW())
        if st.button(welcome_words.CODE_KEPT(), key="code-kept", type="tertiary") and succeed(kept_code.put_away):
            st.rerun()
