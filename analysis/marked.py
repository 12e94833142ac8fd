"""Each event that a person marked, with every scale before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.changes import since
from analysis.frames import History, ScoreSeries
from analysis.results import Difference, NotEnough
from assessments.records import Event

ALPHA = 0.05


@dataclass(frozen=True, kw_only=True)
class AroundEvent:
    """One scale before and after one event."""

    event: Event
    scale_id: str
    found: Difference | NotEnough


def around_events(history: History, series: ScoreSeries) -> tuple[AroundEvent, ...]:
    """One scale before and after each marked event, oldest first; alpha is .05 over the number of events.

    A date chosen because the line moved there proves nothing: the page says so where events are marked.
    """
    events: Sequence[Event] = history.until_now().events
    low, high = series.scale.low, series.scale.high
    return tuple(
        AroundEvent(
            event=event,
            scale_id=series.key,
            found=since(series.times, series.values, event.happened_at, low=low, high=high, alpha=ALPHA / len(events)),
        )
        for event in events
    )
