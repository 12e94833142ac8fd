"""The result of one check-in beside the earlier ones of the same questionnaire, in figures and in pictures."""

from __future__ import annotations

from collections.abc import Callable

from assessments.language import spoken_locale
from assessments.records import Response
from assessments.scoring import scales, score
from dashboard import session
from dashboard.charts.answer_strip import answers_picture
from dashboard.charts.picture import Picture
from dashboard.charts.score_place import place_picture
from dashboard.services import figures
from dashboard.services.belongings import held, version
from dashboard.services.palette import palette
from dashboard.view_models.answer_strip import answer_strip
from dashboard.view_models.result import ScaleResult, scale_result


def of(response: Response) -> list[ScaleResult]:
    """The result on each scale that the response answered, in the questionnaire's order."""
    questionnaire = held().catalogue.questionnaires[response.questionnaire, response.version]
    found = score(questionnaire, response.answers)
    before = [
        each.score
        for each in figures.scored(response.questionnaire)
        if each.response.happened_at < response.happened_at and each.response.id != response.id
    ]
    return [scale_result(questionnaire, scale, found, before) for scale in scales(questionnaire)]


def place(response: Response, result: ScaleResult) -> Picture | None:
    """Where the figure stands on its scale, with the thirds where the questionnaire has them; None without a figure."""
    value, scale = result.value, result.scale
    if value is None:
        return None
    questionnaire = held().catalogue.questionnaires[response.questionnaire, response.version]
    bands = questionnaire.bands if result.third else ()
    own = figures.own_band(scale) if result.earlier else None
    return _drawn(
        f"place:{scale.key}",
        response,
        lambda: place_picture(scale.title, value, scale.low, scale.high, palette(), bands=bands, own=own),
    )


def answers(response: Response) -> Picture:
    """Every answer on its option, beside where the person's own earlier answers lay."""
    questionnaire = held().catalogue.questionnaires[response.questionnaire, response.version]
    earlier = held().responses_to(response.questionnaire)
    return _drawn(
        "answers", response, lambda: answers_picture(answer_strip(questionnaire, response, earlier), palette())
    )


def _drawn(name: str, response: Response, draw: Callable[[], Picture]) -> Picture:
    return session.remembered(f"result:{name}", (response.id, version(), palette(), spoken_locale()), draw)
