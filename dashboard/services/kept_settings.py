"""Which settings of an archive may come into a vault: those that are not set there, of a kind that the app can use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from assessments.catalogue import Catalogue
from assessments.scoring import scales
from dashboard.services import care, change, check_ins, idle, road, suggestions, waiting

Check = Callable[[object, Catalogue], bool]


def _is_text(value: object, _: Catalogue) -> bool:
    return isinstance(value, str)


def _is_texts(value: object, _: Catalogue) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_minutes(value: object, _: Catalogue) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= idle.MOST_MINUTES


def _is_step(value: object, catalogue: Catalogue) -> bool:
    return isinstance(value, int) and any(step.number == value for step in catalogue.steps.values())


def _is_place(value: object, _: Catalogue) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(each, (int, float)) for each in value)


def _is_scale(value: object, catalogue: Catalogue) -> bool:
    return any(scale.key == value for each in catalogue.newest_questionnaires() for scale in scales(each))


KINDS: Final[Mapping[str, Check]] = {
    care.CONTACTS_SETTING: _is_text,
    care.PLAN_SETTING: _is_text,
    change.MAIN_SETTING: _is_scale,
    change.DISMISSED_SETTING: _is_texts,
    check_ins.SET_ASIDE_SETTING: _is_texts,
    idle.SETTING: _is_minutes,
    road.CHOSEN_SETTING: _is_step,
    road.WISHED_SETTING: _is_place,
    suggestions.DISMISSED_SETTING: _is_texts,
    waiting.AT_REST_SETTING: _is_texts,
}


def that_may_come(given: Mapping[str, Any], there: Mapping[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """The settings of an archive that a person would miss, that are not set yet, and that are what they should be."""
    return {
        key: given[key]
        for key, is_usable in KINDS.items()
        if key in given and key not in there and is_usable(given[key], catalogue)
    }
