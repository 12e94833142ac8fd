"""The archive gives back everything, and says so where it cannot."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings

from assessments.catalogue import load
from assessments.exchange.archive import write_archive
from assessments.exchange.archive_reading import UnreadableArchive, read_back
from assessments.exchange.belongings import Belongings
from assessments.exchange.moments import write_moment
from assessments.exchange.record_json import record_object, write_json
from assessments.records import Entry, Event, Response
from tests.exchange.strategies import histories

WHEN = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))


def archived(belongings: Belongings) -> bytes:
    target = io.BytesIO()
    write_archive(belongings, target)
    return target.getvalue()


def rewritten(archive: bytes, changes: dict[str, bytes | None]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = changes.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target.getvalue()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories())
def test_an_archive_gives_back_every_history_exactly(history: Belongings) -> None:
    back = read_back(archived(history))
    assert back == history
    # Equal datetimes may differ in zone, and 1 equals 1.0 and True: the written form tells them apart.
    assert [write_json(record_object(each)) for each in back.records()] == [
        write_json(record_object(each)) for each in history.records()
    ]


def test_the_second_half_of_a_repeated_hour_stays_the_second() -> None:
    back = read_back(archived(Belongings(events=(Event(happened_at=WHEN, name="a move"),))))
    assert back.events[0].happened_at.fold == 1
    assert write_moment(back.events[0].happened_at) == "2026-10-25T02:30:00+01:00[Europe/Berlin]"


def test_every_built_in_questionnaire_comes_back_equal() -> None:
    history = Belongings(questionnaires=load().newest_questionnaires())
    assert set(read_back(archived(history)).questionnaires) == set(history.questionnaires)


def test_the_same_history_makes_the_same_bytes() -> None:
    history = Belongings(entries=(Entry(happened_at=WHEN, form="free", version=1, fields={"text": "calm"}),))
    assert archived(history) == archived(history)


def test_a_lone_surrogate_survives() -> None:
    history = Belongings(entries=(Entry(happened_at=WHEN, form="free", version=1, fields={"text": "a\ud800b"}),))
    assert read_back(archived(history)) == history


def test_an_archive_explains_itself_and_says_that_it_is_not_encrypted() -> None:
    with zipfile.ZipFile(io.BytesIO(archived(Belongings()))) as packed:
        guide = packed.read("README.md").decode()
        assert "not encrypted" in guide
        for name in packed.namelist():
            assert name == "README.md" or name in guide or name.startswith("csv/")


def test_a_failed_write_leaves_the_earlier_archive_alone(tmp_path: Path) -> None:
    target = tmp_path / "archive.zip"
    target.write_bytes(b"earlier")
    unwritable = Belongings(settings={"x": float("nan")})
    with pytest.raises(ValueError, match="JSON"):
        write_archive(unwritable, target)
    assert target.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [target]


def test_a_changed_missing_or_cut_file_is_told() -> None:
    response = Response(happened_at=WHEN, questionnaire="pulse", version=1, answers={"x": 3})
    whole = archived(Belongings(responses=(response,)))
    changed = rewritten(whole, {"responses.json": b"[]"})
    missing = rewritten(whole, {"responses.json": None})
    for broken in (changed, missing, whole[: len(whole) // 2], b"", b"PK\x03\x04"):
        with pytest.raises(UnreadableArchive):
            read_back(broken)
