"""What is wrong in a content file: the file, the key, what was found and what is allowed."""

from __future__ import annotations

import re
from collections.abc import Sequence
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


def line_of(text: str, path: KeyPath) -> int | None:
    """The line on which a key stands in a TOML text, or that of the nearest table around it; a best effort.

    `path` names tables by key and their place in an array by index, from 0: ("items", 2, "text").
    """
    best: tuple[int, int] | None = None
    table: KeyPath = ()
    counts: dict[KeyPath, int] = {}
    for line_number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _table_path(header.group(2), header.group(1) == "[[", counts)
            here = table
        elif key := _KEY.match(line):
            here = (*table, key.group(1))
        else:
            continue
        if here and here == path[: len(here)] and (best is None or len(here) > best[0]):
            best = (len(here), line_number)
    return best[1] if best else None


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
