"""Themes settled together with their entries and weeks: a mixture whose shares depend on where a passage stands."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.features import Floats, Labels, unit
from analysis.theme_course import course_of, odds_around

SHARPNESS = 12.0
ROUNDS = 6
PASSAGES_OF_DOUBT = 2.0
FAINTEST = 1e-4
PACE = 3.5
Doubles = npt.NDArray[np.float64]


def shares(points: Floats, centroids: Floats, expected: Doubles | float = 0.0) -> Floats:
    """Each passage's share in each theme: softmax of the cosines and of what is `expected` (logarithms of shares)."""
    logits = SHARPNESS * (points @ centroids.T) + expected
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)


def settle(points: Floats, centroids: Floats, rows: Labels, days: pd.DatetimeIndex) -> Floats:
    """The centroids after six rounds of expectation and maximisation (`rows`: each passage's entry).

    A mixture of von Mises–Fisher distributions of one concentration (Banerjee et al. 2005); `days` are the entries'.
    How much of a theme is expected of a passage is the theme's share of the entry's other passages, with two passages
    of doubt that have its share of all, times `odds_around` the entry's day. A theme that loses every passage stays.
    """
    expected: Doubles | float = 0.0
    for _ in range(ROUNDS):
        expected = _expected(shares(points, centroids, expected), rows, days)
        moved = _middles(shares(points, centroids, expected), points)
        is_empty = np.abs(moved).sum(axis=1) == 0
        centroids = np.where(is_empty[:, None], centroids, moved)
    return centroids


def carried(
    old: Floats, centroids: Floats, points: Floats, rows: Labels, days: pd.DatetimeIndex, new_share: float
) -> Floats:
    """Where settled themes lie among passages that have become other points: `old` as they were, `points` as they are.

    They are turned as the passages were (orthogonal Procrustes, Schönemann 1966), and go some of the way to where they
    would settle now: 3.5 times the share of entries that are new (`new_share`, 0 to 1), at most all of it. So entries
    change sides as little as they must, and themes that began with thirty entries still become those of three hundred.
    """
    left, _, right = np.linalg.svd(old.T @ points, full_matrices=False)
    turned = unit(np.asarray(centroids @ (left @ right), dtype=np.float32))
    way = min(PACE * new_share, 1.0)
    return unit((1 - way) * turned + way * settle(points, turned, rows, days))


def _middles(told: Floats, points: Floats) -> Floats:
    return unit(np.asarray(told.T @ points))


def _expected(told: Floats, rows: Labels, days: pd.DatetimeIndex) -> Doubles:
    from scipy.sparse import csr_array

    gather = csr_array((np.ones(len(rows), dtype=np.float32), (rows, np.arange(len(rows)))), (len(days), len(rows)))
    held = np.asarray(gather @ told, dtype=float)
    by_entry = held / np.maximum(np.bincount(rows, minlength=len(days)), 1)[:, None]
    whole = np.maximum(by_entry.mean(axis=0), FAINTEST)
    by_time = np.maximum(odds_around(days, course_of(days, pd.DataFrame(by_entry))), FAINTEST)
    others = held[rows] - told
    doubted = others + PASSAGES_OF_DOUBT * whole
    by_others = doubted / (others.sum(axis=1, keepdims=True) + PASSAGES_OF_DOUBT)
    return np.asarray(np.log(np.maximum(by_others, FAINTEST)) + np.log(by_time)[rows])
