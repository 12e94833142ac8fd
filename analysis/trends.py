"""Has there been a trend? The question asked once, with its interval."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np

from analysis import sentences
from analysis.estimates import figures, no_figures
from analysis.mixture import quantile
from analysis.noise import Fit, fit, line_design
from analysis.results import LinePoint, NotEnough, Trend
from analysis.series import DailySeries, daily_series

ENOUGH_FOR_A_LINE = 5
ENOUGH_FOR_A_VERDICT = 20
PLACES_ON_THE_LINE = 25


def trend(
    times: Iterable[Any], values: Iterable[Any], *, low: float, high: float, alpha: float = 0.05
) -> Trend | NotEnough:
    """The change over the whole span along a straight line, with its 95 % interval.

    Formula: generalised least squares on [1, t / span] with the noise integrated out (`analysis.noise`); two-sided
    p from the mixture of t(n − 2). Missing values are dropped, values on one day averaged, n counts days.
    NotEnough below 5 points; claimed from 20 points on where p ≤ alpha. For one asking, not for every week:
    what may be looked at weekly is `analysis.changes.standing`.
    """
    series = daily_series(times, values, low=low, high=high)
    if series.n < ENOUGH_FOR_A_LINE:
        return sentences.not_enough(series.n, ENOUGH_FOR_A_LINE)
    return trend_of(series, alpha)


def trend_of(series: DailySeries, alpha: float = 0.05) -> Trend:
    """The same for a series already clean, of five points at least."""
    first, last = series.day(0), series.day(-1)
    if series.is_constant:
        says = sentences.constant(n=series.n)
        base = no_figures(series)
        return Trend(**base, p_value=1.0, claimed=False, says=says, first_day=first, last_day=last, line=())
    fitted = fit(series.days, line_design(series), series.values)
    known = fitted.posterior([0.0, 1.0])
    base = figures(series, known, fitted.sd)
    p_value = known.p_value
    claimed = series.n >= ENOUGH_FOR_A_VERDICT and p_value <= alpha
    says = sentences.trend(
        n=series.n, needed=ENOUGH_FOR_A_VERDICT, estimate=base["estimate"], interval=base["interval"] or (0.0, 0.0),
        claimed=claimed, first=first, last=last,
    )  # fmt: skip
    line = _line(series, fitted)
    return Trend(**base, p_value=p_value, claimed=claimed, says=says, first_day=first, last_day=last, line=line)


def _line(series: DailySeries, fitted: Fit) -> tuple[LinePoint, ...]:
    """The fitted line with its interval at evenly spaced days, cut to the scale's range."""
    first, last = int(series.days[0]), int(series.days[-1])
    days = np.unique(np.linspace(first, last, PLACES_ON_THE_LINE).round().astype(int))
    places = np.column_stack([np.ones(days.size), (days - first) / (last - first) - 0.5])
    centres = fitted.coefficients @ places.T
    scales = np.sqrt(np.einsum("ij,gjk,ik->gi", places, fitted.covariance, places))
    bounds = [quantile(fitted.weights[:, None], centres, scales, fitted.df, tail) for tail in (0.025, 0.975)]
    drawn = np.clip([fitted.weights @ centres, *bounds], series.low, series.high)
    return tuple(
        LinePoint(day=date.fromordinal(int(day)), value=float(value), low=float(low), high=float(high))
        for day, value, low, high in zip(days, *drawn, strict=True)
    )
