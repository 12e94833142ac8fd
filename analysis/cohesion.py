"""Whether a theme holds together: its sentences are alike from one entry to another, and there are enough of them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from analysis.features import Floats, unit

FAINT_BELOW = 0.11
ENTRIES_FOR_IT, GROWTH = 150, 0.4
FEWEST_THEMES = 4


def faint(points: Floats, shares: Floats, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Which themes are too loose to claim anything of them.

    `points`: the passages as unit vectors; `shares`: passages × themes; `rows`: each passage's entry. A theme's
    cohesion is the mean cosine, in the journal's centred space, of two of its passages from different entries, times
    the root of how many passages it has against the journal's mean theme. Below 0.11 it is loose: what is left over
    when the subjects are told apart is a small heap of everyday words. In a journal of n entries, fewer than 150, the
    limit is 0.11·(n / 150)^0.4, since few entries show little of what any subject has in common. Form and limit were
    chosen on invented persons and on diaries composed of half of the labelled passages; other seeds test them. Never
    where themes are few.
    """
    told = np.abs(points).sum(axis=1) > 0
    held = [told & (shares.argmax(axis=1) == theme) for theme in range(shares.shape[1])]
    sizes = np.array([mine.sum() for mine in held])
    if shares.shape[1] < FEWEST_THEMES or not told.any():
        return np.asarray(sizes == 0)
    centred = unit(points - points[told].mean(axis=0))
    alike = np.array([_alike(centred[mine], rows[mine]) for mine in held])
    limit = FAINT_BELOW * min(1.0, (np.unique(rows).size / ENTRIES_FOR_IT) ** GROWTH)
    return np.asarray((sizes == 0) | (alike * np.sqrt(sizes / sizes.mean()) < limit))


def _alike(points: Floats, rows: npt.NDArray[np.int64]) -> float:
    """The mean cosine of all pairs of points from different rows, which rise; 0 where there is no such pair."""
    _, first, in_row = np.unique(rows, return_index=True, return_counts=True)
    pairs = float(len(rows) ** 2 - (in_row**2).sum())
    if not pairs:
        return 0.0
    by_row = np.add.reduceat(points.astype(float), first, axis=0)
    return float((by_row.sum(axis=0) ** 2).sum() - (by_row**2).sum()) / pairs
