"""The shipped sample as files: one tidy CSV file per kind of record, and planted.json with what is true of it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypedDict
from zoneinfo import ZoneInfo

from assessments.questionnaire import DID_NOT_COME_UP, OCCASION, SITUATION
from assessments.records import Answer, Entry, Event, PracticeDone, Response
from sample_data.life import LAST_SUNDAY, Association, Planted, Sample, ThemeTruth

FOLDER = Path(__file__).parent
TIMES = ("happened_at", "recorded_at", "zone")
COLUMNS = {
    "responses.csv": ("id", "questionnaire", "version", *TIMES, "item_id", "answer"),
    "entries.csv": ("id", "form", "version", *TIMES, "title", "mood", "tags", "feelings", "fields"),
    "practices.csv": ("id", *TIMES, "practice", "note"),
    "events.csv": ("id", *TIMES, "name", "note"),
}
PLANTED = "planted.json"
NO_ANSWER = ""
WORDS = (SITUATION, OCCASION)


def write_sample(sample: Sample, folder: Path = FOLDER) -> None:
    """Write the four CSV files and planted.json; the same sample gives the same bytes on every system."""
    _write(folder / "responses.csv", _response_rows(sample.responses))
    _write(folder / "entries.csv", (_entry_row(each) for each in sample.entries))
    _write(
        folder / "practices.csv", ([each.id, *_times(each), each.practice, each.note] for each in sample.practices_done)
    )
    _write(folder / "events.csv", ([each.id, *_times(each), each.name, each.note] for each in sample.events))
    planted = asdict(sample.planted) | {"first_monday": sample.planted.first_monday.isoformat()}
    text = json.dumps(planted, ensure_ascii=False, indent=1)
    (folder / PLANTED).write_text(text + "\n", encoding="utf-8", newline="\n")


def load_sample(until: date | None = None, *, folder: Path = FOLDER) -> Sample:
    """The shipped sample, read without generating; with `until`, moved by whole weeks to end in the week up to it.

    Weekdays and wall-clock times stay as they are; no record lies on or after `until`.
    """
    weeks = 0 if until is None else (until - LAST_SUNDAY).days // 7
    moved = _Moments(timedelta(weeks=weeks))
    return Sample(
        responses=tuple(_responses(_read(folder / "responses.csv"), moved)),
        entries=tuple(_entry(row, moved) for row in _read(folder / "entries.csv")),
        practices_done=tuple(
            PracticeDone(id=row[0], **moved(row[1:4]), practice=row[4], note=row[5])
            for row in _read(folder / "practices.csv")
        ),
        events=tuple(
            Event(id=row[0], **moved(row[1:4]), name=row[4], note=row[5]) for row in _read(folder / "events.csv")
        ),
        planted=_planted(json.loads((folder / PLANTED).read_text(encoding="utf-8")), timedelta(weeks=weeks)),
    )


class _Times(TypedDict):
    happened_at: datetime
    recorded_at: datetime


class _Moments:
    """Reads the three columns of a record's times and moves them on the wall clock."""

    def __init__(self, by: timedelta) -> None:
        self._by = by
        self._zones: dict[str, ZoneInfo] = {}

    def __call__(self, cells: Sequence[str]) -> _Times:
        happened_at, recorded_at, name = cells
        zone = self._zones.setdefault(name, ZoneInfo(name))
        return {"happened_at": self._moment(happened_at, zone), "recorded_at": self._moment(recorded_at, zone)}

    def _moment(self, text: str, zone: ZoneInfo) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=zone) + self._by


def _write(path: Path, rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS[path.name])
        writer.writerows(rows)


def _read(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        if tuple(header) != COLUMNS[path.name]:
            raise ValueError(f"{path.name} has the columns {header}")
        yield from rows


def _times(record: Response | Entry | PracticeDone | Event) -> tuple[str, str, str]:
    zone, recorded_at = record.happened_at.tzinfo, record.recorded_at
    if not isinstance(zone, ZoneInfo) or recorded_at is None:
        raise ValueError(f"a record of the sample needs a named zone and a time of recording: {record.id}")
    return record.happened_at.isoformat(), recorded_at.isoformat(), zone.key


def _response_rows(responses: Iterable[Response]) -> Iterator[list[object]]:
    for each in responses:
        start = [each.id, each.questionnaire, each.version, *_times(each)]
        for item_id, answer in each.answers.items():
            yield [*start, item_id, NO_ANSWER if answer is None else answer]


def _responses(rows: Iterable[list[str]], moved: _Moments) -> Iterator[Response]:
    answers: dict[str, Answer] = {}
    held: list[str] = []
    for row in rows:
        if held and row[0] != held[0]:
            yield _response(held, answers, moved)
            answers = {}
        held = row
        answers[row[6]] = _answer(row[6], row[7])
    if held:
        yield _response(held, answers, moved)


def _response(row: list[str], answers: dict[str, Answer], moved: _Moments) -> Response:
    return Response(id=row[0], questionnaire=row[1], version=int(row[2]), **moved(row[3:6]), answers=answers)


def _answer(item_id: str, cell: str) -> Answer:
    if cell == NO_ANSWER:
        return None
    return cell if item_id in WORDS or cell == DID_NOT_COME_UP else int(cell)


def _entry_row(entry: Entry) -> list[object]:
    mood = "" if entry.mood is None else entry.mood
    return [
        entry.id,
        entry.form,
        entry.version,
        *_times(entry),
        entry.title,
        mood,
        ";".join(entry.tags),
        json.dumps(dict(entry.feelings), ensure_ascii=False),
        json.dumps(dict(entry.fields), ensure_ascii=False),
    ]


def _entry(row: list[str], moved: _Moments) -> Entry:
    fields = json.loads(row[10])
    return Entry(
        id=row[0],
        form=row[1],
        version=int(row[2]),
        **moved(row[3:6]),
        title=row[6],
        mood=int(row[7]) if row[7] else None,
        tags=tuple(row[8].split(";")) if row[8] else (),
        feelings=json.loads(row[9]),
        fields={name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()},
    )


def _planted(values: dict[str, Any], by: timedelta) -> Planted:
    known: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    known["first_monday"] = date.fromisoformat(values["first_monday"]) + by
    known["associations"] = tuple(Association(**each) for each in values["associations"])
    known["themes"] = tuple(
        ThemeTruth(**(each | {"weeks": tuple(each["weeks"]), "entry_ids": tuple(each["entry_ids"])}))
        for each in values["themes"]
    )
    return Planted(**known)
