"""The invented person's answers: a slow path underneath, noise on every item, rounded to what can be ticked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt

from assessments.questionnaire import (
    DID_NOT_COME_UP,
    OCCASION,
    SITUATION,
    SOMETHING_HAPPENED,
    Item,
    Questionnaire,
)
from assessments.records import Answer, Response
from sample_data.chance import Chance, record_id
from sample_data.life import WEEKS
from sample_data.rhythm import CheckIn
from sample_data.timeline import SHIPPED_SEED, Calendar

SIGNS = "emotional-safety"
SD_POINTS = 3.6
AUTOCORRELATION = 0.4
RAMP_WEEKS = 5
SLEEP_SIZE_SD = 1.1

PATH_CARRY = 0.62
PATH_SD = 0.29
ITEM_SD = 0.62
SHARED_WITH_SIGNS = 0.75
FIRST_ANSWERS_HIGHER = 0.3
SIGN_LEVEL = 2.25
LEVELS = {
    "pulse": 1.75,
    "pull": 2.1,
    "sense": 1.9,
    "habits": 1.7,
    "answering": 1.9,
    "self": 1.9,
    "others": 2.3,
    "openness": 1.7,
    "fear": 2.3,
    "with-others": 2.0,
    "codependence": 1.6,
    "autonomy": 2.2,
    "closeness": 1.6,
    "strain": 1.9,
    "strength": 2.4,
}
SHARE_OF_CHANGE = {
    "self-doubt": 1.4,
    "big-feelings": 1.2,
    "self-criticism": 1.4,
    "fear-of-openness": 0.9,
    "avoids-emotion": 0.7,
    "doubts-instincts": 1.2,
    "seeks-reassurance": 1.1,
    "numbness": 0.6,
    "hard-to-get-close": 0.6,
    "anxiety": 0.9,
}


@dataclass(frozen=True, kw_only=True)
class Latent:
    """What lies under the answers: by week, a path per scale (SD 1) and the change in SD of the ten signs."""

    change_size_sd: float
    change: tuple[float, ...]
    paths: Mapping[str, tuple[float, ...]]


def make_latent(seed: int, calendar: Calendar) -> Latent:
    """The paths of a seed; the signs lose `change_size_sd` of their SD over the ramp that begins at the counsellor."""
    size = 1.8 if seed == SHIPPED_SEED else 1.5 + 0.5 * Chance(seed, "change").share()
    start = calendar.anchors["counsellor"]
    change = tuple(-size * min(max(week - start + 1, 0), RAMP_WEEKS) / RAMP_WEEKS for week in range(WEEKS + 1))
    names = (SIGNS, *LEVELS)
    paths = {name: _path(Chance(seed, f"slow/{name}")) for name in names}
    mixed = zip(paths[SIGNS], paths["pulse"], strict=True)
    paths["pulse"] = tuple(-SHARED_WITH_SIGNS * sign + sqrt(1 - SHARED_WITH_SIGNS**2) * own for sign, own in mixed)
    return Latent(change_size_sd=size, change=change, paths=paths)


def _path(chance: Chance) -> tuple[float, ...]:
    value, path = chance.normal(), []
    for _ in range(WEEKS + 1):
        path.append(value)
        value = PATH_CARRY * value + sqrt(1 - PATH_CARRY**2) * chance.normal()
    return tuple(path)


def answer_all(
    seed: int,
    calendar: Calendar,
    planned: Sequence[CheckIn],
    questionnaires: Mapping[str, Questionnaire],
    sleepless: Sequence[datetime],
) -> list[Response]:
    """One response for each planned check-in; `sleepless` are the moments of the entries about poor sleep."""
    latent = make_latent(seed, calendar)
    responses: list[Response] = []
    seen: set[str] = set()
    for number, check_in in enumerate(planned):
        questionnaire = questionnaires[check_in.questionnaire]
        chance = Chance(seed, f"answers/{number}")
        situation = None
        if questionnaire.situation is not None:
            situation = "someone" if check_in.week >= calendar.anchors["someone"] else "hoping"
        extra = 0.0
        if questionnaire.id == SIGNS:
            extra = _extra_of_signs(check_in, sleepless, first=questionnaire.id not in seen)
        seen.add(questionnaire.id)
        answers: dict[str, Answer] = {} if situation is None else {SITUATION: situation}
        for item in questionnaire.items_in(situation):
            answers[item.id] = _answer(seed, chance, questionnaire, item, check_in.week, latent, extra)
        _skip_one(chance, questionnaire, answers, situation)
        if check_in.because:
            answers[OCCASION] = SOMETHING_HAPPENED
        responses.append(
            Response(
                id=record_id(seed, "response", number),
                questionnaire=questionnaire.id,
                version=questionnaire.version,
                happened_at=check_in.happened_at,
                recorded_at=check_in.recorded_at,
                answers=answers,
            )
        )
    return responses


def _extra_of_signs(check_in: CheckIn, sleepless: Sequence[datetime], *, first: bool) -> float:
    """What is added to each sign, in points of an item: poor sleep in the seven days before, and first answers."""
    since = check_in.happened_at - timedelta(days=7)
    poor = any(since <= moment < check_in.happened_at for moment in sleepless)
    return (SLEEP_SIZE_SD * SD_POINTS / 10 if poor else 0.0) + (FIRST_ANSWERS_HIGHER if first else 0.0)


def _answer(
    seed: int, chance: Chance, questionnaire: Questionnaire, item: Item, week: int, latent: Latent, extra: float
) -> Answer:
    noise, came_up = chance.normal(), chance.share()
    often = 0.03 + 0.2 * Chance(seed, f"occasion/{item.id}").share()
    if item.may_not_come_up and came_up < often:
        return DID_NOT_COME_UP
    scale = _scale(questionnaire, item)
    offset = 1.2 * (Chance(seed, f"item/{item.id}").share() - 0.5)
    level = SIGN_LEVEL if scale == SIGNS else LEVELS[scale]
    moved = latent.change[week] * SD_POINTS / 10
    if scale == SIGNS:
        extra += moved * SHARE_OF_CHANGE[item.id]
    elif scale == "pulse":
        extra -= moved * SHARED_WITH_SIGNS
    value = level + offset + extra + PATH_SD * latent.paths[scale][week] + ITEM_SD * noise
    return min(max(int(value + 0.5), questionnaire.lowest_value), questionnaire.highest_value) if value > 0 else 0


def _scale(questionnaire: Questionnaire, item: Item) -> str:
    for subscale in questionnaire.subscales:
        if item.id in subscale.item_ids:
            return subscale.id
    return questionnaire.id


def _skip_one(chance: Chance, questionnaire: Questionnaire, answers: dict[str, Answer], situation: str | None) -> None:
    """Leave one item out now and then, and the optional ones often while they do not fit."""
    skipped = chance.share()
    asked = questionnaire.items_in(situation)
    place = chance.whole(0, len(asked) - 1)
    if skipped < 0.04:
        answers[asked[place].id] = None
    for item in asked:
        if item.optional and chance.happens(0.4):
            answers[item.id] = None
