"""The fitted part of themes: features and centroids; fitting cold or warm, splitting one, assigning passages, JSON."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis import clustering, theme_mixture
from analysis.encoder_weights import VERSION
from analysis.features import RECIPE, Features, Floats, learn, read, vectors
from analysis.features import only_written as features_only_written
from analysis.matching import carry_ids
from analysis.merging import merge_near
from analysis.passages import Passage

SEED = 20
Progress = Callable[[float], None]


@dataclass(frozen=True, eq=False)
class ThemeModel:
    """Centroids (one row an id), the features they live in, and the ids of the entries they were fitted on.

    `people`: the names that were found, by their stem. `encoder`: the version of the one it was fitted with;
    `recipe`: that of `analysis.features`.
    """

    features: Features
    centroids: Floats
    ids: tuple[str, ...]
    next_number: int
    began_with: int
    people: dict[str, str]
    fitted_on: tuple[str, ...]
    encoder: int = VERSION
    recipe: int = RECIPE

    @property
    def is_outdated(self) -> bool:
        """Whether it was fitted with another encoder or recipe, so that a cold refit is due."""
        return (self.encoder, self.recipe) != (VERSION, RECIPE)

    def points(self, found: Sequence[Passage]) -> Floats:
        """The passages as unit vectors; with another encoder by the model's own terms, enough to know themes."""
        reading = read(self.features, found, self.people, terms_alone=self.encoder != VERSION)
        return vectors(self.features, found, reading)

    def shares(self, points: Floats) -> Floats:
        """Each passage's share in each theme; a passage without a known word has none."""
        told = np.abs(points).sum(axis=1, keepdims=True) > 0
        return np.where(told, theme_mixture.shares(points, self.centroids), 0).astype(np.float32)

    def nearness(self, points: Floats) -> Floats:
        """Each passage's cosine with each theme's middle, 0 where it is negative (passages × themes)."""
        return np.asarray(np.maximum(points @ self.centroids.T, 0), dtype=np.float32)


def fit(
    found: Sequence[Passage],
    entries: pd.DataFrame,
    people: dict[str, str],
    previous: ThemeModel | None,
    *,
    warm: bool,
    progress: Progress,
) -> tuple[ThemeModel, Floats]:
    """The model of these passages, and the passages as its points.

    `previous` gives ids, and where `warm` also the places to start from; `entries` has id and day, by passage row. A
    warm fit keeps every theme and may add some as the journal grows.
    """
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        k = clustering.how_many(len(entries))
        learned, reading = learn(found, len(entries), people, SEED)
        features = _rounded(learned)
        progress(0.4)
        points = vectors(features, found, reading)
        progress(0.6)
        rows = np.array([passage.row for passage in found], dtype=np.int64)
        days = pd.DatetimeIndex(entries["day"])
        if previous is not None and warm:
            new = len(set(entries["id"]) - set(previous.fitted_on)) / len(entries)
            kept = theme_mixture.carried(previous.points(found), previous.centroids, points, rows, days, new)
            centroids = _with_fresh(points, kept, k - previous.began_with)
        else:
            centroids = clustering.cluster(points, reading.counts, rows, k, SEED)
            centroids = theme_mixture.settle(points, centroids, rows, days)
        progress(0.8)
        centroids = _half(centroids)
    bare = ThemeModel(features, centroids, (), 1, k, people, tuple(entries["id"]))
    if previous is None:
        return _numbered(bare, points), points
    if warm:
        fresh = range(previous.next_number, previous.next_number + len(centroids) - len(previous.ids))
        ids = previous.ids + tuple(f"t{number}" for number in fresh)
        return replace(bare, ids=ids, next_number=previous.next_number + len(fresh)), points
    was = _by_entry(previous.shares(previous.points(found)), found, len(entries))
    now = _by_entry(bare.shares(points), found, len(entries))
    ids, number = carry_ids(was, now, previous.ids, previous.next_number)
    return replace(bare, ids=ids, next_number=number), points


def only_written(model: ThemeModel, found: Sequence[Passage]) -> ThemeModel:
    """The model without the words and names that none of these passages holds: entries that are gone leave none."""
    stems = {token.stem for passage in found for token in passage.tokens}
    people = {stem: name for stem, name in model.people.items() if stem in stems}
    return replace(model, features=features_only_written(model.features, found), people=people)


