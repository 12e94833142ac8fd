"""Practices by week, each counted once and standing under the first step that names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessments.programme import Practice, Step
from assessments.records import PracticeDone
from dashboard.view_models.moments import column_start, monday, weeks_per_column

MOST_COLUMNS = 52


@dataclass(frozen=True, kw_only=True)
class PracticeRow:
    """One practice: how often in each stretch of weeks (by its first Monday)."""

    practice_id: str
    title: str
    counts: tuple[tuple[date, int], ...]

    @property
    def total(self) -> int:
        """How often in all."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, kw_only=True)
class StepGroup:
    """The practices that were done of one step; `number` is 0 for those that no step names."""

    number: int
    title: str
    rows: tuple[PracticeRow, ...]


@dataclass(frozen=True, kw_only=True)
class PracticeWeeks:
    """All groups in the order of the road."""

    groups: tuple[StepGroup, ...]
    first: date | None
    last: date | None
    weeks_per_column: int
    n: int


def practice_weeks(
    done: Sequence[PracticeDone], practices: Mapping[str, Practice], steps: Sequence[Step]
) -> PracticeWeeks:
    """How often each practice was done; practices never done are left out, unknown ones keep their id as a title."""
    if not done:
        return PracticeWeeks(groups=(), first=None, last=None, weeks_per_column=1, n=0)
    days = [record.happened_at.date() for record in done]
    first, last = monday(min(days)), max(days)
    size = weeks_per_column(first, last, MOST_COLUMNS)
    counts: dict[str, Counter[date]] = {}
    for record in done:
        start = column_start(record.happened_at.date(), first, size)
        counts.setdefault(record.practice, Counter())[start] += 1
    titles = {step.number: step.title for step in steps}
    order = list(practices)
    grouped: dict[int, list[PracticeRow]] = {}
    for practice_id in sorted(counts, key=lambda p: (order.index(p) if p in practices else len(order), p)):
        practice = practices.get(practice_id)
        row = PracticeRow(
            practice_id=practice_id,
            title=practice.title if practice else practice_id,
            counts=tuple(sorted(counts[practice_id].items())),
        )
        grouped.setdefault(min(practice.steps, default=0) if practice else 0, []).append(row)
    groups = tuple(
        StepGroup(number=number, title=titles.get(number, ""), rows=tuple(grouped[number]))
        for number in sorted(grouped)
    )
    return PracticeWeeks(groups=groups, first=first, last=last, weeks_per_column=size, n=len(done))
