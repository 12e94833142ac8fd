"""What differs since a date that was marked beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

import numpy as np

from analysis import sentences
from analysis.estimates import figures_within, no_figures
from analysis.marked_dates import FEW_POINTS, judge
from analysis.noise import (
    ENOUGH_FOR_TWO_NOISES,
    SHARES_OF_LAM,
    Fit,
    NoiseGrid,
    fit_whitened,
    noise_grid,
    normalised,
    whiten,
)
from analysis.results import Difference, NotEnough
from analysis.series import AT_AN_END, DailySeries, Floats, Integers, daily_series
from analysis.steps import STEP_VARIANCE

ENOUGH_FOR_A_DIFFERENCE = 12
ENOUGH_ON_A_SIDE = 3
USUAL_PHI, PHI_SPREAD = 0.6, 0.3
USUAL_SHARE, NEAR_AN_END_SHARE = 0.95, 0.975


@cache
def difference_grid() -> NoiseGrid:
    """The kinds of noise for a marked date: those of `analysis.noise` for 30 points, most of their weight about φ = .6.

    Prior ∝ exp(−½ ((φ − .6) / .3)²): slow fading is what passes for a difference between two halves of a series, and
    a dozen or two points cannot show by themselves how slow it is. Noise in single points is among them at every n, so
    that two check-ins a day apart do not settle what differs.
    """
    grid = noise_grid(ENOUGH_FOR_TWO_NOISES)
    likely = np.exp(-0.5 * ((grid.phi - USUAL_PHI) / PHI_SPREAD) ** 2)
    shares = [1.0 if phi == 0.0 else SHARES_OF_LAM[float(lam)] for phi, lam in zip(grid.phi, grid.lam, strict=True)]
    prior = likely * shares
    return NoiseGrid(grid.phi, grid.lam, np.asarray(np.log(prior / prior.sum())))


def fit_difference(days: Integers, after: Floats, values: Floats) -> Fit:
    """Least squares on [1, after] under each kind of noise; `after` (points,) is 0 before the date and 1 from it on.

    How much a kind counts is judged for a difference of ordinary size, d ~ N(0, (1.5 s)²), as in `analysis.steps`:
    weight = prior · |V|^−½ · (1ᵀV⁻¹1)^−½ · (1 + g a)^−½ · (RSS + a d² / (1 + g a))^−(n−1)/2, g = 1.5², a = 1 / (the
    variance of d in units of s²). Estimate and interval have no such prior.
    """
    grid = difference_grid()
    white = whiten(days, grid, np.column_stack([np.ones(days.size), after, values]))
    columns = white.columns
    fitted = fit_whitened(grid, columns[:, :, :2], columns[:, :, 2], white.log_det)
    size = fitted.variance / fitted.covariance[:, 1, 1]
    growth = 1.0 + STEP_VARIANCE * size
    rest = fitted.variance * fitted.df + size * fitted.coefficients[:, 1] ** 2 / growth
    log_fixed = grid.log_prior - 0.5 * (white.log_det + np.log((columns[:, :, 0] ** 2).sum(axis=1)) + np.log(growth))
    return replace(fitted, weights=normalised(log_fixed - 0.5 * (days.size - 1) * np.log(rest)))


def since(
    times: Iterable[Any],
    values: Iterable[Any],
    marked_at: date | datetime,
    *,
    low: float,
    high: float,
    alpha: float = 0.05,
) -> Difference | NotEnough:
    """Before and after a date that the person marked beforehand; the marked day itself counts as after.

    Formula: generalised least squares on [1, after] with the noise integrated out (`fit_difference`): a reliable
    change judged by one's own data (cf. Jacobson & Truax 1991, who need a reference sample). Up to 29 points p and
    interval come of a likelihood ratio (`analysis.marked_dates`). Where a tenth of the check-ins lie at one end of the
    scale p counts double, and the interval is that of 97.5 %, since wobble that is cut off on one side passes for a
    difference more often. The interval stays the same where alpha is divided. NotEnough below 12 points, or below three
    on either side. Missing values are dropped, values on one day averaged.
    """
    series = daily_series(times, values, low=low, high=high)
    return since_of(series, marked_at.date() if isinstance(marked_at, datetime) else marked_at, alpha)


def since_of(series: DailySeries, marked_on: date, alpha: float = 0.05) -> Difference | NotEnough:
    """The same for a series already clean."""
    after = series.days >= marked_on.toordinal()
    n_after = int(after.sum())
    n_before = series.n - n_after
    if series.n < ENOUGH_FOR_A_DIFFERENCE:
        return sentences.not_enough(series.n, ENOUGH_FOR_A_DIFFERENCE)
    if min(n_before, n_after) < ENOUGH_ON_A_SIDE:
        return sentences.not_enough_on_a_side(min(n_before, n_after), ENOUGH_ON_A_SIDE, marked_on)
    counts = {"n_before": n_before, "n_after": n_after}
    if series.is_constant:
        level = float(series.values[0])
        return Difference(
            **no_figures(series), **counts, p_value=1.0, claimed=False, marked_on=marked_on, before=level,
            after=level, says=sentences.constant(n=series.n),
        )  # fmt: skip
    columns = series.days, after.astype(np.float64), series.values
    fitted = fit_difference(*columns)
    known = fitted.posterior([0.0, 1.0])
    judged = known if series.n > FEW_POINTS else judge(*columns)
    near_an_end = max(np.mean(series.values == end) for end in (series.low, series.high)) >= AT_AN_END
    interval = judged.interval(NEAR_AN_END_SHARE if near_an_end else USUAL_SHARE)
    base = figures_within(series, known.mean, interval, fitted.sd)
    p_value = min(1.0, 2.0 * judged.p_value) if near_an_end else judged.p_value
    claimed = p_value <= alpha
    before = min(max(fitted.posterior([1.0, 0.0]).mean, series.low), series.high)
    return Difference(
        **base, **counts, p_value=p_value, claimed=claimed, marked_on=marked_on, before=before,
        after=min(max(before + base["estimate"], series.low), series.high),
        says=sentences.difference(
            **counts, marked=marked_on, estimate=base["estimate"], interval=base["interval"] or (0.0, 0.0),
            claimed=claimed,
        ),
    )  # fmt: skip
