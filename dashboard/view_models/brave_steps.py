"""Brave steps: how badly each was expected to go and how it went; steps not taken stay in view and are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessments.records import Entry, FieldValue
from dashboard.view_models import form_fields as ids
from dashboard.view_models.moments import in_order

Outcome = Literal["done", "changed", "not_now", "waiting"]
MOST_RUNGS = 14
_OUTCOMES: dict[str, Outcome] = {ids.DONE: "done", ids.CHANGED: "changed", ids.NOT_NOW: "not_now"}


@dataclass(frozen=True, kw_only=True)
class BraveStep:
    """One step; `expected` and `experienced` say how badly, 0 to 100."""

    entry_id: str
    day: date
    label: str
    expected: float | None
    experienced: float | None
    outcome: Outcome


@dataclass(frozen=True, kw_only=True)
class BraveSteps:
    """All steps, oldest first; `rungs` are those the ladder shows, the riskiest first."""

    steps: tuple[BraveStep, ...]
    rungs: tuple[BraveStep, ...]

    @property
    def compared(self) -> tuple[BraveStep, ...]:
        """The steps that were taken and hold both figures."""
        return tuple(s for s in self.steps if s.expected is not None and s.experienced is not None)

    @property
    def better(self) -> int:
        """How many went better than feared."""
        return sum((s.experienced or 0) < (s.expected or 0) for s in self.compared)

    @property
    def worse(self) -> int:
        """How many went worse than feared."""
        return sum((s.experienced or 0) > (s.expected or 0) for s in self.compared)

    @property
    def not_taken(self) -> int:
        """How many were left for now."""
        return sum(s.outcome == "not_now" for s in self.steps)


def brave_steps(entries: Sequence[Entry]) -> BraveSteps:
    """The steps in entries of the form `brave-step`; a step without an outcome is waiting for its second sitting."""
    steps = tuple(_step(entry) for entry in in_order(e for e in entries if e.form == ids.BRAVE_STEP))
    rated = [step for step in steps if step.expected is not None]
    open_ones = [step for step in rated if step.outcome in ("waiting", "not_now")]
    taken = [step for step in rated if step.outcome not in ("waiting", "not_now")]
    kept = [*open_ones[-MOST_RUNGS // 2 :], *taken]
    shown = kept[: MOST_RUNGS // 2] + kept[MOST_RUNGS // 2 :][-MOST_RUNGS // 2 :]
    return BraveSteps(steps=steps, rungs=tuple(sorted(shown, key=lambda s: (-(s.expected or 0), s.day))))


def _step(entry: Entry) -> BraveStep:
    what, outcome = entry.fields.get(ids.SHARED), entry.fields.get(ids.OUTCOME)
    known = _OUTCOMES.get(outcome, "waiting") if isinstance(outcome, str) else "waiting"
    return BraveStep(
        entry_id=entry.id,
        day=entry.happened_at.date(),
        label=entry.title or (what if isinstance(what, str) else ""),
        expected=_amount(entry.fields.get(ids.EXPECTED)),
        experienced=_amount(entry.fields.get(ids.EXPERIENCED)) if known in ("done", "changed") else None,
        outcome=known,
    )


def _amount(value: FieldValue) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
