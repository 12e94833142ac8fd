"""What the look after the file found: a fault in it, or a backup that could not be made."""

from __future__ import annotations

import streamlit as st

from dashboard.components.safe_text import as_label
from dashboard.services import upkeep
from dashboard.wording import frame as words
from dashboard.wording import rescue as rescue_words


def draw_upkeep_notes() -> None:
    """Say what needs a person's eyes; nothing where all is well."""
    for fault in upkeep.faults():
        st.warning(as_label(words.FILE_FAULT(fault=fault)), icon=":material/error:")
    reason = upkeep.missing_backup()
    if reason:
        st.warning(as_label(rescue_words.NO_BACKUP_MADE(reason=reason)), icon=":material/error:")
