"""Check-ins: which are due, their drafts, saving, correcting and removing them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from assessments.questionnaire import OCCASION, SITUATION, SOMETHING_HAPPENED, Questionnaire
from assessments.records import Answer, Response
from dashboard import kept_names, session
from dashboard.services import drafts
from dashboard.services.at_a_glance import at_a_glance
from dashboard.services.belongings import held

BACKDATE_DAYS = 14
SET_ASIDE_SETTING = kept_names.SET_ASIDE
WEEK = 7
SECONDS_PER_ITEM = 6


@dataclass(frozen=True)
class Offer:
    """A questionnaire to choose, with the day it was last answered and whether a draft of it waits."""

    questionnaire: Questionnaire
    last_at: datetime | None
    has_draft: bool
    overlaps: bool


def offers() -> list[Offer]:
    """The questionnaires that can be answered now, those asked most often first and the shortest of them first."""
    waiting = drafts.waiting()
    aside = set_aside()
    newest = [each for each in held().catalogue.newest_questionnaires() if each.id not in aside]
    in_order = sorted(newest, key=lambda each: (each.rhythm_days, len(each.items) if each.rhythm_days <= WEEK else 0))
    return [_offer(each, waiting) for each in in_order]


def whole_minutes(questionnaire: Questionnaire) -> int:
    """About how many minutes the answers take, at six seconds for each; 0 where they take less than one."""
    seconds = SECONDS_PER_ITEM * len(questionnaire.items)
    return 0 if seconds < 60 else round(seconds / 60)


def answered_today(questionnaire_id: str) -> Response | None:
    """The latest check-in about today; None where there is none."""
    today = session.clock()().date()
    newest = at_a_glance().newest_check_ins.get(questionnaire_id)
    return newest if newest is not None and newest.happened_at.date() == today else None


def set_aside() -> frozenset[str]:
    """The ids of the questionnaires that the person no longer wants to be offered."""
    return frozenset(session.vault().setting(SET_ASIDE_SETTING, []))


def _offer(questionnaire: Questionnaire, waiting: Mapping[str, object]) -> Offer:
    newest = at_a_glance().newest_check_ins.get(questionnaire.id)
    last_at = None if newest is None else newest.happened_at
    overlaps = last_at is not None and session.clock()() - last_at < timedelta(days=questionnaire.recall_days - 1)
    return Offer(questionnaire, last_at, draft_key(questionnaire) in waiting, overlaps)


def draft_key(questionnaire: Questionnaire, response_id: str | None = None) -> str:
    """Where a half-filled check-in is kept: one for each questionnaire, one for each response being corrected."""
    return f"check-in:{questionnaire.id}:{questionnaire.version}:{response_id or 'new'}"


def answered_at(day: date, now: datetime) -> datetime:
    """The moment a check-in is about: now for today, noon for an earlier day."""
    if day == now.date():
        return now
    return datetime(day.year, day.month, day.day, 12, tzinfo=now.tzinfo)


def kept_answers(questionnaire: Questionnaire, chosen: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers to store: every item that was asked, None where it was skipped, and what was said besides."""
    situation = chosen.get(SITUATION)
    asked = questionnaire.items_in(situation if isinstance(situation, str) else None)
    answers: dict[str, Answer] = {item.id: chosen.get(item.id) for item in asked}
    if questionnaire.situation is not None and isinstance(situation, str):
        answers[SITUATION] = situation
    if chosen.get(OCCASION):
        answers[OCCASION] = SOMETHING_HAPPENED
    return answers


def save_new(questionnaire: Questionnaire, chosen: Mapping[str, Answer], day: date, note: str) -> Response:
    """Save a new check-in and drop its draft, in one step."""
    response = Response(
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        happened_at=answered_at(day, session.clock()()),
        answers=kept_answers(questionnaire, chosen),
        note=note,
    )
    session.vault().save(response, discard_draft=drafts.written(draft_key(questionnaire)))
    return response


def save_correction(
    response: Response, questionnaire: Questionnaire, chosen: Mapping[str, Answer], day: date, note: str
) -> Response:
    """Save a corrected check-in; what stood there before stays in its history."""
    same_day = response.happened_at.date() == day
    moment = response.happened_at if same_day else answered_at(day, session.clock()())
    corrected = Response(
        id=response.id,
        questionnaire=response.questionnaire,
        version=response.version,
        happened_at=moment,
        answers=kept_answers(questionnaire, chosen),
        note=note,
        source=response.source,
        import_id=response.import_id,
    )
    session.vault().revise(corrected, discard_draft=drafts.written(draft_key(questionnaire, response.id)))
    return corrected


def find(response_id: str) -> Response | None:
    """The response with that id; None where it was removed."""
    record = session.vault().get(response_id)
    return record if isinstance(record, Response) else None


def remove(response_id: str) -> None:
    """Take a check-in out; it can be brought back."""
    session.vault().remove(response_id)


def bring_back(response_id: str) -> None:
    """Bring a removed check-in back."""
    session.vault().restore(response_id)