def split(model: ThemeModel, theme: str, found: Sequence[Passage]) -> ThemeModel:
    """The model with that theme in two, called theme.1 and theme.2; unchanged where it holds too few passages."""
    at = model.ids.index(theme)
    points = model.points(found)
    mine = points[(points @ model.centroids.T).argmax(axis=1) == at]
    if len(mine) < 4:
        return model
    start = min(clustering.spread_starts(mine, 2, SEED, 5), key=lambda two: clustering.inertia(mine, two))
    halves = _half(clustering.refine(mine, start))
    sizes = np.bincount((mine @ halves.T).argmax(axis=1), minlength=2)
    halves = halves[np.argsort(-sizes, kind="stable")]
    return replace(
        model,
        centroids=np.vstack([model.centroids[:at], halves, model.centroids[at + 1 :]]),
        ids=(*model.ids[:at], f"{theme}.1", f"{theme}.2", *model.ids[at + 1 :]),
    )


def model_to_data(model: ThemeModel) -> dict[str, Any]:
    """The model as values that JSON holds."""
    features = model.features
    return {
        "terms": list(features.terms),
        "idf": _pack(features.idf),
        "idf_of_rare": features.idf_of_rare,
        "axes": _pack(features.axes),
        "mean": _pack(features.mean),
        "centroids": _pack(model.centroids),
        "ids": list(model.ids),
        "next_number": model.next_number,
        "began_with": model.began_with,
        "people": model.people,
        "fitted_on": list(model.fitted_on),
        "encoder": model.encoder,
        "recipe": model.recipe,
    }


def model_from_data(data: dict[str, Any]) -> ThemeModel:
    """The model as it was written."""
    features = Features(
        terms={term: at for at, term in enumerate(data["terms"])},
        idf=_unpack(data["idf"]),
        idf_of_rare=data["idf_of_rare"],
        axes=_unpack(data["axes"]),
        mean=_unpack(data["mean"]),
    )
    return ThemeModel(
        features=features,
        centroids=_unpack(data["centroids"]),
        ids=tuple(data["ids"]),
        next_number=data["next_number"],
        began_with=data["began_with"],
        people=data["people"],
        fitted_on=tuple(data["fitted_on"]),
        encoder=data.get("encoder", data.get("word_vectors", 1)),
        recipe=data.get("recipe", 1),
    )


def _with_fresh(points: Floats, kept: Floats, grown: int) -> Floats:
    """The old themes' centroids, each kept as it is, and new ones where the journal grew by so many.

    The old ones are not refined further, so that entries do not change sides under the reader.
    """
    if grown <= 0:
        return kept
    far = points[np.argsort((points @ kept.T).max(axis=1), kind="stable")[: max(len(points) // 5, grown)]]
    start = np.vstack([kept, clustering.spread_starts(far, grown, SEED, 1)[0]])
    fresh = clustering.refine(points, start, 1)[len(kept) :]
    return merge_near(points, np.vstack([kept, fresh]), fixed=len(kept))


def _numbered(model: ThemeModel, points: Floats) -> ThemeModel:
    """The largest theme first, numbered from t1."""
    order = np.argsort(-model.shares(points).sum(axis=0), kind="stable")
    ids = tuple(f"t{number}" for number in range(1, len(order) + 1))
    return replace(model, centroids=model.centroids[order], ids=ids, next_number=len(order) + 1)


def _by_entry(shares: Floats, found: Sequence[Passage], n: int) -> Floats:
    summed = np.zeros((n, shares.shape[1]), dtype=np.float32)
    np.add.at(summed, [passage.row for passage in found], shares)
    return summed


def _half(values: Floats) -> Floats:
    return values.astype(np.float16).astype(np.float32)


def _rounded(features: Features) -> Features:
    """Rounded to what is stored, so that a model read back assigns exactly alike."""
    return replace(features, idf=_half(features.idf), axes=_half(features.axes), mean=_half(features.mean))


def _pack(values: Floats) -> dict[str, Any]:
    packed = zlib.compress(values.astype("<f2").tobytes(), 6)
    return {"shape": list(values.shape), "half": base64.b64encode(packed).decode("ascii")}


def _unpack(data: dict[str, Any]) -> npt.NDArray[np.float32]:
    flat = np.frombuffer(zlib.decompress(base64.b64decode(data["half"])), dtype="<f2")
    return flat.astype(np.float32).reshape(data["shape"])
