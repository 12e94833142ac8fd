"""What a person sees when the program itself fails: one calm sentence, a way to try again, and no details."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from contextvars import copy_context
from functools import wraps
from typing import ParamSpec

import streamlit as st

from assessments.storage import DamagedVault, VaultError, VaultLocked
from dashboard import session
from dashboard.components.safe_text import as_label
from dashboard.components.spoken_language import speak
from dashboard.services import idle, vaults
from dashboard.wording import frame as words

P = ParamSpec("P")


def fragment(draw: Callable[P, None]) -> Callable[P, None]:
    """Streamlit's fragment with the guard inside it: alone it is redrawn outside the guard of the page."""

    @wraps(draw)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        speak()
        was_open = session.opened() is not None
        idle.note_activity()
        if was_open and session.opened() is None:
            st.rerun(scope="app")
        guard(lambda: draw(*args, **kwargs), name=draw.__qualname__)

    return st.fragment(guarded)


def guard(draw: Callable[[], None], *, name: str = "page") -> None:
    """Draw; where the program fails, say so, and tell the terminal where it failed and never with which words.

    Where the vault was locked from another window or its file is damaged, the session is locked too, and the door
    takes the page's place.
    """
    try:
        with session.one_run():
            draw()
    except VaultLocked:
        session.lock()
        st.rerun(scope="app")
    except DamagedVault:
        vaults.close_as_damaged()
        st.rerun(scope="app")
    except VaultError as refused:
        _say(refused.says, name)
    except Exception as fault:  # noqa: BLE001  the last place before Streamlit's own error page
        _tell_terminal(fault)
        _say(words.UNEXPECTED(), name)


def deferred(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """For a download, which is made when it is asked for: in this session's language, and a fault tells no words.

    Streamlit calls it where there is no session, so `make` brings all that it needs; what it raises is printed.
    """
    here = copy_context()

    def made() -> bytes:
        try:
            return here.copy().run(make)
        except Exception as fault:  # noqa: BLE001  Streamlit prints the message of whatever comes out of here
            _tell_terminal(fault)
            raise RuntimeError("a download could not be made") from None

    return made


def _say(sentence: str, name: str) -> None:
    st.error(as_label(sentence), icon=":material/error:")
    st.button(words.TRY_AGAIN(), key=f"try-again-{name}")


def _tell_terminal(fault: Exception) -> None:
    """The kind of fault and the places in the code: its message could hold what the person wrote."""
    places = [f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in traceback.extract_tb(fault.__traceback__)]
    sys.stderr.write(f"{type(fault).__name__} in " + " < ".join(reversed(places)) + "\n")
