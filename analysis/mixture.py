"""Mixtures of t distributions: what is known about a figure when the kind of noise is not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.series import Floats

MOST_STEPS = 60
LEFT_OUT = 1e-5
CLOSE_ENOUGH, NEWTON_CLOSE = 1e-9, 1e-6  # what is left after a step of Newton's is about its square
NEARLY_NORMAL, FAR_OUT = 20, 1e6


@dataclass(frozen=True, eq=False)
class Mixture:
    """A weighted mixture of t distributions; `weights`, `centres` and `scales` have the shape (kinds,)."""

    weights: Floats
    centres: Floats
    scales: Floats
    df: int

    @property
    def mean(self) -> float:
        """The weighted centre."""
        return float(self.weights @ self.centres)

    def below(self, x: float) -> float:
        """The probability of lying below x."""
        return float(below(self.weights, self.centres, self.scales, self.df, np.float64(x)))

    @property
    def p_value(self) -> float:
        """Two-sided: how far zero lies out in the tails."""
        upper = Mixture(self.weights, -self.centres, self.scales, self.df).below(0.0)
        return min(1.0, 2.0 * min(self.below(0.0), upper))

    def interval(self, share: float = 0.95) -> tuple[float, float]:
        """The central interval that holds that share, of the kinds that hold all but a hundred-thousandth."""
        heaviest = np.argsort(-self.weights)
        kept = heaviest[: np.searchsorted(self.weights[heaviest].cumsum(), 1.0 - LEFT_OUT) + 1]
        weights = self.weights[kept] / self.weights[kept].sum()
        low, high = (
            float(quantile(weights, self.centres[kept], self.scales[kept], self.df, tail))
            for tail in (0.5 * (1.0 - share), 0.5 * (1.0 + share))
        )
        return low, high


def below(weights: Floats, centres: Floats, scales: Floats, df: int, x: Floats | np.float64) -> Floats:
    """Mixtures' distribution functions: (kinds, …) each and x (…) give the probabilities below x (…)."""
    from scipy.special import stdtr  # scipy costs start-up time and is not needed for drawing

    away = (x - centres) / np.maximum(scales, 1e-300)
    return np.asarray((weights * stdtr(df, away)).sum(axis=0), dtype=np.float64)


def quantile(weights: Floats, centres: Floats, scales: Floats, df: int, share: float) -> Floats:
    """Mixtures' quantiles (…) between the single distributions' own, to a billionth of a scale; all (kinds, …).

    Newton's method, halving the bracket where its step leaves it or gains too little (Press et al. 2007, section 9.4).
    """
    from scipy.special import stdtr, stdtrit

    one_below = nearly_normal_below if df >= NEARLY_NORMAL else stdtr
    reach = stdtrit(df, share)
    single = centres + scales * reach
    low, high = single.min(axis=0), single.max(axis=0)
    spread = np.sqrt((weights * ((centres - (weights * centres).sum(axis=0)) ** 2 + scales**2)).sum(axis=0))
    x = np.clip((weights * centres).sum(axis=0) + reach * spread, low, high)
    before = high - low
    for _ in range(MOST_STEPS):
        beyond = (weights * one_below(df, (x - centres) / np.maximum(scales, 1e-300))).sum(axis=0) - share
        low, high = np.where(beyond < 0.0, x, low), np.where(beyond < 0.0, high, x)
        with np.errstate(divide="ignore", invalid="ignore"):
            by_newton = x - beyond / _density(weights, centres, scales, df, x)
        is_good = (by_newton >= low) & (by_newton <= high) & (np.abs(by_newton - x) < 0.5 * before)
        following = np.where(is_good, by_newton, 0.5 * (low + high))
        before, x = np.abs(following - x), following
        if np.all(before <= np.where(is_good, NEWTON_CLOSE, CLOSE_ENOUGH) * spread):
            break
    return np.asarray(x, dtype=np.float64)


def nearly_normal_below(df: int, away: Floats) -> Floats:
    """The t distribution's function, to 2e-11 from 20 degrees of freedom on, in a quarter of the time that scipy takes.

    The normal's at Hill's expansion of where that has the same tail (1970, Communications of the ACM 13, 617–619).
    """
    from scipy.special import ndtr

    less = df - 0.5
    scale = 48.0 * less**2
    square = less * np.log1p(np.clip(away, -FAR_OUT, FAR_OUT) ** 2 / df)
    second = (4.0 * square**2 + 33.0 * square + 240.0) * square + 855.0
    second /= 10.0 * scale * (scale + 0.8 * square**2 + 100.0)
    normal = np.sqrt(square) * (1.0 + (square + 3.0) / scale - second)
    return np.asarray(ndtr(np.copysign(normal, away)), dtype=np.float64)


def _density(weights: Floats, centres: Floats, scales: Floats, df: int, x: Floats) -> Floats:
    from scipy.special import gammaln

    scale = np.maximum(scales, 1e-300)
    height = np.exp(gammaln(0.5 * (df + 1)) - gammaln(0.5 * df)) / np.sqrt(df * np.pi)
    shape = np.exp(-0.5 * (df + 1) * np.log1p(((x - centres) / scale) ** 2 / df))
    return np.asarray((weights * height * shape / scale).sum(axis=0), dtype=np.float64)
