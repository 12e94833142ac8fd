"""Shows a picture: the chart with its text alternative, what stands beneath it, and its table one click away."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.charts.picture import Picture
from dashboard.components.folded import draw_folded
from dashboard.components.safe_text import as_label
from dashboard.wording import frame as words


def show(picture: Picture, key: str) -> None:
    """Draw the picture, or say kindly why there is nothing to draw."""
    if picture.chart is None:
        st.markdown(as_label(picture.empty_says))
        return
    st.vega_lite_chart(spec=picture.chart, width="stretch", theme=None, alt=picture.alt_text, key=key)
    if picture.notes:
        st.caption(as_label(" ".join(picture.notes)))
    draw_folded(words.AS_TABLE(), partial(_draw_table, picture), f"{key}-table")


def _draw_table(picture: Picture) -> None:
    st.dataframe(picture.table, hide_index=True, width="stretch")
