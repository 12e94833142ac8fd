"""The year as marked places: one for each day, what is kept on it as words, its table beside it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from assessments.catalogue import load
from assessments.language import day
from assessments.records import Event
from dashboard.charts.year_calendar import Grid, calendar_grid
from dashboard.view_models.year_calendar import year_calendar
from tests.dashboard.charts.invented_life import Life

DUBLIN = ZoneInfo("Europe/Dublin")
FEBRUARY = date(2017, 2, 3)


def grid_of(life: Life, year: int, *events: Event) -> Grid:
    return calendar_grid(year_calendar(life.responses(), life.entries(), (*life.events(), *events), year=year))


@pytest.mark.parametrize(("year", "days"), [(2016, 366), (2017, 365)], ids=["a leap year", "a common year"])
def test_every_day_of_the_year_has_its_place(year: int, days: int) -> None:
    grid = grid_of(Life(load(), 520), year)
    assert [month.name for month in grid.months][:2] == ["Jan", "Feb"]
    assert len(grid.months) == 12
    assert sum(month.days for month in grid.months) == days


def test_a_day_is_marked_by_what_is_kept_on_it() -> None:
    life = Life(load(), 520)
    found = year_calendar(life.responses(), life.entries(), life.events(), year=2016)
    grid = calendar_grid(found)
    kinds = [kinds for month in grid.months for kinds, _ in month.marks.values()]
    for letter, kept in (("c", "check_ins"), ("e", "entries"), ("m", "events")):
        marked = [each for each in kinds if letter in each]
        assert len(marked) == sum(bool(getattr(each, kept)) for each in found.days) > 0
    assert len(grid.table) == len(found.days) == len(kinds)
    assert f"on {len(found.days)} days" in grid.alt_text


def test_a_year_without_anything_has_no_marks_and_says_so() -> None:
    grid = calendar_grid(year_calendar((), (), year=2016))
    assert (grid.months, grid.empty_says) == ((), "Nothing is kept for 2016 yet.")


def test_the_marks_stand_on_their_days_with_the_day_in_words() -> None:
    event = Event(name="Moved", happened_at=datetime(2017, 2, 3, 9, tzinfo=DUBLIN))
    grid = calendar_grid(year_calendar((), (), (event,), year=2017))
    february = grid.months[1]
    assert february.marks == {3: ("m", f"{day(FEBRUARY)}: Moved")}
    assert sum(len(month.marks) for month in grid.months) == 1
