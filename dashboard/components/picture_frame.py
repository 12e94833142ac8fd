"""Shows a picture: the chart with its text alternative, what stands beneath it, and its table one click away."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.charts.picture import Picture
from dashboard.charts.year_calendar import Grid
from dashboard.components.folded import draw_folded
from dashboard.components.safe_text import as_html, as_label
from dashboard.wording import frame as words


def show(picture: Picture, key: str, name: str = "") -> None:
    """Draw the picture, or say kindly why there is nothing to draw.

    With a name, new data goes into the drawing that stands there: the name is what it is called, and what it shows
    follows as text for a screen reader, since another description would have it drawn anew.
    """
    if picture.chart is None:
        st.markdown(as_label(picture.empty_says))
        return
    if name:
        st.vega_lite_chart(spec=picture.growing, width="stretch", theme=None, alt=words.PICTURE(name=name), key=key)
        st.html(f'<div class="fb-unseen">{as_html(picture.alt_text)}</div>')
    else:
        st.vega_lite_chart(spec=picture.chart, width="stretch", theme=None, alt=picture.alt_text, key=key)
    if picture.notes:
        st.caption(as_label(" ".join(picture.notes)))
    draw_table_of(picture, key)


def draw_table_of(picture: Picture | Grid, key: str) -> None:
    """Its table, folded away."""
    draw_folded(words.AS_TABLE(), partial(_draw_table, picture), f"{key}-table")


def _draw_table(picture: Picture | Grid) -> None:
    st.dataframe(picture.table, hide_index=True, width="stretch")
