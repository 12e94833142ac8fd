"""What a scale of a questionnaire is called and how its height reads in the answers' own words."""

from __future__ import annotations

from typing import Final

from assessments.questionnaire import Direction, Questionnaire

TOTAL: Final = "total"


def item_count(questionnaire: Questionnaire, scale: str) -> int:
    """How many items the scale adds up."""
    if scale == TOTAL:
        return max(1, len(questionnaire.total_items))
    subscale = next((s for s in questionnaire.subscales if s.id == scale), None)
    return len(subscale.item_ids) if subscale else 1


def scale_title(questionnaire: Questionnaire, scale: str) -> str:
    """What the scale is called."""
    if scale == TOTAL:
        return questionnaire.title
    for subscale in questionnaire.subscales:
        if subscale.id == scale:
            return subscale.title
    item = questionnaire.item(scale)
    return item.title or item.text


def answer_words(questionnaire: Questionnaire, scale: str, items: int) -> tuple[tuple[float, str], ...]:
    """Where on the scale each answer would lie if all items had it; nothing where an item is reversed."""
    inside = {s.id: s.item_ids for s in questionnaire.subscales}.get(scale, tuple(i.id for i in questionnaire.items))
    if any(questionnaire.item(item_id).reverse for item_id in inside):
        return ()
    return tuple((float(option.value * items), option.label) for option in questionnaire.options)


def easier_when(questionnaire: Questionnaire, scale: str) -> Direction:
    """Which way the scale's figure is felt as easier."""
    for subscale in questionnaire.subscales:
        if subscale.id == scale:
            return subscale.easier_when
    return questionnaire.easier_when if scale == TOTAL else "neither"
