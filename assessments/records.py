"""What a person leaves behind: responses, entries, practices done and events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias
from uuid import uuid4

Answer: TypeAlias = int | str | None
FieldValue: TypeAlias = str | int | float | bool | tuple[str, ...] | Mapping[str, int] | None


def new_id() -> str:
    """A fresh record id (UUID version 4, as text)."""
    return str(uuid4())


@dataclass(frozen=True, kw_only=True, slots=True)
class _Record:
    """What every record has; `recorded_at` None means that the vault's clock fills it in on saving."""

    happened_at: datetime
    id: str = field(default_factory=new_id)
    recorded_at: datetime | None = None
    source: str | None = None
    import_id: str | None = None

    def __post_init__(self) -> None:
        for name in ("happened_at", "recorded_at"):
            moment = getattr(self, name)
            if moment is not None and moment.utcoffset() is None:
                raise ValueError(f"{name} needs a time zone: {moment!r}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Response(_Record):
    """One filled-in questionnaire: the raw answers, by item id, and the version that was answered.

    An answer is an option's value, "did not come up", or None for a skipped item. Where the questionnaire
    asks a situation first, its answer stands under the key "situation".
    """

    questionnaire: str
    version: int
    answers: Mapping[str, Answer]
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry(_Record):
    """One filled-in form; the form `free` keeps its text in fields["text"]; feelings 0-100, mood 1-5 (5 best)."""

    form: str
    version: int
    fields: Mapping[str, FieldValue]
    title: str = ""
    feelings: Mapping[str, int] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    mood: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PracticeDone(_Record):
    """One practice done once, with a note if wished."""

    practice: str
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Event(_Record):
    """Something in life that is marked on the charts over time."""

    name: str
    note: str = ""


Record: TypeAlias = Response | Entry | PracticeDone | Event
