"""What is wrong in a content file: the file, the key, what was found and what is allowed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.language import say

KeyPath = tuple[str | int, ...]

LONGEST_SHOWN = 60
_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*[\"']?([\w-]+)[\"']?\s*=")


@dataclass(frozen=True)
class Problem:
    """One fault in a content file; `line` counts from 1 and is None where it is not known."""

    file: str
    key: str
    found: str
    allowed: str
    line: int | None = None

    @property
    def says(self) -> str:
        """The fault as one sentence for a person."""
        place = say("{file}, line {line}", file=self.file, line=self.line) if self.line else self.file
        if not self.key:
            return say("{place}: found {found}. {allowed}", place=place, found=self.found, allowed=self.allowed)
        return say(
            "{place}, {key}: found {found}. {allowed}",
            place=place,
            key=self.key,
            found=self.found,
            allowed=self.allowed,
        )


class ContentError(ValueError):
    """The built-in content has faults; `.problems` holds every one of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(problem.says for problem in problems))
        self.problems = tuple(problems)


def shown(value: object) -> str:
    """A value as a problem shows it: in words where it is missing, and cut where it is long."""
    if value is None:
        return say("nothing")
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, str):
        text = f"“{value}”"
    elif isinstance(value, dict):
        return say("a table")
    elif isinstance(value, list):
        return say("a list")
    else:
        text = _plainly(value)
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"


def _plainly(value: object) -> str:
    try:
        return str(value)
    except ValueError:
        return say("a very long number")


def lines_of(text: str) -> dict[KeyPath, int]:
    """The line on which each key and table header of a TOML text stands, from 1; a best effort.

    A path names tables by key and their place in an array by index, from 0: ("items", 2, "text").
    """
    lines: dict[KeyPath, int] = {}
    table: KeyPath = ()
    counts: dict[KeyPath, int] = {}
    for line_number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _table_path(header.group(2), header.group(1) == "[[", counts)
            lines.setdefault(table, line_number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, key.group(1)), line_number)
    return lines


def line_of(lines: Mapping[KeyPath, int], path: KeyPath) -> int | None:
    """The line of a path, or of the nearest table around it; None where neither is known."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


def _table_path(name: str, is_array: bool, counts: dict[KeyPath, int]) -> KeyPath:
    path: KeyPath = ()
    keys = [key.strip().strip("\"'") for key in name.split(".")]
    for depth, key in enumerate(keys):
        path = (*path, key)
        if depth == len(keys) - 1 and is_array:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
