"""The judgement of a marked date among few points: against dense likelihoods, Student's test, and itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import special, stats

from analysis import marked_dates
from analysis.differences import since_of
from analysis.marked_dates import FEW_POINTS, KINDS, LOG_WITH, LOG_WITHOUT, judge
from analysis.results import Difference
from analysis.series import DailySeries, Floats
from analysis.steps import STEP_VARIANCE

N = 20
DAYS = 738_000 + 7 * np.arange(N) + np.random.default_rng(1).integers(-2, 3, N)
AFTER = (np.arange(N) >= 9).astype(float)
VALUES: Floats = np.asarray(20 + 4 * np.random.default_rng(2).normal(size=N) + 3 * AFTER, dtype=np.float64)


@pytest.fixture(autouse=True, scope="module")
def _fewer_paths() -> Iterator[None]:
    """A tenth of the paths, in a tenth of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marked_dates, "PATHS", 499)
        yield


def dense_log_likelihood(values: Floats, covariance: Floats) -> float:
    """Of values with a covariance known but for its scale, level and scale integrated out."""
    inverse = np.linalg.inv(covariance)
    rest = values - inverse.sum(axis=0) @ values / inverse.sum()
    log_sizes = np.linalg.slogdet(covariance)[1] + np.log(inverse.sum())
    return float(-0.5 * log_sizes - 0.5 * (values.size - 1) * np.log(rest @ inverse @ rest))


@pytest.mark.parametrize("shift", [0.0, 2.5, -7.0])
def test_the_ratio_is_that_of_dense_likelihoods(shift: float) -> None:
    apart = np.abs(DAYS[:, None] - DAYS[None, :]) / 7.0
    step = STEP_VARIANCE * np.outer(AFTER, AFTER)
    logs = []
    for weights, added in ((LOG_WITH, step), (LOG_WITHOUT, np.zeros_like(step))):
        each = [
            dense_log_likelihood(VALUES - shift * AFTER, lam * phi**apart + (1 - lam) * np.eye(N) + added)
            for phi, lam in zip(KINDS.phi, KINDS.lam, strict=True)
        ]
        logs.append(special.logsumexp(np.array(each) + weights[:, 0]))
    assert judge(DAYS, AFTER, VALUES).sums.log_ratio(shift)[0] == pytest.approx(logs[0] - logs[1], abs=1e-8)


def test_one_who_is_told_that_weeks_are_independent_finds_students_p_and_interval(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = np.log(np.where((KINDS.phi == 0.0) & (KINDS.lam == 1.0), 1.0, 1e-300))[:, None]
    monkeypatch.setattr(marked_dates, "LOG_WITH", told)
    monkeypatch.setattr(marked_dates, "LOG_WITHOUT", told)
    monkeypatch.setattr(marked_dates, "BY_CHANCE_PHI", 0.0)
    monkeypatch.setattr(marked_dates, "PHI_SPREAD", 0.01)
    judged = judge(DAYS, AFTER, VALUES)
    theirs = stats.ttest_ind(VALUES[AFTER > 0], VALUES[AFTER == 0])
    by_chance = np.sqrt(theirs.pvalue * (1 - theirs.pvalue) / judged.by_chance.size)
    assert judged.p_value == pytest.approx(theirs.pvalue, abs=4 * by_chance)
    low, high = theirs.confidence_interval()
    assert judged.interval(0.95) == pytest.approx((low, high), abs=0.05 * (high - low))


def test_what_is_added_after_the_date_is_added_to_the_interval() -> None:
    low, high = judge(DAYS, AFTER, VALUES).interval(0.95)
    assert judge(DAYS, AFTER, VALUES + 5 * AFTER).interval(0.95) == pytest.approx((low + 5, high + 5), abs=1e-6)


@settings(max_examples=60)
@given(
    values=st.integers(12, FEW_POINTS).flatmap(lambda n: arrays(np.float64, n, elements=st.integers(0, 40))),
    gaps=st.lists(st.sampled_from([1, 2, 5, 7, 7, 9, 30, 200]), min_size=FEW_POINTS, max_size=FEW_POINTS),
    at=st.floats(0.0, 1.0),
)
def test_a_difference_is_claimed_just_where_its_interval_leaves_zero_out(
    values: Floats, gaps: list[int], at: float
) -> None:
    n = values.size
    days = 738_000 + np.cumsum(gaps[:n])
    series = DailySeries(days, values, 0.0, 40.0)
    found = since_of(series, series.day(3 + round(at * (n - 6))))
    assert isinstance(found, Difference)
    if found.interval is None:
        assert np.ptp(values) == 0.0
        return
    low, high = found.interval
    assert low <= found.estimate <= high
    assert found.claimed == (not low <= 0.0 <= high)


def test_neither_weeks_that_alternate_nor_one_week_far_out_are_a_difference() -> None:
    alternating, far_out = (np.full(N, 20.0) for _ in range(2))
    alternating[::2] += 5
    far_out[14] = 40
    assert judge(DAYS, AFTER, alternating).p_value > 0.2
    assert judge(DAYS, AFTER, far_out).p_value > 0.1


def test_a_larger_difference_never_makes_p_larger() -> None:
    days = 738_000 + np.cumsum(np.random.default_rng(5).choice([1, 1, 2, 7], N))
    far_out = np.where(np.arange(N) == 9, 1.0, 24.0) + np.random.default_rng(6).normal(size=N)
    p_values = [judge(days, AFTER, far_out + step * AFTER).p_value for step in np.linspace(-20, 20, 41)]
    largest = int(np.argmax(p_values))
    assert np.all(np.diff(p_values[: largest + 1]) >= 0)
    assert np.all(np.diff(p_values[largest:]) <= 0)


def test_the_evening_before_and_the_day_itself_do_not_settle_it() -> None:
    days = 738_000 + 7 * np.arange(N)
    days[8] = days[9] - 1
    randomness = np.random.default_rng(7)
    told = [judge(days, AFTER, randomness.normal(20, 4, N)).p_value <= 0.05 for _ in range(100)]
    assert np.mean(told) <= 0.12
