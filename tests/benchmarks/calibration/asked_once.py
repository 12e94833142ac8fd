"""The question asked once: false verdicts, power and coverage of trend, step, marked date and associations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from analysis.associations import FALSE_DISCOVERIES, associations, benjamini_hochberg
from analysis.changes import change_point_of, since_of
from analysis.results import Difference
from analysis.series import DailySeries
from analysis.trends import trend_of
from tests.benchmarks.calibration.rivals import RIVALS, plain_correlation, says_so, who_knows_the_noise
from tests.benchmarks.calibration.worlds import HIGH, LOW, SD, Change, Life, World, life_of, wobble

FEATURES, WITH_AN_EFFECT, EFFECT_SDS = 20, 2, 1.0


def as_series(life: Life) -> DailySeries:
    """The life as analysis takes it."""
    return DailySeries(life.days, life.values, LOW, HIGH)


def line_rates(
    world: World, phi: float, points: int, people: int, seed: int, size: float = 0.0, rivals: bool = True
) -> Mapping[str, float]:
    """How often each method says that something changed along a line of that size (0: false verdicts), and coverage."""
    randomness = np.random.default_rng([seed, 3, points, round(10 * phi)])
    change = Change("line" if size else "none", size)
    lives = [life_of(points, world, phi, randomness, change) for _ in range(people)]
    found = [trend_of(as_series(life)) for life in lives]
    truth = [_line_truth(life, size) for life in lives]
    rates = {"Footbridge": float(np.mean([one.claimed for one in found]))}
    if rivals:
        rates |= {name: float(np.mean([says_so(rival, life) for life in lives])) for name, rival in RIVALS.items()}
    rates["coverage"] = float(
        np.mean([one.interval is not None and one.interval[0] <= true <= one.interval[1]
                 for one, true in zip(found, truth, strict=True)])
    )  # fmt: skip
    return rates


def _line_truth(life: Life, size: float) -> float:
    """The change between the first and the last check-in; the line starts in week 0."""
    return size * SD * float(life.weeks[-1] - life.weeks[0]) / float(life.weeks[-1])


def step_rates(world: World, phi: float, points: int, people: int, seed: int, size: float = 0.0) -> Mapping[str, float]:
    """Step verdicts, and how often the 80 % range of a claimed step holds its true date."""
    randomness = np.random.default_rng([seed, 4, points, round(10 * phi)])
    middle = round(points / 0.8 / 2)
    change = Change("step" if size else "none", size, middle)
    claimed, right = [], []
    for _ in range(people):
        life = life_of(points, world, phi, randomness, change)
        found = change_point_of(as_series(life))
        claimed.append(found.claimed)
        if found.claimed and size:
            first_after = date.fromordinal(int(life.days[np.searchsorted(life.weeks, middle)]))
            right.append(found.first_day < first_after <= found.last_day)
    return {"said": float(np.mean(claimed)), "range right": float(np.mean(right)) if right else float("nan")}


def marked_rates(
    world: World, phi: float, points: int, people: int, seed: int, size: float = 0.0, *, a_day_apart: bool = False
) -> float:
    """How often a marked date in the middle is said to part two levels.

    With `a_day_apart` the last check-in before it fell on the day before the first one after it.
    """
    randomness = np.random.default_rng([seed, 5, points, round(10 * phi)])
    middle = round(points / 0.8 / 2)
    change = Change("step" if size else "none", size, middle)
    said = []
    for _ in range(people):
        life = life_of(points, world, phi, randomness, change)
        first_after = int(np.searchsorted(life.weeks, middle))
        marked = date.fromordinal(int(life.days[first_after]))
        if a_day_apart:
            life.days[first_after - 1] = life.days[first_after] - 1
        found = since_of(as_series(life), marked)
        said.append(isinstance(found, Difference) and found.claimed)
    return float(np.mean(said))


def association_rates(phi: float, points: int, people: int, seed: int, features: int = FEATURES) -> Mapping[str, float]:
    """Twenty features, or as many as are given, of which two matter by one SD: power and false discoveries.

    Beside them the plain correlation, and one who is told φ and uses the same Benjamini–Hochberg rule.
    """
    randomness = np.random.default_rng([seed, 6, points, round(10 * phi)])
    power: list[float] = []
    false: list[float] = []
    plain_power: list[float] = []
    plain_false: list[float] = []
    told_power: list[float] = []
    told_false: list[float] = []
    weekly_power: list[float] = []
    weekly_false: list[float] = []
    for _ in range(people):
        life = life_of(points, "plain", phi, randomness)
        mood = np.column_stack([wobble(0.3, points, randomness) for _ in range(features)])
        there = (mood > np.quantile(mood, 0.6, axis=0)).astype(float)
        effect = EFFECT_SDS * SD * there[:, :WITH_AN_EFFECT].sum(axis=1)
        scores = np.clip(life.values + effect - effect.mean(), LOW, HIGH)
        index = pd.Index([date.fromordinal(int(day)) for day in life.days], dtype=object)
        named = pd.DataFrame(there, index=index, columns=[str(k) for k in range(features)])
        told = associations(pd.Series(scores, index=index, name="score"), named)
        claimed = {int(pair.feature) for pair in told if pair.claimed}
        stands = {int(pair.feature) for pair in told if pair.stands}
        plain = {k for k in range(features) if plain_correlation(scores, there[:, k])}
        known = who_knows_the_noise(life.days, scores, there, phi)
        told_phi = set(np.flatnonzero(benjamini_hochberg(known) <= FALSE_DISCOVERIES).tolist())
        for found, powers, falses in (
            (told_phi, told_power, told_false),
            (claimed, power, false), (stands, weekly_power, weekly_false), (plain, plain_power, plain_false)
        ):  # fmt: skip
            powers.append(len({k for k in found if k < WITH_AN_EFFECT}) / WITH_AN_EFFECT)
            falses.append(len({k for k in found if k >= WITH_AN_EFFECT}) / max(1, len(found)))
    columns = (power, false, weekly_power, weekly_false, plain_power, plain_false, told_power, told_false)
    names = (
        "power",
        "false",
        "power, weekly",
        "false, weekly",
        "power, plain",
        "false, plain",
        "power, told φ",
        "false, told φ",
    )
    return {name: float(np.mean(column)) for name, column in zip(names, columns, strict=True)}
