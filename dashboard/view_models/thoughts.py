"""Thought records over time: belief and feelings before and after, and which thinking traps were named when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import fmean

from assessments.records import Entry, FieldValue
from dashboard.view_models import form_fields as ids
from dashboard.view_models.moments import in_order

MOST_RECORDS = 16
MOST_FEELINGS = 10
MOST_MONTHS = 24


@dataclass(frozen=True, kw_only=True)
class BeforeAfter:
    """One row of a before-and-after picture, 0 to 100; `n` records stand behind a mean."""

    label: str
    before: float
    after: float
    n: int = 1
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class BeliefShifts:
    """The latest thought records with a belief before and after; the counts are of all of them."""

    shown: tuple[BeforeAfter, ...]
    rows: tuple[BeforeAfter, ...]
    lower: int
    same: int
    higher: int

    @property
    def n(self) -> int:
        """How many records hold both."""
        return len(self.rows)


@dataclass(frozen=True, kw_only=True)
class TrapRow:
    """One thinking trap: in how many records of each stretch of months (by its first day)."""

    trap_id: str
    label: str
    counts: tuple[tuple[date, int], ...]

    @property
    def total(self) -> int:
        """In how many records in all."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, kw_only=True)
class TrapMonths:
    """The traps that were named, the most frequent first, in columns of one, three or twelve months."""

    rows: tuple[TrapRow, ...]
    first: date | None
    last: date | None
    months_per_column: int
    n: int


def belief_shifts(entries: Sequence[Entry]) -> BeliefShifts:
    """How much the thought was believed before and after, oldest first; records with one of the two are left out."""
    rows = []
    for entry in in_order(e for e in entries if e.form == ids.THOUGHT):
        before, after = _amount(entry.fields.get(ids.BELIEF_BEFORE)), _amount(entry.fields.get(ids.BELIEF_AFTER))
        if before is not None and after is not None:
            text = entry.fields.get(ids.THE_THOUGHT)
            label = entry.title or (text if isinstance(text, str) else "")
            rows.append(BeforeAfter(label=label, before=before, after=after, day=entry.happened_at.date()))
    return BeliefShifts(
        shown=tuple(rows[-MOST_RECORDS:]),
        rows=tuple(rows),
        lower=sum(row.after < row.before for row in rows),
        same=sum(row.after == row.before for row in rows),
        higher=sum(row.after > row.before for row in rows),
    )


def feeling_shifts(entries: Sequence[Entry], names: Mapping[str, str]) -> tuple[BeforeAfter, ...]:
    """Each feeling's mean strength before and after, over the records that name it both times, most frequent first."""
    pairs: dict[str, list[tuple[float, float]]] = {}
    for entry in entries:
        before, after = entry.fields.get(ids.FEELINGS_BEFORE), entry.fields.get(ids.FEELINGS_AFTER)
        if entry.form != ids.THOUGHT or not isinstance(before, Mapping) or not isinstance(after, Mapping):
            continue
        for feeling in before:
            if feeling in after:
                pairs.setdefault(feeling, []).append((float(before[feeling]), float(after[feeling])))
    rows = [
        BeforeAfter(
            label=names.get(feeling, feeling),
            before=fmean(b for b, _ in found),
            after=fmean(a for _, a in found),
            n=len(found),
        )
        for feeling, found in pairs.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.n, row.label))[:MOST_FEELINGS])


def trap_months(entries: Sequence[Entry], names: Mapping[str, str]) -> TrapMonths:
    """In how many thought records each trap was named, month by month, with longer columns over longer spans."""
    thoughts = [e for e in entries if e.form == ids.THOUGHT]
    traps = [(e.happened_at.date(), e.fields.get(ids.THINKING_TRAPS)) for e in thoughts]
    return named_by_month([(day, named) for day, named in traps if isinstance(named, tuple) and named], names)


def feeling_months(entries: Sequence[Entry], names: Mapping[str, str]) -> TrapMonths:
    """In how many entries each feeling was named, month by month; the ten named most."""
    named = [(e.happened_at.date(), tuple(f for f, n in e.feelings.items() if n > 0)) for e in entries if e.feelings]
    found = named_by_month([(day, feelings) for day, feelings in named if feelings], names)
    return replace(found, rows=found.rows[:MOST_FEELINGS])


def named_by_month(named: Sequence[tuple[date, tuple[str, ...]]], names: Mapping[str, str]) -> TrapMonths:
    """How often each was named in columns of one, three or twelve months, the most frequent first."""
    if not named:
        return TrapMonths(rows=(), first=None, last=None, months_per_column=1, n=0)
    first, last = min(day for day, _ in named), max(day for day, _ in named)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    size = next((size for size in (1, 3, 12) if months <= MOST_MONTHS * size), 12)
    counts: dict[str, Counter[date]] = {}
    for day, some in named:
        for each in set(some):
            counts.setdefault(each, Counter())[_column(day, size)] += 1
    rows = [
        TrapRow(trap_id=each, label=names.get(each, each), counts=tuple(sorted(found.items())))
        for each, found in counts.items()
    ]
    rows.sort(key=lambda row: (-row.total, row.label))
    return TrapMonths(
        rows=tuple(rows), first=_column(first, size), last=_column(last, size), months_per_column=size, n=len(named)
    )


def _column(day: date, months: int) -> date:
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _amount(value: FieldValue) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
