"""Checks answers against their questionnaire and names every fault at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from numbers import Integral, Real

from assessments.language import listing, say, say_count
from assessments.questionnaire import DID_NOT_COME_UP, OCCASION, SITUATION, Item, Questionnaire

PROBLEMS_NAMED = 20


@dataclass(frozen=True)
class AnswerProblem:
    """One refused answer: where it stands, what was found, what is allowed; `row` is its label in a frame."""

    item: str
    found: object
    allowed: str
    row: Hashable = None

    @property
    def says(self) -> str:
        """The fault as one sentence for a person."""
        if self.row is None:
            return say("{item}: found {found!r}, allowed is {allowed}.", **self._places())
        return say("Row {row}, {item}: found {found!r}, allowed is {allowed}.", row=self.row, **self._places())

    def _places(self) -> dict[str, object]:
        return {"item": self.item, "found": self.found, "allowed": self.allowed}


class AnswerError(ValueError):
    """Answers that cannot be scored; `problems` names every one of them, the message the first twenty."""

    def __init__(self, problems: Iterable[AnswerProblem]) -> None:
        self.problems = tuple(problems)
        lines = [problem.says for problem in self.problems[:PROBLEMS_NAMED]]
        unnamed = len(self.problems) - len(lines)
        if unnamed:
            lines.append(say_count("One more answer is not allowed.", "{n} more answers are not allowed.", unnamed))
        super().__init__("\n".join(lines))


def is_missing(answer: object) -> bool:
    """Whether an answer is absent: None, NaN, NA or NaT."""
    if answer is None or type(answer).__name__ in {"NAType", "NaTType"}:
        return True
    return isinstance(answer, Real) and answer != answer


def did_not_come_up(answer: object) -> bool:
    """Whether an answer says that there was no occasion for it."""
    return isinstance(answer, str) and answer == DID_NOT_COME_UP


def as_value(answer: object) -> int | None:
    """The whole number that an answer stands for (3.0 is 3); None for anything else, a bool among it."""
    if type(answer) is int:
        return answer
    if isinstance(answer, bool):
        return None
    if isinstance(answer, Integral):
        return int(answer)
    if isinstance(answer, Real):
        number = float(answer)
        return int(number) if number.is_integer() else None
    return None


def has_gaps(questionnaire: Questionnaire) -> bool:
    """Whether some whole number within the range of the response options is no option."""
    values = {option.value for option in questionnaire.options}
    return len(values) != questionnaire.highest_value - questionnaire.lowest_value + 1


def allowed_values(questionnaire: Questionnaire, item: Item) -> str:
    """What an item may be answered with, in words."""
    low, high = questionnaire.lowest_value, questionnaire.highest_value
    if has_gaps(questionnaire):
        values = say("one of {values}", values=listing(str(option.value) for option in questionnaire.options))
    else:
        values = say("a whole number from {low} to {high}", low=low, high=high)
    if item.may_not_come_up:
        return say("{values}, or “{phrase}”", values=values, phrase=DID_NOT_COME_UP)
    return values


def find_problem(
    questionnaire: Questionnaire, item: Item, answer: object, row: Hashable = None
) -> AnswerProblem | None:
    """What is wrong with an item's answer; None where nothing is."""
    value = as_value(answer)
    if value is not None and any(option.value == value for option in questionnaire.options):
        return None
    if is_missing(answer) or (item.may_not_come_up and did_not_come_up(answer)):
        return None
    return AnswerProblem(item.id, answer, allowed_values(questionnaire, item), row)


def find_problems(questionnaire: Questionnaire, answers: Mapping[str, object]) -> list[AnswerProblem]:
    """Every fault in one response's answers, in the order of the answers."""
    items = {item.id: item for item in questionnaire.items}
    found: list[AnswerProblem | None] = []
    for key, answer in answers.items():
        if key in items:
            found.append(find_problem(questionnaire, items[key], answer))
        elif key == SITUATION and questionnaire.situation is not None:
            found.append(find_situation_problem(questionnaire, answer))
        elif key != OCCASION:
            found.append(AnswerProblem(str(key), answer, known_items(questionnaire)))
    return [problem for problem in found if problem is not None]


def known_items(questionnaire: Questionnaire) -> str:
    """The items that may be answered, in words."""
    return say("an item of this questionnaire: {items}", items=listing(item.id for item in questionnaire.items))


def find_situation_problem(questionnaire: Questionnaire, answer: object, row: Hashable = None) -> AnswerProblem | None:
    """What is wrong with the answer to the first question; None where nothing is."""
    choices = [choice for choice, _ in questionnaire.situation.choices] if questionnaire.situation else []
    if is_missing(answer) or (isinstance(answer, str) and answer in choices):
        return None
    return AnswerProblem(SITUATION, answer, say("one of {values}", values=listing(choices)), row)


def asked_items(questionnaire: Questionnaire, situation: object) -> tuple[Item, ...]:
    """The items that a response was asked; all of them where its situation was not kept, so that no answer is lost."""
    return questionnaire.items_in(situation) if isinstance(situation, str) else questionnaire.items
