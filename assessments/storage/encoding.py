"""Records as JSON text and back, exactly: tuples, mappings, int against float against bool, any Unicode."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from zlib import crc32

from assessments.records import Answer, Entry, Event, FieldValue, PracticeDone, Record, Response
from assessments.storage.moments import read_moment, write_moment

_KINDS: dict[type[Record], str] = {Response: "response", Entry: "entry", PracticeDone: "practice", Event: "event"}


def kind_of(record_type: type[Record]) -> str:
    """The word under which records of that type are stored."""
    return _KINDS[record_type]


def subject_of(record: Record) -> str:
    """The id of the questionnaire, form or practice that the record is about; empty for an event."""
    match record:
        case Response():
            return record.questionnaire
        case Entry():
            return record.form
        case PracticeDone():
            return record.practice
        case Event():
            return ""


def write_json(value: object) -> str:
    """Compact JSON; NaN and infinities raise ValueError; lone surrogates are escaped, all else stands as it is."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text


def write_body(record: Record) -> str:
    """Everything of the record but its id and kind, as JSON; its `recorded_at` must be set."""
    if record.recorded_at is None:
        raise ValueError("recorded_at is filled in before a record is written")
    body: dict[str, Any] = {
        "happened_at": write_moment(record.happened_at),
        "recorded_at": write_moment(record.recorded_at),
        "source": record.source,
        "import_id": record.import_id,
    }
    match record:
        case Response():
            body |= {
                "questionnaire": record.questionnaire,
                "version": record.version,
                "answers": dict(record.answers),
                "note": record.note,
            }
        case Entry():
            body |= {
                "form": record.form,
                "version": record.version,
                "fields": {name: _write_field(value) for name, value in record.fields.items()},
                "title": record.title,
                "feelings": dict(record.feelings),
                "tags": list(record.tags),
                "mood": record.mood,
            }
        case PracticeDone():
            body |= {"practice": record.practice, "note": record.note}
        case Event():
            body |= {"name": record.name, "note": record.note}
    return write_json(body)


def read_body(record_id: str, kind: str, text: str) -> Record:
    """The record that `write_body` wrote; ValueError where the text is anything else."""
    try:
        return _record(record_id, kind, json.loads(text))
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError(f"not the body of a stored {kind}") from fault


def checksum(record_id: str, kind: str, body: str) -> int:
    """A CRC-32 over what a row says, so that a flipped bit in a plain file is noticed."""
    return crc32("\x1f".join((record_id, kind, body)).encode("utf-8", "surrogatepass"))


def _record(record_id: str, kind: str, body: dict[str, Any]) -> Record:
    common: dict[str, Any] = {
        "id": record_id,
        "happened_at": read_moment(body["happened_at"]),
        "recorded_at": read_moment(body["recorded_at"]),
        "source": body["source"],
        "import_id": body["import_id"],
    }
    if kind == "response":
        answers: dict[str, Answer] = body["answers"]
        return Response(
            questionnaire=body["questionnaire"], version=body["version"], answers=answers, note=body["note"], **common
        )
    if kind == "entry":
        return Entry(
            form=body["form"],
            version=body["version"],
            fields={name: _read_field(value) for name, value in body["fields"].items()},
            title=body["title"],
            feelings=body["feelings"],
            tags=tuple(body["tags"]),
            mood=body["mood"],
            **common,
        )
    if kind == "practice":
        return PracticeDone(practice=body["practice"], note=body["note"], **common)
    if kind == "event":
        return Event(name=body["name"], note=body["note"], **common)
    raise ValueError("a stored record of an unknown kind")


def _write_field(value: FieldValue) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _read_field(value: Any) -> FieldValue:
    if isinstance(value, list):
        return tuple(value)
    kept: FieldValue = value
    return kept
