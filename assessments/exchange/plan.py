"""The dry run: what an import would add, what is there already, and what needs a person's word first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from assessments.content_problems import Problem
from assessments.exchange.beside import Beside
from assessments.exchange.reading import Doubt, MoodLabel, Reading
from assessments.exchange.wall_clock import two_dates
from assessments.questionnaire import Questionnaire
from assessments.records import Record


@dataclass(frozen=True, kw_only=True)
class ImportPlan:
    """What would happen; nothing has happened yet.

    The vault adds `to_add` with save_many and takes it back with undo_import(import_id); `to_revise` corrects records
    that are there already; `removed_before` came before and was removed, and stays away unless the person wants it
    back; `differing` are there with other words, and those stay. `beside` is what an archive brings along with the
    records: their history, what was removed, drafts, themes.
    """

    format: str
    import_id: str
    to_add: tuple[Record, ...] = ()
    to_revise: tuple[Record, ...] = ()
    already_there: int = 0
    differing: tuple[Record, ...] = ()
    removed_before: tuple[Record, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()
    mapping_needed: tuple[MoodLabel, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    questionnaires_already_there: int = 0
    settings: Mapping[str, Any] = field(default_factory=dict)
    media_left_behind: int = 0
    left_out: tuple[str, ...] = ()
    beside: Beside = field(default_factory=Beside)
    refused: str | None = None

    @property
    def asks_day_first(self) -> bool:
        """Whether some days could be read once a person says whether the day or the month stands first."""
        return any(doubt.why == two_dates() for doubt in self.doubtful)

    @property
    def acceptable(self) -> int:
        """How many doubtful records a yes would add."""
        return sum(doubt.record is not None for doubt in self.doubtful)


def plan(
    reading: Reading,
    known_ids: Mapping[str, bool] | Collection[str] = (),
    *,
    kept: Callable[[str], Record | None] | None = None,
    questionnaires: Collection[tuple[str, int]] = (),
    drafts: Collection[str] = (),
    accept_doubtful: bool = False,
) -> ImportPlan:
    """Part a reading into what is new and what is not.

    `known_ids` are those of the vault: all that are kept, or {id: True where kept, False where removed}. `kept` gives
    a kept record by its id, for telling the same from the changed. `questionnaires` are the ids and versions that
    are there, `drafts` the keys of drafts. `accept_doubtful` adds the doubtful records too.
    """
    known = known_ids if isinstance(known_ids, Mapping) else dict.fromkeys(known_ids, True)
    doubtful, doubted = _parted(reading, known, accept_doubtful)
    to_add: dict[str, Record] = {}
    to_revise: dict[str, Record] = {}
    removed: dict[str, Record] = {}
    differing: list[Record] = []
    there = 0
    for record in (*reading.records, *doubted):
        state = known.get(record.id)
        if state is False:
            removed[record.id] = record
        elif state is None and (record.id not in to_add or record.id in reading.amended):
            to_add[record.id] = record
        elif state is None or kept is None or _same(record, earlier := kept(record.id)):
            there += 1
        elif record.id in reading.amended and earlier is not None:
            to_revise[record.id] = replace(
                record, import_id=earlier.import_id, source=earlier.source, recorded_at=earlier.recorded_at
            )
        else:
            differing.append(record)
    new = tuple(each for each in reading.questionnaires if each.key not in questionnaires)
    return ImportPlan(
        format=reading.format,
        import_id=reading.import_id,
        to_add=tuple(to_add.values()),
        to_revise=tuple(to_revise.values()),
        already_there=there,
        differing=tuple(differing),
        removed_before=tuple(removed.values()),
        doubtful=doubtful,
        problems=reading.problems,
        mapping_needed=reading.mapping_needed,
        questionnaires=new,
        questionnaires_already_there=len(reading.questionnaires) - len(new),
        settings=reading.settings,
        media_left_behind=reading.media_left_behind,
        left_out=reading.left_out,
        beside=reading.beside.new_to(known, drafts),
        refused=reading.refused,
    )


def _parted(reading: Reading, known: Mapping[str, bool], accepted: bool) -> tuple[tuple[Doubt, ...], list[Record]]:
    """The doubts that stay, and the records of those that go on because they were accepted or are known."""
    stay = tuple(
        doubt for doubt in reading.doubtful if doubt.record is None or (not accepted and doubt.record.id not in known)
    )
    go_on = [
        doubt.record
        for doubt in reading.doubtful
        if doubt.record is not None and (accepted or doubt.record.id in known)
    ]
    return stay, go_on


def _same(record: Record, earlier: Record | None) -> bool:
    """Whether two records say the same; when and how they came in does not count."""
    if earlier is None or type(record) is not type(earlier):
        return False
    return record == replace(earlier, import_id=record.import_id, source=record.source, recorded_at=record.recorded_at)
