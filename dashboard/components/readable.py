"""How much of a damaged file, or of one that was set aside, can still be read."""

from __future__ import annotations

import streamlit as st

from assessments.language import listing
from dashboard.services.rescue import Counts
from dashboard.wording import rescue as words
from dashboard.wording import today as today_words
from dashboard.wording import your_data as data_words


def draw_counts(counts: Counts) -> None:
    """Say what can be read, kind by kind, and how much cannot."""
    if not counts.total:
        st.markdown(words.READABLE_NONE())
        return
    kinds = (
        (today_words.CHECK_INS, counts.check_ins),
        (today_words.ENTRIES, counts.entries),
        (data_words.PRACTICES, counts.practices),
        (data_words.EVENTS, counts.events),
    )
    st.markdown(words.READABLE(things=listing([say(n) for say, n in kinds if n])))
    if counts.unreadable is None:
        st.markdown(words.UNREADABLE_UNKNOWN())
    elif counts.unreadable:
        st.markdown(words.UNREADABLE(counts.unreadable))
