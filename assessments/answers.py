"""Checks answers against their questionnaire and names every fault at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from numbers import Integral, Real

from assessments.language import say
from assessments.questionnaire import DID_NOT_COME_UP, OCCASION, SITUATION, Item, Questionnaire


@dataclass(frozen=True)
class AnswerProblem:
    """One refused answer: where it stands, what was found, what is allowed."""

    item: str
    found: object
    allowed: str
    row: Hashable = None


class AnswerError(ValueError):
    """Answers that cannot be scored; `problems` names every one of them."""

    def __init__(self, problems: Iterable[AnswerProblem]) -> None:
        self.problems = tuple(problems)
        named = (f"{each.item}: {each.found!r} ({each.allowed})" for each in self.problems)
        super().__init__("; ".join(named))


def is_missing(answer: object) -> bool:
    """Whether an answer is absent: None, NaN, NA or NaT."""
    if answer is None:
        return True
    if isinstance(answer, float):
        return answer != answer
    return type(answer).__name__ in {"NAType", "NaTType"}


def as_value(answer: object) -> int | None:
    """The whole number that an answer stands for (3.0 is 3); None for anything else, a bool among it."""
    if isinstance(answer, bool) or type(answer).__name__ == "bool_":
        return None
    if isinstance(answer, Integral):
        return int(answer)
    if isinstance(answer, Real):
        number = float(answer)
        return int(number) if number.is_integer() else None
    return None


def allowed_values(questionnaire: Questionnaire, item: Item) -> str:
    """What an item may be answered with, in words."""
    values = ", ".join(str(option.value) for option in questionnaire.options)
    if item.may_not_come_up:
        return say("one of {values} or “{phrase}”", values=values, phrase=DID_NOT_COME_UP)
    return say("one of {values}", values=values)


def find_problem(
    questionnaire: Questionnaire, item: Item, answer: object, row: Hashable = None
) -> AnswerProblem | None:
    """What is wrong with an item's answer; None where nothing is."""
    if is_missing(answer) or (answer == DID_NOT_COME_UP and item.may_not_come_up):
        return None
    value = as_value(answer)
    if value is not None and any(option.value == value for option in questionnaire.options):
        return None
    return AnswerProblem(item.id, answer, allowed_values(questionnaire, item), row)


def find_problems(questionnaire: Questionnaire, answers: Mapping[str, object]) -> list[AnswerProblem]:
    """Every fault in one response's answers, in the order of the answers."""
    items = {item.id: item for item in questionnaire.items}
    found: list[AnswerProblem | None] = []
    for key, answer in answers.items():
        if key == OCCASION:
            continue
        if key == SITUATION and questionnaire.situation is not None:
            found.append(find_situation_problem(questionnaire, answer))
        elif key in items:
            found.append(find_problem(questionnaire, items[key], answer))
        else:
            known = ", ".join(items)
            found.append(AnswerProblem(key, answer, say("an item of the questionnaire: {items}", items=known)))
    return [problem for problem in found if problem is not None]


def find_situation_problem(questionnaire: Questionnaire, answer: object, row: Hashable = None) -> AnswerProblem | None:
    """What is wrong with the answer to the first question; None where nothing is."""
    assert questionnaire.situation is not None
    known = [choice for choice, _ in questionnaire.situation.choices]
    if is_missing(answer) or answer in known:
        return None
    return AnswerProblem(SITUATION, answer, say("one of {values}", values=", ".join(known)), row)
