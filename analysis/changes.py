"""When did it change, and what differs since a marked date? And the door to `standing`, which may be asked weekly."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import numpy as np

from analysis import sentences
from analysis.estimates import figures, no_figures
from analysis.noise import fit
from analysis.results import ChangePoint, Difference, HasItChanged, NotEnough
from analysis.series import DailySeries, daily_series
from analysis.splits import search_split
from analysis.standings import standing, standing_of
from analysis.trends import ENOUGH_FOR_A_VERDICT, trend_of

__all__ = ["change_point", "change_point_of", "has_it_changed", "since", "since_of", "standing", "standing_of"]

ENOUGH_FOR_A_STEP = 8
ENOUGH_FOR_A_DIFFERENCE = 12
ENOUGH_ON_A_SIDE = 3


def change_point(
    times: Iterable[Any], values: Iterable[Any], *, low: float, high: float, alpha: float = 0.05
) -> ChangePoint | NotEnough:
    """One step somewhere in the series, and the 80 % range of dates in which it lies.

    Formula: the mean over the splits (two points on each side, at most 104 of them) of the Bayes factor of
    `analysis.steps`; p against 499 paths at the same dates drawn from the noise as it looks without a step. The
    range is the central 80 % of the splits, weighted by their factors. Missing values are dropped, values on one day
    averaged. NotEnough below 8 points; claimed from 20 points on where p ≤ alpha. Asked once, not weekly.
    """
    series = daily_series(times, values, low=low, high=high)
    if series.n < ENOUGH_FOR_A_STEP:
        return sentences.not_enough(series.n, ENOUGH_FOR_A_STEP)
    return change_point_of(series, alpha)


def change_point_of(series: DailySeries, alpha: float = 0.05) -> ChangePoint:
    """The same for a series already clean, of eight points at least."""
    if series.is_constant:
        level = float(series.values[0])
        return ChangePoint(
            **no_figures(series), p_value=1.0, claimed=False, day=series.day(0), first_day=series.day(0),
            last_day=series.day(-1), before=level, after=level, says=sentences.constant(n=series.n),
        )  # fmt: skip
    found = search_split(series)
    base = figures(series, found.known, found.sd)
    claimed = series.n >= ENOUGH_FOR_A_VERDICT and found.p_value <= alpha
    first_day, last_day = series.day(found.earliest - 1), series.day(found.latest)
    before = min(max(found.before, series.low), series.high)
    return ChangePoint(
        **base, p_value=found.p_value, claimed=claimed, day=series.day(found.likeliest), first_day=first_day,
        last_day=last_day, before=before, after=min(max(before + base["estimate"], series.low), series.high),
        says=sentences.change_point(
            n=series.n, needed=ENOUGH_FOR_A_VERDICT, estimate=base["estimate"],
            interval=base["interval"] or (0.0, 0.0), claimed=claimed, first=first_day, last=last_day,
        ),
    )  # fmt: skip


def has_it_changed(
    times: Iterable[Any], values: Iterable[Any], *, low: float, high: float, alpha: float = 0.05
) -> HasItChanged | NotEnough:
    """The button's answer: trend and step, each at alpha / 2, since either could raise the verdict "changed"."""
    series = daily_series(times, values, low=low, high=high)
    if series.n < ENOUGH_FOR_A_STEP:
        return sentences.not_enough(series.n, ENOUGH_FOR_A_STEP)
    line, step = trend_of(series, alpha / 2), change_point_of(series, alpha / 2)
    stronger = step if step.claimed and (not line.claimed or step.p_value <= line.p_value) else line
    return HasItChanged(
        trend=line,
        change_point=step,
        n=series.n,
        p_value=min(1.0, 2.0 * min(line.p_value, step.p_value)),
        claimed=line.claimed or step.claimed,
        says=stronger.says,
    )


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

    Formula: generalised least squares on [1, after] with the noise integrated out (`analysis.noise`): a reliable
    change judged by one's own data (cf. Jacobson & Truax 1991, who need a reference sample). NotEnough below 12
    points, or below three on either side. Missing values are dropped, values on one day averaged.
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
    fitted = fit(series.days, np.column_stack([np.ones(series.n), after]), series.values)
    known = fitted.posterior([0.0, 1.0])
    base = figures(series, known, fitted.sd)
    claimed = known.p_value <= alpha
    before = min(max(fitted.posterior([1.0, 0.0]).mean, series.low), series.high)
    return Difference(
        **base, **counts, p_value=known.p_value, claimed=claimed, marked_on=marked_on, before=before,
        after=min(max(before + base["estimate"], series.low), series.high),
        says=sentences.difference(
            **counts, marked=marked_on, estimate=base["estimate"], interval=base["interval"] or (0.0, 0.0),
            claimed=claimed,
        ),
    )  # fmt: skip
