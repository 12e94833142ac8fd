"""Recurring themes of the person's entries: found once, kept in the vault, new entries sorted in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from hashlib import sha256

import pandas as pd

from analysis.entry_texts import entry_texts
from analysis.recurrence import PRESENT_AT
from analysis.results import NotEnough
from analysis.themes import (
    ENOUGH_FOR_THEMES,
    Edit,
    Theme,
    Themes,
    edits_from_json,
    edits_to_json,
    find_themes,
    kept_themes,
)
from dashboard import kept_names, session
from dashboard.services.background import Job
from dashboard.services.belongings import held, note_theme_search, theme_searches, version

KEY = kept_names.THEMES
FINGERPRINT = kept_names.THEMES_OF
EDITS = kept_names.THEME_EDITS
NEEDED = ENOUGH_FOR_THEMES
FINDING, NOT_ENOUGH = "_finding_themes", "_themes_not_enough"


def texts() -> pd.DataFrame:
    """One row for each entry with text: its id, when it was about, the text, and whether it may be quoted."""
    return session.remembered("theme texts", version(), lambda: entry_texts(held().entries, held().catalogue))


def are_enough() -> bool:
    """Whether there are entries enough to look for themes."""
    return len(texts()) >= NEEDED


def kept() -> Themes | None:
    """The themes that were found before, with every entry since sorted in; None before the first time."""
    if session.vault().derived(KEY) is None:
        return None
    return session.remembered("themes", (_fingerprint(), theme_searches()), _bring_up_to_date)


def state() -> Hashable:
    """What changes whenever the themes may have: the records, the edits, and each search that ended in this session."""
    return version(), edits(), theme_searches()


def _fingerprint() -> str:
    """What the themes depend on, in few letters: while it stays, what is kept stands as it is."""
    return session.remembered("theme fingerprint", (version(), edits()), _fingerprint_anew)


def _fingerprint_anew() -> str:
    whole = sha256(edits_to_json(edits()).encode())
    for row in texts().itertuples(index=False):
        whole.update(repr(tuple(row)).encode("utf-8", "replace"))
    return whole.hexdigest()


def _bring_up_to_date() -> Themes | None:
    before = _read()
    if before is None:
        return None
    if not before.model.is_outdated and session.vault().derived(FINGERPRINT) == _fingerprint():
        return before
    found = find_themes(texts(), previous=before, edits=edits())
    if not isinstance(found, Themes):
        return None
    _keep(found)
    return found


def _read() -> Themes | None:
    return kept_themes(session.vault().derived(KEY))


def _keep(found: Themes) -> None:
    ids = list(texts()["id"])
    session.vault().set_derived(KEY, found.to_json(), entry_ids=ids)
    session.vault().set_derived(FINGERPRINT, _fingerprint(), entry_ids=ids)


class Finding:
    """A search for themes that goes on beside the pages: how far it is, and what it found."""

    def __init__(self, *, cold: bool) -> None:
        self.share = 0.0
        entries, before, made = texts(), _read(), edits()
        self._job = Job(
            _fingerprint(), lambda: find_themes(entries, previous=before, edits=made, cold=cold, progress=self._tell)
        )

    def _tell(self, share: float) -> None:
        self.share = share

    def result(self) -> Themes | NotEnough | None:
        """What was found; None while it is being looked for."""
        return self._job.result()


def begin_finding(*, cold: bool = False) -> None:
    """Begin to look for the themes, keeping the ids and names of those that were there; no page waits for it."""
    session.put(FINDING, Finding(cold=cold))


def finding() -> Finding | None:
    """The search that goes on; None where there is none. One that is done is kept in the vault and let go."""
    going: Finding | None = session.get(FINDING)
    try:
        found = going.result() if going else None
    except Exception:
        session.take(FINDING)
        raise
    if isinstance(found, Themes):
        _keep(found)
        note_theme_search()
    if found is not None:
        session.take(FINDING)
        session.put(NOT_ENOUGH, found.says if isinstance(found, NotEnough) else "")
        return None
    return going


def not_enough_says() -> str:
    """Why the last search found no themes; empty where it found some."""
    return str(session.get(NOT_ENOUGH, ""))


def change_entry(entry_id: str, act: Callable[[], None]) -> None:
    """Revise or remove an entry, and let go of its words in the themes while the themes themselves stay."""
    before = _read()
    act()
    if before is not None:
        left = before.without([entry_id])
        session.vault().set_derived(KEY, left.to_json(), entry_ids=list(texts()["id"]))


def edits() -> tuple[Edit, ...]:
    """What the person did to the themes, in order."""
    return edits_from_json(session.vault().setting(EDITS, "[]"))


def edit(added: Edit) -> None:
    """Rename, merge, split, hide or drop a theme; it lasts across new entries."""
    session.vault().set_setting(EDITS, edits_to_json([*edits(), added]))


def undo() -> None:
    """Take the latest edit back."""
    session.vault().set_setting(EDITS, edits_to_json(edits()[:-1]))


def holding(theme_ids: Sequence[str]) -> tuple[str, ...]:
    """The entries that hold any of these themes; all ids of a theme that is no more are passed over."""
    found = kept()
    if found is None:
        return ()
    known = [theme for theme in theme_ids if theme in found.weights.columns]
    held_there = (found.weights[known] >= PRESENT_AT).any(axis=1)
    return tuple(found.weights.index[held_there])


def names() -> dict[str, str]:
    """The themes that are shown, by id, as they were last kept; none before they were found."""
    return session.remembered("theme names", state(), _names)


def _names() -> dict[str, str]:
    found = _read()
    return {theme.id: theme.name for theme in found.themes if shown(theme)} if found else {}


def shown(theme: Theme) -> bool:
    """Whether a theme stands among the others: not hidden, and no loose group of everyday words."""
    return not theme.hidden and not theme.faint
