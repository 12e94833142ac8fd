"""The result of one check-in beside the earlier ones of the same questionnaire."""

from __future__ import annotations

from assessments.records import Response
from assessments.scoring import scales, score
from dashboard.services import figures
from dashboard.services.belongings import held
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
