"""Signs, answers, themes, practices, the year and the forest plot as view models."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from assessments.catalogue import load
from assessments.questionnaire import DID_NOT_COME_UP
from assessments.records import Entry, Event, PracticeDone, Response
from dashboard.view_models.answer_strip import answer_strip
from dashboard.view_models.forest import forest
from dashboard.view_models.moments import column_start, monday, weeks_per_column
from dashboard.view_models.practice_weeks import practice_weeks
from dashboard.view_models.sign_strip import sign_strip
from dashboard.view_models.theme_weeks import MOST_COLUMNS, theme_weeks
from dashboard.view_models.year_calendar import year_calendar

HONOLULU = ZoneInfo("Pacific/Honolulu")
START = datetime(2026, 1, 5, 20, tzinfo=HONOLULU)
SIGNS = load().questionnaires["emotional-safety"]


def check_in(day: int, **answers: int | str | None) -> Response:
    spelled = {name.replace("_", "-"): answer for name, answer in answers.items()}
    return Response(questionnaire=SIGNS.id, version=1, answers=spelled, happened_at=START + timedelta(days=day))


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 9000), st.integers(20, 120))
def test_every_day_falls_into_one_of_at_most_that_many_columns(first: date, days: int, at_most: int) -> None:
    last = first + timedelta(days=days)
    weeks = weeks_per_column(first, last, at_most)
    start = column_start(last, first, weeks)
    assert start <= last < start + timedelta(weeks=weeks)
    assert (start - monday(first)).days // (7 * weeks) < at_most


def test_a_cell_is_the_mean_of_its_stretch_and_silence_is_no_answer() -> None:
    weekly = [check_in(7 * n, numbness=n % 2 * 4, anxiety=None) for n in range(100)]
    strip = sign_strip(SIGNS, weekly)
    rows = {row.item_id: row for row in strip.rows}
    assert strip.weeks_per_cell == 2 and rows["numbness"].cells[0].value == 2.0 and rows["numbness"].latest == 4.0
    assert {cell.value for cell in rows["anxiety"].cells} == {None}


def test_an_item_that_did_not_come_up_is_told_from_a_skipped_one() -> None:
    strip = sign_strip(SIGNS, [check_in(0, numbness=DID_NOT_COME_UP, anxiety=None)])
    assert [row.cells[0].did_not_come_up for row in strip.rows] == [True, False]


def test_the_usual_range_needs_five_earlier_answers_and_never_reads_later_ones() -> None:
    latest = check_in(100, numbness=4)
    four = [check_in(n, numbness=n % 3) for n in range(4)]
    assert answer_strip(SIGNS, latest, [*four, check_in(200, numbness=1)]).rows[0].usual is None
    assert answer_strip(SIGNS, latest, [*four, check_in(5, numbness=1)]).rows[0].usual == (0, 2)


def test_of_ten_earlier_answers_the_lowest_and_the_highest_are_left_aside() -> None:
    earlier = [check_in(n, numbness=value) for n, value in enumerate([0, 1, 1, 1, 2, 2, 2, 2, 2, 4])]
    assert answer_strip(SIGNS, check_in(50, numbness=3), earlier).rows[0].usual == (1, 2)


@dataclass(frozen=True)
class Theme:
    id: str
    name: str
    weeks: pd.Series[float]
    recurs: bool = True
    direction: None = None


def test_weeks_without_any_entry_are_gaps_and_weeks_without_the_theme_are_zero() -> None:
    mondays = [date(2026, 1, 5) + timedelta(weeks=n) for n in range(4)]
    theme = Theme("a", "A", pd.Series([0.5, float("nan"), 0.2], index=pd.to_datetime(mondays[:3])))
    assert [week.start for week in theme_weeks([theme]).courses[0].weights] == [mondays[0], mondays[2]]
    found = theme_weeks([theme], written=[mondays[0], mondays[2], mondays[3]]).courses[0]
    assert [week.weight for week in found.weights] == [0.5, 0.2, 0.0] and found.weeks_present == 2


def test_ten_years_of_a_theme_fit_their_columns() -> None:
    mondays = pd.date_range("2016-01-04", periods=520, freq="7D")
    found = theme_weeks([Theme("a", "A", pd.Series(1.0, index=mondays))])
    assert len(found.courses[0].weights) <= MOST_COLUMNS and found.courses[0].weeks_present == 520


def test_a_practice_counts_once_under_the_first_step_that_names_it() -> None:
    catalogue = load()
    several = next(p for p in catalogue.practices.values() if len(p.steps) > 1)
    done = [PracticeDone(practice=p, happened_at=START) for p in (several.id, several.id, "long gone")]
    found = practice_weeks(done, catalogue.practices, list(catalogue.steps.values()))
    assert [(g.number, [(r.practice_id, r.total) for r in g.rows]) for g in found.groups] == [
        (0, [("long gone", 1)]),
        (min(several.steps), [(several.id, 2)]),
    ]


def test_the_year_counts_each_record_on_the_day_that_the_person_lived() -> None:
    late = datetime(2025, 12, 31, 23, 30, tzinfo=HONOLULU)
    entry = Entry(form="free", version=1, fields={"text": "x"}, happened_at=late)
    event = Event(name="Moved out", happened_at=START)
    found = year_calendar([check_in(0)], [entry], [event], year=2025)
    assert [(d.day, d.entries) for d in found.days] == [(date(2025, 12, 31), 1)]
    assert year_calendar([check_in(0)], [entry], [event], year=2026).days[0].events == ("Moved out",)


@dataclass(frozen=True)
class Pair:
    feature: str
    estimate_in_sds: float
    claimed: bool
    stands: bool = False
    score: str = "s"
    interval_in_sds: tuple[float, float] = (0.0, 1.0)
    n: int = 30
    n_present: int = 10
    numeric: bool = False
    tested: int = 24
    expected_by_chance: float = 1.2
    says: str = ""


def test_the_claimed_come_first_then_the_larger_and_all_are_counted() -> None:
    pairs = [Pair("small", 0.1, False), Pair("large", -0.9, False), Pair("claim", 0.4, True)]
    found = forest(pairs, {"claim": "Running"})
    assert [row.feature for row in found.rows] == ["Running", "large", "small"]
    assert (found.tested, found.claimed, found.expected_by_chance) == (24, 1, 1.2)


def test_what_does_not_stand_is_quiet_where_one_looks_every_week() -> None:
    pairs = [Pair("looked at once", 0.9, True), Pair("stands", 0.5, True, stands=True)]
    assert [(r.feature, r.claimed) for r in forest(pairs, standing_alone=True).rows] == [
        ("stands", True),
        ("looked at once", False),
    ]
