"""Each response's score, worked out once for the session, however often the pages and the analyses ask."""

from __future__ import annotations

from collections.abc import Callable

from assessments.questionnaire import Questionnaire
from assessments.records import Response
from assessments.scoring import Score, score
from dashboard import session


def scorer() -> Callable[[Questionnaire, Response], Score]:
    """What scores a response, and knows those that it has scored; it can be handed to work beside the page."""
    known: dict[str, tuple[Response, Questionnaire, Score]] = session.remembered("scores", id(session.vault()), dict)

    def scored(questionnaire: Questionnaire, response: Response) -> Score:
        found = known.get(response.id)
        if found is None or found[0] is not response or found[1] is not questionnaire:
            found = known[response.id] = (response, questionnaire, score(questionnaire, response.answers))
        return found[2]

    return scored
