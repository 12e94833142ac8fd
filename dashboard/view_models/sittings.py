"""Which entries have a second sitting open, and which of them wait on Today."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assessments.form import Form, Part, is_filled
from assessments.records import Entry
from assessments.versions import Versions

SECOND = 2


def second_part(form: Form) -> Part | None:
    """The first part that is asked in the second sitting; None where the form has one sitting."""
    return next((part for part in form.parts if part.sitting == SECOND), None)


def second_is_open(form: Form, entry: Entry) -> bool:
    """Whether the second sitting is asked of this entry and holds no answer yet."""
    asked = [
        field.id
        for part in form.parts
        if part.sitting == SECOND
        for field in part.fields
        if form.is_shown(field.id, entry.fields)
    ]
    return bool(asked) and not any(is_filled(entry.fields.get(name)) for name in asked)


def waiting_entries(
    entries: Sequence[Entry], forms: Versions[Form], at_rest: Collection[str] = ()
) -> tuple[Entry, ...]:
    """The entries that wait for a second sitting, the latest first, without those that were let rest."""
    return tuple(
        entry
        for entry in reversed(entries)
        if entry.id not in at_rest and forms[entry.form, entry.version].is_waiting(entry.fields)
    )
