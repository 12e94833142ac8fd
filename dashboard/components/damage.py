"""What a person sees when their file is damaged: what can be done, with the damaged file left as it is."""

from __future__ import annotations

import streamlit as st

from assessments.language import moment
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label, read
from dashboard.services import vaults
from dashboard.wording import welcome as words


def draw_damage() -> None:
    """Say that the file cannot be read, and offer the newest good backup."""
    st.title(words.DAMAGED_TITLE(), anchor=False)
    st.markdown(words.DAMAGED_WHY())
    door = vaults.own_door()
    backup = vaults.newest_backup()
    if backup is None:
        st.markdown(words.DAMAGED_NONE())
        read(str(door.folder))
        return
    st.markdown(words.DAMAGED_BACKUP(moment=as_label(moment(backup.made_at))))
    pressed = st.button(words.DAMAGED_RESTORE(), type="primary")
    if pressed and succeed(lambda: vaults.restore(backup)):
        st.rerun()
