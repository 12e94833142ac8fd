"""Scores of every response and the pictures of them, worked out once for each change of the vault."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar

from analysis.noise import noise_band
from analysis.results import NoiseBand
from assessments.language import spoken_locale
from assessments.questionnaire import OCCASION, Questionnaire
from assessments.records import Response
from assessments.scoring import Scale, Score, scales
from dashboard import session
from dashboard.charts.life_events import with_life_events
from dashboard.charts.picture import Picture
from dashboard.charts.score_series import score_picture
from dashboard.charts.sign_strip import strip_picture
from dashboard.charts.year_calendar import Grid, calendar_grid
from dashboard.services import change
from dashboard.services.belongings import about, held, version
from dashboard.services.palette import palette
from dashboard.services.scores import scorer
from dashboard.view_models.score_series import OwnBand, score_series
from dashboard.view_models.sign_strip import sign_strip
from dashboard.view_models.year_calendar import year_calendar

T = TypeVar("T")


@dataclass(frozen=True)
class Scored:
    """One response with its score by the version that was answered."""

    response: Response
    score: Score


def scored(questionnaire_id: str) -> tuple[Scored, ...]:
    """Every response to a questionnaire with its score, oldest first."""
    return session.remembered(
        f"scored:{questionnaire_id}", about(questionnaire_id), lambda: _score_all(questionnaire_id)
    )


def _score_all(questionnaire_id: str) -> tuple[Scored, ...]:
    questionnaires, score = held().catalogue.questionnaires, scorer()
    return tuple(
        Scored(response, score(questionnaires[response.questionnaire, response.version], response))
        for response in held().responses_to(questionnaire_id)
    )


def answered_questionnaires() -> list[Questionnaire]:
    """The newest version of every questionnaire that has a response, in the catalogue's order."""
    everything = held()
    return [each for each in everything.catalogue.newest_questionnaires() if everything.responses_to(each.id)]


def scales_of(questionnaire: Questionnaire) -> tuple[Scale, ...]:
    """The figures that a questionnaire has."""
    return scales(questionnaire)


def own_band(scale: Scale) -> OwnBand | None:
    """The person's own week-to-week band on a scale; None below the points that it needs."""
    return session.remembered(f"own band {scale.key}", about(scale.questionnaire_id), lambda: _find_own_band(scale))


def _find_own_band(scale: Scale) -> OwnBand | None:
    series = change.series_of(scale)
    if series is None:
        return None
    band = noise_band(series.times, series.values, low=scale.low, high=scale.high)
    return OwnBand(centre=band.centre, low=band.low, high=band.high) if isinstance(band, NoiseBand) else None


def series(scale: Scale) -> Picture:
    """The picture of one scale over time."""
    key = (about(scale.questionnaire_id), held().events)
    return _drawn(f"series:{scale.questionnaire_id}:{scale.id}", key, lambda: _draw_series(scale))


def _draw_series(scale: Scale) -> Picture:
    questionnaire = held().catalogue.questionnaires[scale.questionnaire_id]
    values = scored(scale.questionnaire_id)
    model = score_series(
        questionnaire,
        scale.id,
        [each.response for each in values],
        {each.response.id: each.score for each in values},
        events=held().events,
        band=own_band(scale),
        because={each.response.id for each in values if each.response.answers.get(OCCASION)},
    )
    return score_picture(model, palette())


def signs(questionnaire_id: str) -> Picture:
    """The strip of a questionnaire's items over time."""
    questionnaire = held().catalogue.questionnaires[questionnaire_id]
    return _drawn(
        f"signs:{questionnaire_id}",
        (about(questionnaire_id), held().events),
        lambda: with_life_events(
            strip_picture(sign_strip(questionnaire, held().responses_to(questionnaire_id)), palette()),
            held().events,
            palette(),
        ),
    )


def years() -> list[int]:
    """The years in which anything is kept, newest first."""
    return session.remembered("years", version(), _find_years)


def _find_years() -> list[int]:
    everything = held()
    records = (*everything.responses, *everything.entries, *everything.events)
    return sorted({record.happened_at.year for record in records}, reverse=True)


def year(chosen: int) -> Grid:
    """The calendar of one year."""
    return _drawn(
        f"year:{chosen}",
        version(),
        lambda: calendar_grid(year_calendar(held().responses, held().entries, held().events, year=chosen)),
    )


def _drawn(name: str, of: Hashable, draw: Callable[[], T]) -> T:
    return session.remembered(f"picture:{name}", (of, palette(), spoken_locale()), draw)
