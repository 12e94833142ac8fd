"""Each public answer against an independent one: scipy, statsmodels, dense matrices, Monte Carlo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
import statsmodels.formula.api as smf
from scipy import integrate, optimize, stats

from analysis import associations as pairs
from analysis import differences, noise, running_evidence, splits, standings
from analysis.associations import associations, benjamini_hochberg
from analysis.changes import change_point, since, standing
from analysis.mixture import Mixture
from analysis.noise import NoiseGrid, noise_band, noise_grid, whiten
from analysis.reliability import item_movements, within_person_reliability
from analysis.results import ChangePoint, Difference, NoiseBand, Reliability, Standing, Trend
from analysis.series import Floats
from analysis.standings import held_by_look
from analysis.steps import STEP_VARIANCE
from analysis.trends import trend

START = date(2024, 1, 1)
N = 36
DAYS = START.toordinal() + 7 * np.arange(N) + np.random.default_rng(1).integers(-2, 3, N)
TIMES = [date.fromordinal(int(day)) for day in DAYS]
VALUES: Floats = np.asarray(
    np.round(20 + 4 * np.random.default_rng(2).normal(size=N) + 3 * (np.arange(N) >= 14), 1), dtype=np.float64
)
RANGE = {"low": 0.0, "high": 40.0}


def covariance(days: np.ndarray, phi: float, lam: float) -> np.ndarray:
    apart = np.abs(days[:, None] - days[None, :]) / 7.0
    return np.asarray(lam * np.where(apart == 0, 1.0, phi**apart) + (1.0 - lam) * np.eye(days.size))


def one_kind(phi: float, lam: float) -> Callable[[int], NoiseGrid]:
    grid = NoiseGrid(np.array([phi]), np.array([lam]), np.zeros(1))
    return lambda _: grid


@pytest.fixture
def white_noise(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One who is told that the weeks are independent: then every answer is a textbook's."""
    for module in (noise, pairs, splits):
        monkeypatch.setattr(module, "noise_grid", one_kind(0.0, 1.0))
    monkeypatch.setattr(differences, "difference_grid", lambda: one_kind(0.0, 1.0)(0))
    yield


@pytest.mark.parametrize("place", [0, 9, 30, 57])
def test_the_likelihood_of_a_series_is_scipys_multivariate_normal(place: int) -> None:
    grid = noise_grid(N)
    white = whiten(DAYS, grid, VALUES[:, None] - 20)
    ours = -0.5 * (white.log_det[place] + (white.columns[place] ** 2).sum() + N * np.log(2 * np.pi))
    matrix = covariance(DAYS, float(grid.phi[place]), float(grid.lam[place]))
    assert ours == pytest.approx(stats.multivariate_normal(np.full(N, 20.0), matrix).logpdf(VALUES), rel=1e-9)


def test_a_mixtures_quantiles_are_those_of_draws_and_of_a_root_finder() -> None:
    mixture = Mixture(np.array([0.2, 0.5, 0.3]), np.array([-1.0, 0.5, 4.0]), np.array([0.5, 1.0, 3.0]), 6)
    randomness = np.random.default_rng(3)
    kinds = randomness.choice(3, size=400_000, p=mixture.weights)
    drawn = mixture.centres[kinds] + mixture.scales[kinds] * randomness.standard_t(6, kinds.size)
    np.testing.assert_allclose(mixture.interval(0.9), np.quantile(drawn, [0.05, 0.95]), atol=0.05)
    assert mixture.p_value == pytest.approx(2 * min(np.mean(drawn < 0), np.mean(drawn > 0)), abs=0.005)
    cdf = stats.t(6, loc=mixture.centres, scale=mixture.scales).cdf
    root = optimize.brentq(lambda x: float(mixture.weights @ cdf(x)) - 0.975, -50, 50)
    assert mixture.interval()[1] == pytest.approx(root, rel=1e-6)


def test_on_white_noise_the_trend_and_its_line_are_those_of_least_squares(white_noise: None) -> None:
    found = trend(TIMES, VALUES, **RANGE)
    assert isinstance(found, Trend)
    span = DAYS[-1] - DAYS[0]
    theirs = sm.OLS(VALUES, sm.add_constant((DAYS - DAYS[0]) / span)).fit()
    assert found.estimate == pytest.approx(theirs.params[1], rel=1e-8)
    assert found.interval == pytest.approx(tuple(theirs.conf_int()[1]), rel=1e-6)
    assert found.p_value == pytest.approx(theirs.pvalues[1], rel=1e-6)
    assert found.sd == pytest.approx(np.sqrt(theirs.mse_resid), rel=1e-8)
    places = [(point.day.toordinal() - DAYS[0]) / span for point in found.line]
    mean = theirs.get_prediction(np.column_stack([np.ones(len(places)), places])).summary_frame()
    np.testing.assert_allclose([point.low for point in found.line], mean["mean_ci_lower"], rtol=1e-6)
    np.testing.assert_allclose([point.high for point in found.line], mean["mean_ci_upper"], rtol=1e-6)


