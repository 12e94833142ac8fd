"""When did it change? And the door to `since`, for a marked date, and to `standing`, which may be asked weekly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from analysis import sentences
from analysis.differences import since, since_of
from analysis.estimates import figures, no_figures
from analysis.results import ChangePoint, HasItChanged, NotEnough
from analysis.series import DailySeries, daily_series
from analysis.splits import search_split
from analysis.standings import standing, standing_of
from analysis.trends import ENOUGH_FOR_A_VERDICT, trend_of

__all__ = ["change_point", "change_point_of", "has_it_changed", "since", "since_of", "standing", "standing_of"]

ENOUGH_FOR_A_STEP = 8


def change_point(
    times: Iterable[Any], values: Iterable[Any], *, low: float, high: float, alpha: float = 0.05
) -> ChangePoint | NotEnough:
    """One step somewhere in the series, and the 80 % range of dates in which it lies.

    Formula: the mean over the splits (two points on each side, at most 104 of them) of the Bayes factor of
    `analysis.steps`; p against 499 paths at the same dates drawn from the noise as it looks without a step. The
    range is the central 80 % of the splits, weighted by their factors. Missing values are dropped, values on one day
    averaged; above 1,040 days with a value (twenty years of weeks) the step is sought in the means of calendar weeks,
    and `n` counts days all the same. NotEnough below 8 points; claimed from 20 points on where p ≤ alpha. Asked once,
    not weekly.
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
