"""The frozen model of a form: a guided journal entry with named fields, in parts and sittings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assessments.records import FieldValue

FieldKind = Literal[
    "short_text",
    "long_text",
    "slider_100",
    "slider_10",
    "number",
    "choice",
    "choices",
    "feelings",
    "date",
    "yes_no",
    "person",
]
TEXT_KINDS: tuple[FieldKind, ...] = ("short_text", "long_text")


def is_filled(value: FieldValue) -> bool:
    """Whether a field holds an answer: 0 and "no" are answers, blank text and empty lists are none."""
    if value is None:
        return False
    return bool(value.strip()) if isinstance(value, str) else isinstance(value, (bool, int, float)) or bool(value)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One answer to choose; `note` is said beneath the field once it is chosen."""

    id: str
    label: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Condition:
    """When something is shown: another field holds one of `any_of`, a number of at least `at_least`, or anything.

    A yes_no field answers to "yes" and "no" in `any_of`. With neither list nor number, any answer will do.
    """

    field: str
    any_of: tuple[str, ...] = ()
    at_least: float | None = None

    def holds(self, values: Mapping[str, FieldValue]) -> bool:
        """Whether the condition holds for the field values of an entry."""
        value = values.get(self.field)
        if not is_filled(value):
            return False
        if self.at_least is not None:
            return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= self.at_least
        if not self.any_of:
            return True
        if isinstance(value, bool):
            return ("yes" if value else "no") in self.any_of
        if isinstance(value, Sequence) and not isinstance(value, str):
            return any(chosen in self.any_of for chosen in value)
        return value in self.any_of


@dataclass(frozen=True, kw_only=True)
class Field:
    """One named field; every field is optional; `source` names a list of the catalogue as its choices.

    `low` and `high` bound a field of the kind `number`.
    """

    id: str
    label: str
    kind: FieldKind
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    source: str | None = None
    low_label: str = ""
    high_label: str = ""
    low: float | None = None
    high: float | None = None
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
    """Some fields that stand together; `sitting` 1 is asked first; a folded part opens on a click.

    Sitting 2 is offered once sitting 1 is saved, and again from Today as long as the form's `is_waiting` holds.
    """

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

    def is_shown(self, field_id: str, values: Mapping[str, FieldValue]) -> bool:
        """Whether a field is asked, given the values of the others; KeyError where there is no such field."""
        for part in self.parts:
            for field in part.fields:
                if field.id == field_id:
                    return all(when is None or when.holds(values) for when in (part.when, field.when))
        raise KeyError(field_id)

    def is_waiting(self, values: Mapping[str, FieldValue]) -> bool:
        """Whether an entry waits on Today: one of `waits_until` is asked and still without an answer."""
        return any(self.is_shown(name, values) and not is_filled(values.get(name)) for name in self.waits_until)
