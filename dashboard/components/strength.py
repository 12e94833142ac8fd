"""A slider that starts unset: no figure stands until the person moves or confirms it, and it can be unset again."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.wording import journal as words

HTML = """
<div class="field"><label for="strength"></label>
<div class="row"><input id="strength" type="range"><output for="strength"></output>
<button type="button" hidden></button></div>
<div class="ends"><span class="low"></span><span class="high"></span></div></div>
"""


@cache
def _component() -> Any:
    here = Path(__file__).parent
    return st.components.v2.component(
        "footbridge_strength",
        html=HTML,
        css=(here / "strength.css").read_text(encoding="utf-8"),
        js=(here / "strength.js").read_text(encoding="utf-8"),
    )


def strength(
    label: str,
    *,
    value: float | None,
    key: str,
    low: float = 0,
    high: float = 100,
    step: float = 1,
    low_label: str = "",
    high_label: str = "",
    may_be_unset: bool = True,
) -> float | None:
    """The chosen figure between `low` and `high`; None while it is unset."""
    held = session.get(key)
    chosen = held.get("chosen") if held else None
    current = chosen["value"] if chosen else value
    data = {"label": label, "value": current, "token": key, "low": low, "high": high, "step": step}
    data |= {"low_label": low_label, "high_label": high_label, "unset": words.UNSET(), "clear": words.CLEAR()}
    data["may_be_unset"] = may_be_unset
    result = _component()(data=data, key=key, default={"chosen": None}, on_chosen_change=_noted)
    return result.chosen["value"] if result.chosen else current


def _noted() -> None:
    """Streamlit wants a callback for every state value; the value itself is read from the result."""
