"""What goes with what: effects against statsmodels, the false discovery rate over everything tested."""

from __future__ import annotations

import warnings
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from statsmodels.stats.multitest import multipletests

from analysis.associations import associations, benjamini_hochberg, e_benjamini_hochberg

RANDOMNESS = np.random.default_rng(2)
INDEX = pd.Index([date(2024, 1, 1) + timedelta(days=7 * k) for k in range(60)], dtype=object)
THERE = pd.DataFrame(RANDOMNESS.integers(0, 2, (60, 6)).astype(float), index=INDEX, columns=list("abcdef"))
SCORES = pd.Series(20 + 3 * RANDOMNESS.normal(size=60) + 6 * THERE["a"], index=INDEX, name="score")


def test_the_planted_feature_is_claimed_and_no_other() -> None:
    told = associations(SCORES, THERE)
    assert [pair.feature for pair in told if pair.claimed] == ["a"]
    assert told[0].stands
    assert told[0].estimate == pytest.approx(6, abs=2)
    assert {pair.tested for pair in told} == {6}
    assert told[0].n_present + told[0].n_absent == told[0].n == 60
    assert "cannot tell" in told[0].says


def test_on_white_noise_the_effect_is_close_to_least_squares_with_a_trend() -> None:
    design = np.column_stack([np.ones(60), np.arange(60.0), THERE["a"]])
    theirs = sm.OLS(SCORES.to_numpy(), design).fit()
    ours = next(pair for pair in associations(SCORES, THERE) if pair.feature == "a")
    assert ours.estimate == pytest.approx(theirs.params[2], rel=0.1)
    assert ours.interval[1] - ours.interval[0] == pytest.approx(2 * 2.0 * theirs.bse[2], rel=0.15)


@pytest.mark.parametrize("seed", range(5))
def test_q_values_are_those_of_statsmodels(seed: int) -> None:
    p_values = np.random.default_rng(seed).uniform(size=17) ** 2
    np.testing.assert_allclose(benjamini_hochberg(p_values), multipletests(p_values, method="fdr_bh")[1])


def test_e_values_are_claimed_as_benjamini_hochberg_would_their_inverses() -> None:
    e_values = np.array([400.0, 90.0, 30.0, 2.0, 0.5])
    expected = multipletests(np.minimum(1.0, 1.0 / e_values), alpha=0.1, method="fdr_bh")[0]
    np.testing.assert_array_equal(e_benjamini_hochberg(np.log(e_values), 0.1), expected)
    assert not e_benjamini_hochberg(np.log(np.array([3.0, 2.0])), 0.1).any()


def test_a_feature_needs_four_weeks_with_and_four_without() -> None:
    weeks = np.arange(60)
    seldom = THERE.assign(three=np.isin(weeks, [5, 20, 40]) * 1.0, four=np.isin(weeks, [5, 20, 40, 50]) * 1.0)
    tested = {pair.feature for pair in associations(SCORES, seldom)}
    assert "three" not in tested
    assert "four" in tested


def test_unknown_weeks_are_left_out_and_twenty_known_ones_are_needed() -> None:
    gaps = THERE.copy()
    gaps.iloc[:41, 0] = np.nan
    gaps.iloc[:30, 1] = np.nan
    told = {pair.feature: pair.n for pair in associations(SCORES, gaps)}
    assert "a" not in told
    assert (told["b"], told["c"]) == (30, 60)


def test_an_amount_is_told_per_own_sd() -> None:
    hours = pd.DataFrame({"sleep_hours": 7 + 1.5 * np.random.default_rng(3).normal(size=60)}, index=INDEX)
    scores = SCORES - 2 * hours["sleep_hours"]
    (pair,) = associations(scores, hours)
    assert pair.numeric
    assert pair.feature_sd == pytest.approx(hours["sleep_hours"].std())
    assert pair.estimate == pytest.approx(-2 * pair.feature_sd, abs=1.5)


def test_a_pair_that_shares_a_topic_is_never_tested() -> None:
    told = associations(SCORES, THERE, never={("score", "a")})
    assert "a" not in {pair.feature for pair in told}
    assert {pair.tested for pair in told} == {5}


def test_degenerate_columns_are_passed_over_in_silence() -> None:
    odd = pd.DataFrame({"always": 1.0, "line": np.arange(60.0), "none": np.nan, "late": (np.arange(60) > 30) * 1.0},
                       index=INDEX)  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert {pair.feature for pair in associations(SCORES, odd)} == {"late"}
        assert associations(SCORES * 0 + 4, THERE) == []
        assert associations(SCORES.iloc[:0], THERE.iloc[:0]) == []
        twice = pd.Index([INDEX[k // 2] for k in range(60)], dtype=object)
        assert all(np.isfinite(pair.p_value) for pair in associations(SCORES.set_axis(twice), THERE.set_axis(twice)))


def test_the_two_frames_share_one_index() -> None:
    with pytest.raises(ValueError, match="index"):
        associations(SCORES, THERE.iloc[1:])
