"""Life events as marks on a time axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assessments.records import Event
from dashboard.view_models.moments import axis_ms, in_order


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A life event on the time axis."""

    at: datetime
    label: str


def marks_between(events: Sequence[Event], first_ms: int, last_ms: int) -> tuple[Mark, ...]:
    """The events whose moment lies on that stretch of a time axis (milliseconds), oldest first."""
    return tuple(
        Mark(at=event.happened_at, label=event.name)
        for event in in_order(events)
        if first_ms <= axis_ms(event.happened_at) <= last_ms
    )
