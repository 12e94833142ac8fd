"""From what is known about a coefficient to the figures that every result carries."""

from __future__ import annotations

from typing import TypedDict

from analysis.mixture import Mixture
from analysis.results import Interval
from analysis.series import DailySeries


class Figures(TypedDict):
    """The fields that every estimate shares."""

    n: int
    estimate: float
    interval: Interval | None
    sd: float
    estimate_in_sds: float | None
    interval_in_sds: Interval | None


def figures(series: DailySeries, known: Mixture, sd: float, share: float = 0.95) -> Figures:
    """Estimate and interval of that share, in points (cut to what the scale can show) and in the person's own SDs."""
    return figures_within(series, known.mean, known.interval(share), sd)


def figures_within(series: DailySeries, estimate: float, interval: Interval, sd: float) -> Figures:
    """The same from an interval that was found otherwise; the estimate is kept within it."""
    reach = series.high - series.low
    low, high = (min(max(bound, -reach), reach) for bound in interval)
    estimate = min(max(estimate, low), high)
    sd = max(sd, 1e-9 * reach)
    return Figures(
        n=series.n,
        estimate=estimate,
        interval=(low, high),
        sd=sd,
        estimate_in_sds=estimate / sd,
        interval_in_sds=(low / sd, high / sd),
    )


def no_figures(series: DailySeries) -> Figures:
    """The figures of a series that never varied: no change, and no way to say how sure that is."""
    return Figures(n=series.n, estimate=0.0, interval=None, sd=0.0, estimate_in_sds=None, interval_in_sds=None)
