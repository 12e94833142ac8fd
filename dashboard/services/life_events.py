"""Life events: what a person marks on the charts over time."""

from __future__ import annotations

from datetime import date, datetime, time

from assessments.records import Event
from dashboard import session
from dashboard.services.belongings import held


def events() -> tuple[Event, ...]:
    """The marked events, the latest first."""
    return tuple(reversed(held().events))


def _at_noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=session.clock()().tzinfo)


def mark(name: str, day: date, note: str) -> None:
    """Mark something that happened on a day."""
    session.vault().save(Event(name=name, note=note, happened_at=_at_noon(day)))


def change(event: Event, name: str, day: date, note: str) -> None:
    """Put other words or another day in the place of a mark; what stood there stays in its history."""
    moment = event.happened_at if event.happened_at.date() == day else _at_noon(day)
    session.vault().revise(
        Event(id=event.id, name=name, note=note, happened_at=moment, source=event.source, import_id=event.import_id)
    )


def unmark(event: Event) -> None:
    """Take a mark away; it can be brought back under Your data."""
    session.vault().remove(event.id)
