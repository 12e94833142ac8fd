"""An invented life, seeded, as records: empty, one of each, or ten years of it, and every picture made from it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from assessments.catalogue import Catalogue, load
from assessments.records import Entry, Event, FieldValue, PracticeDone, Response
from assessments.scoring import score
from dashboard.charts.answer_strip import answers_picture
from dashboard.charts.balance_map import map_picture
from dashboard.charts.brave_steps import ladder_picture, risk_picture
from dashboard.charts.bridges import bridges_picture
from dashboard.charts.forest import forest_picture
from dashboard.charts.life_events import with_life_events
from dashboard.charts.picture import Picture
from dashboard.charts.practice_weeks import practices_picture
from dashboard.charts.score_series import score_picture
from dashboard.charts.sign_strip import strip_picture
from dashboard.charts.theme_weeks import theme_line, themes_picture
from dashboard.charts.thoughts import beliefs_picture, feelings_picture, traps_picture
from dashboard.charts.year_calendar import calendar_picture
from dashboard.theme import Palette
from dashboard.view_models.answer_strip import answer_strip
from dashboard.view_models.balance_map import balance_map
from dashboard.view_models.brave_steps import brave_steps
from dashboard.view_models.bridges import bridges
from dashboard.view_models.forest import forest
from dashboard.view_models.practice_weeks import practice_weeks
from dashboard.view_models.score_series import OwnBand, TrendLine, score_series
from dashboard.view_models.sign_strip import sign_strip
from dashboard.view_models.theme_weeks import theme_weeks
from dashboard.view_models.thoughts import belief_shifts, feeling_shifts, trap_months
from dashboard.view_models.year_calendar import year_calendar

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2016, 1, 4, 20, tzinfo=BERLIN)
LONG = "A remarkably long name, longer than any phone is wide, that somebody might well have typed"


@dataclass(frozen=True)
class InventedTheme:
    """A theme as the pictures need it."""

    id: str
    name: str
    weeks: pd.Series[float]
    recurs: bool = True
    direction: None = None


@dataclass(frozen=True)
class InventedAssociation:
    """An association as the pictures need it."""

    feature: str
    estimate_in_sds: float
    interval_in_sds: tuple[float, float]
    numeric: bool
    tested: int
    expected_by_chance: float
    claimed: bool
    stands: bool = False
    score: str = "emotional-safety"
    n: int = 60
    n_present: int = 20
    says: str = "It stood a little higher then."


class Life:
    """Records of `weeks` weeks (0: nothing at all)."""

    def __init__(self, catalogue: Catalogue, weeks: int) -> None:
        self.catalogue = catalogue
        self.weeks = weeks
        self.dice = random.Random(20)
        self.signs = catalogue.questionnaires["emotional-safety"]

    def at(self, week: int) -> datetime:
        """A moment in that week, with the gaps and wobbles of a real life."""
        return START + timedelta(days=7 * week + self.dice.choice((-1, 0, 0, 1)), weeks=6 * (week // 60))

    def responses(self) -> list[Response]:
        """A check-in a week, some with a skipped answer, some written down later."""
        found = []
        for week in range(self.weeks):
            answers: dict[str, int | str | None] = {i.id: self.dice.randrange(5) for i in self.signs.items}
            if self.weeks > 1 and week % 17 == 5:
                answers[self.signs.items[3].id] = None
            moment = self.at(week)
            late = timedelta(days=4 if week % 11 == 7 else 0)
            found.append(
                Response(
                    questionnaire=self.signs.id,
                    version=self.signs.version,
                    answers=answers,
                    happened_at=moment,
                    recorded_at=moment + late,
                )
            )
        return found

    def events(self) -> list[Event]:
        """A life event each year, with long names."""
        return [
            Event(name=f"{LONG} {n}", happened_at=START + timedelta(weeks=52 * n + 3)) for n in range(self.weeks // 52)
        ]

    def entries(self) -> list[Entry]:
        """A thought, a brave step and a bridge a week, all fields filled in."""
        found: list[Entry] = []
        for week in range(self.weeks):
            expected = self.dice.randrange(101)
            fields: dict[str, dict[str, FieldValue]] = {
                "thought": {
                    "thought": LONG,
                    "belief-before": self.dice.randrange(101),
                    "belief-after": self.dice.randrange(101),
                    "feelings-before": {"afraid": 70, "anxious": 50},
                    "feelings-after": {"afraid": 30, "anxious": 55},
                    "thinking-traps": tuple(self.dice.sample(list(self.catalogue.thinking_traps), 2)),
                },
                "brave-step": {
                    "share": LONG,
                    "expected": expected,
                    "outcome": "done" if self.weeks == 1 else self.dice.choice(("done", "changed", "not-now", None)),
                    "experienced": self.dice.randrange(101),
                },
                "bridge": {
                    "name": LONG if week % 3 == 0 else "M.",
                    "stage": "construction",
                    "act-kept": "kept"
                    if self.weeks == 1
                    else self.dice.choice(("kept", "partly", "not-this-time", None)),
                },
            }
            moment = self.at(week)
            found.extend(Entry(form=form, version=1, fields=f, happened_at=moment) for form, f in fields.items())
        return found

    def practices_done(self) -> list[PracticeDone]:
        """Three practices a week."""
        ids = list(self.catalogue.practices)
        return [
            PracticeDone(practice=self.dice.choice(ids), happened_at=self.at(week))
            for week in range(self.weeks)
            for _ in range(3 if self.weeks > 1 else 1)
        ]

    def themes(self) -> list[InventedTheme]:
        """Ten themes of which some weeks are unwritten."""
        mondays = pd.to_datetime([START.date() + timedelta(weeks=week) for week in range(self.weeks)])
        count = 0 if self.weeks == 0 else 10 if self.weeks > 1 else 1
        return [
            InventedTheme(
                f"t{n}",
                LONG if n == 3 else f"mother, phone, sunday {n}",
                pd.Series(
                    [
                        float("nan") if w % 40 > 36 else max(0.0, self.dice.gauss(0.2, 0.5)) + 0.01
                        for w in range(self.weeks)
                    ],
                    index=mondays,
                    dtype=float,
                ),
            )
            for n in range(count)
        ]

    def walk(self) -> tuple[list[date], list[float], list[float]]:
        """A check-in on the balance each fortnight."""
        days = [START.date() + timedelta(weeks=2 * n) for n in range((self.weeks + 1) // 2)]
        return days, [float(self.dice.randrange(21)) for _ in days], [float(self.dice.randrange(21)) for _ in days]

    def associations(self) -> list[InventedAssociation]:
        """Forty pairs, two of them claimed; one pair in the life of one week."""
        count = 0 if self.weeks == 0 else 40 if self.weeks > 1 else 1
        return [_association(n, self.dice.gauss(0, 0.4), count) for n in range(count)]


def _association(n: int, effect: float, tested: int) -> InventedAssociation:
    return InventedAssociation(
        feature=f"{LONG} {n}",
        estimate_in_sds=effect,
        interval_in_sds=(effect - 0.5, effect + 0.5),
        numeric=n % 7 == 0,
        tested=tested,
        expected_by_chance=tested * 0.05,
        claimed=n in (4, 9),
    )


PICTURES: dict[str, Callable[[Life, Palette], Picture]] = {
    "score": lambda life, p: _score(life, p),
    "signs": lambda life, p: strip_picture(sign_strip(life.signs, life.responses(), moved={"anxiety": "lower"}), p),
    "year": lambda life, p: calendar_picture(
        year_calendar(life.responses(), life.entries(), life.events(), year=2016), p
    ),
    "themes": lambda life, p: themes_picture(theme_weeks(life.themes()), p),
    "map": lambda life, p: map_picture(balance_map(*life.walk(), low=0, high=20, wished=(15, 15)), p),
    "forest": lambda life, p: forest_picture(forest(life.associations()), p),
    "practices": lambda life, p: practices_picture(
        practice_weeks(life.practices_done(), life.catalogue.practices, list(life.catalogue.steps.values())), p
    ),
    "beliefs": lambda life, p: beliefs_picture(belief_shifts(life.entries()), p),
    "feelings": lambda life, p: feelings_picture(
        feeling_shifts(life.entries(), {f.id: f.label for f in life.catalogue.feelings.values()}), p
    ),
    "traps": lambda life, p: traps_picture(
        trap_months(life.entries(), {t.id: t.label for t in life.catalogue.thinking_traps.values()}), p
    ),
    "ladder": lambda life, p: ladder_picture(brave_steps(life.entries()), p),
    "risk": lambda life, p: risk_picture(brave_steps(life.entries()), p),
    "bridges": lambda life, p: bridges_picture(bridges(life.entries()), p),
    "answers": lambda life, p: _answers(life, p),
}

WITH_EVENTS_ADDED = ("signs", "themes", "practices", "traps", "bridges")


def _score(life: Life, palette: Palette) -> Picture:
    responses = life.responses()
    trend = None
    if len(responses) > 20:
        ends = (responses[0].happened_at.date(), responses[-1].happened_at.date())
        trend = TrendLine(
            points=tuple((each, 12.0, 18.0, 24.0) for each in ends), says="It went down by about six points."
        )
    series = score_series(
        life.signs,
        "total",
        responses,
        {r.id: score(life.signs, r.answers) for r in responses},
        events=life.events(),
        band=OwnBand(centre=20, low=14, high=26),
        trend=trend,
    )
    return score_picture(series, palette)


def _answers(life: Life, palette: Palette) -> Picture:
    responses = life.responses()
    if not responses:
        blank = Response(questionnaire=life.signs.id, version=life.signs.version, answers={}, happened_at=START)
        return answers_picture(answer_strip(life.signs, blank, []), palette)
    return answers_picture(answer_strip(life.signs, responses[-1], responses), palette)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The built-in content."""
    return load()


@pytest.fixture(scope="session")
def draw(catalogue: Catalogue) -> Callable[[str, int, Palette], Picture]:
    """Draws a picture by its name from a life of that many weeks."""

    def drawn(name: str, weeks: int, palette: Palette) -> Picture:
        life = Life(catalogue, weeks)
        if name == "theme card":
            return theme_line(theme_weeks(life.themes()), "t0", palette)
        picture = PICTURES[name](life, palette)
        return with_life_events(picture, life.events(), palette) if name in WITH_EVENTS_ADDED else picture

    return drawn
