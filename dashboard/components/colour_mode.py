"""Draws the page anew when the browser turns from light to dark or back, so that the pictures turn with it."""

from __future__ import annotations

from dashboard.components.own_component import noted, own_component
from dashboard.services.palette import palette

HTML = "<span hidden></span>"


def follow_colour_mode() -> None:
    """Listen for the change; draws nothing that is seen."""
    own_component("colour_mode", HTML)(
        data={"mode": palette().name}, key="colour-mode", width="content", height=1, on_changed_change=noted
    )
