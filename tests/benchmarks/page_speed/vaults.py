"""Vaults with some years of one invented life, made through the public storage API and kept between runs."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import TypeVar

from assessments.catalogue import load
from assessments.questionnaire import Questionnaire
from assessments.records import Entry, Event, PracticeDone, Response
from assessments.storage import create_vault
from sample_data import Sample, generate

R = TypeVar("R")

QUESTIONNAIRES = ("emotional-safety", "pulse", "codependence")
CHECK_INS_A_YEAR, ENTRIES_A_YEAR, PRACTICES_A_YEAR, EVENTS_A_YEAR = 52, 500, 52, 1
STICKINESS = 0.6


def kept_vault(cache: Path, years: int) -> Path:
    """The folder of a vault with so many years in it: 52 check-ins a year on three questionnaires, 500 entries."""
    folder = cache / f"{years}-years"
    if not folder.exists():
        unfinished = cache / f"{years}-years-unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        made, _ = create_vault(unfinished)
        with made as vault:
            vault.save_many(list(_records(years, datetime.now(UTC) - timedelta(hours=6))))
        unfinished.rename(folder)
    return folder


def locked_vault(folder: Path) -> Path:
    """The folder of a vault that shows its door: what is in it is not read before the passphrase is given."""
    create_vault(folder, "nine quiet lamps along the quay")[0].close()
    return folder


def _records(years: int, now: datetime) -> Iterator[Response | Entry | PracticeDone | Event]:
    randomness = random.Random(years)
    lives = list(_lives(ENTRIES_A_YEAR * years))
    for name in QUESTIONNAIRES:
        yield from _check_ins(load().questionnaires[name], years, now, randomness)
    entries = list(chain.from_iterable(life.entries for life in lives))[: ENTRIES_A_YEAR * years]
    practices = list(chain.from_iterable(life.practices_done for life in lives))[: PRACTICES_A_YEAR * years]
    events = list(chain.from_iterable(life.events for life in lives))[: EVENTS_A_YEAR * years]
    yield from (replace(one, happened_at=at) for one, at in _dated(entries, years, now))
    yield from (replace(one, happened_at=at) for one, at in _dated(practices, years, now))
    yield from (replace(one, happened_at=at) for one, at in _dated(events, years, now))


def _dated(records: list[R], years: int, now: datetime) -> Iterator[tuple[R, datetime]]:
    return zip(records, _spread(len(records), years, now), strict=True)


def _lives(entries_wanted: int) -> Iterator[Sample]:
    found, seed = 0, 1
    while found < entries_wanted:
        life = generate(seed)
        found, seed = found + len(life.entries), seed + 1
        yield life


def _spread(n: int, years: int, now: datetime) -> list[datetime]:
    """That many moments, evenly over the years up to now, oldest first."""
    span = timedelta(days=365.25 * years)
    return [now - span * (n - 1 - k) / n for k in range(n)]


def _check_ins(
    questionnaire: Questionnaire, years: int, now: datetime, randomness: random.Random
) -> Iterator[Response]:
    """Weekly answers that resemble those of the week before, an item skipped now and then."""
    values = [option.value for option in questionnaire.options]
    held = {item.id: randomness.choice(values) for item in questionnaire.items}
    for at in _spread(CHECK_INS_A_YEAR * years, years, now):
        for item in questionnaire.items:
            if randomness.random() > STICKINESS:
                held[item.id] = randomness.choice(values)
        answers = {name: None if randomness.random() < 0.02 else value for name, value in held.items()}
        yield Response(questionnaire=questionnaire.id, version=questionnaire.version, happened_at=at, answers=answers)


def new_check_in() -> Response:
    """One more check-in on the ten signs, now."""
    questionnaire = load().questionnaires[QUESTIONNAIRES[0]]
    values = [option.value for option in questionnaire.options]
    return Response(
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        happened_at=datetime.now(UTC),
        answers={item.id: random.choice(values) for item in questionnaire.items},
    )
