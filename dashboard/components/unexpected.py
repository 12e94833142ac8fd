"""What a person sees when the program itself fails: one calm sentence, a way to try again, and no details."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable

import streamlit as st

from assessments.storage import VaultError
from dashboard.components.safe_text import as_label
from dashboard.wording import frame as words


def guard(draw: Callable[[], None]) -> None:
    """Draw; where the program fails, say so, and tell the terminal where it failed and never with which words."""
    try:
        draw()
    except VaultError as refused:
        _say(refused.says)
    except Exception as fault:  # noqa: BLE001  the last place before Streamlit's own error page
        _tell_terminal(fault)
        _say(words.UNEXPECTED())


def _say(sentence: str) -> None:
    st.error(as_label(sentence), icon=":material/error:")
    st.button(words.TRY_AGAIN(), key="try-again")


def _tell_terminal(fault: Exception) -> None:
    """The kind of fault and the places in the code: its message could hold what the person wrote."""
    places = [f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in traceback.extract_tb(fault.__traceback__)]
    sys.stderr.write(f"{type(fault).__name__} in " + " < ".join(reversed(places)) + "\n")
