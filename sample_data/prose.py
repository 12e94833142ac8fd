"""The hand-written banks of prose: what the invented person may write, by theme and stretch of weeks."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sample_data.life import WEEKS

FOLDER = Path(__file__).parent / "prose"


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Some sentences that can stand anywhere in an entry; in the files a title of their own stands before in [ ]."""

    text: str
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Pieces that fit a run of weeks, kept in the order in which they were written; `hours` bound the time of day."""

    theme: str
    weeks: range
    tone: str
    hours: tuple[int, int] | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class ThemeBank:
    """All that is written on one theme; `episode` marks a burst, `background` what is no theme of its own.

    A theme `in_order` tells a story: its pieces are used as they stand in the file. Pieces of a `whole` bank are long:
    an entry begins with one or has none.
    """

    id: str
    tag: str
    weekdays: tuple[int, ...]
    titles: tuple[str, ...]
    episode: bool
    background: bool
    in_order: bool
    whole: bool
    stretches: tuple[Stretch, ...]


def read_banks(anchors: Mapping[str, int], folder: Path = FOLDER) -> tuple[ThemeBank, ...]:
    """Every bank of the folder by name; weeks that lean on a marked event are counted from its anchor."""
    return tuple(_bank(path, anchors) for path in sorted(folder.glob("*.toml")))


def _bank(path: Path, anchors: Mapping[str, int]) -> ThemeBank:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    return ThemeBank(
        id=path.stem,
        tag=values["tag"],
        weekdays=tuple(values.get("weekdays", range(7))),
        titles=tuple(values.get("titles", ())),
        episode=values.get("episode", False),
        background=values.get("background", False),
        in_order=values.get("in_order", True),
        whole=values.get("whole", False),
        stretches=tuple(_stretch(path.stem, each, anchors) for each in values["stretches"]),
    )


def _stretch(theme: str, values: Mapping[str, object], anchors: Mapping[str, int]) -> Stretch:
    weeks, pieces, hours = values["weeks"], values["pieces"], values.get("hours")
    if not isinstance(weeks, list) or not isinstance(pieces, list):
        raise TypeError(f"{theme}: weeks and pieces are lists")
    zero = anchors[str(values["anchor"])] if "anchor" in values else 0
    return Stretch(
        theme=theme,
        weeks=range(max(zero + weeks[0], 0), min(zero + weeks[1], WEEKS - 1) + 1),
        tone=str(values["tone"]),
        hours=(int(hours[0]), int(hours[1])) if isinstance(hours, list) else None,
        pieces=tuple(_piece(str(each)) for each in pieces),
    )


def _piece(written: str) -> Piece:
    if written.startswith("["):
        title, text = written[1:].split("] ", 1)
        return Piece(title=title, text=text)
    return Piece(text=written)
