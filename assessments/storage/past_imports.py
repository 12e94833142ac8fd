"""Imports that were made: which of them something is left of, and taking one back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from assessments.storage import questionnaires, record_rows, settings
from assessments.storage.history import history
from assessments.storage.import_notes import (
    ImportNote,
    forget_notes,
    import_notes,
    note_undone,
    put_away_questionnaire,
)
from assessments.storage.incoming import take_drafts_back
from assessments.storage.many_rows import remove_many
from assessments.storage.moments import read_moment
from assessments.storage.schema import records


@dataclass(frozen=True)
class Import:
    """One import of which something is still kept: `n` records, and own questionnaires; `name` is that of its file."""

    import_id: str
    source: str | None
    imported_at: datetime
    n: int
    name: str = ""
    questionnaires: int = 0


def imports(connection: Connection) -> list[Import]:
    """The imports of which anything is still kept, the latest first."""
    rows = connection.execute(
        select(
            records.c.import_id,
            func.min(records.c.seq).label("first_seq"),
            func.count().label("n"),
        )
        .where(records.c.import_id.is_not(None), records.c.removed == 0)
        .group_by(records.c.import_id)
        .order_by(func.max(records.c.seq).desc())
    ).all()
    notes = import_notes(connection)
    there = questionnaires.questionnaire_texts(connection)
    added = {key: len(_kept_of(connection, note.added)) for key, note in notes.items()}
    found = [
        _import(connection, row.import_id, row.first_seq, row.n + added.get(row.import_id, 0), notes.get(row.import_id))
        for row in rows
    ]
    listed = {each.import_id for each in found}
    found += [
        _of_note(note, added[key])
        for key, note in notes.items()
        if key not in listed and (added[key] or _left(note, there))
    ]
    return sorted(found, key=lambda each: each.imported_at, reverse=True)


def undo_import(connection: Connection, import_id: str, now: datetime, database: Path) -> int:
    """Take back everything that the import brought and that is still kept; returns how many records that were.

    A corrected record goes back to what it was, a setting to what stood there before, unless they changed since.
    """
    ids = connection.scalars(select(records.c.id).where(records.c.import_id == import_id, records.c.removed == 0)).all()
    note = import_notes(connection).get(import_id)
    if note is None:
        remove_many(connection, ids, now)
        return len(ids)
    ids = [*ids, *_kept_of(connection, note.added)]
    remove_many(connection, ids, now)
    take_drafts_back(connection, note.drafts)
    forget_notes(connection, note.notes)
    known = record_rows.known_ids(connection, note.corrected)
    for record_id, revision in note.corrected.items():
        if known.get(record_id) and record_rows.revision_number(connection, record_id) == revision:
            _put_back(connection, record_id, now, database)
    for name, version in note.questionnaires:
        put_away_questionnaire(connection, name, version)
    present = settings.all_settings(connection)
    for key, (chosen, before) in note.settings.items():
        if present.get(key) == chosen:
            settings.set_setting(connection, key, before[0]) if before else settings.remove_setting(connection, key)
    note_undone(connection, note)
    return len(ids)


def _put_back(connection: Connection, record_id: str, now: datetime, database: Path) -> None:
    states = history(connection, record_id, database)
    earlier = next((state.record for state in reversed(states[:-1]) if state.record is not None), None)
    if earlier is not None:
        record_rows.revise(connection, earlier, now, database)


def _left(note: ImportNote, there: Mapping[tuple[str, int], str]) -> bool:
    """Whether an import of which no record is kept can still be taken back."""
    return bool(note.corrected or note.drafts) or any((name, version) in there for name, version in note.questionnaires)


def _kept_of(connection: Connection, ids: Sequence[str]) -> list[str]:
    return [record_id for record_id, is_kept in record_rows.known_ids(connection, ids).items() if is_kept]


def _of_note(note: ImportNote, n: int) -> Import:
    return Import(note.import_id, note.format, note.moment, n, note.name, len(note.questionnaires))


def _import(connection: Connection, import_id: str, first_seq: int, n: int, note: ImportNote | None) -> Import:
    if note is not None and note.format:
        return Import(import_id, note.format, note.moment, n, note.name, len(note.questionnaires))
    row = connection.execute(
        select(func.json_extract(records.c.body, "$.source").label("source"), records.c.changed_at).where(
            records.c.seq == first_seq
        )
    ).one()
    return Import(import_id, row.source, read_moment(row.changed_at), n)
