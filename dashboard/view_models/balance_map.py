"""The map of autonomy and closeness: the path from first to latest, and a corner's name only where noise allows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import fmean
from typing import Literal

Corner = Literal["both_near", "more_together", "more_on_my_own", "little_of_either", "around_the_middle"]
UNTIL_KNOWN = 3.0
LATEST_KEPT = 8
MOST_POINTS = 26


@dataclass(frozen=True, kw_only=True)
class MapPoint:
    """One check-in (or the mean of `n` in one quarter) on both axes."""

    day: date
    autonomy: float
    closeness: float
    n: int = 1


@dataclass(frozen=True, kw_only=True)
class BalanceMap:
    """The map; `low` and `high` bound both axes, `wished` is where the person would like to be."""

    points: tuple[MapPoint, ...]
    low: float
    high: float
    corner: Corner | None
    wished: tuple[float, float] | None
    n: int

    @property
    def middle(self) -> float:
        """Where each axis's line stands: every answer "sometimes"; a convention, not a norm."""
        return (self.low + self.high) / 2


def balance_map(
    days: Sequence[date],
    autonomy: Sequence[float],
    closeness: Sequence[float],
    *,
    low: float,
    high: float,
    noise: tuple[float, float] | None = None,
    wished: tuple[float, float] | None = None,
) -> BalanceMap:
    """The map of equally long sequences, oldest first.

    `noise` is half the width of the person's own noise band, on autonomy and on closeness. The latest place is named
    only where both axes lie further than that from the middle; as long as the noise is not known, that is three
    points.
    """
    every = [MapPoint(day=d, autonomy=a, closeness=c) for d, a, c in zip(days, autonomy, closeness, strict=True)]
    return BalanceMap(
        points=_thinned(every),
        low=low,
        high=high,
        corner=_corner(every[-1], (low + high) / 2, noise) if every else None,
        wished=wished,
        n=len(every),
    )


def _corner(latest: MapPoint, middle: float, noise: tuple[float, float] | None) -> Corner:
    for_autonomy, for_closeness = noise or (UNTIL_KNOWN, UNTIL_KNOWN)
    own, near = latest.autonomy - middle, latest.closeness - middle
    if abs(own) <= for_autonomy or abs(near) <= for_closeness:
        return "around_the_middle"
    if own > 0:
        return "both_near" if near > 0 else "more_on_my_own"
    return "more_together" if near > 0 else "little_of_either"


def _thinned(points: Sequence[MapPoint]) -> tuple[MapPoint, ...]:
    """The latest eight as they are; before them one point a quarter, and a year's where that is too many still."""
    if len(points) <= MOST_POINTS:
        return tuple(points)
    older, recent = points[1:-LATEST_KEPT], points[-LATEST_KEPT:]
    quarters = [list(group) for _, group in groupby(older, key=lambda p: (p.day.year, (p.day.month - 1) // 3))]
    if len(quarters) > MOST_POINTS:
        quarters = [list(group) for _, group in groupby(older, key=lambda p: p.day.year)]
    means = [
        MapPoint(
            day=group[len(group) // 2].day,
            autonomy=fmean(p.autonomy for p in group),
            closeness=fmean(p.closeness for p in group),
            n=len(group),
        )
        for group in quarters
    ]
    return (points[0], *means, *recent)
