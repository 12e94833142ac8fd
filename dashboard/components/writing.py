"""What is being written just now, kept with the session: a new entry of a form, or an existing one."""

from __future__ import annotations

from dataclasses import dataclass

from assessments.form import Form
from assessments.records import Entry
from dashboard import session
from dashboard.services import journal


@dataclass(frozen=True)
class Writing:
    """What is being written: a new entry of a form, or an existing one and the revision it was opened at."""

    form_id: str
    form_version: int
    entry_id: str | None = None
    revision: int | None = None
    sitting: int = 9
    slot: str | None = None


def start_writing(form: Form, *, title: str = "", slot: str | None = None) -> None:
    """Begin a new entry of that form, with a title if given; the draft that waits in the slot is taken up again."""
    session.put("writing_start", {"title": title} if title else {})
    session.put("writing", Writing(form.id, form.version, sitting=1, slot=slot))


def start_editing(entry: Entry, sitting: int = 9) -> None:
    """Open an entry for editing."""
    session.put("writing", Writing(entry.form, entry.version, entry.id, journal.revision_of(entry.id), sitting))
