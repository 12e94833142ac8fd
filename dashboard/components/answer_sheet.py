"""The items of a questionnaire with their response options: what is chosen shows at once and is kept as it arrives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from assessments.questionnaire import DID_NOT_COME_UP, Item, Questionnaire
from assessments.records import Answer
from dashboard import session
from dashboard.components.own_component import own_component
from dashboard.wording import check_in as words

HTML: Final = (
    '<div class="fb-progress"><span></span><div aria-hidden="true"><i></i></div></div><div class="fb-items"></div>'
)


def answer_sheet(
    questionnaire: Questionnaire,
    items: Sequence[Item],
    *,
    held: Mapping[str, object],
    key: str,
    token: str,
    keep: Callable[[Mapping[str, Answer]], None],
) -> None:
    """Draw the items, answered as `held` says until the person answers; nothing is preselected.

    `keep` is called with all answers to these items each time that one arrives, before the page is drawn. While
    `token` stays the same, what the person chose stands, and a rerun never takes it back.
    """
    options = {item.id: _options(questionnaire, item) for item in items}

    def arrived() -> None:
        with session.unbroken():
            keep(_allowed(_given(key, token), options))

    own_component("answer_sheet", HTML, apart=False)(
        data={
            "token": token,
            "items": [_drawn(item, options[item.id], among=items) for item in items],
            "answers": _allowed(held, options),
            "progress": _progress(items),
        },
        key=key,
        default={"given": None},
        on_given_change=arrived,
    )


def _options(questionnaire: Questionnaire, item: Item) -> dict[int | str, str]:
    options: dict[int | str, str] = {option.value: option.label for option in questionnaire.options}
    if item.may_not_come_up:
        options[DID_NOT_COME_UP] = words.DID_NOT_COME_UP()
    return options


def _drawn(item: Item, options: Mapping[int | str, str], *, among: Sequence[Item]) -> dict[str, Any]:
    return {
        "id": item.id,
        "text": item.text,
        "before": words.OPTIONAL() if item.optional else "",
        "aside": item not in _counted(among),
        "options": [
            {"value": value, "label": label, "aside": value == DID_NOT_COME_UP} for value, label in options.items()
        ],
    }


def _counted(items: Sequence[Item]) -> Sequence[Item]:
    return [item for item in items if not item.optional] or items


def _progress(items: Sequence[Item]) -> list[str]:
    asked = len(_counted(items))
    return [words.PROGRESS(answered=answered, asked=asked) for answered in range(asked + 1)]


def _given(key: str, token: str) -> Mapping[str, object]:
    given = (session.get(key) or {}).get("given")
    return given["answers"] if given and given.get("token") == token else {}


def _allowed(given: Mapping[str, object], options: Mapping[str, Mapping[int | str, str]]) -> dict[str, Answer]:
    """Of these answers, those that are options of an item here."""
    return {
        name: answer
        for name, answer in given.items()
        if isinstance(answer, int | str) and answer in options.get(name, {})
    }
