"""How long a questionnaire takes, said the same way wherever it stands."""

from __future__ import annotations

from assessments.questionnaire import Questionnaire
from dashboard.services import check_ins
from dashboard.wording import check_in as words


def duration_says(questionnaire: Questionnaire) -> str:
    """About how many minutes its questions take to answer."""
    minutes = check_ins.whole_minutes(questionnaire)
    return words.MINUTES(minutes) if minutes else words.UNDER_A_MINUTE()
