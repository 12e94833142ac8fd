"""Leads back to the beginning of a page that is chosen again in the navigation, which Streamlit keeps to itself."""

from __future__ import annotations

from dashboard import session
from dashboard.components.own_component import own_component

HTML = "<span hidden></span>"


def begin_again_from_menu(*opened: str) -> None:
    """Close what is opened within the page, kept in the session under those names; draws nothing that is seen.

    What was typed stays: it is kept as a draft.
    """

    def close() -> None:
        with session.unbroken():
            for name in opened:
                session.take(name)

    own_component("menu_again", HTML)(key="menu-again", width="content", height=1, on_again_change=close)
