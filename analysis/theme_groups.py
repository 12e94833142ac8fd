"""The person's merges and splits laid over the fitted themes: which of them stand behind each theme shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.passages import Passage
from analysis.theme_edits import Edit, Hide, Merge, NotATheme, Rename, Split
from analysis.theme_model import ThemeModel, split


@dataclass(frozen=True)
class Groups:
    """For each theme shown its fitted parts; the person's names; what is hidden. `refused` themes stay out."""

    parts: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    hidden: frozenset[str]
    refused: frozenset[str]


def with_splits(model: ThemeModel, edits: Sequence[Edit], found: Sequence[Passage]) -> ThemeModel:
    """The model with every fitted theme in two that the person asked to split."""
    for at, edit in enumerate(edits):
        if isinstance(edit, Split):
            before = grouped(model, edits[:at]).parts.get(edit.theme, ())
            if len(before) == 1:
                model = split(model, before[0], found)
    return model


def grouped(model: ThemeModel, edits: Sequence[Edit]) -> Groups:
    """The edits applied in order; one that speaks of a theme that is no more does nothing.

    The halves of a theme whose split was undone stand behind the whole again.
    """
    parts: dict[str, tuple[str, ...]] = {}
    for leaf in model.ids:
        root = leaf.partition(".")[0]
        parts[root] = (*parts.get(root, ()), leaf)
    names: dict[str, str] = {}
    hidden: set[str] = set()
    refused: set[str] = set()
    for edit in edits:
        if isinstance(edit, Merge):
            _merge(parts, [theme for theme in edit.themes if theme in parts])
        elif edit.theme not in parts:
            continue
        elif isinstance(edit, Rename):
            names[edit.theme] = edit.name
        elif isinstance(edit, Split):
            _split(parts, edit.theme)
        elif isinstance(edit, Hide):
            hidden.add(edit.theme)
        elif isinstance(edit, NotATheme):
            refused.add(edit.theme)
    return Groups(parts, names, frozenset(hidden), frozenset(refused))


def groups_to_data(groups: Groups) -> dict[str, Any]:
    """The groups as values that JSON holds."""
    return {
        "parts": {theme: list(leaves) for theme, leaves in groups.parts.items()},
        "names": dict(groups.names),
        "hidden": sorted(groups.hidden),
        "refused": sorted(groups.refused),
    }


def groups_from_data(data: dict[str, Any]) -> Groups:
    """The groups as they were written."""
    parts = {theme: tuple(leaves) for theme, leaves in data["parts"].items()}
    return Groups(parts, data["names"], frozenset(data["hidden"]), frozenset(data["refused"]))


def _merge(parts: dict[str, tuple[str, ...]], themes: Sequence[str]) -> None:
    for other in themes[1:]:
        if other in parts and other != themes[0]:
            parts[themes[0]] = parts[themes[0]] + parts.pop(other)


def _split(parts: dict[str, tuple[str, ...]], theme: str) -> None:
    """A merged theme falls back into what was merged, one that is whole into its halves."""
    leaves = parts.pop(theme)
    depth = theme.count(".") + 1
    own = all(leaf == theme or leaf.startswith(f"{theme}.") for leaf in leaves)
    for leaf in leaves:
        half = ".".join(leaf.split(".")[: depth + 1]) if own else leaf.partition(".")[0]
        parts[half] = (*parts.get(half, ()), leaf)
