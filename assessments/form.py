"""The frozen model of a form: a guided journal entry with named fields, in parts and sittings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FieldKind = Literal[
    "short_text",
    "long_text",
    "slider_100",
    "slider_10",
    "choice",
    "choices",
    "feelings",
    "date",
    "yes_no",
    "person",
]
TEXT_KINDS: tuple[FieldKind, ...] = ("short_text", "long_text")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One answer to choose; `note` is said beneath the field once it is chosen."""

    id: str
    label: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Condition:
    """When something is shown: another field holds one of `any_of`, or a number of at least `at_least`."""

    field: str
    any_of: tuple[str, ...] = ()
    at_least: float | None = None


@dataclass(frozen=True, kw_only=True)
class Field:
    """One named field; every field is optional; `source` names a list of the programme as its choices."""

    id: str
    label: str
    kind: FieldKind
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    source: str | None = None
    low_label: str = ""
    high_label: str = ""
    when: Condition | None = None
    is_theme_text: bool = False
    is_words_that_helped: bool = False


@dataclass(frozen=True, kw_only=True)
class Pause:
    """A gentle pause with a way to Help, offered when its condition holds."""

    when: Condition
    text: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """Some fields that stand together; `sitting` 1 is asked first, 2 later; a folded part opens on a click."""

    id: str
    fields: tuple[Field, ...]
    title: str = ""
    text: str = ""
    sitting: int = 1
    folded: bool = False
    when: Condition | None = None


@dataclass(frozen=True, kw_only=True)
class Form:
    """One version of a form; `waits_until` names the fields whose emptiness keeps an entry waiting on Today."""

    id: str
    version: int
    title: str
    parts: tuple[Part, ...]
    description: str = ""
    opening: str = ""
    closing: str = ""
    after_saving: str = ""
    language: str = "en"
    step: int | None = None
    safety_line: bool = False
    quoted: bool = True
    pauses: tuple[Pause, ...] = ()
    waits_until: tuple[str, ...] = ()
    waiting_line: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """The id and version by which an entry names this form."""
        return (self.id, self.version)

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields of all parts, in order."""
        return tuple(field for part in self.parts for field in part.fields)

    def field(self, field_id: str) -> Field:
        """The field with that id; KeyError where there is none."""
        for field in self.fields:
            if field.id == field_id:
                return field
        raise KeyError(field_id)

    @property
    def theme_text_fields(self) -> tuple[str, ...]:
        """The ids of the fields whose text is read for recurring themes."""
        return tuple(field.id for field in self.fields if field.is_theme_text)
