"""Looking every week: how often a person is ever told of a change, and how often a true one is found in time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from analysis.running_evidence import running_evidence
from analysis.series import DailySeries
from analysis.single_answers import AnswerNoise, answer_noise
from analysis.standings import (
    BAR,
    ENOUGH_TO_STAND,
    HELD_LOOKS,
    LOOKS,
    WITHERED,
    held_by_look,
    standing_of,
    weighed_evidence,
)
from tests.benchmarks.calibration.rivals import RIVALS, Verdict, says_so
from tests.benchmarks.calibration.worlds import HIGH, LOW, Change, Floats, Life, World, weekly_life

TWO_YEARS, STEP_WEEK, FOUND_BY_WEEK, SERIES = 104, 20, 60, 17
MAIN_SHARE = 0.5
ENOUGH_FOR_OTHERS = 8


def first_told(life: Life, *shares: float, answers: bool = True) -> tuple[int | None, ...]:
    """After how many check-ins `standing` first claims something, looking after each of them, for each share.

    With the single answers, as the app has them, or from the totals alone.
    """
    noise = answer_noise(life.items) if answers else None
    # What stands has passed the bar on eight check-ins in a row, one of which is always among these.
    some = running_evidence(life.days, life.values, range(LOOKS, life.values.size + 1, LOOKS), noise)
    if not (some > BAR / max(shares)).any():
        return (None,) * len(shares)
    evidence = weighed_evidence(DailySeries(life.days, life.values, LOW, HIGH), noise=noise)
    return tuple(_first_told(life, evidence, share, noise) for share in shares)


def _first_told(life: Life, evidence: Floats, share: float, noise: AnswerNoise | None) -> int | None:
    by_look = np.concatenate([[1.0], held_by_look(evidence)])
    bar = BAR / share
    for m in range(ENOUGH_TO_STAND, by_look.size):
        # Only where the evidence could suffice is `standing` itself asked: nothing else can make it claim.
        if by_look[m] <= bar / WITHERED or max(by_look[max(0, m - HELD_LOOKS) : m + 1]) <= bar:
            continue
        series = DailySeries(life.days[:m], life.values[:m], LOW, HIGH)
        if not series.is_constant and standing_of(series, share, noise).claimed:
            return m
    return None


def ever_told_by(verdict: Verdict, life: Life, weeks: int) -> bool:
    """Whether a method that is asked every week, from eight check-ins on, ever says that something changed."""
    return any(
        says_so(verdict, so_far)
        for week in range(weeks)
        if (life.weeks == week).any() and (so_far := life.until(week + 1)).values.size >= ENOUGH_FOR_OTHERS
    )


def standing_rates(world: World, phi: float, people: int, seed: int) -> Mapping[str, float]:
    """Ever told within two years of nothing, and a 2 SD step of week 20 found by week 60; from totals alone too."""
    nothing, stepped = lives_looked_at(world, phi, people, seed)
    return {
        "ever told": told_rate(nothing),
        "step found": told_rate(stepped),
        "told from totals": told_rate(nothing, answers=False),
        "found from totals": told_rate(stepped, answers=False),
    }


def lives_looked_at(world: World, phi: float, people: int, seed: int) -> tuple[list[Life], list[Life]]:
    """Two years in which nothing happens, and sixty weeks with a step of 2 SD in week 20, of as many people each."""
    randomness = np.random.default_rng([seed, 1, round(10 * phi)])
    nothing = [weekly_life(world, phi, TWO_YEARS, randomness) for _ in range(people)]
    step = Change("step", 2.0, STEP_WEEK)
    return nothing, [weekly_life(world, phi, FOUND_BY_WEEK, randomness, step) for _ in range(people)]


def found_within(phi: float, weeks: int, people: int, seed: int) -> float:
    """How often a 2 SD step of week 20 is found in the plain world within that many weeks."""
    randomness = np.random.default_rng([seed, 7, weeks, round(10 * phi)])
    step = Change("step", 2.0, STEP_WEEK)
    return told_rate([weekly_life("plain", phi, weeks, randomness, step) for _ in range(people)])


def rival_rates(phi: float, people: int, seed: int) -> Mapping[str, float]:
    """Ever told within two years of nothing by each rival, on the people of `standing_rates` in the plain world."""
    randomness = np.random.default_rng([seed, 1, round(10 * phi)])
    lives = [weekly_life("plain", phi, TWO_YEARS, randomness) for _ in range(people)]
    return {
        name: float(np.mean([ever_told_by(verdict, life, TWO_YEARS) for life in lives]))
        for name, verdict in RIVALS.items()
    }


def rate_over_all_series(phi: float, people: int, seed: int) -> tuple[float, float]:
    """A person with 17 unchanged series and the shared budget: ever told anything; and at a full share for each."""
    randomness = np.random.default_rng([seed, 2, round(10 * phi)])
    shared, unshared = [], []
    for _ in range(people):
        lives = [weekly_life("plain", phi, TWO_YEARS, randomness) for _ in range(SERIES)]
        rest = (1.0 - MAIN_SHARE) / (SERIES - 1)
        told = [first_told(life, MAIN_SHARE if place == 0 else rest, 1.0) for place, life in enumerate(lives)]
        shared.append(any(part is not None for part, _ in told))
        unshared.append(any(whole is not None for _, whole in told))
    return float(np.mean(shared)), float(np.mean(unshared))


def told_rate(lives: Sequence[Life], *, answers: bool = True) -> float:
    """The share of lives in which `standing`, with a whole budget, ever claims something."""
    return float(np.mean([first_told(life, 1.0, answers=answers)[0] is not None for life in lives]))
