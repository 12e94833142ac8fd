"""Typed reading of a TOML text that notes every fault on its way instead of stopping at the first."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from assessments.content_problems import KeyPath, Problem, line_of, lines_of, shown
from assessments.language import listing, say

LONGEST_ID = 60
LONGEST_TEXT = 5_000
_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_TOML_LINE = re.compile(r"at line (\d+)")


@dataclass
class Notes:
    """The problems found so far in one file."""

    file: str
    text: str = ""
    problems: list[Problem] = field(default_factory=list)
    _told: set[Problem] = field(default_factory=set)

    @cached_property
    def lines(self) -> dict[KeyPath, int]:
        """Where the keys of the text stand; worked out once, and only where something is wrong."""
        return lines_of(self.text)

    def note(self, path: KeyPath, key: str, found: object, allowed: str) -> None:
        """Write down one fault; `path` finds its line, `key` is what a person reads."""
        problem = Problem(self.file, key, shown(found), allowed, line_of(self.lines, path))
        if problem not in self._told:
            self._told.add(problem)
            self.problems.append(problem)


def parse(text: str, notes: Notes) -> dict[str, object] | None:
    """The TOML text as a dict; None, and a problem with its line, where it is not TOML."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = _TOML_LINE.search(str(error))
        end = len(text.splitlines()) if "end of document" in str(error) else None
        notes.problems.append(
            Problem(
                notes.file,
                "",
                say("text that cannot be read as TOML ({reason})", reason=str(error)[:200]),
                say('TOML is needed here: lines such as title = "…", and tables such as [[items]].'),
                int(line.group(1)) if line else end,
            )
        )
        return None


