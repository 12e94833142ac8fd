"""Fairer thoughts and kind words that the person wrote, to be found again at night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assessments.form import Form
from dashboard import session
from dashboard.services.at_a_glance import entries_of_forms
from dashboard.services.belongings import catalogue, version


@dataclass(frozen=True, kw_only=True)
class HelpfulWords:
    """One text that helped, and when it was written."""

    text: str
    written_at: datetime


def helpful_words() -> tuple[HelpfulWords, ...]:
    """Every text in a field for words that helped, the latest first, each text once."""
    return session.remembered("helpful words", version(), _find)


def _holds_words_that_helped(form: Form) -> bool:
    return any(field.is_words_that_helped for field in form.fields)


def _find() -> tuple[HelpfulWords, ...]:
    forms = catalogue().forms
    found: dict[str, HelpfulWords] = {}
    for entry in reversed(entries_of_forms(_holds_words_that_helped)):
        for field in forms[entry.form, entry.version].fields:
            value = entry.fields.get(field.id)
            if field.is_words_that_helped and isinstance(value, str) and value.strip():
                found.setdefault(value.strip(), HelpfulWords(text=value.strip(), written_at=entry.happened_at))
    return tuple(found.values())
