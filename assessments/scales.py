"""The figures that a questionnaire has: its total or its subscales, each with its items and possible range."""

from __future__ import annotations

from dataclasses import dataclass

from assessments.language import say
from assessments.questionnaire import Direction, Item, Questionnaire

TOTAL = "total"


@dataclass(frozen=True, kw_only=True)
class Scale:
    """One figure of a questionnaire; `low` and `high` are its possible range, `topics` those of its items."""

    questionnaire_id: str
    id: str
    title: str
    item_ids: tuple[str, ...]
    low: float
    high: float
    easier_when: Direction = "neither"
    topics: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """The scale's name across questionnaires, "codependence.total"."""
        return f"{self.questionnaire_id}.{self.id}"


def scale_items(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """The item ids of every figure, by the scale's id: the total first where there is one."""
    whole = {TOTAL: tuple(item.id for item in questionnaire.total_items)} if questionnaire.has_total else {}
    return whole | {subscale.id: subscale.item_ids for subscale in questionnaire.subscales}


def scales(questionnaire: Questionnaire) -> tuple[Scale, ...]:
    """Every figure of a questionnaire: its total where it has one, then its subscales, in order."""
    found = []
    if questionnaire.has_total:
        direction = questionnaire.easier_when
        found.append(_scale(questionnaire, TOTAL, say("Total"), questionnaire.total_items, direction))
    for subscale in questionnaire.subscales:
        items = tuple(questionnaire.item(item_id) for item_id in subscale.item_ids)
        found.append(_scale(questionnaire, subscale.id, subscale.title, items, subscale.easier_when))
    return tuple(found)


def _scale(questionnaire: Questionnaire, name: str, title: str, items: tuple[Item, ...], easier: Direction) -> Scale:
    return Scale(
        questionnaire_id=questionnaire.id,
        id=name,
        title=title,
        item_ids=tuple(item.id for item in items),
        low=float(questionnaire.lowest_value * len(items)),
        high=float(questionnaire.highest_value * len(items)),
        easier_when=easier,
        topics=frozenset(topic for item in items for topic in item.topics),
    )


def scale_range(questionnaire: Questionnaire, scale_id: str) -> tuple[float, float]:
    """The lowest and highest possible figure of a scale ("total" or a subscale's id); KeyError where there is none."""
    items = len(scale_items(questionnaire)[scale_id])
    return float(questionnaire.lowest_value * items), float(questionnaire.highest_value * items)


def mean_answer(value: float, scale: Scale) -> float:
    """A scale's figure as the mean answer that it stands for, on the response options' own values."""
    return value / len(scale.item_ids)
