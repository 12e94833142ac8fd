"""Closes the navigation after a choice on a narrow screen, where it would cover the page that was chosen."""

from __future__ import annotations

from dashboard.components.own_component import own_component

HTML = "<span hidden></span>"


def draw_phone_menu() -> None:
    """Listen for a choice in the navigation; draws nothing that is seen."""
    own_component("phone_menu", HTML)(key="phone-menu", width="content", height=1)
