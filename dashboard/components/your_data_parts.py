"""The parts of Your data: the place, taking everything out, backups, what was removed, erasing."""

from __future__ import annotations

import streamlit as st

from assessments.language import number
from dashboard import session
from dashboard.components.safe_text import as_label, read
from dashboard.services import belongings
from dashboard.wording import today as today_words
from dashboard.wording import your_data as words


def draw_place() -> None:
    """Where the file is, how large, how protected, and what is in it."""
    held = belongings.held()
    st.markdown(words.WHERE())
    read(str(session.vault().folder))
    st.markdown(words.ENCRYPTED() if session.vault().encrypted else words.NOT_ENCRYPTED())
    counts = words.COUNTS(
        check_ins=today_words.CHECK_INS(len(held.responses)),
        entries=today_words.ENTRIES(len(held.entries)),
        practices=words.PRACTICES(len(held.practices_done)),
        events=words.EVENTS(len(held.events)),
    )
    st.caption(counts)


def draw_taking_out() -> None:
    """Everything in one archive."""


def draw_backups() -> None:
    """Making a backup."""


def draw_removed() -> None:
    """What can be brought back."""


def draw_erasing() -> None:
    """Erasing everything."""


__all__ = ["as_label", "number"]
