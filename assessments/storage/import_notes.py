"""What the vault notes of an import besides its records, so that one undo takes all of it back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, func, select

from assessments.storage import questionnaires, settings
from assessments.storage.moments import read_moment
from assessments.storage.schema import facts, records

_NOTE: Final = "import:"
_PUT_AWAY: Final = "put_away_questionnaire:"


@dataclass(frozen=True, kw_only=True)
class ImportNote:
    """One import: what it was made from, and what it changed besides adding records.

    `questionnaires` are the ids and versions that were new, `corrected` the revision that each corrected record has
    since, `settings` what was set under each key and, in a list, what stood there before (empty: nothing did).
    Records `of_a_vault` bear the import that they came by there; `added` are their ids, `drafts` the drafts and
    their moments, and `notes` the ids of the imports that came along.
    """

    import_id: str
    imported_at: str
    format: str = ""
    name: str = ""
    questionnaires: list[tuple[str, int]] = field(default_factory=list)
    corrected: Mapping[str, int] = field(default_factory=dict)
    settings: Mapping[str, tuple[Any, list[Any]]] = field(default_factory=dict)
    of_a_vault: bool = False
    added: list[str] = field(default_factory=list)
    drafts: Mapping[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def moment(self) -> datetime:
        """When it was."""
        return read_moment(self.imported_at)


def note_import(connection: Connection, note: ImportNote) -> None:
    """Keep the note."""
    settings.note_fact(connection, _NOTE + note.import_id, json.dumps(asdict(note)))


def note_undone(connection: Connection, note: ImportNote) -> None:
    """Keep no more of an import that was taken back than which questionnaires go with its records."""
    left = ImportNote(import_id=note.import_id, imported_at=note.imported_at, questionnaires=note.questionnaires)
    note_import(connection, left)


def import_notes(connection: Connection) -> dict[str, ImportNote]:
    """The notes of all imports by their ids."""
    texts = connection.scalars(select(facts.c.value).where(facts.c.name.startswith(_NOTE, autoescape=True)))
    notes = [ImportNote(**json.loads(text)) for text in texts]
    return {note.import_id: note for note in notes}


def bring_notes(connection: Connection, notes: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Keep what another vault noted of its imports, where nothing is noted of them here; the ids of those kept."""
    there = import_notes(connection)
    fresh = {key: ImportNote(**note) for key, note in notes.items() if key not in there}
    for note in fresh.values():
        note_import(connection, note)
    return list(fresh)


def forget_notes(connection: Connection, import_ids: Iterable[str]) -> None:
    """Forget what was noted of these imports."""
    for import_id in import_ids:
        connection.execute(delete(facts).where(facts.c.name == _NOTE + import_id))


def put_away_questionnaire(connection: Connection, questionnaire_id: str, version: int) -> None:
    """Drop one version of an own questionnaire that nothing kept answers; a removed response brings it back."""
    kept = select(func.count()).where(
        records.c.kind == "response", records.c.subject == questionnaire_id, records.c.removed == 0
    )
    text = questionnaires.questionnaire_texts(connection).get((questionnaire_id, version))
    if text is None or connection.execute(kept).scalar_one():
        return
    note_questionnaire_put_away(connection, questionnaire_id, version, text)
    questionnaires.remove_questionnaire_version(connection, questionnaire_id, version)


def note_questionnaire_put_away(connection: Connection, questionnaire_id: str, version: int, text: str) -> None:
    """Keep the text of a questionnaire out of sight until an answer to it comes back."""
    settings.note_fact(connection, f"{_PUT_AWAY}{questionnaire_id}:{version}", text)


def questionnaires_put_away(connection: Connection) -> dict[tuple[str, int], str]:
    """The texts that are kept out of sight, by id and version."""
    rows = connection.execute(select(facts).where(facts.c.name.startswith(_PUT_AWAY, autoescape=True)))
    parts = ((row.name.removeprefix(_PUT_AWAY).rpartition(":"), row.value) for row in rows)
    return {(name, int(version)): text for (name, _, version), text in parts}


def bring_questionnaire_back(connection: Connection, questionnaire_id: str, version: int) -> None:
    """Put a questionnaire back that was put away, now that an answer to it is back."""
    name = f"{_PUT_AWAY}{questionnaire_id}:{version}"
    text = settings.fact(connection, name)
    if text is not None:
        questionnaires.save_questionnaire(connection, questionnaire_id, version, text)
        connection.execute(delete(facts).where(facts.c.name == name))


def forget_put_away(connection: Connection) -> None:
    """Erase the questionnaires that were put away, once nothing can come back that answers them."""
    connection.execute(delete(facts).where(facts.c.name.startswith(_PUT_AWAY, autoescape=True)))
