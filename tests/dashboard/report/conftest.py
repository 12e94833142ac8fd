"""The invented person's history, and a small one of one's own making, for every test of the report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest

from analysis.frames import History
from analysis.theme_collection import Themes
from analysis.themes import find_themes
from assessments.catalogue import load
from assessments.records import Entry, Event, PracticeDone, Response
from dashboard import report
from sample_data import load_sample

LAST_DAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
Own = Callable[..., History]


@pytest.fixture(scope="session")
def person() -> History:
    """The invented person up to the last day, without themes."""
    sample = load_sample(until=LAST_DAY)
    return History(
        catalogue=load(),
        responses=sample.responses,
        entries=sample.entries,
        practices_done=sample.practices_done,
        events=sample.events,
    )


@pytest.fixture(scope="session")
def recent(person: History) -> History:
    """The invented person's latest sixty entries with their themes, and nothing else."""
    entries = person.entries[-60:]
    forms = person.catalogue.forms
    rows = [
        (entry.id, entry.happened_at, "\n".join(map(str, texts)))
        for entry in entries
        if (texts := [t for n in forms[entry.form, entry.version].theme_text_fields if (t := entry.fields.get(n))])
    ]
    frame = pd.DataFrame(rows, columns=["id", "written_at", "text"])
    themes = find_themes(frame.assign(written_at=pd.to_datetime(frame["written_at"], utc=True)))
    assert isinstance(themes, Themes)
    return History(
        catalogue=person.catalogue, responses=(), entries=entries, practices_done=(), events=(), themes=themes
    )


@pytest.fixture(scope="session")
def made(person: History) -> report.Report:
    """The invented person's report of the last twelve weeks, as it is by default."""
    first, last = report.last_weeks(LAST_DAY)
    return report.build(person, report.Choices(first_day=first, last_day=last), made_on=LAST_DAY)


@pytest.fixture
def own() -> Own:
    """Makes a history of the given records."""

    def make(
        *,
        responses: tuple[Response, ...] = (),
        entries: tuple[Entry, ...] = (),
        practices_done: tuple[PracticeDone, ...] = (),
        events: tuple[Event, ...] = (),
    ) -> History:
        return History(
            catalogue=load(), responses=responses, entries=entries, practices_done=practices_done, events=events
        )

    return make


@pytest.fixture
def last_month() -> report.Choices:
    """The last thirty days, everything in."""
    return report.Choices(first_day=LAST_DAY - timedelta(days=29), last_day=LAST_DAY)
