"""What a reader hands on: the records of a foreign file, what is doubtful in it, and what a person has to say first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from typing import Final, TypeAlias
from uuid import NAMESPACE_URL, UUID, uuid5

from assessments.catalogue import Catalogue
from assessments.content_problems import Problem
from assessments.exchange.beside import Beside
from assessments.exchange.sources import Source
from assessments.language import say
from assessments.questionnaire import Questionnaire
from assessments.records import Record, new_id

_NAMESPACE = uuid5(NAMESPACE_URL, "urn:footbridge:exchange")


# One for all entries of a file that has none: an empty one for each would be a tenth of the file's size.
NO_FEELINGS: Final[Mapping[str, int]] = {}


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a person says before a file is read; each reader uses what concerns it.

    `zone` stands in where a file names none; `moods` gives a level from 1 to 5 to each mood label; `date_pattern` is
    that of Markdown file names; `day_first` reads 3/4 as the third of April, None as doubtful.
    """

    zone: tzinfo = UTC
    moods: Mapping[str, int] = field(default_factory=dict)
    date_pattern: str = "YYYY-MM-DD"
    day_first: bool | None = None
    catalogue: Catalogue | None = None
    import_id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Doubt:
    """One place that needs a person's eye; `record` is what a yes would add, None where nothing can be added."""

    file: str
    line: int | None
    what: str
    why: str
    record: Record | None = None

    @property
    def says(self) -> str:
        """The doubt as one sentence."""
        if self.line is None:
            return say("{file}: {what}. {why}", file=self.file, what=self.what, why=self.why)
        return say("{file}, line {line}: {what}. {why}", file=self.file, line=self.line, what=self.what, why=self.why)


@dataclass(frozen=True)
class MoodLabel:
    """A person's own word for a mood, how often it stands in the file, and a level that is only a suggestion."""

    label: str
    n: int
    suggested: int | None


@dataclass(frozen=True, kw_only=True)
class Reading:
    """All that one file holds; nothing is kept by reading it. Where `refused` says why, there is nothing to add.

    `amended` holds the ids of records that correct an earlier state of themselves; `beside` is what comes with the
    records of an archive.
    """

    format: str
    import_id: str
    records: tuple[Record, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()
    mapping_needed: tuple[MoodLabel, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)
    media_left_behind: int = 0
    left_out: tuple[str, ...] = ()
    amended: frozenset[str] = frozenset()
    beside: Beside = field(default_factory=Beside)
    refused: str | None = None


Reader: TypeAlias = Callable[[Source, Options], Reading]


class Ids:
    """Ids that are the same each time a file is read: made from the format and the content, and counted if repeated."""

    def __init__(self, format_name: str) -> None:
        self._format = format_name
        self._seen: dict[str, int] = {}

    def of(self, *content: object) -> str:
        """The id of a piece of content; the second piece of the same content has another one."""
        name = "\x1f".join([self._format, *map(str, content)]).encode("utf-8", "surrogatepass")
        # uuid5 takes text alone, and text with a lone surrogate would raise.
        own = str(uuid5(_NAMESPACE, name.decode("latin-1")))
        earlier = self._seen.get(own, 0)
        self._seen[own] = earlier + 1
        return own if not earlier else str(uuid5(UUID(own), str(earlier)))


class Moods:
    """Mood labels turned into levels, and those that nobody has given a level yet."""

    def __init__(self, given: Mapping[str, int], suggestions: Callable[[str], int | None]) -> None:
        self._given = {label.strip().casefold(): level for label, level in given.items() if level in (1, 2, 3, 4, 5)}
        self._suggestions = suggestions
        self._unknown: dict[str, tuple[str, int]] = {}

    def level(self, label: str) -> int | None:
        """The level a person gave the label; None, and noted, where they gave none."""
        key = label.strip().casefold()
        if not key:
            return None
        if key in self._given:
            return self._given[key]
        first, n = self._unknown.get(key, (label.strip(), 0))
        self._unknown[key] = (first, n + 1)
        return None

    def needed(self) -> tuple[MoodLabel, ...]:
        """The labels without a level, the most frequent first."""
        found = sorted(self._unknown.values(), key=lambda each: (-each[1], each[0]))
        return tuple(MoodLabel(label, n, self._suggestions(label)) for label, n in found)
