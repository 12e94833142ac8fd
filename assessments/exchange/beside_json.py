"""What an archive holds beside its records, as documented JSON and back, with every fault of a changed file said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

from assessments.exchange.beside import Beside, EarlierState, State, UnfinishedText, WorkedOut
from assessments.exchange.moments import write_moment
from assessments.exchange.record_json import (
    LONGEST_ID,
    Json,
    has_lone_surrogate,
    kind_name,
    moment_under,
    of_any_kind,
    record_object,
    write_json,
)
from assessments.language import say
from assessments.records import Record

REMOVED: Final = "removed.json"
EARLIER: Final = "earlier_states.json"
DRAFTS: Final = "drafts.json"
WORKED_OUT: Final = "worked_out.json"
IMPORTS: Final = "imports.json"
FILES: Final = (REMOVED, EARLIER, DRAFTS, WORKED_OUT, IMPORTS)
NOTED_OF_AN_IMPORT: Final = (
    "import_id",
    "imported_at",
    "format",
    "name",
    "questionnaires",
    "corrected",
    "settings",
)
_LONGEST_KEY: Final = 1000

Read = TypeVar("Read")
Fault = Callable[[str, int, str], None]
Lines = Callable[[str], Iterable[tuple[int, Any]]]


def kept_line(record: Record, beside: Beside) -> str:
    """The line of a kept record: the record, and which state of it this is, and since when."""
    return write_json(record_object(record) | _state_object(beside.states.get(record.id)))


def beside_lines(beside: Beside) -> dict[str, Iterator[str]]:
    """The lines of each file that is not empty."""
    files: dict[str, tuple[Iterable[Any], Callable[[Any], Json]]] = {
        REMOVED: (
            beside.removed,
            lambda record: (
                {"kind": kind_name(record)} | record_object(record) | _state_object(beside.states.get(record.id))
            ),
        ),
        EARLIER: (beside.earlier, _earlier_object),
        DRAFTS: (beside.drafts, _draft_object),
        WORKED_OUT: (
            beside.worked_out.items(),
            lambda pair: {"key": pair[0], "entries": list(pair[1].entry_ids), "text": pair[1].text},
        ),
        IMPORTS: (beside.imports.items(), lambda pair: {"id": pair[0], **pair[1]}),
    }
    return {name: map(write_json, map(of, things)) for name, (things, of) in files.items() if things}


def read_state(given: Any) -> State | None:
    """The state that stands in the line of a record; None where there is none (an older archive)."""
    if not isinstance(given, dict) or "revision" not in given:
        return None
    return State(revision=_revision(given), changed_at=moment_under(given, "changed_at"))


def read_beside(lines: Lines, fault: Fault) -> Beside:
    """Everything that stands in the files; a line that cannot be read is told to `fault` and left out."""
    states: dict[str, State] = {}

    def removed(given: Json) -> Record:
        record = of_any_kind(given)
        state = read_state(given)
        if state is not None:
            states[record.id] = state
        return record

    return Beside(
        removed=tuple(_each(lines, REMOVED, removed, fault)),
        earlier=tuple(_each(lines, EARLIER, _earlier, fault)),
        drafts=tuple(_each(lines, DRAFTS, _draft, fault)),
        worked_out=dict(_each(lines, WORKED_OUT, _worked_out, fault)),
        imports=dict(_each(lines, IMPORTS, _import, fault)),
        states=states,
    )


def _each(lines: Lines, file: str, read: Callable[[Json], Read], fault: Fault) -> Iterator[Read]:
    for line, given in lines(file):
        try:
            if not isinstance(given, dict):
                raise ValueError(say("An object in curly brackets is needed here."))
            found = read(given)
        except ValueError as error:
            fault(file, line, str(error))
        else:
            yield found


def _state_object(state: State | None) -> Json:
    if state is None or state.changed_at is None:
        return {}
    return {"revision": state.revision, "changed_at": write_moment(state.changed_at)}


def _earlier_object(state: EarlierState) -> Json:
    record = None if state.record is None else {"kind": kind_name(state.record)} | record_object(state.record)
    return {
        "id": state.id,
        "revision": state.revision,
        "changed_at": write_moment(state.changed_at),
        "record": record,
    }


def _earlier(given: Json) -> EarlierState:
    record = None if given.get("record") is None else of_any_kind(given["record"])
    record_id = _text(given, "id", LONGEST_ID)
    if record is not None and record.id != record_id:
        raise ValueError(say("The state bears another id than its record."))
    revision = _revision(given) if given.get("revision") else 0
    return EarlierState(id=record_id, changed_at=moment_under(given, "changed_at"), record=record, revision=revision)


def _draft_object(draft: UnfinishedText) -> Json:
    return {"key": draft.key, "saved_at": write_moment(draft.saved_at), "value": dict(draft.value)}


def _draft(given: Json) -> UnfinishedText:
    value = given.get("value")
    if not isinstance(value, dict):
        raise ValueError(say("An object in curly brackets is needed under {key}.", key="value"))
    return UnfinishedText(key=_text(given, "key"), saved_at=moment_under(given, "saved_at"), value=value)


def _worked_out(given: Json) -> tuple[str, WorkedOut]:
    entries = given.get("entries")
    if not isinstance(entries, list) or not all(
        isinstance(each, str) and not has_lone_surrogate(each) for each in entries
    ):
        raise ValueError(say("A list of texts is needed under {key}.", key="entries"))
    text = given.get("text")
    if not isinstance(text, str) or has_lone_surrogate(text):
        raise ValueError(say("A text is needed under {key}.", key="text"))
    return _text(given, "key"), WorkedOut(text=text, entry_ids=tuple(entries))


def _import(given: Json) -> tuple[str, Mapping[str, Any]]:
    """What a vault noted of an import; anything else in the line is left out."""
    import_id = _text(given, "id", LONGEST_ID)
    moment_under(given, "imported_at")
    note = {name: given.get(name) for name in NOTED_OF_AN_IMPORT} | {"import_id": import_id}
    is_whole = (
        isinstance(note["format"], str)
        and isinstance(note["name"], str)
        and isinstance(note["questionnaires"], list)
        and all(isinstance(each, list) and list(map(type, each)) == [str, int] for each in note["questionnaires"])
        and isinstance(note["corrected"], dict)
        and all(type(each) is int for each in note["corrected"].values())
        and isinstance(note["settings"], dict)
        and all(
            isinstance(each, list) and len(each) == 2 and isinstance(each[1], list)
            for each in note["settings"].values()
        )
    )
    if not is_whole:
        raise ValueError(say("This is not what Footbridge notes of an import."))
    return import_id, note


def _text(given: Json, key: str, longest: int = _LONGEST_KEY) -> str:
    value = given.get(key)
    if not isinstance(value, str) or not value or len(value) > longest or has_lone_surrogate(value):
        raise ValueError(say("A short text is needed under {key}.", key=key))
    return value


def _revision(given: Json) -> int:
    value = given.get("revision")
    if type(value) is not int or not 0 < value < 1 << 31:
        raise ValueError(say("A whole number is needed under {key}.", key="revision"))
    return value
