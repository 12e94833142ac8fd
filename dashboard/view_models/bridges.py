"""Bridges over time: for each relationship being rebuilt, which acts were kept, partly kept, or not this time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessments.records import Entry
from dashboard.view_models import form_fields as ids
from dashboard.view_models.moments import column_start, in_order, monday, weeks_per_column

Outcome = Literal["kept", "partly", "not_this_time"]
MOST_COLUMNS = 40
_OUTCOMES: dict[str, Outcome] = {ids.KEPT: "kept", ids.PARTLY: "partly", ids.NOT_THIS_TIME: "not_this_time"}


@dataclass(frozen=True, kw_only=True)
class BridgeMark:
    """How many acts had that outcome in the stretch of weeks that begins on `start`."""

    start: date
    outcome: Outcome
    count: int


@dataclass(frozen=True, kw_only=True)
class Bridge:
    """One relationship, with its latest stage (as the person chose it) and its marks."""

    name: str
    stage: str
    marks: tuple[BridgeMark, ...]

    def count(self, outcome: Outcome) -> int:
        """How many acts had that outcome in all."""
        return sum(mark.count for mark in self.marks if mark.outcome == outcome)


@dataclass(frozen=True, kw_only=True)
class Bridges:
    """All bridges, the most recently written first."""

    rows: tuple[Bridge, ...]
    first: date | None
    last: date | None
    weeks_per_column: int
    n: int


def bridges(entries: Sequence[Entry], stage_names: Mapping[str, str] | None = None) -> Bridges:
    """The bridges in entries of the form `bridge`; names that differ only in case and spaces are one bridge.

    An entry without an outcome counts as a bridge but makes no mark.
    """
    written = in_order(e for e in entries if e.form == ids.BRIDGE)
    if not written:
        return Bridges(rows=(), first=None, last=None, weeks_per_column=1, n=0)
    first, last = monday(written[0].happened_at), written[-1].happened_at.date()
    size = weeks_per_column(first, last, MOST_COLUMNS)
    names: dict[str, str] = {}
    stages: dict[str, str] = {}
    marks: dict[str, Counter[tuple[date, Outcome]]] = {}
    for entry in written:
        name = _text(entry, ids.BRIDGE_NAME)
        key = " ".join(name.split()).casefold()
        names.pop(key, None)
        names[key] = name
        stages[key] = _text(entry, ids.BRIDGE_STAGE) or stages.get(key, "")
        found = marks.setdefault(key, Counter())
        outcome = _OUTCOMES.get(_text(entry, ids.ACT_KEPT))
        if outcome is not None:
            found[column_start(entry.happened_at.date(), first, size), outcome] += 1
    spoken = stage_names or {}
    rows = tuple(
        Bridge(
            name=names[key],
            stage=spoken.get(stages[key], stages[key]),
            marks=tuple(BridgeMark(start=s, outcome=o, count=c) for (s, o), c in sorted(marks[key].items())),
        )
        for key in reversed(names)
    )
    n = sum(mark.count for row in rows for mark in row.marks)
    return Bridges(rows=rows, first=first, last=last, weeks_per_column=size, n=n)


def _text(entry: Entry, field: str) -> str:
    value = entry.fields.get(field)
    return value if isinstance(value, str) else ""
