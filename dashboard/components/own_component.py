"""Loads one of our own small components from the script and the style that lie beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent


@cache
def own_component(name: str, html: str, *, apart: bool = True) -> Any:
    """The component whose script is `name`.js and whose style, where there is one, is `name`.css.

    With `apart` the styles of the page do not reach it; without, style.css gives it its looks.
    """
    style = HERE / f"{name}.css"
    return st.components.v2.component(
        f"footbridge_{name}",
        html=html,
        css=style.read_text(encoding="utf-8") if style.exists() else None,
        js=(HERE / f"{name}.js").read_text(encoding="utf-8"),
        isolate_styles=apart,
    )


def noted() -> None:
    """Streamlit wants a callback for every state value; the value itself is read from the result."""
