"""The one door to st.session_state: what one browser tab holds while it is unlocked, and nothing for longer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from threading import RLock
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard import garbage, late_messages
from dashboard.clock import Clock, clock_in, zone_named
from dashboard.seclusion import forget_session_files, forget_shared_words

if TYPE_CHECKING:
    from assessments.storage import Vault

T = TypeVar("T")
VaultKind = Literal["own", "demo"]
_in_run: ContextVar[bool] = ContextVar("in_run", default=False)
_steps = RLock()


@dataclass(frozen=True)
class Opened:
    """The vault that this session unlocked, and whether it is the person's own or the invented person's."""

    vault: Vault
    kind: VaultKind


def _state() -> MutableMapping[str, Any]:
    return cast(MutableMapping[str, Any], st.session_state)


def opened() -> Opened | None:
    """What this session has unlocked; None while it is locked."""
    return cast("Opened | None", _state().get("_opened"))


def vault() -> Vault:
    """The unlocked vault; a screen is drawn only where there is one."""
    found = opened()
    if found is None:
        raise RuntimeError("a screen asked for the vault of a locked session")
    return found.vault


def unlock(vault: Vault, kind: VaultKind) -> None:
    """Keep an opened vault for this session alone."""
    _state()["_opened"] = Opened(vault, kind)


def forget_if_locked_elsewhere() -> None:
    """Forget what this session holds where another session of this process has locked its vault."""
    found = opened()
    if found is not None and not found.vault.is_open:
        lock()


def lock() -> None:
    """Forget everything that this session holds: the vault, what was typed, computed, uploaded or made to download."""
    with unbroken():
        found = opened()
        for key in list(_state()):
            del _state()[key]
        late_messages.forget()
        forget_session_files()
        forget_shared_words()
        if found is not None:
            found.vault.close()
    garbage.let_go()


def clock() -> Clock:
    """The present moment in the zone of the person's browser."""
    return clock_in(zone_named(st.context.timezone))


def get(key: str, default: Any = None) -> Any:
    """What this session keeps under that key."""
    return _state().get(key, default)


def put(key: str, value: Any) -> None:
    """Keep a value under that key until the session is locked or ends."""
    _state()[key] = value


def take(key: str, default: Any = None) -> Any:
    """What this session keeps under that key, which is then forgotten."""
    return _state().pop(key, default)


def forget_starting_with(prefix: str) -> None:
    """Forget every value and widget whose key starts so."""
    for key in [key for key in _state() if str(key).startswith(prefix)]:
        del _state()[key]


@contextmanager
def one_run() -> Iterator[None]:
    """One rerun, of the page with its fragments or of a fragment alone, for which something may be read only once.

    Whether one is under way is not kept in the session's state: Streamlit cuts a run short at any touch of that, so the
    mark could stay for good, and what another window changed would never be read again.
    """
    if _in_run.get():
        yield
        return
    _state()["_run"] = run_number() + 1
    mark = _in_run.set(True)
    try:
        yield
    finally:
        _in_run.reset(mark)
        garbage.collector().note_run()


@contextmanager
def unbroken(*, unless_newer: bool = False) -> Iterator[None]:
    """What is done within is done to its end, one such step after another; draw nothing within.

    Streamlit cuts a run short at any touch of the session's state where something newer is asked for: a text that was
    just arriving was then never kept, and never sent again. Two windows run in threads of their own, so that of two
    texts each would write a draft without the other. Where a step writes what it read earlier, it ends before it
    begins if a newer run has been asked for (`unless_newer`).
    """
    with _steps:
        if unless_newer:
            run_number()  # any touch of the state will do
        with _whole():
            yield


@contextmanager
def _whole() -> Iterator[None]:
    context = get_script_run_ctx(suppress_warning=True)
    state = None if context is None else context.session_state
    asks = None if state is None else state._yield_callback
    if asks is not None:
        object.__setattr__(state, "_yield_callback", _let_pass)
    try:
        yield
    finally:
        if asks is not None:
            object.__setattr__(state, "_yield_callback", asks)


def _let_pass() -> None:
    """Instead of looking whether something newer is asked for."""


def run_number() -> int:
    """A number that differs from one rerun to the next."""
    return int(_state().get("_run", 0))


def remembered(name: str, key: Hashable, compute: Callable[[], T]) -> T:
    """The value computed for that key, kept for this session alone until the key changes or it is locked."""
    held = _state().setdefault("_remembered", {})
    if name not in held or held[name][0] != key:
        held[name] = (key, compute())
    return cast(T, held[name][1])
