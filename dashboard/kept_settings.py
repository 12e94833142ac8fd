"""Which settings and themes of an archive may come into a vault: those that nothing stands for there yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from analysis.theme_edits import edits_from_json
from assessments.catalogue import Catalogue
from assessments.exchange.plan import ImportPlan
from assessments.scoring import scales
from assessments.storage import Vault
from dashboard import kept_names

Check = Callable[[object, Catalogue], bool]


def _is_text(value: object, _: Catalogue) -> bool:
    return isinstance(value, str)


def _is_texts(value: object, _: Catalogue) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_minutes(value: object, _: Catalogue) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= kept_names.MOST_IDLE_MINUTES


def _is_step(value: object, catalogue: Catalogue) -> bool:
    return value is None or any(step.number == value for step in catalogue.steps.values() if type(value) is int)


def _is_place(value: object, _: Catalogue) -> bool:
    is_pair = isinstance(value, list) and len(value) == 2 and all(type(each) in (int, float) for each in value)
    return value is None or is_pair


def _is_scale(value: object, catalogue: Catalogue) -> bool:
    return any(scale.key == value for each in catalogue.newest_questionnaires() for scale in scales(each))


def _is_edits(value: object, _: Catalogue) -> bool:
    try:
        edits_from_json(str(value))
    except (ValueError, TypeError, AttributeError):
        return False
    return isinstance(value, str)


def _is_mood_levels(value: object, _: Catalogue) -> bool:
    return isinstance(value, dict) and all(
        isinstance(levels, dict) and all(type(level) is int and 1 <= level <= 5 for level in levels.values())
        for levels in value.values()
    )


KINDS: Final[Mapping[str, Check]] = {
    kept_names.CONTACTS: _is_text,
    kept_names.PLAN: _is_text,
    kept_names.MAIN_SCALE: _is_scale,
    kept_names.DISMISSED_INSIGHTS: _is_texts,
    kept_names.SET_ASIDE: _is_texts,
    kept_names.IDLE_MINUTES: _is_minutes,
    kept_names.MOOD_LEVELS: _is_mood_levels,
    kept_names.STEP: _is_step,
    kept_names.THEME_EDITS: _is_edits,
    kept_names.WISHED_BALANCE: _is_place,
    kept_names.DISMISSED_SUGGESTIONS: _is_texts,
    kept_names.ENTRIES_AT_REST: _is_texts,
}
STAYS_BEHIND: Final[Mapping[str, str]] = {
    kept_names.DEMO_FILLED_ON: "only the invented person's vault has it, and nothing is imported there",
    kept_names.RECOVERY_CODE_WAITS: "a recovery code opens the one file that it was made for",
}


def with_what_may_come(planned: ImportPlan, vault: Vault | None, catalogue: Catalogue) -> ImportPlan:
    """The plan with those of its settings that a person would miss, that are not set yet, and that are what they
    should be. Themes and what a person did to them come together, and only where the vault has neither: the names
    belong to the ids of those very themes."""
    there = {} if vault is None else vault.settings()
    has_themes = vault is not None and (
        vault.derived(kept_names.THEMES) is not None or there.get(kept_names.THEME_EDITS, "[]") != "[]"
    )
    known = catalogue.with_questionnaires(*planned.questionnaires)
    settings = {
        key: planned.settings[key]
        for key, is_usable in KINDS.items()
        if key in planned.settings and key not in there and is_usable(planned.settings[key], known)
    } | _mood_levels(planned.settings.get(kept_names.MOOD_LEVELS), there, known)
    if has_themes:
        settings.pop(kept_names.THEME_EDITS, None)
    beside = replace(planned.beside, worked_out={} if has_themes else planned.beside.worked_out)
    return replace(planned, settings=settings, beside=beside)


def without_settings(planned: ImportPlan) -> ImportPlan:
    """The plan without them."""
    return replace(planned, settings={}, beside=replace(planned.beside, worked_out={}))


def mood_levels(vault: Vault, format_name: str | None) -> dict[str, int]:
    """The levels that the person gave to their mood words when they last brought in a file of that kind."""
    return dict(vault.setting(kept_names.MOOD_LEVELS, {}).get(format_name, {}))


def with_mood_levels(planned: ImportPlan, vault: Vault | None, levels: Mapping[str, int]) -> ImportPlan:
    """The plan with these levels among its settings, to be remembered for the next file of the kind."""
    every = {} if vault is None else vault.setting(kept_names.MOOD_LEVELS, {})
    there = every.get(planned.format, {})
    if there | levels == there:
        return planned
    both = every | {planned.format: there | levels}
    return replace(planned, settings={**planned.settings, kept_names.MOOD_LEVELS: both})


def _mood_levels(given: Any, there: Mapping[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """The levels of mood words, those of the vault before those of the archive; empty where nothing is added."""
    own = there.get(kept_names.MOOD_LEVELS, {})
    if not own or not _is_mood_levels(given, catalogue):
        return {}
    both = own | {kind: levels | own.get(kind, {}) for kind, levels in given.items()}
    return {} if both == own else {kept_names.MOOD_LEVELS: both}
