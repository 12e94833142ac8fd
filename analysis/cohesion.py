"""Whether a theme holds together: a subject runs on from sentence to sentence, everyday words turn up alone."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from analysis.features import Floats

FAINT_BELOW = 0.38
FEWEST_SENTENCES_BESIDE = 20
FEWEST_THEMES = 4


def faint(shares: Floats, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Which themes are too loose to claim anything of them.

    `shares`: passages × themes; `rows`: each passage's entry. A theme's cohesion is the mean share of it in the
    passages that lie nearest to it, times how much it runs on: of the sentences beside one of its own in the same
    entry, those that are its own too, beyond chance, against the median theme of the journal (entries differ in how
    many subjects they hold). Below 0.38 it is loose. The limit was chosen while looking at three invented persons,
    diaries composed of labelled passages and a real diary, so none of them tests it. Never where themes or
    sentences are few.
    """
    labels = shares.argmax(axis=1)
    own = np.array([shares[labels == theme, theme].mean() if (labels == theme).any() else 0.0
                    for theme in range(shares.shape[1])])  # fmt: skip
    runs_on = np.array([_runs_on(labels == theme, rows) for theme in range(shares.shape[1])])
    if shares.shape[1] < FEWEST_THEMES or np.isnan(runs_on).any() or np.median(runs_on) <= 0:
        return np.asarray(own == 0)
    return np.asarray(own * runs_on / np.median(runs_on) < FAINT_BELOW)


def _runs_on(mine: npt.NDArray[np.bool_], rows: npt.NDArray[np.int64]) -> float:
    """The share beyond chance, 0 where it is chance and 1 where every sentence beside is the theme's; NaN for few."""
    length = np.bincount(rows)
    own = np.bincount(rows[mine], minlength=length.size)
    beside = int((own * (length - 1)).sum())
    chance = float(mine.mean())
    if beside < FEWEST_SENTENCES_BESIDE or chance == 1:
        return float("nan")
    return float((own * (own - 1)).sum() / beside - chance) / (1 - chance)
