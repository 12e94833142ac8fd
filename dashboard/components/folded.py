"""Parts of a page that are folded away: drawn while they are open, and costing nothing while they are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from dashboard.components.unexpected import fragment


@fragment
def draw_folded(label: str, draw: Callable[[], None], key: str, *, is_open: bool = False) -> None:
    """An expander, closed at first unless `is_open`."""
    place = st.expander(label, key=key, expanded=is_open, on_change="rerun")
    if place.open:
        with place:
            draw()


@fragment
def draw_popover(
    label: str,
    draw: Callable[[], None],
    key: str,
    *,
    icon: str | None = None,
    kind: Literal["secondary", "tertiary"] = "secondary",
) -> None:
    """A popover, closed at first."""
    place = st.popover(label, icon=icon, type=kind, key=key, on_change="rerun")
    if place.open:
        with place:
            draw()
