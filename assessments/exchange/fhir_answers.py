"""The answers of a FHIR QuestionnaireResponse, by the ids and values of the questionnaire that was answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessments.exchange.fhir_terms import (
    DID_NOT_COME_UP_CODE,
    NOTE_ITEM,
    SCORE_PREFIX,
    Json,
    extension_number,
    item_id,
)
from assessments.questionnaire import DID_NOT_COME_UP, SITUATION, Questionnaire
from assessments.records import Answer

DEEPEST: Final = 50


def read_answers(
    given: Json, questionnaire: Questionnaire | None, name: str, own: bool
) -> tuple[dict[str, Answer], str, list[str]]:
    """The answers by item id, the note, and the items whose answers are none of the options."""
    answers: dict[str, Answer] = {}
    faults: list[str] = []
    note = ""
    known = {item.id for item in questionnaire.items} if questionnaire else set()
    for item in _items(given, 0):
        link = item.get("linkId")
        if not isinstance(link, str) or link.startswith(SCORE_PREFIX):
            continue
        first = _first(item.get("answer"))
        if own and link == NOTE_ITEM:
            note = first.get("valueString", "") if isinstance(first.get("valueString"), str) else ""
            continue
        own_item = item_id(name, link, own=own)
        if questionnaire is not None and own_item not in known and link != SITUATION:
            continue
        value = _value(first, questionnaire, is_situation=link == SITUATION)
        is_unknown = isinstance(value, int) and questionnaire is not None and not _is_option(questionnaire, value)
        if is_unknown or (value is None and first):
            faults.append(link)
        answers[own_item] = None if is_unknown else value
    return answers, note, faults


def _items(given: Json, depth: int) -> Iterator[Json]:
    items = given.get("item")
    for item in items if isinstance(items, list) and depth < DEEPEST else []:
        if isinstance(item, dict):
            yield item
            yield from _items(item, depth + 1)


def _first(answers: object) -> Json:
    return answers[0] if isinstance(answers, list) and answers and isinstance(answers[0], dict) else {}


def _is_option(questionnaire: Questionnaire, value: int) -> bool:
    return any(option.value == value for option in questionnaire.options)


def _value(answer: Json, questionnaire: Questionnaire | None, *, is_situation: bool) -> Answer:
    """An answer's value: its ordinal, else that of the option with its label, else a number in its code."""
    if (whole := answer.get("valueInteger")) is not None:
        return whole if isinstance(whole, int) and not isinstance(whole, bool) else None
    coding = answer.get("valueCoding")
    if not isinstance(coding, dict):
        return None
    code, display = coding.get("code"), coding.get("display")
    if is_situation:
        return code if isinstance(code, str) else None
    if code == DID_NOT_COME_UP_CODE:
        return DID_NOT_COME_UP
    number = extension_number(coding)
    if number is not None and float(number).is_integer():
        return int(number)
    for option in questionnaire.options if questionnaire else ():
        if isinstance(display, str) and option.label.casefold() == display.strip().casefold():
            return option.value
    return int(code) if isinstance(code, str) and code.isascii() and code.isdigit() and len(code) < 10 else None
