"""What others would say about the same series: the usual tests, and what apps do."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Final

import numpy as np
import pymannkendall
import ruptures
from scipy import stats

from tests.benchmarks.calibration.worlds import Life

Verdict = Callable[[Life], bool]
ALPHA = 0.05
AT_EACH_END = 4


def least_squares(life: Life) -> bool:
    """A plain regression line on time."""
    return bool(stats.linregress(life.days, life.values).pvalue <= ALPHA)


def mann_kendall(life: Life) -> bool:
    """The Mann–Kendall trend test."""
    return bool(pymannkendall.original_test(life.values, alpha=ALPHA).h)


def hamed_rao(life: Life) -> bool:
    """Mann–Kendall with the variance corrected for autocorrelation (Hamed & Rao 1998)."""
    return bool(pymannkendall.hamed_rao_modification_test(life.values, alpha=ALPHA).h)


def yue_wang(life: Life) -> bool:
    """Mann–Kendall with the variance corrected for autocorrelation (Yue & Wang 2004)."""
    return bool(pymannkendall.yue_wang_modification_test(life.values, alpha=ALPHA).h)


def pelt(life: Life) -> bool:
    """Any change of mean found by PELT with the usual penalty 2 σ² log n."""
    spread = np.median(np.abs(np.diff(life.values))) * 1.4826 / np.sqrt(2.0)
    penalty = 2.0 * max(float(spread), 0.5) ** 2 * np.log(life.values.size)
    return len(ruptures.Pelt(model="l2", min_size=2, jump=1).fit(life.values[:, None]).predict(pen=penalty)) > 1


def first_against_last(life: Life) -> bool:
    """The first four check-ins against the last four, by a t-test."""
    return bool(stats.ttest_ind(life.values[:AT_EACH_END], life.values[-AT_EACH_END:]).pvalue <= ALPHA)


RIVALS: Final[dict[str, Verdict]] = {
    "least squares": least_squares,
    "Mann–Kendall": mann_kendall,
    "Hamed–Rao": hamed_rao,
    "Yue–Wang": yue_wang,
    "PELT": pelt,
    "first against last": first_against_last,
}


def says_so(verdict: Verdict, life: Life) -> bool:
    """The verdict; a method that gives no answer (a constant series, a negative variance) says nothing."""
    if life.values.size < 2 * AT_EACH_END or np.ptp(life.values) == 0:
        return False
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return verdict(life)
        except (ZeroDivisionError, ValueError):
            return False


def plain_correlation(scores: np.ndarray, feature: np.ndarray) -> bool:
    """The correlation that apps use."""
    return bool(stats.pearsonr(scores, feature).pvalue <= ALPHA)


def who_knows_the_noise(days: np.ndarray, scores: np.ndarray, features: np.ndarray, phi: float) -> np.ndarray:
    """p-values (features,) of least squares on [1, trend, feature] by one who is told φ: what nobody can beat."""
    apart = np.abs(days[:, None] - days[None, :]) / 7.0
    factor = np.linalg.cholesky(np.where(apart == 0, 1.0, phi**apart))
    base = np.column_stack([np.ones(days.size), days - days.mean()])
    white = np.linalg.solve(factor, np.column_stack([base, scores, features]))
    shared = np.linalg.qr(white[:, :2])[0]
    rest = white[:, 2:] - shared @ (shared.T @ white[:, 2:])
    outcome, columns, df = rest[:, 0], rest[:, 1:], days.size - 3
    size, overlap = (columns**2).sum(axis=0), columns.T @ outcome
    left = (outcome**2).sum() - overlap**2 / size
    return np.asarray(2.0 * stats.t.sf(np.abs(overlap) / np.sqrt(size * left / df), df))
