"""Does something with the vault; where the vault refuses, says why and leaves everything typed where it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from assessments.storage import VaultError, VaultLocked
from dashboard import session

T = TypeVar("T")


def attempt(act: Callable[[], T]) -> T | None:
    """What `act` gives; None, with a clear sentence on the page, where the vault refused."""
    try:
        return act()
    except VaultLocked:
        raise
    except VaultError as refused:
        st.error(refused.says, icon=":material/error:")
        return None


def draw_refusal() -> None:
    """Say once what the vault refused while a draft was being kept."""
    says = session.take("_refused")
    if says:
        st.error(says, icon=":material/error:")


def succeed(act: Callable[[], object]) -> bool:
    """Whether `act` was done; where the vault refused, the page says why."""
    try:
        act()
    except VaultLocked:
        raise
    except VaultError as refused:
        st.error(refused.says, icon=":material/error:")
        return False
    return True
