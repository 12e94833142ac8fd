"""The search for one step over all splits, judged against paths of the person's own noise."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from analysis.mixture import Mixture
from analysis.noise import (
    SMALLEST_RSS,
    NoiseGrid,
    draw_noise,
    log_normalised,
    log_sum,
    noise_grid,
    normalised,
    whiten,
)
from analysis.series import DailySeries, Floats, Integers, by_calendar_week
from analysis.steps import STEP_VARIANCE, log_mean, log_step_factor

PATHS = 499
MOST_SPLITS = 104
POINTS_A_SIDE = 2
MOST_POINTS = 1_040
RANGE_SHARE = 0.8
NUMBERS_AT_A_TIME = 4_000_000
SEED = 20_240_229


@dataclass(frozen=True, eq=False)
class Split:
    """What the search found; `earliest`, `likeliest` and `latest` index the first point after the step."""

    p_value: float
    known: Mixture
    sd: float
    before: float
    earliest: int
    likeliest: int
    latest: int


def candidate_splits(n: int) -> Integers:
    """Indices of the first point after a step: all with two points a side, thinned evenly to 104."""
    splits: Integers = np.arange(POINTS_A_SIDE, n - POINTS_A_SIDE + 1)
    if splits.size <= MOST_SPLITS:
        return splits
    kept: Integers = splits[np.linspace(0, splits.size - 1, MOST_SPLITS).round().astype(int)]
    return kept


def search_split(series: DailySeries) -> Split:
    """Search one step; the series has eight points at least and varies.

    Above 1,040 points, twenty years of weeks, the means of calendar weeks take the place of the points: a step is
    sought among 104 splits anyway, and the time stays bounded. The split then reaches over whole weeks.
    """
    if series.n <= MOST_POINTS:
        return _search(series)
    weeks = by_calendar_week(series)
    if weeks.series.is_constant:
        return _search(series)
    found = _search(weeks.series)
    return replace(
        found,
        earliest=int(weeks.first[found.earliest - 1]) + 1,
        likeliest=int(weeks.first[found.likeliest]),
        latest=int(weeks.last[found.latest]),
    )


def _search(series: DailySeries) -> Split:
    days = series.days
    grid, splits = noise_grid(series.n), candidate_splits(series.n)
    values = series.values - series.values.mean()
    shape = _shape(days, grid, splits, values[:, None])
    observed = _log_statistic(shape)[0]
    randomness = np.random.default_rng([SEED, series.n])
    kinds = randomness.choice(grid.phi.size, size=PATHS, p=np.exp(shape.log_weights[:, 0]))
    paths = draw_noise(days, grid.phi[kinds], grid.lam[kinds], randomness)
    by_chance = _log_statistic(_shape(days, grid, splits, paths))
    p_value = float((1 + np.count_nonzero(by_chance >= observed)) / (PATHS + 1))
    return _located(shape, splits, p_value, float(series.values.mean()), series.n)


@dataclass(frozen=True, eq=False)
class _Shape:
    """Steps against series: size, shared (kinds, splits), overlap (kinds, splits, series), the rest (kinds, series)."""

    log_weights: Floats
    size: Floats
    shared: Floats
    overlap: Floats
    rss: Floats
    base: Floats
    df: int

    @property
    def log_factor(self) -> Floats:
        return log_step_factor(self.overlap, self.size[:, :, None], self.rss[:, None, :], self.df)


def _log_statistic(shape: _Shape) -> Floats:
    """Log of the mean Bayes factor over the splits, (series,)."""
    factors = log_mean(shape.log_weights[:, None, :], shape.log_factor)
    return np.asarray(log_sum(factors) - np.log(factors.shape[0]), dtype=np.float64)


def _shape(days: Integers, grid: NoiseGrid, splits: Integers, values: Floats) -> _Shape:
    n = values.shape[0]
    steps = (np.arange(n)[:, None] >= splits[None, :]).astype(np.float64)
    columns = np.column_stack([np.ones(n), steps, values])
    parts = []
    at_a_time = max(1, NUMBERS_AT_A_TIME // columns.size)
    for start in range(0, grid.phi.size, at_a_time):
        some = slice(start, start + at_a_time)
        part = NoiseGrid(grid.phi[some], grid.lam[some], grid.log_prior[some])
        parts.append(sums_of_steps(days, part, columns, splits.size))
    size, shared, overlap, rss, base, log_fixed = (np.concatenate(column) for column in zip(*parts, strict=True))
    log_weight = (log_fixed + grid.log_prior)[:, None] - 0.5 * (n - 1) * np.log(rss)
    return _Shape(log_normalised(log_weight), size, shared, overlap, rss, base, n - 1)


def sums_of_steps(days: Integers, grid: NoiseGrid, columns: Floats, splits: int) -> tuple[Floats, ...]:
    """Series against steps, from the columns (points, 1 + splits + series): ones, steps, series.

    Of each step its squared length and its share of the constant, (kinds, splits); overlaps (kinds, splits, series);
    of each series the rest without a step and its level, (kinds, series); −½ log |V| (1ᵀV⁻¹1), (kinds,).
    """
    white = whiten(days, grid, columns)
    one, step, y = white.columns[:, :, :1], white.columns[:, :, 1 : 1 + splits], white.columns[:, :, 1 + splits :]
    length = (one**2).sum(axis=(1, 2))
    shared = np.matmul(one.transpose(0, 2, 1), step)[:, 0] / length[:, None]
    base = np.matmul(one.transpose(0, 2, 1), y)[:, 0] / length[:, None]
    size = (step**2).sum(axis=1) - shared**2 * length[:, None]
    overlap = np.matmul(step.transpose(0, 2, 1), y) - shared[:, :, None] * (base * length[:, None])[:, None, :]
    squares = (y**2).sum(axis=1)
    rss = np.maximum(squares - base**2 * length[:, None], SMALLEST_RSS * np.maximum(squares, SMALLEST_RSS))
    return size, shared, overlap, rss, base, -0.5 * (white.log_det + np.log(length))


def _located(shape: _Shape, splits: Integers, p_value: float, mean: float, n: int) -> Split:
    log_weight = shape.log_weights + shape.log_factor[:, :, 0]
    weights = normalised(log_weight.ravel())
    growth = 1.0 + STEP_VARIANCE * shape.size
    overlap = shape.overlap[:, :, 0]
    centres = STEP_VARIANCE * overlap / growth
    rest = np.maximum(shape.rss - overlap * centres, SMALLEST_RSS * shape.rss)
    scales = np.sqrt(STEP_VARIANCE / growth * rest / shape.df)
    before = float(weights @ (shape.base - centres * shape.shared).ravel()) + mean
    counted = np.flatnonzero(weights > 1e-7 * weights.max())
    known = Mixture(
        weights[counted] / weights[counted].sum(), centres.ravel()[counted], scales.ravel()[counted], shape.df
    )
    by_split = weights.reshape(log_weight.shape).sum(axis=0)
    tail = 0.5 * (1.0 - RANGE_SHARE)
    low, high = np.searchsorted(by_split.cumsum(), [tail, 1.0 - tail]).clip(0, splits.size - 1)
    # Thinned splits stand for their neighbours too: the range reaches to the next candidates.
    earliest = splits[low] if splits.size == n - 2 * POINTS_A_SIDE + 1 else splits[max(low - 1, 0)] + 1
    latest = splits[high] if splits.size == n - 2 * POINTS_A_SIDE + 1 else splits[min(high + 1, splits.size - 1)] - 1
    return Split(
        p_value, known, float(np.sqrt(weights @ (rest / shape.df).ravel())), before,
        int(min(earliest, splits[low])), int(splits[np.argmax(by_split)]), int(max(latest, splits[high])),
    )  # fmt: skip
