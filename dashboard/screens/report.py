"""Report: a page or two for oneself or somebody trusted, chosen and seen before it is taken."""

from __future__ import annotations

import streamlit as st

from dashboard.components import report_parts
from dashboard.components.unexpected import fragment
from dashboard.services import report as service
from dashboard.wording import report as words


@fragment
def draw() -> None:
    """Draw what is chosen, how it will look, and the files; what stands out joins them when it is worked out."""
    choices = report_parts.ask_choices()
    is_whole = "claims" not in choices.parts or service.knows_what_stands_out(choices.last_day)
    with st.spinner(words.DRAWING()):
        made = service.made(choices if is_whole else choices.without("claims"))
    if is_whole:
        report_parts.draw_what_is_missing(choices, made)
        report_parts.draw_files(made, f"report-{choices.last_day.isoformat()}")
    else:
        report_parts.wait_for_what_stands_out(choices)
    st.header(words.PREVIEW(), anchor=False)
    st.html(made.to_html_fragment())


st.title(words.TITLE(), anchor=False)
st.markdown(words.WHAT())
draw()
