"""The vault's records: save, revise, remove, restore, read, search and import."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Final

from assessments.records import Entry, Event, PracticeDone, Record, Response
from assessments.storage import (
    drafts,
    history,
    import_notes,
    imports,
    many_rows,
    newest,
    past_imports,
    record_rows,
    search,
)
from assessments.storage.clock import Clock
from assessments.storage.drafts import WrittenDraft
from assessments.storage.free_space import REMOVAL_RESERVE_BYTES
from assessments.storage.history import PastState, PresentState, Removed, Revision
from assessments.storage.imports import Intake, Progress, WhenKnown
from assessments.storage.past_imports import Import
from assessments.storage.record_rows import RecordType
from assessments.storage.search import Filter, SearchHit
from assessments.storage.store import Store

_SEARCH_LIMIT: Final = 200


class VaultRecords:
    """The part of a vault that keeps records; every method that changes something is durable when it returns."""

    _store: Store
    _clock: Clock

    def save(self, record: Record, *, discard_draft: str | WrittenDraft | None = None) -> str:
        """Keep a new record and, in the same transaction, drop a draft; returns its id; RecordExists if known."""
        with self._store.writing(record_rows.size_of([record])) as connection:
            record_rows.save(connection, record, self._clock())
            if discard_draft is not None:
                drafts.discard_draft(connection, discard_draft)
        return record.id

    def revise(
        self, record: Record, *, expected_revision: int | None = None, discard_draft: str | WrittenDraft | None = None
    ) -> None:
        """Put the record in place of the one with its id; the earlier state stays in its history.

        EditedMeanwhile where it was removed or its `revision_number` is no longer the expected one.
        """
        with self._store.writing(record_rows.size_of([record])) as connection:
            record_rows.revise(connection, record, self._clock(), self._store.path, expected_revision)
            if discard_draft is not None:
                drafts.discard_draft(connection, discard_draft)

    def remove(self, record_id: str) -> None:
        """Take a record out of sight, with a way back until the history is emptied; UnknownRecord if not kept."""
        with self._store.writing(reserve=REMOVAL_RESERVE_BYTES) as connection:
            record_rows.remove(connection, record_id, self._clock())

    def restore(self, record_id: str) -> None:
        """Bring a removed record back; UnknownRecord where there is no removed one with that id."""
        with self._store.writing() as connection:
            record_rows.restore(connection, record_id, self._clock(), self._store.path)
            imports.bring_back_what_it_answers(connection, record_id, self._store.path)

    def get(self, record_id: str) -> Record | None:
        """The record as it is now; None where there is none or it was removed."""
        with self._store.reading() as connection:
            return record_rows.get(connection, record_id, self._store.path)

    def revision_number(self, record_id: str) -> int:
        """The number of the record's newest state, for `revise`; UnknownRecord where there is none."""
        with self._store.reading() as connection:
            return record_rows.revision_number(connection, record_id)

    def history(self, record_id: str) -> list[Revision]:
        """Every state of the record, the oldest first; a removal is a state without a record."""
        with self._store.reading() as connection:
            return history.history(connection, record_id, self._store.path)

    def removed(self) -> list[Removed]:
        """What was removed and can be restored, the latest removal first."""
        with self._store.reading() as connection:
            return history.removed(connection, self._store.path)

    def past_states(self) -> list[PastState]:
        """Every earlier state of every record, for an export that takes the history along."""
        with self._store.reading() as connection:
            return history.past_states(connection, self._store.path)

    def present_states(self) -> dict[str, PresentState]:
        """Which state each record has now, kept or removed, and since when, by its id."""
        with self._store.reading() as connection:
            return history.present_states(connection, self._store.path)

    def responses(self) -> list[Response]:
        """All kept responses by instant, the oldest first."""
        with self._store.reading() as connection:
            return self._store.read.all_of(connection, Response, self._store.path)

    def entries(self, *, forms: Collection[str] | None = None) -> list[Entry]:
        """All kept entries by instant, the oldest first; of these forms alone where they are named."""
        with self._store.reading() as connection:
            return self._store.read.all_of(connection, Entry, self._store.path, forms)

    def entries_lacking(self, fields: Mapping[str, Collection[str]]) -> list[Entry]:
        """The kept entries of each form named in which one of its fields given may lack an answer, the oldest first."""
        with self._store.reading() as connection:
            return newest.entries_lacking(connection, fields, self._store.path)

    def practices_done(self) -> list[PracticeDone]:
        """All kept practices by instant, the oldest first."""
        with self._store.reading() as connection:
            return self._store.read.all_of(connection, PracticeDone, self._store.path)

    def events(self) -> list[Event]:
        """All kept events by instant, the oldest first."""
        with self._store.reading() as connection:
            return self._store.read.all_of(connection, Event, self._store.path)

    def count(self, record_type: type[RecordType]) -> int:
        """How many records of that type are kept."""
        with self._store.reading() as connection:
            return newest.count(connection, record_type)

    def newest(self, record_type: type[RecordType]) -> RecordType | None:
        """The last kept record of that type by instant; None where there is none."""
        with self._store.reading() as connection:
            return newest.newest(connection, record_type, self._store.path)

    def newest_of_each(self, record_type: type[RecordType]) -> dict[str, RecordType]:
        """The last kept record about each questionnaire, form or practice, by its id; the oldest of these first."""
        with self._store.reading() as connection:
            return newest.newest_of_each(connection, record_type, self._store.path)

    def known_ids(self, ids: Iterable[str]) -> dict[str, bool]:
        """Those of the ids that are known: True where the record is kept, False where it was removed."""
        with self._store.reading() as connection:
            return record_rows.known_ids(connection, ids)

    def kept_among(self, ids: Iterable[str]) -> dict[str, Record]:
        """Those of the records that are kept, by their ids."""
        with self._store.reading() as connection:
            return many_rows.read_many(connection, ids, self._store.path)

    def search(
        self,
        text: str,
        *,
        since: date | datetime | None = None,
        until: date | datetime | None = None,
        tags: Collection[str] = (),
        feelings: Collection[str] = (),
        forms: Collection[str] = (),
        kinds: Collection[type[Record]] = (),
        ids: Collection[str] | None = None,
        limit: int = _SEARCH_LIMIT,
    ) -> list[SearchHit]:
        """The records that hold every word of the text, the newest first; without words, all that the filters let in.

        Words are found by their beginnings, "phrases in quotes" as they stand. A date means the local day, both
        bounds included. Any one of several tags, feelings, forms or kinds is enough. `forms` finds entries alone.
        """
        where = Filter(since, until, tags, feelings, forms, kinds, ids)
        with self._store.reading() as connection:
            return search.search(connection, text, where, limit)

    def save_many(
        self, records: Iterable[Record], *, when_known: WhenKnown = "raise", progress: Progress | None = None
    ) -> list[str]:
        """Keep many new records, all or none; returns the ids of those that were kept or brought back.

        An id that is known raises RecordExists, or is left alone ("skip"), or, where it was removed, is brought
        back as it is now given ("restore"). `progress(done, of)` is called now and then.
        """
        many: Sequence[Record] = list(records)
        with self._store.writing(record_rows.size_of(many)) as connection:
            return imports.save_many(connection, many, self._clock(), when_known, progress)

    def take_in(self, intake: Intake, *, progress: Progress | None = None) -> list[str]:
        """Carry out an import, all or nothing; returns the ids that were added, corrected or brought back.

        New ids that are known by now are left alone. `progress(done, of)` is called now and then.
        """
        past = [state.record for state in intake.incoming.past if state.record is not None]
        texts = (*intake.questionnaires.values(), *(one.text for one in intake.incoming.derived.values()))
        size = record_rows.size_of([*intake.records, *past]) + sum(map(len, texts))
        with self._store.writing(size) as connection:
            return imports.take_in(connection, intake, self._clock(), self._store.path, progress)

    def imports(self) -> list[Import]:
        """The imports of which something is still kept, the latest first."""
        with self._store.reading() as connection:
            return past_imports.imports(connection)

    def import_notes(self) -> dict[str, dict[str, Any]]:
        """What is noted of the imports, as JSON values by their ids, for an export that takes everything along."""
        with self._store.reading() as connection:
            return {key: asdict(note) for key, note in import_notes.import_notes(connection).items()}

    def undo_import(self, import_id: str) -> int:
        """Take an import back, all or nothing, with a way back for its records; returns how many there were.

        Its questionnaires, its corrections and its settings go too, as far as nothing was built on them since.
        """
        with self._store.writing(reserve=REMOVAL_RESERVE_BYTES) as connection:
            return past_imports.undo_import(connection, import_id, self._clock(), self._store.path)
