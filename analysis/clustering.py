"""How many themes and where: spherical k-means from domains of life and a factorisation, near themes merged."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from analysis.features import Floats, Labels, means, unit
from analysis.life_domains import spoken_domains
from analysis.merging import merge_near

AT_FIRST = 19
ROUNDS = 60
FIRST_ROUNDS = 5
APART_BELOW = 0.3
PULL = 0.3
FEW_MOVE = 500


def how_many(n_entries: int) -> int:
    """How many clusters to begin with: 19 + 2.5·log10 n, at most a quarter of the entries.

    It grows little with the journal: a person writes of some twenty subjects however much they write.
    """
    return int(min(round(AT_FIRST + 2.5 * np.log10(max(n_entries, 2))), max(n_entries // 4, 2)))


def cluster(points: Floats, counts: Any, rows: Labels, k: int, seed: int) -> Floats:
    """Centroids (themes × dimensions) from where `begin` puts them, near ones merged; each is pulled to its beginning.

    Starts drawn at random (k-means++) reached a lower inertia by one part in a hundred but no better themes, and one
    more entry led them elsewhere; domains and factorisation start alike from nearly the same text.
    """
    centroids = refine(points, begin(points, counts, rows, k, seed), pull=PULL)
    return refine(points, merge_near(points, centroids, rows), pull=PULL)


def begin(points: Floats, counts: Any, rows: Labels, k: int, seed: int) -> Floats:
    """Where themes begin: the domains of life that are spoken of, and what the entries' own words say beside them.

    A part of the factorisation begins a theme of its own where its centred cosine with every domain is below .3. Where
    the domains do not fit, the factorisation begins alone. Of domains there are at most `k`, as of parts.
    """
    own = nmf_start(points, counts, rows, k, seed)
    spoken = spoken_domains(points, k)
    if spoken is None:
        return own
    spoken, own = refine(points, spoken, FIRST_ROUNDS), refine(points, own, FIRST_ROUNDS)
    centre = points.mean(axis=0)
    is_apart = (unit(own - centre) @ unit(spoken - centre).T).max(axis=1) < APART_BELOW
    return np.vstack([spoken, own[is_apart]])


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


def refine(points: Floats, centroids: Floats, rounds: int = ROUNDS, pull: float = 0.0) -> Floats:
    """Spherical k-means from these centroids until hardly any passage moves; an empty cluster stays where it was.

    With `pull` each mean is taken together with so much of where its centroid began.
    """
    labels: Labels | None = None
    first = centroids
    for _ in range(rounds):
        moved = np.asarray((points @ centroids.T).argmax(axis=1), dtype=np.int64)
        if labels is not None and (moved != labels).sum() <= len(points) // FEW_MOVE:
            break
        labels = moved
        fresh = means(points, labels, len(centroids))
        empty = np.abs(fresh).sum(axis=1) == 0
        centroids = np.where(empty[:, None], centroids, unit(fresh + pull * first) if pull else fresh)
    return centroids


def inertia(points: Floats, centroids: Floats) -> float:
    """The sum of squared distances to the nearest centroid, for unit vectors."""
    return float((2 - 2 * (points @ centroids.T).max(axis=1)).sum())
