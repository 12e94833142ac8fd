"""One form read from its TOML text, with every fault noted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from assessments.content_problems import Problem
from assessments.content_reading import Notes, Table, note_repeats, parse
from assessments.form import TEXT_KINDS, Choice, Condition, Field, FieldKind, Form, Part, Pause
from assessments.language import listing, say
from assessments.questionnaire_reading import read_language

KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
NUMBER_KINDS: tuple[FieldKind, ...] = ("slider_100", "slider_10", "number")
CHOICE_KINDS: tuple[FieldKind, ...] = ("choice", "choices")
SOURCES = ("feelings", "thinking_traps", "looking_back_traps")
RANGES: Mapping[FieldKind, tuple[float, float]] = {"slider_100": (0, 100), "slider_10": (0, 10)}


def read_form(text: str, file: str) -> tuple[Form | None, tuple[Problem, ...]]:
    """The form of a TOML text, with stand-ins where it has problems, and all that is wrong in it by itself.

    None where the text is no TOML.
    """
    notes = Notes(file, text)
    values = parse(text, notes)
    if values is None:
        return None, tuple(notes.problems)
    return _form(Table(values, notes)), tuple(notes.problems)


def _form(table: Table) -> Form:
    part_tables = table.tables("parts", at_least=1)
    note_repeats(part_tables)
    field_tables = [each for part in part_tables for each in part.tables("fields", at_least=1)]
    note_repeats(field_tables)
    fields = {each.id: each for each in (_field(each) for each in field_tables)}
    for each in field_tables:
        _check_when(each, fields)
    form = Form(
        id=table.identifier(),
        version=table.whole("version", 1, 1_000_000),
        title=table.text("title"),
        description=table.text("description", ""),
        opening=table.text("opening", ""),
        closing=table.text("closing", ""),
        after_saving=table.text("after_saving", ""),
        language=read_language(table),
        step=table.whole_or_none("step", 1, 99),
        safety_line=table.flag("safety_line"),
        quoted=table.flag("quoted", default=True),
        parts=tuple(_part(each, fields) for each in part_tables),
        pauses=tuple(_pause(each, fields) for each in table.tables("pauses")),
        waits_until=table.texts("waits_until", ids=True),
        waiting_line=table.text("waiting_line", ""),
    )
    for name in form.waits_until:
        if name not in fields:
            table.note("waits_until", name, _only_fields(fields))
    if form.waits_until and not form.waiting_line:
        table.note("waiting_line", None, say("A form that waits says so on Today: a text is needed here."))
    table.finish()
    return form


def _part(table: Table, fields: Mapping[str, Field]) -> Part:
    ids = [each.values.get("id") for each in table.tables("fields")]
    part = Part(
        id=table.identifier(),
        title=table.text("title", ""),
        text=table.text("text", ""),
        sitting=table.whole("sitting", 1, 2, default=1),
        folded=table.flag("folded"),
        when=_condition(table),
        fields=tuple(fields[name] for name in ids if isinstance(name, str) and name in fields),
    )
    _check_when(table, fields)
    if part.folded and not part.title:
        table.note("title", None, say("A folded part is opened by its title: a text is needed here."))
    table.finish()
    return part


def _field(table: Table) -> Field:
    word = table.one_of("kind", KINDS)
    kind = next(each for each in KINDS if each == word)
    field = Field(
        id=table.identifier(),
        label=table.text("label"),
        kind=kind,
        hint=table.text("hint", ""),
        choices=_choices(table),
        source=table.one_of("source", SOURCES) if "source" in table.values else None,
        low_label=table.text("low_label", ""),
        high_label=table.text("high_label", ""),
        low=table.number("low", -1_000_000, 1_000_000),
        high=table.number("high", -1_000_000, 1_000_000),
        when=_condition(table),
        is_theme_text=table.flag("is_theme_text"),
        is_words_that_helped=table.flag("is_words_that_helped"),
    )
    _check_kind(table, field)
    table.finish()
    return field


def _check_kind(table: Table, field: Field) -> None:
    if field.kind in CHOICE_KINDS and len(field.choices) < 2 and field.source is None:
        table.note("choices", len(field.choices), say("At least two choices are needed, or a source that holds them."))
    if field.kind not in CHOICE_KINDS and field.choices:
        table.note("choices", len(field.choices), say("Only a field of the kind choice or choices has choices."))
    if field.kind == "number":
        if field.low is None or field.high is None or not field.low < field.high:
            table.note("low", table.values.get("low"), say("A number needs low and high, and high is the larger."))
    elif field.low is not None or field.high is not None:
        table.note("low", field.low, say("Only a field of the kind number has low and high."))
    for key, marked in (("is_theme_text", field.is_theme_text), ("is_words_that_helped", field.is_words_that_helped)):
        if marked and field.kind not in TEXT_KINDS:
            table.note(key, field.kind, say("Only a field of text can be marked so."))


def _choices(table: Table) -> tuple[Choice, ...]:
    tables = table.tables("choices")
    note_repeats(tables)
    choices = tuple(
        Choice(id=each.identifier(), label=each.text("label"), note=each.text("note", "")) for each in tables
    )
    for each in tables:
        each.finish()
    return choices


def _condition(table: Table) -> Condition | None:
    within = table.table("when")
    if within is None:
        return None
    condition = Condition(
        field=within.identifier("field"),
        any_of=within.texts("any_of", ids=True),
        at_least=within.number("at_least", -1_000_000, 1_000_000),
    )
    if condition.any_of and condition.at_least is not None:
        within.note("at_least", condition.at_least, say("Either any_of or at_least is allowed, not both."))
    within.finish()
    return condition


def _check_when(table: Table, fields: Mapping[str, Field]) -> None:
    """Note a condition that names no field of this form, or an answer that its field cannot hold."""
    within = table.values.get("when")
    if not isinstance(within, dict):
        return
    name = within.get("field")
    field = fields.get(name) if isinstance(name, str) else None
    if field is None:
        table.note("when.field", name, _only_fields(fields))
        return
    if within.get("at_least") is not None and field.kind not in NUMBER_KINDS:
        table.note("when.at_least", within["at_least"], say("Only a slider or a number can be at least something."))
    answers = within.get("any_of")
    known = _answers_of(field)
    for answer in answers if isinstance(answers, list) else ():
        if answer not in known:
            table.note(
                "when.any_of", answer, say("Only answers of that field are known: {words}.", words=listing(known))
            )


def _answers_of(field: Field) -> tuple[str, ...]:
    if field.kind == "yes_no":
        return ("yes", "no")
    return tuple(choice.id for choice in field.choices)


def _only_fields(fields: Mapping[str, Field]) -> str:
    return say("Only fields of this form are known: {words}.", words=listing(fields))


def _pause(table: Table, fields: Mapping[str, Field]) -> Pause:
    condition = _condition(table)
    if condition is None:
        table.note(
            "when",
            None,
            say('A pause needs a condition: when = {open} field = "…", at_least = … {close}.', open="{", close="}"),
        )
    _check_when(table, fields)
    pause = Pause(when=condition or Condition(field=""), text=table.text("text"))
    table.finish()
    return pause
