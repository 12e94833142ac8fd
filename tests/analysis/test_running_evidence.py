"""Evidence at every look: against dense likelihoods and integrals, and how it behaves where nothing lasts."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import integrate, stats

from analysis import running_evidence as running
from analysis.noise import NoiseGrid
from analysis.running_evidence import (
    CUT_SDS,
    EVER,
    POINTS_BEFORE,
    STEP_SPREAD,
    candidate_splits,
    running_evidence,
    split_weights,
)
from analysis.series import Floats
from analysis.single_answers import AnswerNoise, answer_noise
from analysis.standings import held_by_look
from analysis.wobble_kinds import FROM_FIGURES, WITH_ANSWERS, WobbleKinds

N = 22
DAYS = 738_000 + 7 * np.arange(N) + np.random.default_rng(1).integers(-2, 3, N)
VALUES: Floats = np.asarray(
    np.round(20 + 3 * np.random.default_rng(2).normal(size=N) + 5 * (np.arange(N) >= 13)), dtype=np.float64
)


def marginal(
    covariance: np.ndarray, values: np.ndarray, step: np.ndarray | None = None, answers: tuple[float, float] = (0, 0)
) -> float:
    """By quadrature over s and d / s: flat level, 1/s on the scale s, a step of density d²/(1.5 s²) N(0, 1.5 s²).

    `answers`: a variance that m observations gave of a part of s², as that variance over the part, and m.
    """
    inverse, ones, n = np.linalg.inv(covariance), np.ones(values.size), values.size
    length = ones @ inverse @ ones
    fixed = (np.linalg.det(covariance) * length) ** -0.5

    def of_scale(scale: float, size: float) -> float:
        rest = values - (0.0 if step is None else size * scale * step)
        rest = rest - (ones @ inverse @ rest) / length
        of_answers = scale ** -answers[1] * np.exp(-answers[1] * answers[0] / (2 * scale**2))
        return float(scale ** -float(n) * np.exp(-(rest @ inverse @ rest) / (2 * scale**2)) * of_answers)

    def of_size(size: float) -> float:
        found = integrate.quad(of_scale, 0.2, 40, args=(size,), limit=200, points=[2.0, 4.0, 8.0])[0]
        return float(found * size**2 / STEP_SPREAD * stats.norm.pdf(size, scale=STEP_SPREAD**0.5))

    if step is None:
        return float(fixed * integrate.quad(of_scale, 0.2, 40, args=(0.0,), limit=200, points=[2.0, 4.0, 8.0])[0])
    return float(fixed * integrate.quad(of_size, -8, 8, limit=200, points=[-2, 0, 2])[0])


@pytest.mark.parametrize("noise", [None, AnswerNoise(np.full(N, 4.0), np.full(N, 6.0))], ids=["totals", "answers"])
def test_the_evidence_is_the_mixture_of_ratios_of_dense_marginal_likelihoods(
    monkeypatch: pytest.MonkeyPatch, noise: AnswerNoise | None
) -> None:
    grid = NoiseGrid(np.array([0.0, 0.4]), np.array([1.0, 0.9]), np.log([0.45, 0.55]))
    kinds = WobbleKinds(grid, np.array([0.5, 0.1]))
    monkeypatch.setattr(running, "CUT_SDS", 1e6)
    for name in ("FROM_FIGURES", "WITH_ANSWERS"):
        monkeypatch.setattr(running, name, kinds)
    apart = np.abs(DAYS[:, None] - DAYS[None, :]) / 7
    splits = np.arange(12, 15)
    plain, stepped = 0.0, np.zeros(splits.size)
    values = VALUES - VALUES.mean()
    for phi, lam, log_prior, share in zip(grid.phi, grid.lam, grid.log_prior, kinds.answers_share, strict=True):
        covariance = lam * np.where(apart == 0, 1.0, phi**apart) + (1 - lam) * np.eye(N)
        answers = (0.0, 0.0) if noise is None else (4.0 / share, 6.0)
        counts = np.exp(log_prior) * share ** (-0.5 * answers[1])
        plain += counts * marginal(covariance, values, answers=answers)
        for place, split in enumerate(splits):
            step = (np.arange(N) >= split).astype(float)
            stepped[place] += counts * marginal(covariance, values, step, answers)
    expected = 1.0 + split_weights(splits) @ (stepped / plain - 1.0)
    assert running_evidence(DAYS, VALUES, [N], noise)[0] == pytest.approx(expected, rel=1e-4)


def test_a_look_sees_only_what_was_there_by_then() -> None:
    randomness = np.random.default_rng(3)
    days, values = 738_000 + 7 * np.arange(40), 20 + 4 * randomness.normal(size=40)
    together = running_evidence(days, values, range(1, 41))
    for n in (20, 27, 40):
        assert together[n - 1] == pytest.approx(running_evidence(days[:n], values[:n], [n])[0], rel=1e-9)
    np.testing.assert_array_equal(together[:19], 1.0)


def test_a_look_sees_only_the_answers_that_were_there_by_then() -> None:
    randomness = np.random.default_rng(6)
    items = np.clip(np.round(2 + randomness.normal(size=(40, 5))), 0, 4)
    days, values = 738_000 + 7 * np.arange(40), items.sum(axis=1)
    together = running_evidence(days, values, range(1, 41), answer_noise(items))
    for n in (20, 27, 40):
        alone = running_evidence(days[:n], values[:n], [n], answer_noise(items[:n]))
        assert together[n - 1] == pytest.approx(alone[0], rel=1e-9)


def test_the_kinds_of_wobble_have_priors_that_sum_to_one() -> None:
    for kinds in (FROM_FIGURES, WITH_ANSWERS):
        assert np.exp(kinds.noise.log_prior).sum() == pytest.approx(1.0)
        assert ((kinds.answers_share > 0) & (kinds.answers_share <= 1)).all()


def test_for_a_life_without_change_the_evidence_is_one_on_average() -> None:
    randomness = np.random.default_rng(4)
    days = 738_000 + 7 * np.arange(24)
    drawn = [running_evidence(days, randomness.normal(size=24), [24])[0] for _ in range(300)]
    assert np.mean(drawn) <= 1.1


def test_the_weights_of_all_splits_leave_a_quarter_for_never_and_reach_changes_after_years() -> None:
    assert 0.97 * EVER < split_weights(candidate_splits(20_000)).sum() < EVER
    assert split_weights(np.array([POINTS_BEFORE])) > split_weights(np.array([POINTS_BEFORE + 1]))
    assert split_weights(np.array([500])) > 5e-5
    assert candidate_splits(60).tolist() == list(range(12, 53))
    assert candidate_splits(520).size < 200


def test_one_week_far_out_counts_for_no_more_than_the_cut() -> None:
    randomness = np.random.default_rng(5)
    days, values = 738_000 + 7 * np.arange(40), 20 + 2 * randomness.normal(size=40)
    far, farther = values.copy(), values.copy()
    far[31], farther[31] = 34.0, 39.0
    assert CUT_SDS == 3.0
    assert running_evidence(days, farther, [40])[0] < 2.0
    assert running_evidence(days, far, [40])[0] < 2.0


def test_the_level_held_for_some_looks_is_the_smallest_of_them() -> None:
    evidence = np.array([1.0, 20.0, 1.0, 20.0, 30.0, 25.0])
    np.testing.assert_array_equal(held_by_look(evidence, 3), [1, 1, 1, 1, 1, 20])
    assert held_by_look(evidence)[-1] == 1.0
