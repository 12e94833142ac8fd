"""Many records at once, and everything that one import changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import Connection, func, insert, select

from assessments.records import Record, Response
from assessments.storage import questionnaires, record_rows, search, settings
from assessments.storage.errors import RecordExists
from assessments.storage.history import PresentState
from assessments.storage.import_notes import ImportNote, bring_notes, bring_questionnaire_back, note_import
from assessments.storage.incoming import (
    Incoming,
    keep_derived,
    keep_drafts,
    keep_past,
    keep_put_away,
    keep_removed,
    state_columns,
)
from assessments.storage.many_rows import bring_back_many
from assessments.storage.moments import write_moment
from assessments.storage.schema import records

Progress: TypeAlias = Callable[[int, int], None]
WhenKnown: TypeAlias = Literal["raise", "skip", "restore"]
_AT_ONCE: Final = 100
_TOLD_EVERY: Final = 500
_CACHE_KIB: Final = 400
_NO_STATES: Final[Mapping[str, PresentState]] = {}


def save_many(
    connection: Connection,
    many: Sequence[Record],
    now: datetime,
    when_known: WhenKnown = "raise",
    progress: Progress | None = None,
    states: Mapping[str, PresentState] = _NO_STATES,
) -> list[str]:
    """Keep many new records; returns the ids of those that were kept or brought back.

    An id that is kept already, or removed, raises RecordExists ("raise") or is left as it is ("skip");
    "restore" leaves what is kept, and brings what was removed back as it is in `many`.
    `progress` hears how many of how many are done. `states` are those that the records had in another vault.
    """
    known = record_rows.known_ids(connection, (record.id for record in many))
    if known and when_known == "raise":
        raise RecordExists(next(iter(known)))
    kept: list[str] = []
    if when_known == "restore":
        kept += _bring_back(connection, [one for one in many if known.get(one.id) is False], now)
    fresh = list({one.id: one for one in many if one.id not in known}.values())
    if when_known == "raise" and len(fresh) < len(many):
        raise RecordExists(fresh[0].id)
    with _small_page_cache(connection), search.little_in_memory(connection):
        kept += _insert(connection, fresh, now, progress, states)
    return kept


def _insert(
    connection: Connection,
    fresh: Sequence[Record],
    now: datetime,
    progress: Progress | None,
    states: Mapping[str, PresentState],
) -> list[str]:
    kept: list[str] = []
    first_seq = int(connection.execute(select(func.coalesce(func.max(records.c.seq), 0))).scalar_one()) + 1
    for start in range(0, len(fresh), _AT_ONCE):
        some = [record_rows.with_recorded_at(record, now) for record in fresh[start : start + _AT_ONCE]]
        rows = [
            record_rows.row_values(record, now) | {"seq": seq} | state_columns(states.get(record.id))
            for seq, record in enumerate(some, first_seq + start)
        ]
        connection.execute(insert(records), rows)
        search.add_many(connection, zip((row["seq"] for row in rows), some, strict=True))
        kept += [record.id for record in some]
        done = start + len(some)
        if progress is not None and (done % _TOLD_EVERY == 0 or done == len(fresh)):
            progress(done, len(fresh))
    return kept


@contextmanager
def _small_page_cache(connection: Connection) -> Iterator[None]:
    """Little of SQLite's page cache: rows that only go in need none, and it would be twice the size of a small file."""
    usual = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        yield
    finally:
        # A connection that was stopped in the middle of a statement is thrown away, its cache with it.
        if not connection.invalidated:
            connection.exec_driver_sql(f"PRAGMA cache_size = {usual}")


@dataclass(frozen=True, kw_only=True)
class Intake:
    """Everything that one import changes: new records, corrected ones, some brought back, and own questionnaires.

    `questionnaires` are the texts of files by id and version; `settings` JSON values by name; `format` and `name` say
    what it was made from. Without an `import_id` only the records that bear one can be taken back. `incoming` is what
    comes beside the records of another vault.
    """

    new: Sequence[Record] = ()
    corrected: Sequence[Record] = ()
    brought_back: Sequence[Record] = ()
    questionnaires: Mapping[tuple[str, int], str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    import_id: str = ""
    format: str = ""
    name: str = ""
    incoming: Incoming = field(default_factory=Incoming)

    @property
    def records(self) -> list[Record]:
        """All the records, whatever becomes of them."""
        return [*self.new, *self.corrected, *self.brought_back, *self.incoming.removed]


def take_in(
    connection: Connection, intake: Intake, now: datetime, database: Path, progress: Progress | None = None
) -> list[str]:
    """Carry out an import; returns the ids of the records that were added, corrected or brought back.

    A new id that came in meanwhile is left alone, and so is a correction of what was removed meanwhile, and a
    questionnaire that is there.
    """
    there = questionnaires.questionnaire_texts(connection)
    fresh = {key: text for key, text in intake.questionnaires.items() if key not in there}
    for (name, version), text in fresh.items():
        questionnaires.save_questionnaire(connection, name, version, text)
    earlier = settings.all_settings(connection)
    for key, value in intake.settings.items():
        settings.set_setting(connection, key, value)
    changed = save_many(connection, intake.brought_back, now, "restore") if intake.brought_back else []
    known = record_rows.known_ids(connection, (record.id for record in intake.corrected))
    corrected: dict[str, int] = {}
    for record in intake.corrected:
        if known.get(record.id):
            record_rows.revise(connection, record, now, database)
            corrected[record.id] = record_rows.revision_number(connection, record.id)
    added = save_many(connection, intake.new, now, "skip", progress, intake.incoming.states)
    removed, came = _take_in_beside(connection, intake.incoming, added, now)
    changed += [*corrected, *added]
    if intake.import_id and (changed or removed or fresh or intake.settings or came.drafts):
        note = replace(
            came,
            import_id=intake.import_id,
            imported_at=write_moment(now),
            format=intake.format,
            name=intake.name,
            questionnaires=list(fresh),
            corrected=corrected,
            settings={key: (value, [earlier[key]] if key in earlier else []) for key, value in intake.settings.items()},
            of_a_vault=intake.incoming.of_a_vault,
            added=[*added, *removed] if intake.incoming.of_a_vault else [],
        )
        note_import(connection, note)
    return changed


def _take_in_beside(
    connection: Connection, incoming: Incoming, added: Sequence[str], now: datetime
) -> tuple[list[str], ImportNote]:
    """Keep what comes beside the records; the ids of those that came as removed, and what there is to note of it."""
    known = record_rows.known_ids(connection, (record.id for record in incoming.removed))
    removed = keep_removed(connection, incoming, known, now)
    keep_past(connection, incoming, [*added, *removed])
    keep_put_away(connection, incoming)
    keep_derived(connection, incoming)
    drafts = keep_drafts(connection, incoming)
    notes = bring_notes(connection, incoming.import_notes)
    return removed, ImportNote(import_id="", imported_at="", drafts=drafts, notes=notes)


def bring_back_what_it_answers(connection: Connection, record_id: str, database: Path) -> None:
    """Bring back the questionnaire that a restored response answers, where undoing an import put it away."""
    record = record_rows.get(connection, record_id, database)
    if isinstance(record, Response):
        bring_questionnaire_back(connection, record.questionnaire, record.version)


def _bring_back(connection: Connection, many: Sequence[Record], now: datetime) -> list[str]:
    bring_back_many(connection, [record_rows.with_recorded_at(record, now) for record in many], now)
    answered = {(one.questionnaire, one.version) for one in many if isinstance(one, Response)}
    for name, version in sorted(answered):
        bring_questionnaire_back(connection, name, version)
    return [record.id for record in many]
