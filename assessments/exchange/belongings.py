"""Everything of one person, as the exports take it and the archive gives it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from assessments.exchange.beside import Beside
from assessments.questionnaire import Questionnaire
from assessments.records import Entry, Event, PracticeDone, Record, Response


@dataclass(frozen=True, kw_only=True)
class Belongings:
    """A person's records, settings, and the questionnaires that are theirs or that their responses name.

    `beside` is what an archive takes along and no other format; `removed`, `earlier` and `put_away` are filled only
    where the person wants their history to come along.
    """

    responses: tuple[Response, ...] = ()
    entries: tuple[Entry, ...] = ()
    practices_done: tuple[PracticeDone, ...] = ()
    events: tuple[Event, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    beside: Beside = field(default_factory=Beside)

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
