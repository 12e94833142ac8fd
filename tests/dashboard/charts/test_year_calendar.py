"""The year as marked places: one for each day, each word in it plain text, its table beside it."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from assessments.catalogue import load
from assessments.language import day
from assessments.records import Event
from dashboard.charts.year_calendar import Grid, calendar_grid
from dashboard.view_models.year_calendar import days_of, year_calendar
from tests.dashboard.charts.invented_life import Life

DUBLIN = ZoneInfo("Europe/Dublin")
FEBRUARY = date(2017, 2, 3)
HOSTILE = '"><img src=x onerror=alert(1)>'


def grid_of(life: Life, year: int, *events: Event) -> Grid:
    return calendar_grid(year_calendar(life.responses(), life.entries(), (*life.events(), *events), year=year))


@pytest.mark.parametrize("year", [2016, 2017], ids=["a leap year", "a common year"])
def test_every_day_of_the_year_has_its_place(year: int) -> None:
    grid = grid_of(Life(load(), 520), year)
    assert grid.markup.count("<i") == len(days_of(year))
    assert grid.markup.count("<b>") == 12


def test_a_day_is_marked_by_what_is_kept_on_it() -> None:
    life = Life(load(), 520)
    found = year_calendar(life.responses(), life.entries(), life.events(), year=2016)
    grid = calendar_grid(found)
    for letter, kept in (("c", "check_ins"), ("e", "entries"), ("m", "events")):
        marked = [m for m in re.findall(r'<i class="([^"]*)"', grid.markup) if letter in m.split()]
        assert len(marked) == sum(bool(getattr(each, kept)) for each in found.days) > 0
    assert len(grid.table) == len(found.days)
    assert f"on {len(found.days)} days" in grid.alt_text


def test_a_year_without_anything_has_no_marks_and_says_so() -> None:
    grid = calendar_grid(year_calendar((), (), year=2016))
    assert (grid.markup, grid.empty_says) == ("", "Nothing is kept for 2016 yet.")


def test_a_name_that_somebody_typed_stays_text() -> None:
    event = Event(name=HOSTILE, happened_at=datetime(2016, 3, 3, 9, tzinfo=DUBLIN))
    markup = grid_of(Life(load(), 1), 2016, event).markup
    assert "<img" not in markup
    assert "&quot;&gt;&lt;img" in markup
    assert set(re.findall(r"<([a-z]+)", markup)) == {"div", "small", "b", "i"}


def test_the_marks_stand_in_the_order_of_the_days() -> None:
    event = Event(name="Moved", happened_at=datetime(2017, 2, 3, 9, tzinfo=DUBLIN))
    markup = calendar_grid(year_calendar((), (), (event,), year=2017)).markup
    places = re.findall(r"<i[^>]*>", markup)
    assert places[(FEBRUARY - date(2017, 1, 1)).days] == f'<i class="m" title="{day(FEBRUARY)}: Moved">'
