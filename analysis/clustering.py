"""How many themes and where: spherical k-means from a factorisation, near themes merged, each passage's shares."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.features import Floats, unit

Labels = npt.NDArray[np.int64]
MERGE_AT = 0.40
SHARPNESS = 12.0
ROUNDS = 60


def how_many(n_entries: int) -> int:
    """How many clusters to begin with: 13 + 2.5·log10 n, at most a quarter of the entries.

    It grows little with the journal: a person writes of some twenty subjects however much they write.
    """
    return int(min(round(13 + 2.5 * np.log10(max(n_entries, 2))), max(n_entries // 4, 2)))


def cluster(points: Floats, counts: Any, rows: Labels, k: int, seed: int) -> Floats:
    """Centroids (themes × dimensions) from the start that the entries' own words give, near ones merged.

    Starts drawn at random (k-means++) reached a lower inertia by one part in a hundred but no better themes, and one
    more entry led them elsewhere; the factorisation starts alike from nearly the same text.
    """
    centroids = refine(points, nmf_start(points, counts, rows, k, seed))
    return refine(points, merge_near(points, centroids))


def nmf_start(points: Floats, counts: Any, rows: Labels, k: int, seed: int) -> Floats:
    """Centroids of the passages by their strongest part in a factorisation of the entries' terms."""
    from scipy.sparse import csr_array
    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning

    entries, place = np.unique(rows, return_inverse=True)
    gather = csr_array(
        (np.ones(rows.size, dtype=np.float32), (place, np.arange(rows.size))), shape=(entries.size, rows.size)
    )
    whole = gather @ counts
    size = min(k, *whole.shape)
    if size < 2 or whole.nnz == 0:
        return spread_starts(points, k, seed, 1)[0]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=ConvergenceWarning)  # a start need not have converged
        model = NMF(size, init="nndsvda", random_state=seed, max_iter=150, tol=1e-3).fit(whole)
    parts = np.asarray(counts @ unit(np.asarray(model.components_, dtype=np.float32)).T)
    return means(points, np.where(parts.max(axis=1) > 0, parts.argmax(axis=1), -1), size)


def spread_starts(points: Floats, k: int, seed: int, n: int) -> list[Floats]:
    """Starts by k-means++."""
    from sklearn.cluster import kmeans_plusplus

    size = min(k, len(points))
    return [unit(kmeans_plusplus(points, size, random_state=seed + at)[0]) for at in range(n)]


def refine(points: Floats, centroids: Floats, rounds: int = ROUNDS) -> Floats:
    """Spherical k-means from these centroids until no passage moves; an empty cluster stays where it was."""
    labels: Labels | None = None
    for _ in range(rounds):
        moved = np.asarray((points @ centroids.T).argmax(axis=1), dtype=np.int64)
        if labels is not None and np.array_equal(moved, labels):
            break
        labels = moved
        fresh = means(points, labels, len(centroids))
        empty = np.abs(fresh).sum(axis=1) == 0
        centroids = np.where(empty[:, None], centroids, fresh)
    return centroids


def means(points: Floats, labels: Labels, k: int) -> Floats:
    """The unit mean of the passages under each label; those labelled −1 are left out."""
    from scipy.sparse import csr_array

    kept = np.flatnonzero(labels >= 0)
    gather = csr_array((np.ones(kept.size, dtype=np.float32), (labels[kept], kept)), shape=(k, len(points)))
    return unit(np.asarray(gather @ points))


def inertia(points: Floats, centroids: Floats) -> float:
    """The sum of squared distances to the nearest centroid, for unit vectors."""
    return float((2 - 2 * (points @ centroids.T).max(axis=1)).sum())


def merge_near(points: Floats, centroids: Floats, at: float = MERGE_AT, fixed: int = 0) -> Floats:
    """The nearest pair merged while its centred cosine is `at` or more; the first `fixed` never meet each other."""
    centre = points.mean(axis=0)
    kept = centroids
    while len(kept) > 2:
        near = unit(kept - centre) @ unit(kept - centre).T
        np.fill_diagonal(near, -1)
        near[:fixed, :fixed] = -1
        one, two = sorted(np.unravel_index(int(near.argmax()), near.shape))
        if near[one, two] < at:
            break
        labels = np.asarray((points @ kept.T).argmax(axis=1), dtype=np.int64)
        labels[labels == two] = one
        labels[labels > two] -= 1
        joined = means(points, labels, len(kept) - 1)
        gone = np.abs(joined).sum(axis=1) == 0
        kept = np.where(gone[:, None], np.delete(kept, two, axis=0), joined)
    return kept


def shares(points: Floats, centroids: Floats, sharpness: float = SHARPNESS) -> Floats:
    """Each passage's share in each theme: softmax of the cosines (passages × themes, rows sum to 1)."""
    logits = sharpness * (points @ centroids.T)
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)
