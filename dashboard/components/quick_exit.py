"""The quick way out: Esc twice keeps the draft, locks the vault and puts a blank page in this one's place."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.services import vaults
from dashboard.wording import frame as words


@cache
def _component() -> Any:
    here = Path(__file__).parent
    return st.components.v2.component(
        "footbridge_quick_exit",
        html='<button type="button"></button>',
        css=(here / "quick_exit.css").read_text(encoding="utf-8"),
        js=(here / "quick_exit.js").read_text(encoding="utf-8"),
    )


def draw_quick_exit(is_open: bool) -> None:
    """Draw its button and listen for Esc, on an open session and on a locked one."""
    _component()(
        data={
            "label": words.QUICK_EXIT(),
            "hint": words.QUICK_EXIT_HINT(),
            "title": words.QUICK_EXIT_TITLE(),
            "is_open": is_open,
        },
        key="quick-exit",
        width="content",
        on_leave_change=_lock,
    )


def _lock() -> None:
    if session.opened() is not None:
        vaults.close()
