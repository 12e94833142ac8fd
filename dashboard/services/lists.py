"""The lists that fields choose from: the programme's own, and the people, tags and bridges a person has named."""

from __future__ import annotations

from assessments.form import Choice
from dashboard.services.belongings import catalogue, held
from dashboard.view_models import entry_words


def feelings() -> dict[str, str]:
    """The feelings by id, in the programme's order."""
    return {each.id: each.label for each in catalogue().feelings.values()}


def choices_from(source: str | None) -> tuple[Choice, ...]:
    """The choices of a list that a field names as its source; none where it names none."""
    return entry_words.choices_from(source, catalogue())


def people() -> tuple[str, ...]:
    """Whom the person has named in a field for a person, the latest first."""
    names: dict[str, None] = {}
    for entry in reversed(held().entries):
        form = catalogue().forms.get(entry.form)
        for field in form.fields if form else ():
            value = entry.fields.get(field.id)
            if field.kind == "person" and isinstance(value, str) and value.strip():
                names.setdefault(value.strip())
    return tuple(names)


def tags() -> tuple[str, ...]:
    """The tags in use, the commonest first."""
    counts: dict[str, int] = {}
    for entry in held().entries:
        for tag in entry.tags:
            counts[tag] = counts.get(tag, 0) + 1
    return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))
