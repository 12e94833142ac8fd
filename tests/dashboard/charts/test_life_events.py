"""Life events stand on every picture over time, by name where the names fit and by number where they do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assessments.catalogue import load
from assessments.records import Event, PracticeDone
from dashboard.charts.grammar import time_ends
from dashboard.charts.life_events import with_life_events
from dashboard.charts.picture import Picture
from dashboard.charts.practice_weeks import practices_picture
from dashboard.theme import LIGHT, Palette
from dashboard.view_models.moments import axis_ms
from dashboard.view_models.practice_weeks import practice_weeks

Draw = Callable[[str, int, Palette], Picture]
ROME = ZoneInfo("Europe/Rome")
OVER_TIME = ("score", "signs", "themes", "practices", "traps", "bridges")


def event(name: str, year: int, month: int) -> Event:
    return Event(name=name, happened_at=datetime(year, month, 3, 9, tzinfo=ROME))


@pytest.mark.parametrize("name", OVER_TIME)
def test_ten_years_of_events_stand_on_every_picture_over_time(draw: Draw, name: str) -> None:
    picture = draw(name, 520, LIGHT)
    assert picture.chart is not None
    dotted = [one for one in picture.chart["layer"] if one["mark"].get("strokeDash") == [2, 3]]
    assert len(dotted) == 1 and len(dotted[0]["data"]["values"]) >= 9
    assert "Marked: " in picture.alt_text
    assert any(note.startswith("Marked: 1 ") for note in picture.notes)


def test_few_events_are_named_on_the_picture_itself() -> None:
    picture = with_life_events(_bare(), [event("Moved out", 2016, 2), event("New work", 2017, 3)], LIGHT)
    assert picture.chart is not None
    names = [row["label"] for one in picture.chart["layer"] for row in one["data"]["values"] if "label" in row]
    assert {"Moved out", "New work"} <= set(names)
    assert picture.notes == _bare().notes


def test_an_event_outside_the_time_axis_is_left_out() -> None:
    bare = _bare()
    assert with_life_events(bare, [event("Long ago", 1999, 1)], LIGHT) is bare


def test_an_event_on_the_last_moment_of_the_axis_still_stands() -> None:
    bare = _bare()
    assert bare.chart is not None
    end = datetime(1970, 1, 1, tzinfo=ROME) + timedelta(milliseconds=time_ends(bare.chart)[1])
    last = Event(name="Today", happened_at=end)
    assert axis_ms(end) == time_ends(bare.chart)[1]
    assert "Today on" in with_life_events(bare, [last], LIGHT).alt_text


def _bare() -> Picture:
    catalogue = load()
    first = datetime(2016, 1, 4, 20, tzinfo=ROME)
    done = [PracticeDone(practice="look-back", happened_at=first + timedelta(weeks=week)) for week in range(100)]
    return practices_picture(practice_weeks(done, catalogue.practices, list(catalogue.steps.values())), LIGHT)
