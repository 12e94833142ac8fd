"""Begins every new view at its top, where its title and its first figure are, and not where the last one was left."""

from __future__ import annotations

from dashboard.components.own_component import own_component

HTML = "<span hidden></span>"


def begin_at_the_top() -> None:
    """Watch for another title, or for the same one in another container `view-…`; draws nothing that is seen."""
    own_component("to_top", HTML)(key="to-top", width="content", height=1)
