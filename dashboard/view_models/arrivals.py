"""What an import would add, as a person reads it: how many of each kind, from when to when, and a few to know it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from assessments.exchange.moments import instant
from assessments.exchange.reading import MoodLabel
from assessments.records import Entry, Event, PracticeDone, Record, Response

SAMPLES = 3
LONGEST_SAMPLE = 90
MOODS_ASKED = 40


@dataclass(frozen=True)
class Sample:
    """One entry to recognise the file by: when it was, and its title or first words, empty where it has none."""

    moment: datetime
    words: str


@dataclass(frozen=True, kw_only=True)
class Arrivals:
    """How many records of each kind, the first and the last day, and a few entries to know it by."""

    entries: int = 0
    check_ins: int = 0
    practices: int = 0
    events: int = 0
    first: date | None = None
    last: date | None = None
    samples: tuple[Sample, ...] = ()

    @property
    def n(self) -> int:
        """All of them."""
        return self.entries + self.check_ins + self.practices + self.events


def arrivals(records: Sequence[Record]) -> Arrivals:
    """Count the records and pick the samples."""
    if not records:
        return Arrivals()
    in_order = sorted(records, key=lambda record: instant(record.happened_at))
    entries = [record for record in in_order if isinstance(record, Entry)]
    places = sorted({0, len(entries) // 2, len(entries) - 1}) if entries else []
    return Arrivals(
        entries=len(entries),
        check_ins=sum(isinstance(record, Response) for record in records),
        practices=sum(isinstance(record, PracticeDone) for record in records),
        events=sum(isinstance(record, Event) for record in records),
        first=in_order[0].happened_at.date(),
        last=in_order[-1].happened_at.date(),
        samples=tuple(_sample(entries[place]) for place in places[:SAMPLES]),
    )


def _sample(entry: Entry) -> Sample:
    text = entry.fields.get("text")
    written = entry.title.strip() or (text if isinstance(text, str) else "")
    words = " ".join(written[: 2 * LONGEST_SAMPLE].split())
    shown = words if len(words) <= LONGEST_SAMPLE else words[: LONGEST_SAMPLE - 1].rsplit(" ", 1)[0] + "…"
    return Sample(entry.happened_at, shown)


def asked_moods(labels: Sequence[MoodLabel]) -> tuple[Sequence[MoodLabel], int]:
    """The mood labels that a person is asked about, the most frequent, and how many rarer ones are left."""
    return labels[:MOODS_ASKED], max(0, len(labels) - MOODS_ASKED)
