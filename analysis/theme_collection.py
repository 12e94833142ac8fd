"""All themes of a journal with the model behind them: sorting entries in, forgetting them, to JSON and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from analysis.features import Floats
from analysis.passages import Passage, passages
from analysis.theme import Theme, theme_from_data, theme_to_data
from analysis.theme_course import Course, course_from_data, course_to_data, with_course
from analysis.theme_groups import Groups, groups_from_data, groups_to_data
from analysis.theme_model import ThemeModel, model_from_data, model_to_data
from analysis.writings import clean_entries

FORMAT = 6
READABLE = (3, 4, 5, FORMAT)


@dataclass(frozen=True, kw_only=True, eq=False)
class Themes:
    """The themes of a journal, most entries first; `weights` (entries × theme ids) say how clearly an entry holds it.

    A weight goes from 0 to 1; from `recurrence.PRESENT_AT` on the entry counts as holding the theme, and it can hold
    several.
    `early` says that the journal is still short (below 60 entries); `notice` is a sentence about entries that were
    not read, or empty.
    """

    themes: tuple[Theme, ...]
    weights: pd.DataFrame
    n: int
    early: bool
    notice: str
    model: ThemeModel
    groups: Groups
    course: Course

    def assign(self, entries: pd.DataFrame) -> pd.DataFrame:
        """The weights of these entries (frame with id, written_at, text) in the themes as they stand."""
        frame = clean_entries(entries)
        found = passages(frame["text"].tolist())
        points = self.model.points(found)
        shown = shown_shares(self.model, self.groups, self.model.shares(points))
        near = shown_nearness(self.model, self.groups, self.model.nearness(points))
        alone = entry_weights(shown, near, found, frame, list(self.weights.columns))
        return with_course(alone, pd.DatetimeIndex(frame["day"]), self.course)

    def without(self, entry_ids: Sequence[str]) -> Themes:
        """The same with every trace of those entries' words gone from quotes and weights."""
        gone = set(entry_ids)
        kept = tuple(
            replace(theme, quotes=tuple(quote for quote in theme.quotes if quote.entry_id not in gone))
            for theme in self.themes
        )
        return replace(self, themes=kept, weights=self.weights[~self.weights.index.isin(gone)])

    def to_json(self) -> str:
        """Everything as text for the vault: it holds the person's own words."""
        return json.dumps(self._data(), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Themes:
        """The themes as they were written; raises ValueError for another format."""
        data = json.loads(text)
        if not isinstance(data, dict) or data.get("format") not in READABLE:
            raise ValueError("not the text of themes in this format")
        built = tuple(theme_from_data(theme) for theme in data["themes"])
        index = pd.Index(data["entries"], name="id", dtype=object)
        values = np.array(data["weights"], dtype=float).reshape(len(index), len(built))
        return cls(
            themes=built,
            weights=pd.DataFrame(values, index=index, columns=[theme.id for theme in built]),
            n=data["n"],
            early=data["early"],
            notice=data["notice"],
            model=model_from_data(data["model"]),
            groups=groups_from_data(data["groups"]),
            course=course_from_data(data.get("course"), [theme.id for theme in built]),
        )

    def _data(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "n": self.n,
            "early": self.early,
            "notice": self.notice,
            "themes": [theme_to_data(theme) for theme in self.themes],
            "entries": list(self.weights.index),
            "weights": self.weights.round(4).to_numpy().tolist(),
            "course": course_to_data(replace(self.course, shares=self.course.shares[list(self.weights.columns)])),
            "groups": groups_to_data(self.groups),
            "model": model_to_data(self.model),
        }


def shown_shares(model: ThemeModel, groups: Groups, shares: Floats) -> dict[str, Floats]:
    """Each shown theme's share by passage: the sum over its fitted parts."""
    place = {leaf: at for at, leaf in enumerate(model.ids)}
    return {theme: shares[:, [place[leaf] for leaf in leaves]].sum(axis=1) for theme, leaves in groups.parts.items()}


def shown_nearness(model: ThemeModel, groups: Groups, nearness: Floats) -> dict[str, Floats]:
    """Each shown theme's nearness by passage: that of the nearest of its fitted parts."""
    place = {leaf: at for at, leaf in enumerate(model.ids)}
    return {theme: nearness[:, [place[leaf] for leaf in leaves]].max(axis=1) for theme, leaves in groups.parts.items()}


def entry_shares(
    shown: dict[str, Floats], found: Sequence[Passage], frame: pd.DataFrame, columns: Sequence[str]
) -> pd.DataFrame:
    """How much of each entry is each theme's (entries × themes, 0 to 1); an entry without a known word has zeros."""
    rows = [passage.row for passage in found]
    counts = np.maximum(np.bincount(rows, minlength=len(frame)), 1) if rows else np.ones(len(frame))
    held = {theme: np.bincount(rows, shown[theme], len(frame)) / counts if rows else 0.0 for theme in columns}
    return pd.DataFrame(held, index=pd.Index(frame["id"], name="id"), columns=list(columns), dtype=float)


def entry_weights(
    shown: dict[str, Floats],
    near: dict[str, Floats],
    found: Sequence[Passage],
    frame: pd.DataFrame,
    columns: Sequence[str],
) -> pd.DataFrame:
    """How clearly each entry holds each theme (0 to 1).

    A third each: the theme's share of the entry, that of its clearest passage, and how near its nearest passage lies.
    The share alone would hide a theme that fills one sentence of a long evening, and it is large too where no theme
    is near and one must be the nearest.
    """
    weights = entry_shares(shown, found, frame, columns)
    rows = np.array([passage.row for passage in found], dtype=np.int64)
    for theme in columns:
        clearest, nearest = np.zeros(len(frame)), np.zeros(len(frame))
        np.maximum.at(clearest, rows, shown[theme])
        np.maximum.at(nearest, rows, near[theme])
        weights[theme] = (weights[theme].to_numpy() + clearest + nearest) / 3
    return weights
