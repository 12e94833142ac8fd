"""Invented lives: weekly check-ins of one person in worlds whose noise is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
World = Literal[
    "plain",
    "no week skipped",
    "item noise",
    "floor",
    "ceiling",
    "heavy shocks",
    "season",
    "skips bad weeks",
    "getting used",
]
Shape = Literal["none", "line", "step"]
HONEST_WORLDS: Final[tuple[World, ...]] = ("plain", "item noise", "floor", "heavy shocks")
ALL_WORLDS: Final[tuple[World, ...]] = (
    *HONEST_WORLDS,
    "no week skipped",
    "ceiling",
    "skips bad weeks",
    "getting used",
    "season",
)
LOW, HIGH, SD, ITEMS = 0.0, 40.0, 4.0, 10
MISSING, JITTER_DAYS = 0.2, 2
LEVEL: Final[dict[World, float]] = {"floor": 4.0, "ceiling": 36.0}


@dataclass(frozen=True, eq=False)
class Life:
    """One person's check-ins: `days` (ordinals), totals 0–40 and the `items` (points, ten) 0–4 they are the sums of.

    `weeks` says in which week each fell.
    """

    days: npt.NDArray[np.int64]
    weeks: npt.NDArray[np.int64]
    values: Floats
    items: Floats

    def until(self, week: int) -> Life:
        """What was there at the end of that many weeks."""
        return self.only(self.weeks < week)

    def only(self, there: npt.NDArray[np.bool_] | slice) -> Life:
        """Some of the check-ins."""
        return Life(self.days[there], self.weeks[there], self.values[there], self.items[there])


@dataclass(frozen=True)
class Change:
    """What truly happens: `size` in SDs, along a line over the whole span or as a step at `at` (share or week)."""

    shape: Shape = "none"
    size: float = 0.0
    at_week: int = 0


def weekly_life(
    world: World,
    phi: float,
    weeks: int,
    randomness: np.random.Generator,
    change: Change | None = None,
    points: int | None = None,
) -> Life:
    """A life of that many weeks, some of them skipped; the dates jitter by two days.

    A line reaches its size in the last week, or in that of the check-in number `points`.
    """
    wobble = _wobble(world, phi, weeks, randomness)
    answered = randomness.random(weeks) >= _skipping(world, wobble)
    there = np.flatnonzero(answered)
    last = int(there[points - 1]) if points is not None and there.size >= points else weeks - 1
    moved = wobble + _course(change or Change(), weeks, last)
    week = np.arange(weeks)
    days = 736_330 + 7 * week + randomness.integers(-JITTER_DAYS, JITTER_DAYS + 1, weeks)
    level = LEVEL.get(world, 20.0) + SD * moved
    if world == "item noise":
        items = _noisy_items(level, randomness)
        return Life(days, week, items.sum(axis=1), items).only(answered)
    values = np.clip(np.round(level), LOW, HIGH)
    if world == "getting used":
        order = np.cumsum(answered) - 1
        values = np.clip(values + np.round(6.0 * 0.4 ** np.maximum(order, 0)), LOW, HIGH)
        if answered.any():
            answered[np.argmax(answered)] = False
    return Life(days, week, values, _steady_items(values, randomness.spawn(1)[0])).only(answered)


def life_of(
    points: int, world: World, phi: float, randomness: np.random.Generator, change: Change | None = None
) -> Life:
    """A life cut after that many check-ins, over which a line has its whole size."""
    weeks = round(points / (1.0 - MISSING)) + 1
    while True:
        life = weekly_life(world, phi, weeks, randomness, change, points)
        if life.days.size >= points:
            return life.only(slice(points))
        weeks += 1


def wobble(phi: float, weeks: int, randomness: np.random.Generator, heavy: bool = False) -> Floats:
    """A stationary first-order autoregression of unit variance, week by week."""
    shocks = randomness.standard_t(3, weeks) / np.sqrt(3.0) if heavy else randomness.standard_normal(weeks)
    path = np.empty(weeks)
    path[0] = shocks[0]
    for k in range(1, weeks):
        path[k] = phi * path[k - 1] + np.sqrt(1.0 - phi**2) * shocks[k]
    return path


def _wobble(world: World, phi: float, weeks: int, randomness: np.random.Generator) -> Floats:
    path = wobble(phi, weeks, randomness, heavy=world == "heavy shocks")
    if world == "season":
        phase = randomness.uniform(0.0, 2.0 * np.pi)
        path = (path + np.sin(2.0 * np.pi * np.arange(weeks) / 52.0 + phase)) / np.sqrt(1.5)
    return path


def _course(change: Change, weeks: int, last: int) -> Floats:
    week = np.arange(weeks)
    if change.shape == "line":
        return np.asarray(change.size * week / max(1, last), dtype=np.float64)
    if change.shape == "step":
        return np.asarray(change.size * (week >= change.at_week), dtype=np.float64)
    return np.zeros(weeks)


def _skipping(world: World, path: Floats) -> Floats:
    if world == "skips bad weeks":
        return np.asarray(np.where(path > 0.8, 0.6, 0.1), dtype=np.float64)
    return np.full(path.size, 0.0 if world == "no week skipped" else MISSING)


def _noisy_items(level: Floats, randomness: np.random.Generator) -> Floats:
    """Answers that each have a level and a noise of their own."""
    own = randomness.normal(0.0, 0.6, ITEMS)
    noise = randomness.normal(0.0, 0.7, (level.size, ITEMS))
    return np.asarray(np.clip(np.round(level[:, None] / ITEMS + own - own.mean() + noise), 0, 4), dtype=np.float64)


def _steady_items(values: Floats, randomness: np.random.Generator) -> Floats:
    """Answers without noise: each total has one pattern, the items rising in an order of the person's own."""
    own = randomness.normal(0.0, 0.6, ITEMS)
    rung = np.argsort(np.argsort((np.arange(1, 5) - own[:, None]).ravel())).reshape(ITEMS, 4)
    return np.asarray((rung[None] < values[:, None, None]).sum(axis=2), dtype=np.float64)
