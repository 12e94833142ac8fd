"""The kernel against dense matrices, statsmodels and scipy."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats

from analysis.mixture import Mixture
from analysis.noise import NoiseGrid, draw_noise, fit, fit_whitened, noise_band, noise_grid, whiten
from analysis.results import NoiseBand, NotEnough

DAYS = 736_330 + np.cumsum(np.random.default_rng(3).integers(3, 20, 40))


def covariance(days: np.ndarray, phi: float, lam: float) -> np.ndarray:
    apart = np.abs(days[:, None] - days[None, :]) / 7.0
    matrix = lam * np.where(apart == 0, 1.0, phi**apart)
    matrix[np.diag_indices(days.size)] = 1.0
    return matrix


@pytest.mark.parametrize("place", [0, 5, 19, 25, 40, 57])
def test_whitening_by_the_filter_equals_the_cholesky_factor_of_the_dense_matrix(place: int) -> None:
    grid = noise_grid(DAYS.size)
    columns = np.random.default_rng(1).normal(size=(DAYS.size, 3))
    white = whiten(DAYS, grid, columns)
    matrix = covariance(DAYS, grid.phi[place], grid.lam[place])
    dense = np.linalg.solve(np.linalg.cholesky(matrix), columns)
    np.testing.assert_allclose(white.columns[place], dense, atol=1e-10)
    assert white.log_det[place] == pytest.approx(np.linalg.slogdet(matrix)[1], abs=1e-9)


@pytest.mark.parametrize(("phi", "lam"), [(0.0, 1.0), (0.6, 1.0), (0.9, 0.7)])
def test_with_known_noise_the_fit_is_statsmodels_gls(phi: float, lam: float) -> None:
    y = np.random.default_rng(2).normal(size=DAYS.size)
    design = np.column_stack([np.ones(DAYS.size), np.linspace(-0.5, 0.5, DAYS.size)])
    grid = NoiseGrid(np.array([phi]), np.array([lam]), np.zeros(1))
    white = whiten(DAYS, grid, np.column_stack([design, y]))
    ours = fit_whitened(grid, white.columns[:, :, :2], white.columns[:, :, 2], white.log_det)
    theirs = sm.GLS(y, design, sigma=covariance(DAYS, phi, lam)).fit()
    known = ours.posterior([0.0, 1.0])
    np.testing.assert_allclose(ours.coefficients[0], theirs.params, rtol=1e-8)
    assert known.p_value == pytest.approx(theirs.pvalues[1], rel=1e-6)
    np.testing.assert_allclose(known.interval(), theirs.conf_int()[1], rtol=1e-6)


def test_the_kinds_of_noise_are_weighed_by_the_dense_restricted_likelihood() -> None:
    days, y = DAYS[:20], np.random.default_rng(4).normal(size=20).cumsum()
    design = np.column_stack([np.ones(20), np.linspace(-0.5, 0.5, 20)])
    found = fit(days, design, y)
    grid, log_weight = noise_grid(20), []
    for phi, lam in zip(grid.phi, grid.lam, strict=True):
        inverse = np.linalg.inv(covariance(days, phi, lam))
        gram = design.T @ inverse @ design
        rest = y - design @ np.linalg.solve(gram, design.T @ inverse @ y)
        determinants = np.linalg.slogdet(covariance(days, phi, lam))[1] + np.linalg.slogdet(gram)[1]
        log_weight.append(-0.5 * determinants - 9.0 * np.log(rest @ inverse @ rest))
    expected = np.exp(np.array(log_weight) - max(log_weight))
    np.testing.assert_allclose(found.weights, expected / expected.sum(), rtol=1e-6)


def test_a_mixture_of_one_is_the_t_distribution() -> None:
    single = Mixture(np.ones(1), np.array([2.0]), np.array([0.8]), 7)
    assert single.below(1.0) == pytest.approx(stats.t.cdf(1.0, 7, loc=2.0, scale=0.8))
    assert single.interval() == pytest.approx(stats.t.interval(0.95, 7, loc=2.0, scale=0.8), rel=1e-6)
    assert single.p_value == pytest.approx(2 * stats.t.sf(2.0 / 0.8, 7))


def test_drawn_paths_have_the_covariance_that_whitening_undoes() -> None:
    days = DAYS[:6]
    paths = draw_noise(days, np.full(40_000, 0.7), np.full(40_000, 0.85), np.random.default_rng(5))
    np.testing.assert_allclose(np.cov(paths), covariance(days, 0.7, 0.85), atol=0.03)


def test_the_prior_of_the_grid_sums_to_one_and_from_thirty_points_on_leans_to_quick_fading() -> None:
    for n in (10, 29, 30, 200):
        assert np.exp(noise_grid(n).log_prior).sum() == pytest.approx(1.0)
    grid = noise_grid(30)
    assert np.exp(grid.log_prior[(grid.lam == 0.85)]).sum() == pytest.approx(0.2, abs=0.02)
    assert np.exp(grid.log_prior[0]) > np.exp(grid.log_prior[grid.phi == 0.95]).sum()


def test_the_band_holds_about_four_in_five_points_of_steady_noise() -> None:
    days = [date(2025, 1, 1) + timedelta(days=7 * k) for k in range(60)]
    values = 20 + 4 * np.random.default_rng(6).normal(size=60)
    band = noise_band(days, values, low=0, high=40)
    assert isinstance(band, NoiseBand)
    assert 0.68 <= np.mean((values >= band.low) & (values <= band.high)) <= 0.92
    assert band.sd == pytest.approx(4.0, rel=0.25)


def test_seven_points_are_too_few_for_a_band_and_a_constant_series_has_a_flat_one() -> None:
    days = [date(2025, 1, 1) + timedelta(days=7 * k) for k in range(20)]
    assert isinstance(noise_band(days[:7], range(7), low=0, high=40), NotEnough)
    band = noise_band(days, [0] * 20, low=0, high=40)
    assert isinstance(band, NoiseBand)
    assert (band.low, band.centre, band.high, band.sd) == (0, 0, 0, 0)
