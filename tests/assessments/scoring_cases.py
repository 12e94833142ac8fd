"""Small questionnaires, invented answers, and a plain oracle in fractions for the scoring tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from assessments.questionnaire import (
    DID_NOT_COME_UP,
    SITUATION,
    Band,
    Item,
    MissingRule,
    Provenance,
    Questionnaire,
    ResponseOption,
    Situation,
    Subscale,
)

THIRDS = (
    Band(id="lower", label="lower", from_share=0.0, to_share=1 / 3),
    Band(id="middle", label="middle", from_share=1 / 3, to_share=2 / 3),
    Band(id="upper", label="upper", from_share=2 / 3, to_share=1.0),
)
SITUATIONS = Situation(
    text="Where are you?",
    choices=(("near", "Near"), ("far", "Far"), ("away", "Not now")),
    hides=("away",),
)


def item_ids(count: int) -> list[str]:
    """The names of that many items."""
    return [f"item-{place}" for place in range(count)]


def make_questionnaire(
    items: int | Sequence[Item],
    *,
    values: Sequence[int] = (0, 1, 2, 3, 4),
    subscales: Mapping[str, Sequence[str]] | None = None,
    bands: tuple[Band, ...] = (),
    situation: Situation | None = None,
    missing_rule: MissingRule | None = None,
) -> Questionnaire:
    """A questionnaire that has a total unless it has subscales."""
    asked = [Item(id=name, text=name) for name in item_ids(items)] if isinstance(items, int) else items
    return Questionnaire(
        id="example",
        version=1,
        title="Example",
        lead="How often?",
        items=tuple(asked),
        options=tuple(ResponseOption(value=value, label=f"option {value}") for value in values),
        recall_days=7,
        rhythm_days=7,
        provenance=Provenance(based_on="", validation="", norms="", licence=""),
        subscales=tuple(
            Subscale(id=name, title=name, item_ids=tuple(members)) for name, members in (subscales or {}).items()
        ),
        has_total=not subscales,
        bands=bands,
        situation=situation,
        missing_rule=missing_rule or MissingRule(),
    )


def answer_in_order(questionnaire: Questionnaire, answers: Sequence[object]) -> dict[str, Any]:
    """The answers, one for each item in the questionnaire's order."""
    return {item.id: answer for item, answer in zip(questionnaire.items, answers, strict=True)}


def work_out(questionnaire: Questionnaire, answers: Mapping[str, object]) -> dict[str, Fraction | None]:
    """Every figure by the guide's rule, word for word and in fractions."""
    edges = [option.value for option in questionnaire.options]
    members = {each.id: each.item_ids for each in questionnaire.subscales}
    if questionnaire.has_total:
        members["total"] = tuple(item.id for item in questionnaire.items if item.in_total)
    figures: dict[str, Fraction | None] = {}
    for scale_id, names in members.items():
        counted, skips, asked = [], 0, 0
        for name in names:
            item, answer = questionnaire.item(name), answers.get(name)
            if not _was_asked(questionnaire, item, answers.get(SITUATION)):
                continue
            asked += 1
            if answer is None:
                skips += 1
            elif answer != DID_NOT_COME_UP:
                value = Fraction(str(answer))
                counted.append(min(edges) + max(edges) - value if item.reverse else value)
        rule = questionnaire.missing_rule
        allowed = rule.skips_allowed if asked >= rule.skips_from_items else 0
        enough = len(counted) >= rule.answers_at_least and skips <= allowed
        figures[scale_id] = sum(counted, Fraction(0)) / len(counted) * len(names) if enough else None
    return figures


def _was_asked(questionnaire: Questionnaire, item: Item, situation: object) -> bool:
    if questionnaire.situation is None or situation is None:
        return True
    if situation in questionnaire.situation.hides:
        return False
    return not item.only_in_situations or situation in item.only_in_situations


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Any sound questionnaire: its own range, reversed items, a total or two subscales, a situation or none."""
    names = item_ids(draw(st.integers(6, 12)))
    low = draw(st.integers(-3, 3))
    situation = draw(st.sampled_from([None, SITUATIONS]))
    items = [
        Item(
            id=name,
            text=name,
            reverse=draw(st.booleans()),
            may_not_come_up=draw(st.booleans()),
            in_total=place < 3 or draw(st.booleans()),
            only_in_situations=draw(st.sampled_from([(), ("near",)])) if situation else (),
        )
        for place, name in enumerate(names)
    ]
    cut = draw(st.integers(3, len(names) - 3))
    return make_questionnaire(
        items,
        values=range(low, low + draw(st.integers(2, 6))),
        subscales=draw(st.sampled_from([None, {"first": names[:cut], "second": names[cut:]}])),
        situation=situation,
        missing_rule=MissingRule(
            answers_at_least=draw(st.integers(1, 4)),
            skips_allowed=draw(st.integers(0, 2)),
            skips_from_items=draw(st.integers(3, 8)),
        ),
    )


@st.composite
def responses(draw: st.DrawFn, questionnaire: Questionnaire) -> dict[str, Any]:
    """Any allowed answers to a questionnaire, most of them with a value, some keys left out."""
    values = [option.value for option in questionnaire.options]
    answers: dict[str, Any] = {}
    for item in questionnaire.items:
        silent = [None, DID_NOT_COME_UP] if item.may_not_come_up else [None]
        answer = draw(st.sampled_from(values * 3 + silent))
        if answer is not None or draw(st.booleans()):
            answers[item.id] = answer
    if questionnaire.situation is not None:
        answers[SITUATION] = draw(st.sampled_from([None, "near", "far", "away"]))
    return answers
