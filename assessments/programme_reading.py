"""The programme (steps, practices, reflections, feelings, traps) read from its TOML text, with every fault noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from assessments.content_problems import Problem
from assessments.content_reading import Notes, Table, note_repeats, parse
from assessments.language import say
from assessments.programme import Feeling, LookingBackTrap, Practice, Reflection, Step, ThinkingTrap

Entry = TypeVar("Entry")


@dataclass(frozen=True, kw_only=True)
class Programme:
    """What one programme file holds, in its order."""

    steps: tuple[Step, ...] = ()
    practices: tuple[Practice, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    feelings: tuple[Feeling, ...] = ()
    thinking_traps: tuple[ThinkingTrap, ...] = ()
    looking_back_traps: tuple[LookingBackTrap, ...] = ()


def read_programme(text: str, file: str) -> tuple[Programme, tuple[Problem, ...]]:
    """All that could be read of a programme's TOML text, and all that is wrong in it by itself."""
    notes = Notes(file, text)
    values = parse(text, notes)
    if values is None:
        return Programme(), tuple(notes.problems)
    table = Table(values, notes)
    programme = Programme(
        steps=_each(table, "steps", _step),
        practices=_each(table, "practices", _practice),
        reflections=_each(table, "reflections", _reflection),
        feelings=_each(table, "feelings", _feeling),
        thinking_traps=_each(table, "thinking_traps", _thinking_trap),
        looking_back_traps=_each(table, "looking_back_traps", _looking_back_trap),
    )
    table.finish()
    return programme, tuple(notes.problems)


def _each(table: Table, key: str, read: Callable[[Table], Entry]) -> tuple[Entry, ...]:
    """The entries of one array that have no fault of their own."""
    tables = table.tables(key)
    note_repeats(tables)
    entries = []
    for each in tables:
        before = len(table.notes.problems)
        entry = read(each)
        each.finish()
        if len(table.notes.problems) == before:
            entries.append(entry)
    return tuple(entries)


def _step(table: Table) -> Step:
    return Step(
        id=table.identifier(),
        number=table.whole("number", 1, 99),
        title=table.text("title"),
        why=table.text("why"),
        recap=table.text("recap"),
        questionnaires=table.texts("questionnaires", ids=True),
        forms=table.texts("forms", ids=True),
        practices=table.texts("practices", ids=True),
        reflections=table.texts("reflections", ids=True),
        table=_rows(table),
        table_title=table.text("table_title", ""),
    )


def _rows(table: Table) -> tuple[tuple[str, ...], ...]:
    value = table.get("table")
    if value is None:
        return ()
    if isinstance(value, list) and value and all(isinstance(row, list) for row in value):
        rows = tuple(tuple(str(cell) for cell in row if isinstance(cell, str)) for row in value)
        if len({len(row) for row in rows}) == 1 and all(
            len(row) == len(found) for row, found in zip(rows, value, strict=True)
        ):
            return rows
    table.note("table", value, say('Rows of texts are needed here, all of one length: [["…", "…"], ["…", "…"]].'))
    return ()


def _practice(table: Table) -> Practice:
    how = table.texts("how")
    if len(how) != 2:
        table.note("how", len(how), say('Two lines are needed here: how = ["…", "…"].'))
    return Practice(id=table.identifier(), title=table.text("title"), how=how, steps=_numbers(table))


def _numbers(table: Table) -> tuple[int, ...]:
    value = table.get("steps")
    if isinstance(value, list) and value and all(type(number) is int for number in value):
        return tuple(value)
    table.note("steps", value, say("The numbers of one or more steps are needed here, such as [3, 5]."))
    return ()


def _reflection(table: Table) -> Reflection:
    return Reflection(id=table.identifier(), text=table.text("text"), step=table.whole("step", 1, 99))


def _feeling(table: Table) -> Feeling:
    return Feeling(id=table.identifier(), label=table.text("label"))


def _thinking_trap(table: Table) -> ThinkingTrap:
    return ThinkingTrap(id=table.identifier(), label=table.text("label"), explanation=table.text("explanation"))


def _looking_back_trap(table: Table) -> LookingBackTrap:
    return LookingBackTrap(id=table.identifier(), label=table.text("label"), way_out=table.text("way_out"))