def test_on_white_noise_a_marked_date_is_students_two_samples(white_noise: None) -> None:
    found = since(TIMES, VALUES, TIMES[14], **RANGE)
    assert isinstance(found, Difference)
    theirs = stats.ttest_ind(VALUES[14:], VALUES[:14])
    assert found.p_value == pytest.approx(theirs.pvalue, rel=1e-6)
    assert found.interval == pytest.approx(tuple(theirs.confidence_interval()), rel=1e-6)
    assert (found.before, found.after) == pytest.approx((VALUES[:14].mean(), VALUES[14:].mean()))


def test_the_kinds_of_noise_of_a_difference_are_weighed_by_the_dense_likelihood_of_an_ordinary_one() -> None:
    days, values, after = DAYS[:20], VALUES[:20], (np.arange(20) >= 14).astype(float)
    grid, log_weight = differences.difference_grid(), []
    for phi, lam, log_prior in zip(grid.phi, grid.lam, grid.log_prior, strict=True):
        matrix = covariance(days, float(phi), float(lam)) + STEP_VARIANCE * np.outer(after, after)
        inverse = np.linalg.inv(matrix)
        rest = values - inverse.sum(axis=0) @ values / inverse.sum()
        squares, size = rest @ inverse @ rest, np.linalg.det(matrix) * inverse.sum()
        log_weight.append(log_prior - 0.5 * np.log(size) - 9.5 * np.log(squares))
    expected = np.exp(np.array(log_weight) - max(log_weight))
    assert differences.fit_difference(days, after, values).weights == pytest.approx(expected / expected.sum())


def test_on_white_noise_the_band_is_a_t_quantile_of_the_residuals_around_a_line(white_noise: None) -> None:
    found = noise_band(TIMES, VALUES, **RANGE)
    assert isinstance(found, NoiseBand)
    theirs = sm.OLS(VALUES, sm.add_constant(DAYS - DAYS[0])).fit()
    reach = stats.t.ppf(0.9, N - 2) * np.sqrt(theirs.mse_resid)
    assert (found.low, found.high) == pytest.approx((VALUES.mean() - reach, VALUES.mean() + reach), rel=1e-8)


def test_on_white_noise_a_link_is_least_squares_with_a_trend(white_noise: None) -> None:
    there = (np.random.default_rng(4).random(N) < 0.4).astype(float)
    hours = np.random.default_rng(5).normal(7, 1.5, N)
    index = pd.Index(TIMES, dtype=object)
    told = associations(pd.Series(VALUES, index=index), pd.DataFrame({"there": there, "hours": hours}, index=index))
    for pair in told:
        column = there if pair.feature == "there" else hours / hours.std(ddof=1)
        theirs = sm.OLS(VALUES, np.column_stack([np.ones(N), DAYS - DAYS[0], column])).fit()
        assert pair.estimate == pytest.approx(theirs.params[2], rel=1e-7)
        assert pair.interval == pytest.approx(tuple(theirs.conf_int()[2]), rel=1e-6)
        assert pair.p_value == pytest.approx(theirs.pvalues[2], rel=1e-6)


def test_the_e_value_of_a_link_is_the_integral_over_its_effect(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "ONE_NOISE", one_kind(0.4, 1.0)(N))
    there = (np.random.default_rng(6).random(N) < 0.4).astype(float)
    index = pd.Index(TIMES, dtype=object)
    (pair,) = associations(pd.Series(VALUES, index=index), pd.DataFrame({"there": there}, index=index))
    root = np.linalg.inv(np.linalg.cholesky(covariance(DAYS, 0.4, 1.0)))
    base, _ = np.linalg.qr(root @ np.column_stack([np.ones(N), DAYS - DAYS[0]]))
    y, x = (part - base @ (base.T @ part) for part in (root @ VALUES, root @ there))
    scale = np.sqrt(y @ y / (N - 2))

    def density(size_in_sds: float, with_link: bool) -> float:
        def of_scale(s: float) -> float:
            rest = y - (size_in_sds * s * x if with_link else 0.0)
            return float((s / scale) ** -(N - 1.0) * np.exp(-(rest @ rest) / (2 * s**2) + (N - 2) / 2))

        return float(integrate.quad(of_scale, 0.3 * scale, 4 * scale, points=[scale], limit=200)[0])

    prior = stats.norm(scale=np.sqrt(STEP_VARIANCE)).pdf
    linked = integrate.quad(lambda size: density(size, True) * prior(size), -6, 6, points=[0.0, 1.0], limit=200)[0]
    assert pair.e_value == pytest.approx(linked / density(0.0, False), rel=1e-3)


@pytest.mark.parametrize("seed", range(3))
def test_q_values_are_scipys_false_discovery_control(seed: int) -> None:
    p_values = np.random.default_rng(seed).uniform(size=40) ** 3
    np.testing.assert_allclose(benjamini_hochberg(p_values), stats.false_discovery_control(p_values))


