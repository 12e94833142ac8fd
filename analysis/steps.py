"""Evidence for one step: Bayes factors at the splits of a series, with the noise integrated out.

Model: y = b + d · (after the split) + s · noise, with d ~ N(0, (1.5 s)²), flat b and 1/s on s. With a the step's
squared length and c its overlap with the data after whitening and with the constant removed, the factor against
"no step" is (1 + g a)^−½ · (1 − g c² / ((1 + g a) RSS))^−(n−1)/2, g = 1.5². The ratio of the marginal likelihoods,
each averaged over the kinds of noise, is the mean of that factor under the null posterior of the kinds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.kalman import DAYS_A_WEEK
from analysis.noise import SMALLEST_RSS, log_normalised, log_sum
from analysis.series import Floats, Integers

STEP_VARIANCE = 1.5**2


@dataclass(frozen=True, eq=False)
class StepEvidence:
    """A step at each split under each kind of noise; split k stands before point `splits[k]`.

    `log_weights` (kinds,) without a step; `size` a, `overlap` c and `log_factor` (kinds, splits); `rss` (kinds,)
    without a step; `base` and `shared` (kinds,) and (kinds, splits) rebuild the level before: b = base − d · shared.
    """

    splits: Integers
    log_weights: Floats
    size: Floats
    overlap: Floats
    rss: Floats
    log_factor: Floats
    base: Floats
    shared: Floats
    df: int

    @property
    def log_bayes_factor(self) -> Floats:
        """Log Bayes factor of a step at each split against none, (splits,)."""
        return log_mean(self.log_weights[:, None], self.log_factor)


def log_mean(log_weights: Floats, log_values: Floats) -> Floats:
    """Log of the weighted mean of exp(log_values) along the first axis; the weights sum to one."""
    return log_sum(log_weights + log_values)


def log_step_factor(overlap: Floats, size: Floats, rss: Floats, df: int) -> Floats:
    """The log factor of the module's formula; the arrays broadcast."""
    growth = 1.0 + STEP_VARIANCE * size
    explained = np.minimum(STEP_VARIANCE * overlap**2 / (growth * rss), 1.0 - SMALLEST_RSS)
    return np.asarray(-0.5 * np.log(growth) - 0.5 * df * np.log1p(-explained), dtype=np.float64)


def step_evidence(days: Integers, values: Floats, phi: Floats, before: int = 2, after: int = 1) -> StepEvidence:
    """Evidence at every split with that many points before and after it, noise OU(φ) with flat weights over `phi`.

    Everything is a sum from the split to the end, so that all splits together cost time linear in the points.
    """
    n = days.size
    rho = phi[:, None] ** (np.diff(days) / DAYS_A_WEEK)[None, :]
    scale = np.concatenate([np.ones((phi.size, 1)), 1.0 / np.sqrt(1.0 - rho**2)], axis=1)
    held = np.concatenate([np.zeros((phi.size, 1)), rho], axis=1)
    ones = (1.0 - held) * scale
    y = (values[None, :] - held * np.concatenate([[0.0], values[:-1]])) * scale
    uu, uy, yy = (ones**2).sum(axis=1), (ones * y).sum(axis=1), (y**2).sum(axis=1)
    splits = np.arange(before, n - after + 1)
    raw_size = scale[:, splits] ** 2 + _after(ones**2, splits)
    shared = (ones[:, splits] * scale[:, splits] + _after(ones**2, splits)) / uu[:, None]
    raw_overlap = y[:, splits] * scale[:, splits] + _after(ones * y, splits)
    size = raw_size - shared**2 * uu[:, None]
    overlap = raw_overlap - shared * uy[:, None]
    rss = np.maximum(yy - uy**2 / uu, SMALLEST_RSS * np.maximum(yy, SMALLEST_RSS))
    log_det = -2.0 * np.log(scale).sum(axis=1)
    log_weights = log_normalised(-0.5 * (log_det + np.log(uu)) - 0.5 * (n - 1) * np.log(rss))
    factor = log_step_factor(overlap, size, rss[:, None], n - 1)
    return StepEvidence(splits, log_weights, size, overlap, rss, factor, uy / uu, shared, n - 1)


def _after(columns: Floats, splits: Integers) -> Floats:
    """Sums over the points after each split's own, (kinds, splits)."""
    sums = columns.cumsum(axis=1)
    return np.asarray(sums[:, -1:] - sums[:, splits], dtype=np.float64)
