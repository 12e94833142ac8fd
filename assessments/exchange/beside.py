"""What an archive holds beside the records that are kept: their states, what was removed, drafts, themes, imports."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from assessments.questionnaire import Questionnaire
from assessments.records import Record


@dataclass(frozen=True, kw_only=True)
class EarlierState:
    """What a record was before it was changed; `record` is None where it had been removed at that moment.

    `revision` counts the states of one record; 0 where it is not known.
    """

    id: str
    changed_at: datetime
    record: Record | None
    revision: int = 0


@dataclass(frozen=True, kw_only=True)
class State:
    """Which state of a record the present one is, counted from its first, and when it came about (None: not known)."""

    revision: int
    changed_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class UnfinishedText:
    """A draft: where in the app it was typed, what it holds, and when it was kept."""

    key: str
    saved_at: datetime
    value: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class WorkedOut:
    """A text that the app worked out from entries (the themes), and the ids of those entries."""

    text: str
    entry_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Beside:
    """All of it. `states` and `came_by` (the import that a record came by at first) are by the ids of records.

    `of_a_vault`: the records were kept by a vault, and go on bearing the import that they came by there.
    `earlier` stand in the order in which they came about; `put_away` are own questionnaires that only removed
    responses answer; `imports` are what the vault noted of its imports, by their ids.
    """

    of_a_vault: bool = False
    states: Mapping[str, State] = field(default_factory=dict)
    came_by: Mapping[str, str] = field(default_factory=dict)
    removed: tuple[Record, ...] = ()
    earlier: tuple[EarlierState, ...] = ()
    put_away: tuple[Questionnaire, ...] = ()
    drafts: tuple[UnfinishedText, ...] = ()
    worked_out: Mapping[str, WorkedOut] = field(default_factory=dict)
    imports: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def n(self) -> int:
        """How many things come to be seen: removed records and drafts."""
        return len(self.removed) + len(self.drafts)

    def new_to(self, known: Collection[str], drafts_there: Collection[str]) -> Beside:
        """The part of it that a vault lacks which knows these ids of records and has these drafts."""
        return replace(
            self,
            states={key: state for key, state in self.states.items() if key not in known},
            came_by={key: name for key, name in self.came_by.items() if key not in known},
            removed=tuple(each for each in self.removed if each.id not in known),
            earlier=tuple(each for each in self.earlier if each.id not in known),
            drafts=tuple(each for each in self.drafts if each.key not in drafts_there),
        )


def numbered(states: Mapping[str, State], earlier: Sequence[EarlierState]) -> dict[str, Any]:
    """`states` and `earlier` with numbers that grow, where they were not written down or were changed by hand."""
    by_record: dict[str, list[EarlierState]] = {}
    for each in earlier:
        by_record.setdefault(each.id, []).append(each)
    present = dict(states)
    for record_id, some in by_record.items():
        newest = present.get(record_id, State(revision=0))
        numbers = [0, *(each.revision for each in some), newest.revision]
        if any(after <= before for before, after in pairwise(numbers)):
            by_record[record_id] = [replace(each, revision=n) for n, each in enumerate(some, 1)]
            present[record_id] = replace(newest, revision=len(some) + 1)
    return {"states": present, "earlier": tuple(each for some in by_record.values() for each in some)}
