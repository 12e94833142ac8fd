"""Many records at once, and an import taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import Connection, func, insert, select

from assessments.records import Record
from assessments.storage import questionnaires, record_rows, search, settings
from assessments.storage.errors import RecordExists
from assessments.storage.moments import read_moment
from assessments.storage.schema import records

Progress: TypeAlias = Callable[[int, int], None]
WhenKnown: TypeAlias = Literal["raise", "skip", "restore"]
_AT_ONCE: Final = 500


@dataclass(frozen=True)
class Import:
    """One import of which something is still kept."""

    import_id: str
    source: str | None
    imported_at: datetime
    n: int


def save_many(
    connection: Connection,
    many: Sequence[Record],
    now: datetime,
    database: Path,
    when_known: WhenKnown = "raise",
    progress: Progress | None = None,
) -> list[str]:
    """Keep many new records; returns the ids of those that were kept or brought back.

    An id that is kept already, or removed, raises RecordExists ("raise") or is left as it is ("skip");
    "restore" leaves what is kept, and brings what was removed back as it is in `many`.
    `progress` hears how many of how many are done.
    """
    known = record_rows.known_ids(connection, (record.id for record in many))
    if known and when_known == "raise":
        raise RecordExists(next(iter(known)))
    kept: list[str] = []
    if when_known == "restore":
        kept += _bring_back(connection, [one for one in many if known.get(one.id) is False], now, database)
    fresh = list({one.id: one for one in many if one.id not in known}.values())
    if when_known == "raise" and len(fresh) < len(many):
        raise RecordExists(fresh[0].id)
    first_seq = int(connection.execute(select(func.coalesce(func.max(records.c.seq), 0))).scalar_one()) + 1
    for start in range(0, len(fresh), _AT_ONCE):
        some = [record_rows.with_recorded_at(record, now) for record in fresh[start : start + _AT_ONCE]]
        rows = [
            record_rows.row_values(record, now) | {"seq": seq} for seq, record in enumerate(some, first_seq + start)
        ]
        connection.execute(insert(records), rows)
        search.add_many(connection, zip((row["seq"] for row in rows), some, strict=True))
        kept += [record.id for record in some]
        if progress is not None:
            progress(start + len(some), len(fresh))
    return kept


@dataclass(frozen=True, kw_only=True)
class Intake:
    """Everything that one import changes: new records, corrected ones, some brought back, and own questionnaires.

    `questionnaires` are the texts of files by id and version; `settings` JSON values by name.
    """

    new: Sequence[Record] = ()
    corrected: Sequence[Record] = ()
    brought_back: Sequence[Record] = ()
    questionnaires: Mapping[tuple[str, int], str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def records(self) -> list[Record]:
        """All the records, whatever becomes of them."""
        return [*self.new, *self.corrected, *self.brought_back]


def take_in(
    connection: Connection, intake: Intake, now: datetime, database: Path, progress: Progress | None = None
) -> list[str]:
    """Carry out an import; returns the ids of the records that were added, corrected or brought back.

    A new id that came in meanwhile is left alone, and so is a correction of what was removed meanwhile.
    """
    for (name, version), text in intake.questionnaires.items():
        questionnaires.save_questionnaire(connection, name, version, text)
    for key, value in intake.settings.items():
        settings.set_setting(connection, key, value)
    changed = save_many(connection, intake.brought_back, now, database, "restore") if intake.brought_back else []
    known = record_rows.known_ids(connection, (record.id for record in intake.corrected))
    for record in intake.corrected:
        if known.get(record.id):
            record_rows.revise(connection, record, now, database)
            changed.append(record.id)
    return changed + save_many(connection, intake.new, now, database, "skip", progress)


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
    return [_import(connection, row.import_id, row.first_seq, row.n) for row in rows]


def undo_import(connection: Connection, import_id: str, now: datetime) -> int:
    """Remove everything that the import brought and that is still kept, with a way back; returns how many."""
    ids = connection.scalars(select(records.c.id).where(records.c.import_id == import_id, records.c.removed == 0)).all()
    for record_id in ids:
        record_rows.remove(connection, record_id, now)
    return len(ids)


def _bring_back(connection: Connection, many: Sequence[Record], now: datetime, database: Path) -> list[str]:
    for record in many:
        record_rows.restore(connection, record.id, now, database)
        record_rows.revise(connection, record, now, database)
    return [record.id for record in many]


def _import(connection: Connection, import_id: str, first_seq: int, n: int) -> Import:
    row = connection.execute(
        select(func.json_extract(records.c.body, "$.source").label("source"), records.c.changed_at).where(
            records.c.seq == first_seq
        )
    ).one()
    return Import(import_id, row.source, read_moment(row.changed_at), n)
