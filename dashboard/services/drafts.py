"""Drafts: what is being typed, kept in the vault whenever it changes, so that nothing is lost by a crash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assessments.storage import VaultError, VaultLocked
from dashboard import session

PREFIX = "_draft:"


def current(key: str, start: Mapping[str, object]) -> dict[str, Any]:
    """The draft under that key: as this session holds it, else as the vault kept it, else `start`."""
    held = session.get(PREFIX + key)
    if held is None:
        held = session.vault().draft(key) or dict(start)
        session.put(PREFIX + key, dict(held))
    return {**held, "_key": key}


def keep(key: str, draft: Mapping[str, object]) -> None:
    """Write the draft to the vault where it differs from what is held; a refusal of the disk is told once."""
    now = {name: value for name, value in draft.items() if name != "_key" and value not in (None, "", {}, [])}
    before = session.get(PREFIX + key) or {}
    if now == {name: value for name, value in before.items() if value not in (None, "", {}, [])}:
        return
    session.put(PREFIX + key, now)
    try:
        if now:
            session.vault().save_draft(key, now)
        else:
            session.vault().discard_draft(key)
    except VaultLocked:
        raise
    except VaultError as refused:
        session.put("_refused", refused.says)


def keep_text(key: str, path: Sequence[str], text: str) -> None:
    """Write one typed text into its place in a draft as soon as it arrives, whatever else the page is doing."""
    if session.opened() is None or session.get(PREFIX + key) is None:
        return
    draft = current(key, {})
    place = draft
    for name in path[:-1]:
        place[name] = dict(place.get(name) or {})
        place = place[name]
    place[path[-1]] = text
    try:
        keep(key, draft)
    except VaultLocked:
        return


def forget(key: str) -> None:
    """Let go of what this session holds of a draft, its widgets included; the vault's copy is left alone."""
    session.take(PREFIX + key)
    session.forget_starting_with(f"{key}/")


def discard(key: str) -> None:
    """Drop a draft for good."""
    forget(key)
    session.vault().discard_draft(key)


def leave(key: str, *, for_good: bool) -> None:
    """Leave a draft where it is for another time, or drop it for good."""
    if for_good:
        discard(key)
    else:
        forget(key)


def waiting() -> dict[str, Mapping[str, object]]:
    """All drafts in the vault, by key."""
    return {draft.key: draft.value for draft in session.vault().drafts()}
