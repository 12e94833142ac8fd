"""Watches every page in the browser: turns it with light and dark, begins each view at its top, closes a phone's menu.

One watch for all three, since Streamlit draws each part of a page anew with every click. A view is new with another
title, or with the same one in another container `view-…`. The menu would cover the page that was chosen in it.
"""

from __future__ import annotations

from dashboard.components.own_component import noted, own_component
from dashboard.services.palette import palette

HTML = "<span hidden></span>"


def watch_page() -> None:
    """Listen; draws nothing that is seen."""
    own_component("page_watch", HTML)(
        data={"mode": palette().name}, key="page-watch", width="content", height=1, on_changed_change=noted
    )
