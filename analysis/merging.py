"""Which themes are one: those that lie close, and those that lie nearly as close and share their entries."""

from __future__ import annotations

import numpy as np

from analysis.features import Floats, Labels, means, unit

MERGE_AT = 0.40
MERGE_WITH_SHARED_ENTRIES_AT = 0.25
SHARED = 2.0


def merge_near(points: Floats, centroids: Floats, rows: Labels | None = None, fixed: int = 0) -> Floats:
    """The nearest pair of centroids merged while one is near enough; the first `fixed` never meet each other.

    Near enough is a centred cosine of .40; or of .25 where the two themes stand in one entry twice as often as by
    chance (`rows`: each passage's entry). Two faces of one subject do that, two subjects do not.
    """
    centre = points.mean(axis=0)
    kept = centroids
    while len(kept) > 2:
        labels = np.asarray((points @ kept.T).argmax(axis=1), dtype=np.int64)
        near = unit(kept - centre) @ unit(kept - centre).T
        is_one = near >= MERGE_AT
        if rows is not None:
            is_one |= (near >= MERGE_WITH_SHARED_ENTRIES_AT) & (shared_entries(labels, rows, len(kept)) >= SHARED)
        np.fill_diagonal(is_one, False)
        is_one[:fixed, :fixed] = False
        if not is_one.any():
            break
        one, two = sorted(np.unravel_index(int(np.where(is_one, near, -1).argmax()), near.shape))
        labels[labels == two] = one
        labels[labels > two] -= 1
        joined = means(points, labels, len(kept) - 1)
        gone = np.abs(joined).sum(axis=1) == 0
        kept = np.where(gone[:, None], np.delete(kept, two, axis=0), joined)
    return kept


def shared_entries(labels: Labels, rows: Labels, k: int) -> Floats:
    """How many entries hold both of two themes, against how many would if themes fell on entries by chance (k × k)."""
    entries, place = np.unique(rows, return_inverse=True)
    held = np.zeros((len(entries), k), dtype=np.float32)
    held[place, labels] = 1
    sizes = held.sum(axis=0)
    by_chance = np.maximum(np.outer(sizes, sizes), 1) / len(entries)
    return np.asarray(held.T @ held / by_chance, dtype=np.float32)
