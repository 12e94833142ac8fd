"""Trend, step, marked date and standing claim: what they find, what they leave unsaid."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from scipy import integrate, stats

from analysis import splits
from analysis.changes import change_point, has_it_changed, since, since_of, standing
from analysis.differences import difference_grid
from analysis.results import ChangePoint, Difference, HasItChanged, NotEnough, Standing, Trend
from analysis.series import DailySeries
from analysis.splits import candidate_splits, search_split
from analysis.standings import weighed_evidence
from analysis.steps import STEP_VARIANCE, step_evidence
from analysis.trends import trend

START = date(2024, 1, 1)


def weekly(n: int) -> list[date]:
    return [START + timedelta(days=7 * k) for k in range(n)]


def stepped(n: int, at: int, by: float, seed: int = 1) -> np.ndarray:
    values = 20 + 3 * np.random.default_rng(seed).normal(size=n)
    values[at:] += by
    return np.clip(values, 0, 40)


def test_four_points_are_too_few_for_a_line_and_nineteen_for_a_verdict() -> None:
    assert isinstance(trend(weekly(4), [1, 2, 3, 4], low=0, high=40), NotEnough)
    found = trend(weekly(19), np.arange(19.0), low=0, high=40)
    assert isinstance(found, Trend)
    assert not found.claimed
    assert found.interval is not None


def test_a_clear_line_is_claimed_with_its_size_in_points_and_in_own_sds() -> None:
    values = np.linspace(10, 25, 40) + np.random.default_rng(1).normal(size=40)
    found = trend(weekly(40), values, low=0, high=40)
    assert isinstance(found, Trend)
    assert found.claimed
    assert found.estimate == pytest.approx(15, abs=2)
    assert found.estimate_in_sds == pytest.approx(found.estimate / found.sd)
    assert found.line[0].day == START
    assert "rose" in found.says


def test_the_bayes_factor_of_a_step_is_the_ratio_of_dense_marginal_likelihoods() -> None:
    days = 738_000 + np.array([0, 7, 12, 21, 30, 36, 43])
    y = np.array([1.0, 0.2, 0.9, 3.0, 2.4, 3.3, 2.8])
    phi = 0.5
    apart = np.abs(days[:, None] - days[None, :]) / 7
    noise = phi**apart
    step = (np.arange(7) >= 3).astype(float)

    def marginal(matrix: np.ndarray) -> float:
        inverse, ones = np.linalg.inv(matrix), np.ones(7)
        length = ones @ inverse @ ones
        rest = y - (ones @ inverse @ y) / length
        return float((np.linalg.det(matrix) * length) ** -0.5 * (rest @ inverse @ rest) ** -3.0)

    expected = np.log(marginal(noise + STEP_VARIANCE * np.outer(step, step)) / marginal(noise))
    found = step_evidence(days, y, np.array([phi]))
    assert found.log_bayes_factor[1] == pytest.approx(expected, rel=1e-8)


def test_with_white_noise_the_factor_is_the_integral_over_the_step() -> None:
    days = 738_000 + 7 * np.arange(8)
    y = np.array([0.1, -0.4, 0.3, 0.0, 1.6, 1.1, 2.0, 1.4])

    def likelihood(size: float, scale: float) -> float:
        rest = y - size * (np.arange(8) >= 4)
        squares = ((rest - rest.mean()) ** 2).sum()
        return float(scale**-8.0 * np.exp(-squares / (2 * scale**2)))

    def averaged_over_scales(size_in_sds: float) -> float:
        return float(integrate.quad(lambda scale: likelihood(size_in_sds * scale, scale), 0.01, 40, limit=400)[0])

    def prior_predictive(size_in_sds: float) -> float:
        return averaged_over_scales(size_in_sds) * float(stats.norm.pdf(size_in_sds, scale=1.5))

    with_step = integrate.quad(prior_predictive, -9, 9, limit=200)[0]
    without = averaged_over_scales(0.0)
    found = step_evidence(days, y, np.array([0.0]))
    assert found.log_bayes_factor[2] == pytest.approx(np.log(with_step / without), rel=1e-3)


def test_both_searches_agree_on_the_factors_of_pure_noise_kinds() -> None:
    days = 738_000 + 7 * np.arange(25)
    values = stepped(25, 12, 6)
    split = search_split(DailySeries(days, values, 0.0, 40.0))
    evidence = step_evidence(days, values - values.mean(), np.linspace(0, 0.95, 20))
    by_split = evidence.log_bayes_factor[: candidate_splits(25).size]
    assert split.likeliest == evidence.splits[np.argmax(by_split)]


def test_a_clear_step_is_dated_by_a_range_that_holds_it() -> None:
    found = change_point(weekly(50), stepped(50, 20, 8), low=0, high=40)
    assert isinstance(found, ChangePoint)
    assert found.claimed
    assert found.first_day < START + timedelta(days=140) <= found.last_day
    assert found.estimate == pytest.approx(8, abs=2)


def test_splits_are_thinned_to_a_hundred_and_four() -> None:
    assert candidate_splits(10).tolist() == [2, 3, 4, 5, 6, 7, 8]
    many = candidate_splits(520)
    assert (many.size, many[0], many[-1]) == (104, 2, 518)


def test_years_of_days_are_searched_by_the_week_and_dated_by_whole_weeks() -> None:
    n, at = 1500, 800
    values = np.clip(20 + 4 * np.random.default_rng(2).normal(size=n) + 3 * (np.arange(n) >= at), 0, 40)
    found = change_point([START + timedelta(days=k) for k in range(n)], values, low=0, high=40)
    assert isinstance(found, ChangePoint)
    assert found.claimed
    assert found.n == n
    assert found.estimate == pytest.approx(3, abs=0.7)
    assert found.first_day < START + timedelta(days=at) <= found.last_day
    assert (found.first_day.weekday(), found.last_day.weekday()) == (0, 6)
    assert found.last_day - found.first_day < timedelta(days=140)


def test_twenty_years_of_weeks_are_searched_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    days = 730_000 + 7 * np.arange(splits.MOST_POINTS)
    values = np.random.default_rng(3).normal(20, 4, days.size)
    monkeypatch.setattr(splits, "PATHS", 9)
    monkeypatch.setattr(splits, "by_calendar_week", lambda _: pytest.fail("weeks were averaged"))
    assert search_split(DailySeries(days, values, 0.0, 40.0)).earliest >= 2


def test_the_button_halves_the_error_rate_of_each_answer() -> None:
    found = has_it_changed(weekly(30), stepped(30, 15, 1, seed=4), low=0, high=40)
    assert isinstance(found, HasItChanged)
    assert isinstance(found.change_point, ChangePoint)
    assert found.p_value == pytest.approx(min(1.0, 2 * min(found.trend.p_value, found.change_point.p_value)))


def test_a_marked_date_needs_three_points_on_each_side() -> None:
    assert isinstance(since(weekly(20), stepped(20, 10, 8), weekly(20)[2], low=0, high=40), NotEnough)
    outside = since(weekly(20), stepped(20, 10, 8), START - timedelta(days=1), low=0, high=40)
    assert isinstance(outside, NotEnough)
    assert outside.says.startswith("No check-in counts on one side")
    found = since(weekly(20), stepped(20, 10, 8), weekly(20)[10], low=0, high=40)
    assert isinstance(found, Difference)
    assert (found.claimed, found.n_before, found.n_after) == (True, 10, 10)


def test_near_an_end_of_the_scale_a_difference_has_to_be_twice_as_sure() -> None:
    days = 738_000 + 7 * np.arange(20)
    values = np.maximum(stepped(20, 10, 3) - 19, 0.0)
    assert 0.1 <= np.mean(values == 0.0) < 0.5
    marked = date.fromordinal(int(days[10]))
    inside, cut_off = (since_of(DailySeries(days, values, low, 40.0), marked) for low in (-5.0, 0.0))
    assert isinstance(inside, Difference)
    assert isinstance(cut_off, Difference)
    assert cut_off.p_value == pytest.approx(2 * inside.p_value)
    assert inside.interval is not None
    assert cut_off.interval is not None
    assert cut_off.interval[0] < inside.interval[0] < inside.interval[1] < cut_off.interval[1]


def test_the_prior_of_a_differences_noise_sums_to_one_and_has_most_about_its_usual_fading() -> None:
    grid = difference_grid()
    assert np.exp(grid.log_prior).sum() == pytest.approx(1.0)
    assert grid.phi[np.argmax(grid.log_prior)] == pytest.approx(0.6)
    assert np.exp(grid.log_prior[grid.lam == 0.7]).sum() == pytest.approx(0.2, abs=0.01)


def test_a_standing_claim_holds_while_the_new_level_lasts_and_goes_when_it_ends() -> None:
    lasting = stepped(50, 20, 9)
    assert claims(lasting)
    returned = lasting.copy()
    returned[40:] = 20 + 3 * np.random.default_rng(9).normal(size=10)
    found = standing(weekly(50), returned, low=0, high=40)
    assert isinstance(found, Standing)
    assert not found.claimed or found.estimate < 0


def test_one_shock_is_not_a_standing_change() -> None:
    values = stepped(40, 0, 0)
    values[-1] = 40
    assert not claims(values)


def test_near_an_end_of_the_scale_the_evidence_counts_for_half() -> None:
    days = 738_000 + 7 * np.arange(40)
    values = np.maximum(stepped(40, 20, 5) - 17, 0.0)
    inside, cut_off = DailySeries(days, values, -5.0, 40.0), DailySeries(days, values, 0.0, 40.0)
    ratio = weighed_evidence(cut_off) / weighed_evidence(inside)
    lie_there = np.cumsum(values == 0.0) / np.arange(1, 41)
    assert 0.0 < np.mean(lie_there >= 0.1) < 1.0
    np.testing.assert_allclose(ratio, np.where(lie_there >= 0.1, 0.5, 1.0))


def test_nothing_stands_before_twenty_seven_check_ins() -> None:
    assert isinstance(standing(weekly(26), stepped(26, 12, 20), low=0, high=40), NotEnough)
    assert isinstance(standing(weekly(27), stepped(27, 12, 20), low=0, high=40), Standing)


def test_a_smaller_share_of_the_budget_raises_the_bar() -> None:
    found = standing(weekly(40), stepped(40, 20, 5), low=0, high=40, share=0.25)
    assert isinstance(found, Standing)
    assert found.bar == 40.0
    assert found.p_value == pytest.approx(min(1.0, 1 / found.e_value))
    with pytest.raises(ValueError, match="share"):
        standing(weekly(40), stepped(40, 20, 5), low=0, high=40, share=0.0)


def test_no_sentence_names_a_cause() -> None:
    for found in (trend, change_point, standing):
        says = found(weekly(60), stepped(60, 20, 9), low=0, high=40).says
        assert "caused" not in says
        assert "usual week-to-week ups and downs" in says


def claims(values: np.ndarray) -> bool:
    found = standing(weekly(values.size), values, low=0, high=40)
    return isinstance(found, Standing) and found.claimed
