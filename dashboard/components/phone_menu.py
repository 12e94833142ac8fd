"""Closes the navigation after a choice on a narrow screen, where it would cover the page that was chosen."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st


@cache
def _component() -> Any:
    script = (Path(__file__).parent / "phone_menu.js").read_text(encoding="utf-8")
    return st.components.v2.component("footbridge_phone_menu", html="<span hidden></span>", js=script)


def draw_phone_menu() -> None:
    """Listen for a choice in the navigation; draws nothing that is seen."""
    _component()(key="phone-menu", width="content", height=1)
