"""A questionnaire written as the TOML text that reads back as the same questionnaire."""

from __future__ import annotations

from typing import Any

import tomli_w

from assessments.questionnaire import MissingRule, Questionnaire


def write_questionnaire_text(questionnaire: Questionnaire) -> str:
    """The questionnaire as TOML; `read_questionnaire_text` answers the same, with built_in False."""
    written: dict[str, Any] = {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "title": questionnaire.title,
        "lead": questionnaire.lead,
        "description": questionnaire.description,
        "language": questionnaire.language,
        "step": questionnaire.step,
        "recall_days": questionnaire.recall_days,
        "rhythm_days": questionnaire.rhythm_days,
        "has_total": questionnaire.has_total,
        "easier_when": questionnaire.easier_when,
        "optional": questionnaire.optional,
        "safety_line": questionnaire.safety_line,
        "missing_rule": _missing_rule(questionnaire.missing_rule),
        "options": [{"value": option.value, "label": option.label} for option in questionnaire.options],
    }
    if questionnaire.situation is not None:
        written["situation"] = {
            "text": questionnaire.situation.text,
            "hides": list(questionnaire.situation.hides),
            "choices": [{"id": name, "label": label} for name, label in questionnaire.situation.choices],
        }
    written["items"] = [
        {
            "id": item.id,
            "text": item.text,
            "title": item.title,
            "explanation": item.explanation,
            "reverse": item.reverse or None,
            "may_not_come_up": item.may_not_come_up or None,
            "in_total": None if item.in_total else False,
            "optional": item.optional or None,
            "only_in_situations": list(item.only_in_situations),
            "practice": item.practice,
            "step": item.step,
            "topics": list(item.topics),
        }
        for item in questionnaire.items
    ]
    written |= _scales(questionnaire)
    card = questionnaire.provenance
    written["provenance"] = {
        "based_on": card.based_on,
        "validation": card.validation,
        "norms": card.norms,
        "licence": card.licence,
        "author": card.author,
    }
    return tomli_w.dumps(_without_gaps(written))


def _scales(questionnaire: Questionnaire) -> dict[str, Any]:
    return {
        "subscales": [
            {
                "id": subscale.id,
                "title": subscale.title,
                "explanation": subscale.explanation,
                "easier_when": subscale.easier_when,
                "items": list(subscale.item_ids),
            }
            for subscale in questionnaire.subscales
        ],
        "bands": [
            {"id": band.id, "label": band.label, "from_share": band.from_share, "to_share": band.to_share}
            for band in questionnaire.bands
        ],
    }


def _missing_rule(rule: MissingRule) -> dict[str, int]:
    return {
        "answers_at_least": rule.answers_at_least,
        "skips_allowed": rule.skips_allowed,
        "skips_from_items": rule.skips_from_items,
    }


def _without_gaps(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_gaps(each) for key, each in value.items() if each not in (None, "", [])}
    if isinstance(value, list):
        return [_without_gaps(each) for each in value]
    return value
