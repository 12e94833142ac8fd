"""A vault in which a person has done a bit of everything, for the tests of taking it out whole."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from analysis.theme_edits import Edit, Hide, Merge, NotATheme, Rename, Split, edits_to_json
from assessments.catalogue import load, write_questionnaire_text
from assessments.exchange.archive import write_archive
from assessments.questionnaire import Item, Questionnaire
from assessments.records import Entry, Event, PracticeDone, Response
from assessments.storage import Intake, Vault
from assessments.transfer import belongings_of
from dashboard import kept_names

WHEN: Final = datetime(2026, 5, 1, 20, tzinfo=UTC)
PULSE: Final = load().questionnaires["pulse"]


def own_questionnaire(title: str = "Evenings", questionnaire_id: str = "own-1", version: int = 1) -> Questionnaire:
    """A questionnaire of the person's own, whose items say its title."""
    return replace(
        PULSE,
        id=questionnaire_id,
        version=version,
        title=title,
        items=tuple(Item(id=f"{questionnaire_id}-{n}", text=f"{title} {n}") for n in range(3)),
        subscales=(),
        bands=(),
        built_in=False,
    )


OWN: Final = own_questionnaire()


def lived_in(vault: Vault) -> None:
    """Something of every kind that a vault keeps, one record changed and one removed."""
    vault.save_questionnaire(OWN.id, OWN.version, write_questionnaire_text(OWN))
    vault.set_setting(kept_names.STEP, 4)
    vault.set_setting(kept_names.MAIN_SCALE, "own-1.total")
    edits: list[Edit] = [Rename("t1", "Mam"), Merge(("t2", "t3")), Split("t4"), Hide("t5"), NotATheme("t6")]
    vault.set_setting(kept_names.THEME_EDITS, edits_to_json(edits))
    vault.set_setting(kept_names.MOOD_LEVELS, {"daylio": {"rad": 5}})
    answers = {item.id: 2 for item in OWN.items}
    vault.save(Response(happened_at=WHEN, questionnaire=OWN.id, version=1, answers=answers, note="late"))
    changed = Entry(happened_at=WHEN, form="free", version=1, fields={"text": "before"})
    gone = Event(happened_at=WHEN + timedelta(days=1), name="a move")
    for record in (changed, gone, PracticeDone(happened_at=WHEN, practice=next(iter(load().practices)))):
        vault.save(record)
    vault.revise(replace(changed, fields={"text": "after"}))
    vault.remove(gone.id)
    vault.save_draft("entry:free:1:new", {"fields": {"text": "half a sen"}})
    vault.set_derived(kept_names.THEMES, '{"format": 3}', [changed.id])
    _import_and_undo_one(vault)


def _import_and_undo_one(vault: Vault) -> None:
    """Two imports: one that is here, and one that was taken back with the questionnaire that it brought."""
    elsewhere = Event(happened_at=WHEN, name="from elsewhere", import_id="june")
    vault.take_in(Intake(import_id="june", format="daylio", name="june.csv", new=[elsewhere]))
    own = own_questionnaire("Mornings", "own-2")
    answered = Response(
        happened_at=WHEN, questionnaire=own.id, version=1, answers={own.items[0].id: 1}, import_id="july"
    )
    text = write_questionnaire_text(own)
    vault.take_in(Intake(import_id="july", format="fhir", new=[answered], questionnaires={own.key: text}))
    vault.undo_import("july")


def archive_of(vault: Vault, *, with_history: bool = False) -> bytes:
    """The archive of everything in the vault."""
    target = io.BytesIO()
    write_archive(belongings_of(vault, with_history=with_history), target)
    return target.getvalue()
