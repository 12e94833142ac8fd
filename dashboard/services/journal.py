"""The journal: entries of every form, their drafts, saving, revising, removing and searching."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from assessments.form import Form
from assessments.records import Entry
from assessments.storage import SearchHit
from dashboard import session
from dashboard.clock import zone_named
from dashboard.services import drafts
from dashboard.services.belongings import held

Draft = Mapping[str, Any]


def draft_key(form: Form, entry_id: str | None = None) -> str:
    """Where an unfinished entry is kept: one for each form, one for each entry being edited."""
    return f"entry:{form.id}:{form.version}:{entry_id or 'new'}"


def draft_of(entry: Entry) -> dict[str, Any]:
    """An entry as a draft to go on with."""
    return {
        "fields": {name: list(value) if isinstance(value, tuple) else value for name, value in entry.fields.items()},
        "title": entry.title,
        "mood": entry.mood,
        "feelings": dict(entry.feelings),
        "tags": list(entry.tags),
        "moment": moment_text(entry.happened_at),
    }


def moment_text(moment: datetime) -> str:
    """A moment with the name of its zone, as a draft keeps it."""
    return f"{moment.isoformat()} {getattr(moment.tzinfo, 'key', '')}"


def moment_read(text: str | None) -> datetime:
    """The moment that a draft keeps; now where it keeps none."""
    if not text:
        return session.clock()()
    stamp, _, zone = text.partition(" ")
    moment = datetime.fromisoformat(stamp)
    return moment.astimezone(zone_named(zone)) if zone else moment


def is_empty(draft: Draft) -> bool:
    """Whether there is nothing in the draft that would be worth an entry."""
    filled = [value for value in draft.get("fields", {}).values() if value not in (None, "", [], {})]
    return not (filled or draft.get("title") or draft.get("mood") or draft.get("feelings"))


def entry_from(draft: Draft, form: Form, earlier: Entry | None = None) -> Entry:
    """The entry that a draft makes, with the id of the entry it revises."""
    kept: dict[str, Any] = (
        {"id": earlier.id, "source": earlier.source, "import_id": earlier.import_id} if earlier else {}
    )
    return Entry(
        **kept,
        form=form.id,
        version=form.version,
        happened_at=moment_read(draft.get("moment")),
        fields={name: _stored(value) for name, value in draft.get("fields", {}).items() if value not in (None, "", [])},
        title=str(draft.get("title") or ""),
        mood=draft.get("mood"),
        feelings={name: int(strength) for name, strength in (draft.get("feelings") or {}).items()},
        tags=tuple(draft.get("tags") or ()),
    )


def _stored(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return {name: int(strength) for name, strength in value.items() if strength is not None}
    return value


def save(draft: Draft, form: Form, key: str, earlier: Entry | None = None, expected: int | None = None) -> Entry:
    """Save a draft as an entry and drop the draft, in one step; a newer version is never written over."""
    entry, own = entry_from(draft, form, earlier), drafts.written(key)
    if earlier is None:
        session.vault().save(entry, discard_draft=own)
    else:
        _change(entry.id, lambda: session.vault().revise(entry, expected_revision=expected, discard_draft=own))
    return entry


def revision_of(entry_id: str) -> int:
    """The number of the entry's newest revision."""
    return session.vault().revision_number(entry_id)


def find(entry_id: str) -> Entry | None:
    """The entry with that id; None where it was removed."""
    record = session.vault().get(entry_id)
    return record if isinstance(record, Entry) else None


def newest_first() -> tuple[Entry, ...]:
    """All entries, the newest first."""
    return tuple(reversed(held().entries))


def search(
    text: str,
    since: date | None,
    until: date | None,
    tags: tuple[str, ...],
    feelings: tuple[str, ...],
    forms: tuple[str, ...],
    themes: tuple[str, ...] = (),
) -> list[SearchHit]:
    """The entries that hold the words, newest first, narrowed by day, tag, feeling, form and theme."""
    zone = session.clock()().tzinfo
    return session.vault().search(
        text,
        since=datetime.combine(since, time(), tzinfo=zone) if since else None,
        until=datetime.combine(until + timedelta(days=1), time(), tzinfo=zone) if until else None,
        tags=tags,
        feelings=feelings,
        forms=forms,
        ids=_holding(themes) if themes else None,
    )


def _holding(theme_ids: tuple[str, ...]) -> tuple[str, ...]:
    from dashboard.services import themes

    return themes.holding(theme_ids)


def remove(entry_id: str) -> None:
    """Take an entry out; it can be brought back."""
    _change(entry_id, lambda: session.vault().remove(entry_id))


def _change(entry_id: str, act: Callable[[], None]) -> None:
    if session.vault().derived("themes") is None:
        act()
        return
    from dashboard.services import themes

    themes.change_entry(entry_id, act)


def bring_back(entry_id: str) -> None:
    """Bring a removed entry back."""
    session.vault().restore(entry_id)
