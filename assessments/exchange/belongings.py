"""Everything of one person, as the exports take it and the archive gives it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from assessments.questionnaire import Questionnaire
from assessments.records import Entry, Event, PracticeDone, Record, Response


@dataclass(frozen=True, kw_only=True)
class EarlierState:
    """What a record was before it was changed; `record` is None where it had been removed at that moment."""

    id: str
    changed_at: datetime
    record: Record | None


@dataclass(frozen=True, kw_only=True)
class Belongings:
    """A person's records, settings, and the questionnaires that are theirs or that their responses name.

    `removed` and `earlier` are filled only where the person wants their history to come along.
    """

    responses: tuple[Response, ...] = ()
    entries: tuple[Entry, ...] = ()
    practices_done: tuple[PracticeDone, ...] = ()
    events: tuple[Event, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    removed: tuple[Record, ...] = ()
    earlier: tuple[EarlierState, ...] = ()

    def records(self) -> Iterator[Record]:
        """Every record that is kept, kind by kind."""
        yield from self.responses
        yield from self.entries
        yield from self.practices_done
        yield from self.events

    def questionnaire_of(self, response: Response) -> Questionnaire | None:
        """The version that was answered, where it is among the questionnaires."""
        key = (response.questionnaire, response.version)
        return next((each for each in self.questionnaires if each.key == key), None)
