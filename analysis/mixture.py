"""Mixtures of t distributions: what is known about a figure when the kind of noise is not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.series import Floats

BISECTIONS = 40


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
        """The central interval that holds that share."""
        low, high = (
            float(quantile(self.weights, self.centres, self.scales, self.df, tail))
            for tail in (0.5 * (1.0 - share), 0.5 * (1.0 + share))
        )
        return low, high


def below(weights: Floats, centres: Floats, scales: Floats, df: int, x: Floats | np.float64) -> Floats:
    """Mixtures' distribution functions: (kinds, …) each and x (…) give the probabilities below x (…)."""
    from scipy.special import stdtr  # scipy costs start-up time and is not needed for drawing

    away = (x - centres) / np.maximum(scales, 1e-300)
    return np.asarray((weights * stdtr(df, away)).sum(axis=0), dtype=np.float64)


def quantile(weights: Floats, centres: Floats, scales: Floats, df: int, share: float) -> Floats:
    """Mixtures' quantiles (…), by bisection between the single distributions' own; all (kinds, …)."""
    from scipy.special import stdtrit

    single = centres + scales * stdtrit(df, share)
    low, high = single.min(axis=0), single.max(axis=0)
    for _ in range(BISECTIONS):
        middle = 0.5 * (low + high)
        under = below(weights, centres, scales, df, middle) < share
        low, high = np.where(under, middle, low), np.where(under, high, middle)
    return np.asarray(0.5 * (low + high), dtype=np.float64)
