"""Locks a session that nobody has used for as long as the person chose."""

from __future__ import annotations

from datetime import datetime, timedelta

from dashboard import kept_names, session
from dashboard.services import vaults

SETTING = kept_names.IDLE_MINUTES
USUAL_MINUTES = 15
MOST_MINUTES = kept_names.MOST_IDLE_MINUTES
ACTIVE_AT = "_active_at"
CHOSEN = "_idle_minutes"
_TOLD_LATE = timedelta(minutes=1)


def minutes() -> int:
    """After how many minutes without use this session is locked; 0: never, as for a vault without a passphrase."""
    found = session.opened()
    if found is None or found.kind != "own" or not found.vault.encrypted:
        return 0
    if session.get(CHOSEN) is None:
        session.put(CHOSEN, int(found.vault.setting(SETTING, USUAL_MINUTES)))
    return int(session.get(CHOSEN))


def choose_minutes(chosen: int) -> None:
    """Lock after so many minutes from now on."""
    session.vault().set_setting(SETTING, chosen)
    session.put(CHOSEN, chosen)


def note_activity() -> None:
    """Remember that the session is in use, or lock it where it was not for too long (a computer that slept)."""
    if session.opened() is None:
        return
    now = session.clock()()
    before: datetime | None = session.get(ACTIVE_AT)
    limit = timedelta(minutes=minutes())
    if limit and before is not None and now - before > limit + _TOLD_LATE:
        vaults.close()
    else:
        session.put(ACTIVE_AT, now)
