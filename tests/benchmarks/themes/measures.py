"""How well found themes match planted ones, and one fit another."""

from __future__ import annotations

import threading
from types import TracebackType

import numpy as np
import pandas as pd
import psutil
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import adjusted_rand_score, average_precision_score, normalized_mutual_info_score


def precision_matched(weights: pd.DataFrame, truth: pd.DataFrame) -> tuple[float, dict[str, str]]:
    """The mean over subjects of average precision after one-to-one matching, and the theme of each subject.

    A subject that no theme is left for counts 0.
    """
    held = truth.loc[weights.index].to_numpy(dtype=bool)
    shown = weights.to_numpy(dtype=float)
    precision = np.array(
        [
            [average_precision_score(held[:, at], shown[:, theme]) for at in range(held.shape[1])]
            for theme in range(shown.shape[1])
        ]
    )
    themes, subjects = linear_sum_assignment(-precision)
    matched = {str(truth.columns[at]): str(weights.columns[theme]) for theme, at in zip(themes, subjects, strict=True)}
    return float(precision[themes, subjects].sum() / held.shape[1]), matched


def information(weights: pd.DataFrame, truth: pd.DataFrame) -> float:
    """Normalised mutual information of each entry's strongest theme with its one subject."""
    subjects = truth.loc[weights.index].to_numpy(dtype=float).argmax(axis=1)
    return float(normalized_mutual_info_score(subjects, strongest(weights)))


def agreement(one: pd.DataFrame, two: pd.DataFrame) -> float:
    """The adjusted Rand index of the strongest themes of the entries both fits know."""
    shared = one.index.intersection(two.index)
    return float(adjusted_rand_score(strongest(one.loc[shared]), strongest(two.loc[shared])))


def strongest(weights: pd.DataFrame) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The place of each entry's strongest theme."""
    return np.asarray(weights.to_numpy(dtype=float).argmax(axis=1))


class PeakMemory:
    """How much the process grew while the block ran, looked at every hundredth of a second: at its peak, and after."""

    peak_mb = kept_mb = 0.0

    def __enter__(self) -> PeakMemory:
        self._process, self._done = psutil.Process(), threading.Event()
        self._before = self._process.memory_info().rss
        self._watch = threading.Thread(target=self._look, daemon=True)
        self._watch.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._watch.join()
        self.kept_mb = self._grown()
        self.peak_mb = max(self.peak_mb, self.kept_mb)

    def _look(self) -> None:
        while not self._done.wait(0.01):
            self.peak_mb = max(self.peak_mb, self._grown())

    def _grown(self) -> float:
        return float(self._process.memory_info().rss - self._before) / 1e6
