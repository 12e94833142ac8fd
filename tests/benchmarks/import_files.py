"""Foreign files of any length with invented entries, for measuring how fast they come in."""

from __future__ import annotations

import csv
import json
import random
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assessments.catalogue import load
from assessments.exchange.archive import write_archive, write_tables
from assessments.exchange.belongings import Belongings
from assessments.exchange.fhir_writing import write_fhir
from assessments.records import Entry, Response

START = datetime(2011, 1, 1, 8, 30, tzinfo=UTC)
PHRASES = """today the walk by river was slow and I thought about what she said last week before we met again in town
there is something quiet in mornings when nobody calls and tea gets cold while rain falls on my old window"""
WORDS = PHRASES.split()


def text_of(chance: random.Random) -> str:
    """Some ninety words, as a diary's entry has; about 480 bytes."""
    return " ".join(chance.choices(WORDS, k=chance.randint(40, 140)))


def write(path: Path, n: int) -> None:
    """A foreign file of n entries."""
    chance = random.Random(7)
    moments = [START + timedelta(hours=11 * place) for place in range(n)]
    writers: dict[str, Callable[[], None]] = {
        "daylio.csv": lambda: _daylio(path, moments, chance),
        "day_one.zip": lambda: _day_one(path, moments, chance),
        "jrnl.json": lambda: _jrnl(path, moments, chance),
        "bearable.csv": lambda: _bearable(path, moments, chance),
        "markdown.zip": lambda: _markdown(path, moments, chance),
        "archive.zip": lambda: write_archive(_history(moments, chance), path),
        "tables.zip": lambda: write_tables(_history(moments, chance), path),
        "fhir.json": lambda: write_fhir(_check_ins(moments, chance), path),
    }
    writers[path.name]()


def _daylio(path: Path, moments: list[datetime], chance: random.Random) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note"])
        for moment in moments:
            writer.writerow([moment.date(), "", "", f"{moment:%H:%M}", "good", "walk | tea", "", text_of(chance)])


def _day_one(path: Path, moments: list[datetime], chance: random.Random) -> None:
    entries = [
        {
            "uuid": f"{place:032X}",
            "creationDate": f"{moment:%Y-%m-%dT%H:%M:%SZ}",
            "timeZone": "Europe/Berlin",
            "text": text_of(chance),
            "tags": ["walk"],
            "starred": False,
        }
        for place, moment in enumerate(moments)
    ]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("Journal.json", json.dumps({"metadata": {"version": "1.0"}, "entries": entries}, indent=2))


def _jrnl(path: Path, moments: list[datetime], chance: random.Random) -> None:
    entries = [
        {
            "title": "A day.",
            "body": text_of(chance),
            "date": f"{moment.date()}",
            "time": f"{moment:%H:%M}",
            "tags": ["@walk"],
            "starred": False,
        }
        for moment in moments
    ]
    path.write_text(json.dumps({"tags": {"@walk": len(entries)}, "entries": entries}, indent=2), encoding="utf-8")


def _bearable(path: Path, moments: list[datetime], chance: random.Random) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["date", "weekday", "time of day", "category", "rating/amount", "detail", "notes"])
        for moment in moments:
            row = [f"{moment:%d %b %Y}", f"{moment:%A}", f"{moment:%H:%M}"]
            writer.writerow([*row, "Symptom", "2", "Headache", text_of(chance)])


def _markdown(path: Path, moments: list[datetime], chance: random.Random) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, moment in enumerate(moments):
            note = f"---\ntags: [walk, tea]\n---\n{text_of(chance)}\n"
            packed.writestr(f"{moment:%Y}/{moment:%Y-%m-%d} note {place}.md", note)


def _history(moments: list[datetime], chance: random.Random) -> Belongings:
    return Belongings(
        entries=tuple(
            Entry(
                happened_at=moment, recorded_at=moment, form="free", version=1, fields={"text": text_of(chance)}, mood=4
            )
            for moment in moments
        )
    )


def _check_ins(moments: list[datetime], chance: random.Random) -> Belongings:
    pulse = load().questionnaires["pulse"]
    items = [item.id for item in pulse.items]
    return Belongings(
        responses=tuple(
            Response(
                happened_at=moment,
                questionnaire=pulse.id,
                version=pulse.version,
                answers={item: chance.randint(0, 4) for item in items},
            )
            for moment in moments
        ),
        questionnaires=(pulse,),
    )
