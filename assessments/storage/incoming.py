"""What comes in with records that another vault kept: their states, what was removed there, drafts, themes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from assessments.records import Record
from assessments.storage import derived, drafts, questionnaires, settings
from assessments.storage.derived import Derived
from assessments.storage.drafts import Draft
from assessments.storage.encoding import checksum, kind_of, write_body
from assessments.storage.history import PastState, PresentState
from assessments.storage.import_notes import note_questionnaire_put_away
from assessments.storage.moments import write_moment
from assessments.storage.record_rows import row_values
from assessments.storage.schema import facts, past_revisions, records

_AT_ONCE: Final = 100
_DRAFT_CAME: Final = "draft_came:"


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """What comes beside the kept records of another vault; nothing of it replaces what is there.

    `of_a_vault`: another vault kept the records, and they bear the import that they came by there.
    `states` says which state each record has and since when; `past` are earlier ones, in the order in which they came
    about; `put_away` are texts of questionnaires that only removed responses answer; `import_notes` are what the
    other vault noted of its imports, by their ids.
    """

    of_a_vault: bool = False
    states: Mapping[str, PresentState] = field(default_factory=dict)
    removed: Sequence[Record] = ()
    past: Sequence[PastState] = ()
    put_away: Mapping[tuple[str, int], str] = field(default_factory=dict)
    drafts: Sequence[Draft] = ()
    derived: Mapping[str, Derived] = field(default_factory=dict)
    import_notes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def state_columns(state: PresentState | None) -> dict[str, Any]:
    """The columns in which a record that comes with its state differs from a new one."""
    if state is None:
        return {}
    moment = {} if state.changed_at is None else {"changed_at": write_moment(state.changed_at)}
    return {"revision": state.revision} | moment


def keep_removed(connection: Connection, incoming: Incoming, known: Mapping[str, bool], now: datetime) -> list[str]:
    """Keep what was removed in the other vault as removed here, with a way back; the ids of those that were new."""
    fresh = list({one.id: one for one in incoming.removed if one.id not in known}.values())
    for some in _chunks(fresh):
        rows = [row_values(one, now) | {"removed": 1} | state_columns(incoming.states.get(one.id)) for one in some]
        connection.execute(insert(records), rows)
    return [one.id for one in fresh]


def keep_past(connection: Connection, incoming: Incoming, fresh: Iterable[str]) -> None:
    """Keep the earlier states of records that came in just now."""
    wanted = set(fresh)
    for some in _chunks([state for state in incoming.past if state.record_id in wanted]):
        ids = {state.record_id for state in some}
        places = {row.id: row for row in connection.execute(select(records).where(records.c.id.in_(ids)))}
        rows = [_past_row(state, places[state.record_id].seq, places[state.record_id].kind) for state in some]
        connection.execute(insert(past_revisions), rows)


def _past_row(state: PastState, seq: int, kind: str) -> dict[str, Any]:
    if state.record is not None and kind_of(type(state.record)) != kind:
        raise ValueError("a record keeps its kind")
    body = None if state.record is None else write_body(state.record)
    return {
        "record_seq": seq,
        "revision": state.revision,
        "changed_at": write_moment(state.changed_at),
        "body": body,
        "checksum": 0 if body is None else checksum(state.record_id, kind, body),
    }


def keep_put_away(connection: Connection, incoming: Incoming) -> None:
    """Keep the questionnaires that only removed responses answer, for when one of those comes back."""
    there = questionnaires.questionnaire_texts(connection)
    for key, text in incoming.put_away.items():
        if key not in there:
            note_questionnaire_put_away(connection, *key, text)


def keep_drafts(connection: Connection, incoming: Incoming) -> dict[str, str]:
    """Keep drafts whose place is free and that did not come before; those that were kept, with their moments."""
    kept: dict[str, str] = {}
    for one in incoming.drafts:
        moment = write_moment(one.saved_at)
        came = settings.fact(connection, _DRAFT_CAME + one.key)
        if came == moment or drafts.draft(connection, one.key) is not None:
            continue
        drafts.save_draft(connection, one.key, one.value, one.saved_at)
        settings.note_fact(connection, _DRAFT_CAME + one.key, moment)
        kept[one.key] = moment
    return kept


def take_drafts_back(connection: Connection, came: Mapping[str, str]) -> None:
    """Drop the drafts that came with an import and were not written on since."""
    present = {one.key: write_moment(one.saved_at) for one in drafts.all_drafts(connection)}
    for key, moment in came.items():
        if present.get(key) == moment:
            drafts.discard_draft(connection, key)
        connection.execute(delete(facts).where(facts.c.name == _DRAFT_CAME + key))


def keep_derived(connection: Connection, incoming: Incoming) -> None:
    """Keep what was worked out from the entries, where nothing was worked out here."""
    for key, one in incoming.derived.items():
        if derived.read_derived(connection, key) is None:
            derived.write_derived(connection, key, one.text, one.entry_ids)


def _chunks(many: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (many[start : start + _AT_ONCE] for start in range(0, len(many), _AT_ONCE))