def dense_log_factors(days: np.ndarray, values: np.ndarray, phi: float, lam: float, places: np.ndarray) -> np.ndarray:
    """Log Bayes factors of a step before each place, (places, series), from dense matrices; values (points, series)."""
    matrix, ones = covariance(days, phi, lam), np.ones(days.size)

    def log_marginal(of: np.ndarray) -> np.ndarray:
        inverse = np.linalg.inv(of)
        length = ones @ inverse @ ones
        rest = values - (ones @ inverse @ values) / length
        squares = np.einsum("is,ij,js->s", rest, inverse, rest)
        fixed = -0.5 * (np.linalg.slogdet(of)[1] + np.log(length))
        return np.asarray(fixed - 0.5 * (days.size - 1) * np.log(squares))

    steps = (np.arange(days.size)[None, :] >= places[:, None]).astype(float)
    plain = log_marginal(matrix)
    return np.array([log_marginal(matrix + STEP_VARIANCE * np.outer(step, step)) - plain for step in steps])


def test_the_p_value_of_a_step_is_that_of_draws_from_scipy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splits, "noise_grid", one_kind(0.5, 0.85))
    found = change_point(TIMES, VALUES, **RANGE)
    assert isinstance(found, ChangePoint)
    drawn = stats.multivariate_normal(np.zeros(N), covariance(DAYS, 0.5, 0.85)).rvs(2000, random_state=7).T
    both = np.column_stack([VALUES, drawn])
    factors = dense_log_factors(DAYS, both, 0.5, 0.85, splits.candidate_splits(N))
    mean = np.exp(factors).mean(axis=0)
    expected = float(np.mean(mean[1:] >= mean[0]))
    assert 0.02 < expected < 0.9
    assert found.p_value == pytest.approx(expected, abs=0.06)
    by_place = np.exp(factors[:, 0]) / np.exp(factors[:, 0]).sum()
    assert found.day == TIMES[int(splits.candidate_splits(N)[by_place.argmax()])]
    reach = [place for place in splits.candidate_splits(N) if found.first_day < TIMES[place] <= found.last_day]
    assert by_place[np.isin(splits.candidate_splits(N), reach)].sum() >= 0.8


def test_the_size_of_a_standing_step_is_the_mean_of_its_dense_posterior(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standings, "PHI", np.array([0.3]))
    found = standing(TIMES, VALUES, low=RANGE["low"], high=RANGE["high"])
    assert isinstance(found, Standing)
    matrix, ones = covariance(DAYS, 0.3, 1.0), np.ones(N)
    places = np.arange(running_evidence.POINTS_BEFORE, N - running_evidence.POINTS_AFTER + 1)
    weights = np.exp(dense_log_factors(DAYS, VALUES[:, None], 0.3, 1.0, places)[:, 0])
    sizes = []
    for place in places:
        step = (np.arange(N) >= place).astype(float)
        inverse = np.linalg.inv(matrix + STEP_VARIANCE * np.outer(step, step))
        level = (ones @ inverse @ VALUES) / (ones @ inverse @ ones)
        sizes.append(STEP_VARIANCE * step @ inverse @ (VALUES - level))
    assert found.estimate == pytest.approx(float(weights @ sizes / weights.sum()), rel=1e-6)


def test_the_level_held_is_the_smallest_of_a_moving_window() -> None:
    evidence = np.random.default_rng(8).exponential(10, 40)
    theirs = pd.Series(evidence).rolling(standings.LOOKS).min().fillna(1.0)
    np.testing.assert_allclose(held_by_look(evidence), theirs)


def a_table(n: int, items: int, common: float, seed: int) -> pd.DataFrame:
    randomness = np.random.default_rng(seed)
    table = 2 + common * randomness.normal(size=(n, 1)) + randomness.normal(size=(n, items))
    return pd.DataFrame(table, columns=[f"q{k}" for k in range(items)])


def test_reliability_is_that_of_statsmodels_table_of_variance() -> None:
    answers = a_table(30, 5, 0.8, 9)
    found = within_person_reliability(answers)
    assert isinstance(found, Reliability)
    cells = answers.rename_axis("occasion").reset_index().melt("occasion", var_name="item", value_name="points")
    table = sm.stats.anova_lm(smf.ols("points ~ C(occasion) + C(item)", cells).fit())
    squares = table["mean_sq"]
    assert found.estimate == pytest.approx(1 - squares["Residual"] / squares["C(occasion)"], rel=1e-8)


def test_the_interval_of_reliability_comes_near_feldts_exact_one_where_that_holds() -> None:
    n, items = 80, 6
    found = within_person_reliability(a_table(n, items, 0.7, 10))
    assert isinstance(found, Reliability)
    f = stats.f(n - 1, (n - 1) * (items - 1)).ppf
    feldt = [1 - (1 - found.estimate) * f(tail) for tail in (0.975, 0.025)]
    np.testing.assert_allclose(found.interval, feldt, atol=0.06)


def test_items_are_compared_by_the_means_that_pandas_takes() -> None:
    answers = a_table(25, 4, 0.5, 11).set_axis([START + timedelta(days=7 * k) for k in range(25)])
    answers.iloc[3, 1] = np.nan
    for moved in item_movements(answers):
        column = answers[moved.item_id].dropna()
        assert (moved.recent, moved.earlier) == pytest.approx((column.tail(3).mean(), column.iloc[:-3].mean()))
