"""One person's noise: a series is what was fitted plus wobble that fades over the days, how fast being unknown.

Model: y = X b + s · (sqrt(λ) · OU(φ a week) + sqrt(1 − λ) · white), an Ornstein–Uhlenbeck process at the true dates.
(φ, λ) are integrated out on a grid; what is left is a mixture of Student t distributions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis import sentences
from analysis.kalman import fading, innovations, kalman_gains
from analysis.mixture import Mixture
from analysis.results import NoiseBand, NotEnough
from analysis.series import DailySeries, Floats, Integers, daily_series

ENOUGH_FOR_A_BAND = 8
ENOUGH_FOR_TWO_NOISES = 30
FADING_LEAN = 2.0
SHARES_OF_LAM = {1.0: 0.6, 0.85: 0.2, 0.7: 0.2}
SMALLEST_RSS = 1e-12


@dataclass(frozen=True, eq=False)
class NoiseGrid:
    """The kinds of noise that are weighed against each other; each array has the shape (kinds,)."""

    phi: Floats
    lam: Floats
    log_prior: Floats


@dataclass(frozen=True, eq=False)
class Whitened:
    """Columns made independent and of equal variance under each kind of noise.

    `columns`: (kinds, points, columns); `log_variance`: (kinds, points), of each point given those before it.
    """

    columns: Floats
    log_variance: Floats

    @property
    def log_det(self) -> Floats:
        """The log determinant of the correlation matrix, (kinds,)."""
        return np.asarray(self.log_variance.sum(axis=1), dtype=np.float64)


@lru_cache(maxsize=8)
def noise_grid(n: int) -> NoiseGrid:
    """The grid for a series of n points: φ = 0, .05 … .95, flat; from 30 points on also λ = .85 and .7.

    From 30 points on a slower fading counts a little less, prior ∝ 2 − φ, and λ = 1 has weight .6: with them the
    calibration tables found more at the same rate of false verdicts.
    """
    phi = np.linspace(0.0, 0.95, 20)
    if n < ENOUGH_FOR_TWO_NOISES:
        return NoiseGrid(phi, np.ones(20), np.full(20, -np.log(20.0)))
    prior = (FADING_LEAN - phi) / (FADING_LEAN - phi).sum()
    shares = np.repeat(list(SHARES_OF_LAM.values()), 19)
    return NoiseGrid(
        np.concatenate([[0.0], np.tile(phi[1:], 3)]),
        np.concatenate([[1.0], np.repeat(list(SHARES_OF_LAM), 19)]),
        np.log(np.concatenate([prior[:1], shares * np.tile(prior[1:], 3)])),
    )


def whiten(days: Integers, grid: NoiseGrid, columns: Floats) -> Whitened:
    """Whiten columns (points, columns) at their dates under each kind of noise, in time linear in the points.

    A Kalman filter with one state; its standardised innovations are L⁻¹ times the columns, with L the Cholesky
    factor of the correlation matrix (Harvey 1989, section 3.4). Days must rise strictly.
    """
    rho = fading(days, grid.phi)
    pure = grid.lam == 1.0
    white = np.empty((grid.phi.size, days.size, columns.shape[1]))
    log_variance = np.empty((grid.phi.size, days.size))
    white[pure], log_variance[pure] = _whiten_pure(rho[pure], columns)
    if not pure.all():
        white[~pure], log_variance[~pure] = _whiten_mixed(rho[~pure], grid.lam[~pure], columns)
    return Whitened(white, log_variance)


def _whiten_pure(rho: Floats, columns: Floats) -> tuple[Floats, Floats]:
    fresh = 1.0 - rho**2
    white = np.empty((rho.shape[0], *columns.shape))
    white[:, :1] = columns[None, :1]
    white[:, 1:] = (columns[None, 1:] - rho[:, :, None] * columns[None, :-1]) / np.sqrt(fresh)[:, :, None]
    return white, np.log(np.concatenate([np.ones((rho.shape[0], 1)), fresh], axis=1))


def _whiten_mixed(rho: Floats, lam: Floats, columns: Floats) -> tuple[Floats, Floats]:
    variance, gain = kalman_gains(rho, lam)
    return innovations(rho, variance, gain, columns), np.log(variance)


def draw_noise(days: Integers, phi: Floats, lam: Floats, randomness: np.random.Generator) -> Floats:
    """Paths of unit variance at those days, one for each (φ, λ) given: (points, paths)."""
    rho = fading(days, phi)
    fresh = np.sqrt(1.0 - rho**2)
    shocks = randomness.standard_normal((days.size, phi.size))
    paths = np.empty((days.size, phi.size))
    paths[0] = shocks[0]
    for k in range(1, days.size):
        paths[k] = rho[:, k - 1] * paths[k - 1] + fresh[:, k - 1] * shocks[k]
    return np.sqrt(lam) * paths + np.sqrt(1.0 - lam) * randomness.standard_normal(paths.shape)


@dataclass(frozen=True, eq=False)
class Fit:
    """Least squares under each kind of noise, and how much each kind counts after seeing the data.

    `weights` (kinds,); `coefficients` (kinds, p); `covariance` (kinds, p, p); `variance` (kinds,), the noise's
    own; `df`, the degrees of freedom of the t distributions.
    """

    weights: Floats
    coefficients: Floats
    covariance: Floats
    variance: Floats
    df: int

    @property
    def sd(self) -> float:
        """The noise's own standard deviation, averaged over its kinds."""
        return float(np.sqrt(self.weights @ self.variance))

    def posterior(self, contrast: npt.ArrayLike) -> Mixture:
        """What is known about one combination of the coefficients."""
        c = np.asarray(contrast, dtype=np.float64)
        spread = np.einsum("i,gij,j->g", c, self.covariance, c)
        return Mixture(self.weights, self.coefficients @ c, np.sqrt(np.maximum(spread, 0.0)), self.df)


