"""Every picture of an invented life: of nothing at all, of one record each, or of ten years."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assessments.catalogue import Catalogue, load
from assessments.records import Response
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
from tests.dashboard.charts.invented_life import START, Life

PICTURES: dict[str, Callable[[Life, Palette], Picture]] = {
    "score": lambda life, p: _score(life, p),
    "signs": lambda life, p: strip_picture(sign_strip(life.signs, life.responses(), moved={"anxiety": "lower"}), p),
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
