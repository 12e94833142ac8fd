"""Records as documented JSON objects and back, exactly, with every fault of a changed file said."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from assessments.exchange.moments import read_moment, write_moment
from assessments.language import say
from assessments.records import Answer, Entry, Event, FieldValue, PracticeDone, Record, Response

Json = dict[str, Any]
LONGEST_ID = 200
KINDS: Final[dict[str, tuple[str, type[Record]]]] = {
    "responses.json": ("response", Response),
    "entries.json": ("entry", Entry),
    "practices_done.json": ("practice", PracticeDone),
    "events.json": ("event", Event),
}
_KINDS_BY_WORD: Final = dict(KINDS.values())


def write_json(value: object, indent: int | None = None) -> str:
    """JSON text; lone surrogates are escaped, all else stands as it is; ValueError for NaN and infinities."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, allow_nan=False, indent=indent)
    return text


def kind_name(record: Record) -> str:
    """The word for the kind of a record ("response", "entry", "practice", "event")."""
    return next(word for word, kind in KINDS.values() if isinstance(record, kind))


def record_object(record: Record) -> Json:
    """The record as a JSON object; `record_of` answers the same record."""
    common: Json = {
        "id": record.id,
        "happened_at": write_moment(record.happened_at),
        "recorded_at": None if record.recorded_at is None else write_moment(record.recorded_at),
        "source": record.source,
        "import_id": record.import_id,
    }
    match record:
        case Response():
            return common | {
                "questionnaire": record.questionnaire,
                "version": record.version,
                "answers": dict(record.answers),
                "note": record.note,
            }
        case Entry():
            return common | {
                "form": record.form,
                "version": record.version,
                "title": record.title,
                "mood": record.mood,
                "tags": list(record.tags),
                "feelings": dict(record.feelings),
                "fields": {name: _plain(value) for name, value in record.fields.items()},
            }
        case PracticeDone():
            return common | {"practice": record.practice, "note": record.note}
        case Event():
            return common | {"name": record.name, "note": record.note}


def record_of(kind: type[Record], given: object, import_id: str | None = None) -> Record:
    """The record of a JSON object, under `import_id` where one is given; ValueError says the first fault in it."""
    if not isinstance(given, dict):
        raise ValueError(say("An object in curly brackets is needed here."))
    common: Json = {
        "id": _id(given),
        "happened_at": moment_under(given, "happened_at"),
        "recorded_at": None if given.get("recorded_at") is None else moment_under(given, "recorded_at"),
        "source": _text_or_none(given, "source"),
        "import_id": _import_id(given) if import_id is None else import_id,
    }
    return _READERS[kind](given, common)


def of_any_kind(given: object) -> Record:
    """The record of a JSON object that names its kind; ValueError says the first fault in it."""
    kind = _KINDS_BY_WORD.get(str(given.get("kind"))) if isinstance(given, dict) else None
    if kind is None:
        raise ValueError(say("A kind is needed: response, entry, practice or event."))
    return record_of(kind, given)


def _response(given: Json, common: Json) -> Response:
    answers: dict[str, Answer] = {}
    for item, answer in _mapping(given, "answers").items():
        if answer is not None and (isinstance(answer, bool) or not isinstance(answer, (int, str))):
            raise ValueError(say("The answer to {item} is neither a whole number, a text nor null.", item=item))
        answers[item] = answer
    return Response(
        questionnaire=_text(given, "questionnaire", needed=True),
        version=_whole(given, "version"),
        answers=answers,
        note=_text(given, "note"),
        **common,
    )


def _entry(given: Json, common: Json) -> Entry:
    mood = given.get("mood")
    if mood is not None and (isinstance(mood, bool) or mood not in (1, 2, 3, 4, 5)):
        raise ValueError(say("A mood is a whole number from 1 to 5, or null."))
    tags = given.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise ValueError(say("The tags are not a list of texts."))
    feelings = _mapping(given, "feelings")
    if not all(_is_whole(share) and 0 <= share <= 100 for share in feelings.values()):
        raise ValueError(say("A feeling is not a whole number from 0 to 100."))
    return Entry(
        form=_text(given, "form", needed=True),
        version=_whole(given, "version"),
        fields={name: field_value(name, value) for name, value in _mapping(given, "fields").items()},
        title=_text(given, "title"),
        feelings=feelings,
        tags=tuple(tags),
        mood=None if mood is None else int(mood),
        **common,
    )


def _practice_done(given: Json, common: Json) -> PracticeDone:
    return PracticeDone(practice=_text(given, "practice", needed=True), note=_text(given, "note"), **common)


def _event(given: Json, common: Json) -> Event:
    return Event(name=_text(given, "name"), note=_text(given, "note"), **common)


_READERS: dict[type[Record], Callable[[Json, Json], Record]] = {
    Response: _response,
    Entry: _entry,
    PracticeDone: _practice_done,
    Event: _event,
}


def field_value(name: str, value: object) -> FieldValue:
    """A field's value as records hold it; ValueError where a form has no such kind of value."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return tuple(value)
    if isinstance(value, dict) and all(_is_whole(part) for part in value.values()):
        return value
    raise ValueError(say("The field {name} holds something that no form has.", name=name))


def _plain(value: FieldValue) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _id(given: Json) -> str:
    value = given.get("id")
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_ID or has_lone_surrogate(value):
        raise ValueError(say("The id is missing or is not a short text."))
    return value


def _import_id(given: Json) -> str | None:
    value = _text_or_none(given, "import_id")
    if value is not None and has_lone_surrogate(value):
        raise ValueError(say("The id is missing or is not a short text."))
    return value


def has_lone_surrogate(text: str) -> bool:
    """Whether the text holds half a character, which no name of anything can."""
    return any("\ud800" <= sign <= "\udfff" for sign in text)


def moment_under(given: Json, key: str) -> datetime:
    """The moment under a key; ValueError where there is none, or it is written otherwise."""
    value = given.get(key)
    try:
        return read_moment(value if isinstance(value, str) else "")
    except ValueError as error:
        raise ValueError(
            say("The moment under {key} is not written like 2026-11-24T08:30:00+01:00.", key=key)
        ) from error


def _text(given: Json, key: str, *, needed: bool = False) -> str:
    value = given.get(key, "")
    if not isinstance(value, str) or (needed and not value):
        raise ValueError(say("A text is needed under {key}.", key=key))
    return value


def _text_or_none(given: Json, key: str) -> str | None:
    return None if given.get(key) is None else _text(given, key)


def _whole(given: Json, key: str) -> int:
    value: Any = given.get(key)
    if not _is_whole(value) or value < 0:
        raise ValueError(say("A whole number is needed under {key}.", key=key))
    return int(value)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _mapping(given: Json, key: str) -> Json:
    value = given.get(key, {})
    if not isinstance(value, dict):
        raise ValueError(say("An object in curly brackets is needed under {key}.", key=key))
    return value
