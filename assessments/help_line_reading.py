"""The help lines read from their TOML text, with every fault noted."""

from __future__ import annotations

from datetime import date
from typing import get_args

from assessments.content_problems import Problem
from assessments.content_reading import Notes, Table, note_repeats, parse
from assessments.help_lines import HelpKind, HelpLine, HelpLines, HelpRegion
from assessments.language import say

KINDS: tuple[HelpKind, ...] = get_args(HelpKind)


def read_help_lines(text: str, file: str) -> tuple[HelpLines | None, tuple[Problem, ...]]:
    """The help lines of a TOML text, or None, and all that is wrong in it: a wrong number is worse than none."""
    notes = Notes(file, text)
    values = parse(text, notes)
    if values is None:
        return None, tuple(notes.problems)
    table = Table(values, notes)
    checked = table.day("checked")
    regions = table.tables("regions", at_least=1)
    note_repeats(regions)
    lines = HelpLines(
        checked=checked,
        source=table.text("source"),
        regions=tuple(_region(each, checked) for each in regions),
        ways_to_find=table.texts("ways_to_find"),
        ways_to_company=table.texts("ways_to_company"),
    )
    table.finish()
    return (None if notes.problems else lines), tuple(notes.problems)


def _region(table: Table, checked: date) -> HelpRegion:
    lines = table.tables("lines")
    note_repeats(lines)
    region = HelpRegion(
        id=table.identifier(),
        title=table.text("title"),
        note=table.text("note", ""),
        countries=table.texts("countries"),
        lines=tuple(_line(each, checked) for each in lines),
    )
    table.finish()
    return region


def _line(table: Table, checked: date) -> HelpLine:
    word = table.one_of("kind", KINDS)
    line = HelpLine(
        id=table.identifier(),
        name=table.text("name"),
        kind=next(kind for kind in KINDS if kind == word),
        call=table.text("call", ""),
        write=table.text("write", ""),
        web=table.text("web", ""),
        hours=table.text("hours", ""),
        note=table.text("note", ""),
        source=table.text("source"),
        checked=table.day("checked") if "checked" in table.values else checked,
    )
    if not (line.call or line.write or line.web):
        table.note("call", None, say("At least one way to reach it is needed: call, write or web."))
    table.finish()
    return line
