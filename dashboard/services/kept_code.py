"""The recovery code: shown once, and asked after until the person has put it away or opened the file with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from assessments.storage import TooSoon, VaultBusy, WrongSecret
from dashboard import kept_names, session

SETTING = kept_names.RECOVERY_CODE_WAITS
SHOWN = "recovery_code"
WAITS = "_recovery_code_waits"


@contextmanager
def awaited() -> Iterator[None]:
    """Ask after the code that is made within from before it is made: a kill before it is shown leaves a word of it."""
    waited = bool(session.vault().setting(SETTING, False))
    session.vault().set_setting(SETTING, True)
    session.take(WAITS)
    try:
        yield
    except (WrongSecret, TooSoon, VaultBusy):  # nothing was made
        session.vault().set_setting(SETTING, waited)
        raise


def show(code: str) -> None:
    """Show a code that was just made, and ask after it until it is put away."""
    session.put(SHOWN, code)
    session.put(WAITS, True)
    session.vault().set_setting(SETTING, True)


def shown() -> str | None:
    """The code that is to be shown before anything else; None where there is none."""
    code = session.get(SHOWN)
    return None if code is None else str(code)


def put_away() -> None:
    """Show the code no more, and ask after it no more."""
    session.take(SHOWN)
    if waits():
        session.vault().set_setting(SETTING, False)
        session.put(WAITS, False)


def waits() -> bool:
    """Whether the person's own file has a code that was never put away."""
    found = session.opened()
    if found is None or found.kind != "own" or not found.vault.encrypted:
        return False
    if session.get(WAITS) is None:
        session.put(WAITS, bool(found.vault.setting(SETTING, False)))
    return bool(session.get(WAITS))
