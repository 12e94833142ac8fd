"""Mixtures of t distributions against scipy's own distribution function and a root finder."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import optimize, stats

from analysis.mixture import Mixture, nearly_normal_below


@pytest.mark.parametrize("df", [20, 26, 50, 513, 20_000])
def test_the_t_distribution_through_the_normal_is_scipys(df: int) -> None:
    away = np.concatenate([np.linspace(-40.0, 40.0, 4001), [1e5, -1e5, 1e300, -1e300]])
    np.testing.assert_allclose(nearly_normal_below(df, away), stats.t.cdf(away, df), rtol=0.0, atol=2e-11)


@pytest.mark.parametrize("df", [5, 19, 20, 60, 513])
def test_the_interval_of_many_kinds_is_that_of_a_root_finder(df: int) -> None:
    randomness = np.random.default_rng(df)
    mixture = Mixture(np.full(300, 1 / 300), randomness.normal(size=300), randomness.uniform(0.3, 3.0, 300), df)

    def beyond(x: float, share: float) -> float:
        return float(stats.t.cdf(x, df, loc=mixture.centres, scale=mixture.scales).mean()) - share

    expected = [optimize.brentq(beyond, -50, 50, args=(share,), xtol=1e-13) for share in (0.025, 0.975)]
    np.testing.assert_allclose(mixture.interval(), expected, rtol=1e-9)
