"""The filter in blocks against the same filter written as a loop over the points."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.kalman import fading, innovations, kalman_gains, running_sum
from analysis.series import Floats
from analysis.wobble_kinds import WITH_ANSWERS


def by_loop(rho: Floats, lam: Floats, columns: Floats) -> tuple[Floats, Floats, Floats]:
    """Variances and gains (kinds, points), and the innovations (kinds, points, columns)."""
    kinds, points = rho.shape[0], columns.shape[0]
    variance, gain, white = np.empty((kinds, points)), np.empty((kinds, points)), np.empty((kinds, *columns.shape))
    for kind in range(kinds):
        spread, state = lam[kind], np.zeros(columns.shape[1])
        for point in range(points):
            if point:
                spread = lam[kind] + rho[kind, point - 1] ** 2 * (spread - lam[kind])
                state = rho[kind, point - 1] * state
            variance[kind, point] = spread + 1.0 - lam[kind]
            gain[kind, point] = spread / variance[kind, point]
            surprise = columns[point] - state
            white[kind, point] = surprise / np.sqrt(variance[kind, point])
            state = state + gain[kind, point] * surprise
            spread *= 1.0 - gain[kind, point]
    return variance, gain, white


@pytest.mark.parametrize("points", [1, 2, 3, 8, 15, 16, 17, 130, 530])
def test_the_filter_in_blocks_equals_the_loop_over_the_points(points: int) -> None:
    randomness = np.random.default_rng(points)
    days = 736_000 + np.cumsum(randomness.choice([1, 3, 7, 7, 8, 400], points))
    columns = np.column_stack([np.ones(points), 20 + 8 * randomness.normal(size=points)])
    noise = WITH_ANSWERS.noise
    rho = fading(days, noise.phi)
    variance, gain = kalman_gains(rho, noise.lam)
    slow = by_loop(rho, noise.lam, columns)
    np.testing.assert_allclose(variance, slow[0], rtol=1e-12)
    np.testing.assert_allclose(gain, slow[1], rtol=1e-12)
    np.testing.assert_allclose(innovations(rho, variance, gain, columns), slow[2], rtol=1e-10, atol=1e-12)


def test_a_running_sum_keeps_its_part_from_point_to_point() -> None:
    randomness = np.random.default_rng(1)
    kept, added = randomness.uniform(-1, 1, (23, 1, 4)), randomness.normal(size=(23, 3, 4))
    expected, found = np.zeros((3, 4)), running_sum(kept, added)
    for point in range(23):
        expected = kept[point] * expected + added[point]
        np.testing.assert_allclose(found[point], expected, rtol=1e-12)
