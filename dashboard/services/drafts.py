"""Drafts: what is being typed, kept in the vault whenever it changes, so that nothing is lost by a crash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from assessments.storage import VaultError, VaultLocked, WrittenDraft
from dashboard import session

PREFIX = "_draft:"
WRITTEN = "_draft_written:"
PLACE = "_draft_place:"
SPARE = "~"
EMPTY: Final[tuple[object, ...]] = (None, "", {}, [])


def current(key: str, start: Mapping[str, object]) -> dict[str, Any]:
    """The draft under that key: as this session holds it, else as the vault kept it, else `start`."""
    held = session.get(PREFIX + key)
    if held is None:
        session.put(PLACE + key, _first_kept(key))
        written = session.vault().draft(place(key))
        session.put(WRITTEN + key, written)
        held = written or dict(start)
        session.put(PREFIX + key, dict(held))
    return {**held, "_key": key}


def place(key: str) -> str:
    """Where in the vault this session keeps that draft: under its key, or apart where another window took that up."""
    return str(session.get(PLACE + key, key))


def keep(key: str, draft: Mapping[str, object]) -> None:
    """Write the draft to the vault where it differs from what is held; a refusal of the disk is told once.

    Where another window has written there since, its words stay, and this draft goes on in a place of its own.
    """
    with session.unbroken(unless_newer=True):
        _keep(key, draft)


def _keep(key: str, draft: Mapping[str, object]) -> None:
    now = _filled({name: value for name, value in draft.items() if name != "_key"})
    if now == _filled(session.get(PREFIX + key) or {}):
        return
    session.put(PREFIX + key, now)
    try:
        _make_way(key)
        if now:
            session.vault().save_draft(place(key), now)
        else:
            _drop(key)
        session.put(WRITTEN + key, session.vault().draft(place(key)))
    except VaultLocked:
        raise
    except VaultError as refused:
        session.put("_refused", refused.says)


def _filled(draft: Mapping[str, object]) -> dict[str, Any]:
    """What there is in a draft: an empty field is not a beginning."""
    inner = {name: _filled(value) if isinstance(value, Mapping) else value for name, value in draft.items()}
    return {name: value for name, value in inner.items() if value not in EMPTY}


def written(key: str) -> WrittenDraft | None:
    """What the vault has of the draft as this session last read or wrote it, to be dropped once it is saved.

    What another window has written in its place since is not this session's to drop.
    """
    value = session.get(WRITTEN + key)
    return WrittenDraft(place(key), value) if value else None


def _drop(key: str) -> None:
    own = written(key)
    if own is not None:
        session.vault().discard_draft(own)


def is_kept(key: str) -> bool:
    """Whether the vault has the draft as this session holds it."""
    own = written(key)
    return own is not None and own.value == session.get(PREFIX + key)


def _make_way(key: str) -> None:
    """Go to a place of one's own where what the vault has is not what this session wrote or read last."""
    there = session.vault().draft(place(key))
    if there is None or there == session.get(WRITTEN + key):
        return
    taken = {draft.key for draft in session.vault().drafts()}
    number = 2
    while f"{key}{SPARE}{number}" in taken:
        number += 1
    session.put(PLACE + key, f"{key}{SPARE}{number}")


def _first_kept(key: str) -> str:
    """The key itself, or the first place apart from it that still holds a draft once the key has none."""
    kept = sorted(draft.key for draft in session.vault().drafts() if _base(draft.key) == key)
    return kept[0] if kept else key


def _base(kept_key: str) -> str:
    return kept_key.split(SPARE, 1)[0]


def keep_text(key: str, path: Sequence[str], text: str) -> None:
    """Write one typed text into its place in a draft as soon as it arrives, whatever else the page is doing."""
    if not _is_open(key):
        return
    draft = current(key, {})
    place = draft
    for name in path[:-1]:
        place[name] = dict(place.get(name) or {})
        place = place[name]
    place[path[-1]] = text
    _keep_if_open(key, draft)


def keep_values(key: str, values: Mapping[str, object]) -> None:
    """Write these values into a draft as soon as they arrive, whatever else the page is doing."""
    if _is_open(key):
        _keep_if_open(key, {**current(key, {}), **values})


def _is_open(key: str) -> bool:
    return session.opened() is not None and session.get(PREFIX + key) is not None


def _keep_if_open(key: str, draft: Mapping[str, object]) -> None:
    try:
        keep(key, draft)
    except VaultLocked:
        return


def forget(key: str) -> None:
    """Let go of what this session holds of a draft, its widgets included; the vault's copy is left alone."""
    for prefix in (PREFIX, WRITTEN, PLACE):
        session.take(prefix + key)
    session.forget_starting_with(f"{key}/")


def discard(key: str) -> None:
    """Drop a draft for good."""
    _drop(key)
    forget(key)


def leave(key: str, *, for_good: bool) -> None:
    """Leave a draft where it is for another time, or drop it for good."""
    if for_good:
        discard(key)
    else:
        forget(key)


def waiting() -> dict[str, Mapping[str, object]]:
    """All drafts in the vault, by key; of several windows' drafts under one key, the one that is taken up first."""
    kept = sorted(session.vault().drafts(), key=lambda draft: draft.key, reverse=True)
    return {_base(draft.key): draft.value for draft in kept}
