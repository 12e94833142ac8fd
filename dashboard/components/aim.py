"""The person's own aim: its words, its rating beside the pulse, and its course."""

from __future__ import annotations

import streamlit as st

from dashboard import session
from dashboard.components.picture_frame import show
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label
from dashboard.services import aim
from dashboard.wording import road as words


def draw_aim() -> None:
    """Draw the aim with its course, and the place to word it."""
    st.header(words.AIM(), anchor=False)
    if session.take("aim_kept"):
        st.success(words.AIM_KEPT())
    current = aim.text()
    if current:
        st.markdown(f"**{as_label(current)}**")
    else:
        st.markdown(words.AIM_WHY())
    draw_rating()
    drawn = aim.picture()
    if drawn is not None:
        show(drawn, "aim")
    with st.popover(words.AIM_LABEL(), icon=":material/edit:"):
        wording = st.text_input(words.AIM_LABEL(), value=current, placeholder=words.AIM_HINT(), key="aim-text")
        if (
            st.button(words.AIM_KEEP(), key="aim-keep")
            and wording.strip()
            and succeed(lambda: aim.word(wording.strip()))
        ):
            session.put("aim_kept", True)
            st.rerun()


def draw_rating() -> None:
    """Ask how far the aim was true, where a fresh pulse has no rating beside it."""
    found = aim.questionnaire()
    if found is None or not aim.waits_for_rating():
        return
    labels = {option.value: option.label for option in found.options}
    with st.container(border=True, key="aim-rating"):
        st.caption(words.AIM_RATE())
        value = st.radio(
            as_label(found.items[0].text),
            list(labels),
            index=None,
            format_func=lambda each: as_label(labels[each]),
            key="aim-value",
            horizontal=True,
        )
        keeps = st.button(words.AIM_RATE_KEEP(), key="aim-rate", disabled=value is None)
        if keeps and value is not None and succeed(lambda: aim.rate(value)):
            st.rerun()
