"""An entry's fields as a person reads them: chosen labels in the place of ids, numbers as their locale writes them."""

from __future__ import annotations

from collections.abc import Mapping

from assessments.catalogue import Catalogue
from assessments.form import Choice, Field, Form, is_filled
from assessments.language import listing, number
from assessments.records import Entry, FieldValue
from dashboard.view_models.shortened import shorten
from dashboard.wording import journal as words

FIRST_WORDS_CHARACTERS = 60


def first_words(entry: Entry, characters: int = FIRST_WORDS_CHARACTERS) -> str:
    """What was written first, on one line and cut between words; empty where nothing was."""
    text = next((value for value in entry.fields.values() if isinstance(value, str) and value.strip()), "")
    return shorten(text, characters)


def choices_from(source: str | None, catalogue: Catalogue) -> tuple[Choice, ...]:
    """The choices of a list that a field names as its source; none where it names none."""
    if source == "thinking_traps":
        traps = catalogue.thinking_traps.values()
        return tuple(Choice(id=each.id, label=each.label, note=each.explanation) for each in traps)
    if source == "feelings":
        return tuple(Choice(id=each.id, label=each.label) for each in catalogue.feelings.values())
    if source == "looking_back_traps":
        backs = catalogue.looking_back_traps.values()
        return tuple(Choice(id=each.id, label=each.label, note=each.way_out) for each in backs)
    return ()


def value_in_words(field: Field, value: FieldValue, catalogue: Catalogue) -> str:
    """A field's value as a person reads it."""
    if isinstance(value, bool):
        return words.YES() if value else words.NO()
    labels = {choice.id: choice.label for choice in field.choices or choices_from(field.source, catalogue)}
    if isinstance(value, tuple):
        return listing([labels.get(each, each) for each in value])
    if isinstance(value, int | float):
        return number(value, 0 if float(value).is_integer() else 1)
    if isinstance(value, str):
        return labels.get(value, value)
    return feelings_in_words(value or {}, catalogue)


def feelings_in_words(feelings: Mapping[str, int], catalogue: Catalogue) -> str:
    """Feelings with their strengths, named as the programme names them."""
    names = {each.id: each.label for each in catalogue.feelings.values()}
    return listing(
        [
            words.FEELINGS_BEFORE_AFTER(feeling=names.get(each, each), strength=number(feelings[each]))
            for each in feelings
        ]
    )


def labelled_fields(entry: Entry, form: Form, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Every filled field with its label ("" for the text of a free entry), in the form's order, then what it lacks."""
    known = {field.id: field for field in form.fields}
    found = []
    for field in form.fields:
        value = entry.fields.get(field.id)
        if is_filled(value):
            label = "" if form.id == "free" and field.id == "text" else field.label
            found.append((label, value_in_words(field, value, catalogue)))
    for name, value in entry.fields.items():
        if name not in known and is_filled(value):
            found.append((name, value_in_words(Field(id=name, label=name, kind="long_text"), value, catalogue)))
    return tuple(found)
