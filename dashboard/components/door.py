"""The door: begin, look around, open with a passphrase or a recovery code, restore after damage."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessments.storage import DamagedVault, VaultError
from dashboard import session
from dashboard.components.refusal import draw_refusal, succeed
from dashboard.services import kept_code, vaults
from dashboard.wording import frame as frame_words
from dashboard.wording import welcome as words

SHORTEST_PASSPHRASE = 8


def draw_door() -> None:
    """Draw what the state of the person's folder calls for."""
    door = vaults.own_door()
    if door.state == "encrypted":
        _draw_unlock()
    elif door.state == "plain":
        _draw_closed()
    elif door.state == "none":
        _draw_welcome()
    else:
        from dashboard.components.damage import draw_damage

        draw_damage()


def _draw_welcome() -> None:
    if session.get("door") == "begin":
        _draw_begin()
        return
    st.title(words.TITLE(), anchor=False)
    st.markdown(words.WHAT())
    st.markdown(words.PRIVATE())
    st.markdown(words.NOT_A_TEST())
    with st.container(horizontal=True):
        if st.button(words.BEGIN(), type="primary"):
            session.put("door", "begin")
            st.rerun()
        _draw_demo_button()


def _draw_demo_button() -> None:
    if st.button(words.LOOK_AROUND()):
        _try(vaults.open_demo)


def _draw_begin() -> None:
    st.title(words.CHOOSE(), anchor=False)
    st.markdown(words.CHOOSE_WHY())
    with st.form("begin", border=False):
        first = _ask_new_passphrase()
        second = st.text_input(words.PASSPHRASE_AGAIN(), type="password", autocomplete="new-password")
        st.markdown(words.NO_WAY_BACK())
        if st.form_submit_button(words.CREATE(), type="primary"):
            _begin(first, second)
    st.markdown(words.WITHOUT_WHY())
    with st.container(horizontal=True):
        if st.button(words.WITHOUT()):
            _try(lambda: vaults.begin_own(None), then_home=True)
        if st.button(frame_words.BACK(), type="tertiary"):
            session.take("door")
            st.rerun()


def _ask_new_passphrase() -> str:
    typed = st.text_input(words.PASSPHRASE(), type="password", autocomplete="new-password")
    st.caption(words.SHORTEST())
    return typed


def passphrase_fault(first: str, second: str) -> str | None:
    """What is wrong with a new passphrase typed twice; None where nothing is."""
    if len(first) < SHORTEST_PASSPHRASE:
        return words.TOO_SHORT()
    return words.NOT_THE_SAME() if first != second else None


def _begin(first: str, second: str) -> None:
    fault = passphrase_fault(first, second)
    if fault:
        st.warning(fault)
    else:
        _try(lambda: vaults.begin_own(first), then_home=True)


def _draw_unlock() -> None:
    st.title(words.LOCKED_TITLE(), anchor=False)
    st.markdown(words.LOCKED_WHY())
    with st.form("open", border=False, enter_to_submit=True):
        passphrase = st.text_input(words.PASSPHRASE(), type="password", autocomplete="current-password")
        if st.form_submit_button(words.OPEN(), type="primary"):
            _try(lambda: vaults.open_own(passphrase=passphrase))
    with st.expander(words.FORGOTTEN()), st.form("code", border=False):
        code = st.text_input(words.CODE(), autocomplete="off")
        st.markdown(words.NEW_PASSPHRASE_NEXT())
        if st.form_submit_button(words.OPEN_WITH_CODE()):
            _try(lambda: vaults.open_own(recovery_code=code))
    _draw_demo_button()


def draw_new_passphrase() -> None:
    """Ask for a new passphrase right after the recovery code has opened the file."""
    st.title(words.RECOVERED_TITLE(), anchor=False)
    st.markdown(words.RECOVERED_WHY())
    with st.form("recovered", border=False):
        first = _ask_new_passphrase()
        second = st.text_input(words.PASSPHRASE_AGAIN(), type="password", autocomplete="new-password")
        if st.form_submit_button(words.RECOVERED_CHOOSE(), type="primary"):
            fault = passphrase_fault(first, second)
            if fault:
                st.warning(fault)
            else:
                _try(lambda: vaults.choose_after_recovery(first))


def _draw_closed() -> None:
    st.title(words.PLAIN_TITLE(), anchor=False)
    st.markdown(words.PLAIN_WHY())
    draw_refusal()
    if st.button(words.OPEN(), type="primary"):
        _try(vaults.open_own)
    _draw_demo_button()


def _try(act: Callable[[], object], *, then_home: bool = False) -> None:
    try:
        with st.spinner(words.OPENING()):
            act()
    except DamagedVault:
        st.rerun()
    except VaultError as refused:
        st.warning(refused.says)
        return
    if then_home:
        st.switch_page("screens/today.py")
    st.rerun()


def draw_recovery_code(code: str) -> None:
    """Show the recovery code once, before anything else."""
    st.title(words.CODE_TITLE(), anchor=False)
    st.markdown(words.CODE_WHY())
    st.code(code, language=None, wrap_lines=True)
    st.download_button(words.CODE_DOWNLOAD(), code, file_name="recovery-code.txt", on_click="ignore")
    st.markdown(words.CODE_FILE())
    if st.button(words.CODE_KEPT(), type="primary"):
        succeed(kept_code.put_away)
        st.rerun()
