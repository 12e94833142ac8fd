"""What a person chose for a report: the span, the parts, the quotes ticked one by one, the paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal, TypeAlias, get_args

Part: TypeAlias = Literal[
    "aim", "scores", "claims", "themes", "thoughts", "brave_steps", "practices", "events", "caveats"
]
Paper: TypeAlias = Literal["a4", "letter"]

PARTS: Final[tuple[Part, ...]] = get_args(Part)
PAPERS: Final[tuple[Paper, ...]] = get_args(Paper)
DEFAULT_WEEKS: Final = 12
# Which other parts a part asks about: events are marked on the chart, a claim names a theme only beside the themes.
_READS_OF_OTHERS: Final[dict[Part, frozenset[Part]]] = {
    "scores": frozenset({"events", "claims"}),
    "claims": frozenset({"events", "themes", "aim"}),
}


@dataclass(frozen=True, kw_only=True)
class Choices:
    """One report: its first and last day, the parts that are in it, and the ids of the quotes that were ticked.

    No journal text is in a report but the quotes named here (`report.quotes_on_offer` gives their ids). Lines from
    entries about past experiences are neither offered nor quoted unless `experience_allowed`.
    """

    first_day: date
    last_day: date
    parts: frozenset[Part] = frozenset(PARTS)
    quotes: frozenset[str] = frozenset()
    experience_allowed: bool = False
    paper: Paper = "a4"

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError(f"a span ends on or after its first day: {self.first_day} to {self.last_day}")
        unknown = set(self.parts) - set(PARTS)
        if unknown or self.paper not in PAPERS:
            raise ValueError(f"no such part or paper: {sorted(unknown) or self.paper}; there are {PARTS} and {PAPERS}")

    def without(self, part: Part) -> Choices:
        """The same with one part left out."""
        return replace(self, parts=self.parts - {part})

    def read_by(self, part: Part) -> Choices:
        """The same without what that part does not read: it needs no new making while these stay equal."""
        reads_quotes = part == "themes"
        return Choices(
            first_day=self.first_day,
            last_day=self.last_day,
            parts=self.parts & _READS_OF_OTHERS.get(part, frozenset()),
            quotes=self.quotes if reads_quotes else frozenset(),
            experience_allowed=self.experience_allowed and reads_quotes,
        )

    def holds(self, moment: datetime) -> bool:
        """Whether a moment lies in the span, by the calendar of the place where it was."""
        return self.first_day <= moment.date() <= self.last_day


def last_weeks(last_day: date, weeks: int = DEFAULT_WEEKS) -> tuple[date, date]:
    """The first and last day of that many weeks up to and including `last_day`."""
    return last_day - timedelta(days=7 * weeks - 1), last_day
