"""A folder of Markdown notes, one per entry and check-in, that any notes app shows and Footbridge reads back."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from assessments.catalogue import Catalogue
from assessments.exchange.belongings import Belongings
from assessments.exchange.markdown_text import escaped, quoted, single_quoted
from assessments.exchange.record_json import Json, kind_name, record_object
from assessments.language import number, say
from assessments.records import Entry, Event, FieldValue, PracticeDone, Record, Response

OWN_KEY: Final = "footbridge"
# Beyond this a number is shown as a computer writes it.
LARGEST_WRITTEN_OUT: Final = 1e15
FOLDERS: Final = {Entry: "journal", Response: "check-ins", PracticeDone: "practices", Event: "events"}
_NOT_IN_NAMES: Final = re.compile(r"[^\w]+")


def write_markdown(belongings: Belongings, target: Path | str | BinaryIO, catalogue: Catalogue | None = None) -> None:
    """Write the notes into a folder where `target` is one, else into a ZIP; the catalogue gives fields their labels."""
    if isinstance(target, (Path, str)) and Path(target).is_dir():
        for name, note in notes(belongings, catalogue):
            path = Path(target) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(note)
        return
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, note in notes(belongings, catalogue):
            packed.writestr(zipfile.ZipInfo(name), note, zipfile.ZIP_DEFLATED)


def notes(belongings: Belongings, catalogue: Catalogue | None = None) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of every note, a guide first."""
    yield "README.md", _guide().encode()
    for record in belongings.records():
        yield note_name(record), note_of(record, belongings, catalogue)


def note_name(record: Record) -> str:
    """Where a note stands: kind, year, day and time, the beginning of its title, and a part of its id."""
    local = record.happened_at
    title = record.title if isinstance(record, Entry) else record.name if isinstance(record, Event) else ""
    words = _NOT_IN_NAMES.sub("-", title)[:40].strip("-_")
    part = _NOT_IN_NAMES.sub("", record.id)
    stem = " ".join(filter(None, (f"{local.date().isoformat()} {local:%H%M}", words, part)))
    return f"{FOLDERS[type(record)]}/{local.year:04d}/{stem}.md"


def note_of(record: Record, belongings: Belongings, catalogue: Catalogue | None = None) -> bytes:
    """One note: front matter that holds everything but a free entry's text, and the words as they read."""
    given = {"kind": kind_name(record)} | record_object(record)
    body = _body(record, given, belongings, catalogue)
    lines = ["---", f"date: {record.happened_at.isoformat()}"]
    if isinstance(record, Entry):
        lines += [f"title: {quoted(record.title)}"] if record.title else []
        lines += ["tags: [" + ", ".join(map(quoted, record.tags)) + "]"] if record.tags else []
        lines += [f"mood: {record.mood}"] if record.mood is not None else []
    lines += [f"{OWN_KEY}: {single_quoted(json.dumps(given, ensure_ascii=True, allow_nan=False))}", "---", "", body, ""]
    return "\n".join(lines).encode("utf-8", "replace")


def _body(record: Record, given: Json, belongings: Belongings, catalogue: Catalogue | None) -> str:
    match record:
        case Entry():
            return _entry_body(record, given, catalogue)
        case Response():
            return _response_body(record, belongings)
        case PracticeDone():
            return "\n\n".join(filter(None, (escaped(record.practice), escaped(record.note))))
        case Event():
            return "\n\n".join(filter(None, (escaped(record.name), escaped(record.note))))


def _entry_body(entry: Entry, given: Json, catalogue: Catalogue | None) -> str:
    text = entry.fields.get("text")
    if entry.form == "free" and isinstance(text, str) and _is_writable(text):
        given["fields"] = {name: value for name, value in given["fields"].items() if name != "text"}
        given["text_below"] = True
        return escaped(text)
    form = catalogue.forms.get((entry.form, entry.version)) if catalogue else None
    labels = {field.id: field.label for field in form.fields} if form else {}
    parts = (
        f"## {escaped(labels.get(name, name))}\n\n{escaped(words)}"
        for name, value in entry.fields.items()
        if (words := field_words(value))
    )
    return "\n\n".join(parts)


def field_words(value: FieldValue) -> str:
    """A field's value as a person reads it; empty where there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, (int, float)):
        if abs(value) > LARGEST_WRITTEN_OUT:
            return str(value)
        return number(value) if float(value).is_integer() else number(value, 2)
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "\n".join(f"{name}: {share}" for name, share in value.items())
    return "\n".join(value)


def _response_body(response: Response, belongings: Belongings) -> str:
    questionnaire = belongings.questionnaire_of(response)
    texts = {item.id: item.text for item in questionnaire.items} if questionnaire else {}
    labels = {option.value: option.label for option in questionnaire.options} if questionnaire else {}
    title = questionnaire.title if questionnaire else response.questionnaire
    lines = [f"## {escaped(title)}", ""]
    for item, answer in response.answers.items():
        words = say("skipped") if answer is None else str(answer)
        if isinstance(answer, int) and answer in labels:
            words = f"{labels[answer]} ({answer})"
        lines.append(f"- {escaped(texts.get(item, item))} — {escaped(words)}")
    return "\n".join([*lines, "", escaped(response.note)]).rstrip()


def _is_writable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _guide() -> str:
    return "\n\n".join(
        (
            "# " + say("Your writing as Markdown"),
            say("These notes are not encrypted: whoever can open them can read everything in them."),
            say(
                "Each note begins with front matter between two lines of dashes. Footbridge reads the notes back from "
                "the line that begins with footbridge, and a free entry's text from below; other apps read the rest."
            ),
            say("A backslash before a sign keeps that sign from being taken for markup."),
            "",
        )
    )
