"""What stands out, on Today: at most three sentences, each with a door to its chart."""

from __future__ import annotations

import streamlit as st

from dashboard.components.safe_text import as_label
from dashboard.components.spoken_language import speak
from dashboard.services import change
from dashboard.wording import today as words

LOOK_AGAIN_SECONDS = 1.5
DOORS = {
    "progress": "screens/progress.py",
    "what_goes_with_what": "screens/progress.py",
    "themes": "screens/patterns.py",
    "thought_records": "screens/journal.py",
    "brave_steps": "screens/journal.py",
}


def draw_insights() -> None:
    """Draw what stands out, or say calmly that nothing does, or that it is being looked for."""
    found = change.insights_when_ready()
    if found is None:
        _wait_for_insights()
        return
    if not found:
        st.markdown(words.TOO_EARLY() if change.is_too_early() else words.NOTHING_STANDS_OUT())
        return
    st.header(words.STANDS_OUT(), anchor=False)
    for insight in found:
        with st.container(border=True):
            st.markdown(as_label(insight.claim))
            with st.container(horizontal=True):
                if st.button(words.SEE(), key=f"see-{insight.id}"):
                    st.switch_page(DOORS[insight.door])
                if st.button(words.NOT_AGAIN(), key=f"gone-{insight.id}", type="tertiary"):
                    change.dismiss(insight)
                    st.rerun()


@st.fragment(run_every=LOOK_AGAIN_SECONDS)
def _wait_for_insights() -> None:
    speak()
    if change.insights_when_ready() is not None:
        st.rerun(scope="app")
    st.caption(words.LOOKING())
