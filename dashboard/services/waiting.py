"""Entries that wait for their second sitting."""

from __future__ import annotations

from assessments.programme import Reflection
from assessments.records import Entry
from dashboard import kept_names, session
from dashboard.services import drafts, journal
from dashboard.services.belongings import catalogue, version
from dashboard.view_models.sittings import waiting_entries

AT_REST_SETTING = kept_names.ENTRIES_AT_REST


def waiting() -> tuple[Entry, ...]:
    """The entries whose second sitting is open, the latest first."""

    def find() -> tuple[Entry, ...]:
        at_rest = set(session.vault().setting(AT_REST_SETTING, []))
        forms = catalogue().forms
        wanted: dict[str, set[str]] = {}
        for form in forms.values():
            if form.waits_until:
                wanted.setdefault(form.id, set()).update(form.waits_until)
        return waiting_entries(session.vault().entries_lacking(wanted), forms, at_rest)

    return session.remembered("waiting entries", version(), find)


def begun_reflections() -> list[Reflection]:
    """The reflections on which a draft waits."""
    free = catalogue().forms["free"]
    kept = drafts.waiting()
    every = catalogue().reflections.values()
    return [each for each in every if journal.draft_key(free, reflection_slot(each)) in kept]


def reflection_slot(reflection: Reflection) -> str:
    """Where the draft on a reflection is kept, apart from other free writing."""
    return f"reflection-{reflection.id}"


def let_rest(entry: Entry) -> None:
    """Never show that entry as waiting again; it stays in the journal as it is."""
    resting = list(session.vault().setting(AT_REST_SETTING, []))
    session.vault().set_setting(AT_REST_SETTING, [*resting, entry.id])
