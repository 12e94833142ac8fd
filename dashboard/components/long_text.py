"""A field for long text that sends what was typed every two seconds and when the page hides."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import session

HTML = '<label for="text"><span></span></label><textarea id="text" dir="auto" spellcheck="true"></textarea>'


@cache
def _component() -> Any:
    here = Path(__file__).parent
    return st.components.v2.component(
        "footbridge_long_text",
        html=HTML,
        css=(here / "long_text.css").read_text(encoding="utf-8"),
        js=(here / "long_text.js").read_text(encoding="utf-8"),
    )


def long_text(
    label: str, *, value: str, key: str, token: str, lines: int = 4, placeholder: str = "", hide_label: bool = False
) -> str:
    """The text as it was last sent, at most two seconds of typing behind.

    `value` fills the field when `token` is new to it (another entry, a version taken over); while the token
    stays the same, what the person types stands, and a rerun never touches the text under the cursor.
    """
    typed = session.get(key, {}).get("typed") if session.get(key) else None
    current = typed["text"] if typed and typed.get("token") == token else value
    result = _component()(
        data={
            "label": label,
            "value": current,
            "token": token,
            "lines": lines,
            "placeholder": placeholder,
            "hide_label": hide_label,
        },
        key=key,
        default={"typed": None},
        on_typed_change=_noted,
    )
    sent = result.typed
    if sent and sent.get("token") == token:
        return str(sent["text"])
    return current


def _noted() -> None:
    """Streamlit wants a callback for every state value; the value itself is read from the result."""