def fit(days: Integers, design: Floats, values: Floats) -> Fit:
    """Fit values (points,) on a design (points, p) of full rank, with (φ, λ) integrated out.

    Weight of a kind = prior · |V|^−½ · |XᵀV⁻¹X|^−½ · RSS^−(n−p)/2 (flat prior on b, 1/s on s).
    """
    grid = noise_grid(days.size)
    white = whiten(days, grid, np.column_stack([design, values]))
    return fit_whitened(grid, white.columns[:, :, :-1], white.columns[:, :, -1], white.log_det)


def fit_whitened(grid: NoiseGrid, x: Floats, y: Floats, log_det: Floats) -> Fit:
    """The same fit from a design (kinds, points, p) and values (kinds, points) already whitened."""
    n, p = x.shape[1:]
    gram = np.matmul(x.transpose(0, 2, 1), x)
    inverse = np.linalg.inv(gram)
    b = np.einsum("gij,gnj,gn->gi", inverse, x, y, optimize=True)
    rss = np.sum((y - np.einsum("gni,gi->gn", x, b)) ** 2, axis=1)
    rss = np.maximum(rss, SMALLEST_RSS * np.maximum(np.sum(y**2, axis=1), SMALLEST_RSS))
    log_weight = grid.log_prior - 0.5 * (log_det + np.linalg.slogdet(gram)[1]) - 0.5 * (n - p) * np.log(rss)
    variance = rss / (n - p)
    return Fit(normalised(log_weight), b, inverse * variance[:, None, None], variance, n - p)


def log_sum(log_values: Floats) -> Floats:
    """Log of the sum of exp(log_values) along the first axis."""
    top = log_values.max(axis=0)
    return np.asarray(np.log(np.exp(log_values - top).sum(axis=0)) + top, dtype=np.float64)


def log_normalised(log_weight: Floats) -> Floats:
    """Log weights whose exponentials sum to one along the first axis."""
    return np.asarray(log_weight - log_sum(log_weight), dtype=np.float64)


def normalised(log_weight: Floats) -> Floats:
    """Weights that sum to one along the first axis."""
    return np.asarray(np.exp(log_normalised(log_weight)), dtype=np.float64)


def noise_band(
    times: Iterable[Any], values: Iterable[Any], *, low: float, high: float, share: float = 0.8
) -> NoiseBand | NotEnough:
    """The band in which that share of a person's check-ins falls while nothing but their usual wobble is at work.

    Centre: the person's own mean. Width: t(n − 2) times the noise's SD around a straight line (so that a slow
    change does not pass for wobble), cut to the scale's range. Missing values are dropped; NotEnough below 8.
    """
    series = daily_series(times, values, low=low, high=high)
    if series.n < ENOUGH_FOR_A_BAND:
        return sentences.not_enough(series.n, ENOUGH_FOR_A_BAND)
    centre = float(series.values.mean())
    sd = 0.0 if series.is_constant else fit(series.days, line_design(series), series.values).sd
    from scipy.special import stdtrit

    reach = float(stdtrit(series.n - 2, 0.5 + share / 2)) * sd
    bottom, top = max(series.low, centre - reach), min(series.high, centre + reach)
    return NoiseBand(
        n=series.n,
        centre=centre,
        low=bottom,
        high=top,
        sd=sd,
        share=share,
        says=sentences.band(n=series.n, low=bottom, high=top, share=share),
    )


def line_design(series: DailySeries) -> Floats:
    """A constant and a line that rises by one over the whole span, (points, 2)."""
    span = max(1, int(series.days[-1] - series.days[0]))
    return np.column_stack([np.ones(series.n), (series.days - series.days[0]) / span - 0.5])
