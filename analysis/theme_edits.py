"""What a person changed about their themes, in the order they did it; undo is dropping the last."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Rename:
    """Call this theme by the person's own name."""

    theme: str
    name: str


@dataclass(frozen=True)
class Merge:
    """These themes are one; it keeps the first one's id."""

    themes: tuple[str, ...]


@dataclass(frozen=True)
class Split:
    """This theme is two; they are called by its id with ".1" and ".2" behind it."""

    theme: str


@dataclass(frozen=True)
class Hide:
    """Keep this theme, out of sight."""

    theme: str


@dataclass(frozen=True)
class NotATheme:
    """This is nothing that belongs together: leave it out wholly."""

    theme: str


Edit: TypeAlias = Rename | Merge | Split | Hide | NotATheme
_KINDS: dict[str, type[Edit]] = {kind.__name__: kind for kind in (Rename, Merge, Split, Hide, NotATheme)}


def edits_to_json(edits: Sequence[Edit]) -> str:
    """The edits as text for the vault."""
    return json.dumps([{"kind": type(edit).__name__, **asdict(edit)} for edit in edits], ensure_ascii=False)


def edits_from_json(text: str) -> tuple[Edit, ...]:
    """The edits as they were; raises ValueError for text that holds none."""
    edits = []
    for found in json.loads(text):
        kind = _KINDS.get(found.pop("kind", ""))
        if kind is None:
            raise ValueError("an edit of no known kind")
        if "themes" in found:
            found["themes"] = tuple(found["themes"])
        edits.append(kind(**found))
    return tuple(edits)