class Table:
    """One TOML table while it is read: asking for a key answers a value of the right kind, or a stand-in and a note."""

    def __init__(self, values: Mapping[str, object], notes: Notes, path: KeyPath = (), name: str = "") -> None:
        self.values = values
        self.notes = notes
        self.path = path
        self.name = name
        self._asked: set[str] = set()

    def key(self, key: str) -> str:
        """The key with the names of the tables around it, as a person reads it."""
        return f"{self.name}.{key}" if self.name else key

    def note(self, key: str, found: object, allowed: str) -> None:
        """Write down a fault at one key of this table."""
        self.notes.note((*self.path, key), self.key(key), found, allowed)

    def get(self, key: str) -> object:
        """The raw value, or None; the key counts as known from here on."""
        self._asked.add(key)
        return self.values.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty; required where no default is given."""
        value = self.get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            self.note(key, value, say("A text in quotation marks is needed here."))
        elif not value.strip() and default is None:
            self.note(key, value, say("A text that is not empty is needed here."))
        elif len(value) > LONGEST_TEXT:
            self.note(key, value, say("A text of at most {n} characters is allowed here.", n=LONGEST_TEXT))
        elif _CONTROL.search(value):
            self.note(key, value, say("A text without control characters is needed here."))
        else:
            return value
        return default or ""

    def identifier(self, key: str = "id", reserved: Container[object] = ()) -> str:
        """A required id: small letters, digits, and single - or _ between them."""
        value = self.get(key)
        if self._is_identifier(key, value) and value in reserved:
            self.note(key, value, say("Another id is needed: this word has a meaning of its own in results."))
        return value if isinstance(value, str) else ""

    def reference(self, key: str) -> str | None:
        """An id of something else, or None where the key is not there."""
        value = self.get(key)
        if value is None:
            return None
        self._is_identifier(key, value)
        return value if isinstance(value, str) else None

    def _is_identifier(self, key: str, value: object) -> bool:
        if isinstance(value, str) and len(value) <= LONGEST_ID and _ID.fullmatch(value):
            return True
        self.note(
            key,
            value,
            say(
                "An id is needed here: small letters a to z and digits, with - or _ between them, beginning with a "
                "letter, at most {n} characters.",
                n=LONGEST_ID,
            ),
        )
        return False

    def whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number from `low` to `high`; required where no default is given."""
        value = self.get(key)
        if value is None and default is not None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.note(key, value, say("A whole number from {low} to {high} is needed here.", low=low, high=high))
        return low

    def whole_or_none(self, key: str, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`, or None where the key is not there."""
        return None if self.get(key) is None else self.whole(key, low, high)

    def number(self, key: str, low: float, high: float) -> float | None:
        """A number from `low` to `high`, or None where the key is not there."""
        value = self.get(key)
        if value is None:
            return None
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if is_number and (isinstance(value, int) or math.isfinite(value)) and low <= value <= high:  # type: ignore[arg-type, operator]
            return float(value)  # type: ignore[arg-type]
        self.note(key, value, say("A number from {low} to {high} is needed here.", low=low, high=high))
        return None

    def flag(self, key: str, default: bool = False) -> bool:
        """true or false."""
        value = self.get(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.note(key, value, say("true or false is needed here, without quotation marks."))
        return default

    def day(self, key: str) -> date:
        """A required date, written 2026-11-24 without quotation marks."""
        value = self.get(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self.note(key, value, say("A date is needed here, written like 2026-11-24, without quotation marks."))
        return date.min

    def one_of(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        """One of a few words; required where no default is given."""
        value = self.get(key)
        if value is None and default is not None:
            return default
        if isinstance(value, str) and value in allowed:
            return value
        self.note(key, value, say("One of these is needed here: {words}.", words=listing(allowed)))
        return allowed[0]

    def texts(self, key: str, ids: bool = False) -> tuple[str, ...]:
        """A list of texts that are not empty (or of ids), each once; empty where the key is not there."""
        value = self.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.note(key, value, say("A list in square brackets is needed here."))
            return ()
        texts = []
        for text in value:
            if not isinstance(text, str) or not text.strip() or _CONTROL.search(text) or len(text) > LONGEST_TEXT:
                self.note(key, text, say("Each of this list's parts is a text that is not empty."))
            elif ids and not self._is_identifier(key, text):
                continue
            elif text in texts:
                self.note(key, text, say("Each of this list's parts stands in it once."))
            else:
                texts.append(text)
        return tuple(texts)

    def table(self, key: str) -> Table | None:
        """A table within this one; None where the key is not there or is something else."""
        value = self.get(key)
        if value is None:
            return None
        if isinstance(value, dict):
            return Table(value, self.notes, (*self.path, key), self.key(key))
        self.note(key, value, say("A table is needed here, such as [{key}] with lines beneath it.", key=key))
        return None

    def tables(self, key: str, at_least: int = 0) -> tuple[Table, ...]:
        """The tables of an array, each named by its id where it has one, else by its place counted from 1."""
        value = self.get(key)
        if value is None and at_least == 0:
            return ()
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.note(key, value, say("Tables are needed here, each headed [[{key}]].", key=key))
            return ()
        if len(value) < at_least:
            self.note(key, value, say("At least {n} of these are needed.", n=at_least))
        return tuple(self._entry(key, place, entry) for place, entry in enumerate(value))

    def _entry(self, key: str, place: int, entry: dict[str, object]) -> Table:
        own = entry.get("id")
        known = isinstance(own, str) and _ID.fullmatch(own)
        name = f"{self.key(key)}.{own}" if known else f"{self.key(key)}[{place + 1}]"
        return Table(entry, self.notes, (*self.path, key, place), name)

    def finish(self) -> None:
        """Note every key that nothing asked for: a typing slip, most often."""
        known = sorted(self._asked)
        for key in self.values:
            if key not in self._asked:
                self.note(str(key), key, say("Only these keys are known here: {keys}.", keys=listing(known)))


def note_repeats(tables: Sequence[Table], key: str = "id") -> None:
    """Note each table whose id stands in an earlier one of the same array."""
    seen = set()
    for table in tables:
        value = table.values.get(key)
        if isinstance(value, (str, int)) and value in seen:
            table.note(key, value, say("Each of these needs a value of its own here; this one is there already."))
        elif isinstance(value, (str, int)):
            seen.add(value)
