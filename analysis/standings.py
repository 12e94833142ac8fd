"""The only claim that a screen may keep up: one that stays honest however often one looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis import sentences
from analysis.estimates import figures, no_figures
from analysis.mixture import Mixture
from analysis.noise import normalised
from analysis.results import NotEnough, Standing
from analysis.series import DailySeries, Floats, Integers, daily_series
from analysis.steps import STEP_VARIANCE, StepEvidence, step_evidence

ENOUGH_TO_STAND = 8
HAZARD = 1.0 / 20.0
BAR = 10.0
RECENT = 5
STILL_THERE = 0.25
PHI: Floats = np.linspace(0.0, 0.8, 20)
LOOKS = 3
HELD_LOOKS = 26
WITHERED = 5.0
CUT_SDS = 2.0
POINTS_AFTER = 3


def standing(
    times: Iterable[Any], values: Iterable[Any], *, low: float, high: float, share: float = 1.0
) -> Standing | NotEnough:
    """Whether the latest level differs from an earlier one, safe to ask after every check-in.

    Formula: E = 1 − Σ w + Σ w · BF over the splits τ = 2 … n − 1, BF the Bayes factor of `analysis.steps` (φ flat on
    0 … .8, 1 until three points lie behind the split), w = h (1 − h)^(τ − 2), h = 1/20. Values are first cut at two
    robust SDs from their median, and `e_value` is the smallest E of the last three looks: heavy shocks and slow
    wobble raise E briefly, a new level lastingly. What passed the bar within the last 26 check-ins is kept while E
    stays above a fifth of it, so that a claim does not flicker. Claimed while e_value > 10 / share, provided that
    the interval leaves out zero and the mean of the latest five check-ins has not gone three quarters of the way
    back. `share` is this series' part of the person's error budget. The uncut E is a mixture of likelihood ratios, for
    which Ville's inequality holds averaged over φ; for each φ by itself, and with the cut, the bound is what the
    calibration tables measured.
    Missing values are dropped, values on one day averaged; NotEnough below 8 points. Raises ValueError unless
    0 < share ≤ 1. Reference: Ville's inequality and e-processes as in Ramdas et al. 2023, Statistical Science 38(4).
    """
    if not 0.0 < share <= 1.0:
        raise ValueError(f"share lies above 0 and is at most 1: {share!r}")
    series = daily_series(times, values, low=low, high=high)
    if series.n < ENOUGH_TO_STAND:
        return sentences.not_enough(series.n, ENOUGH_TO_STAND)
    return standing_of(series, share)


def standing_of(series: DailySeries, share: float = 1.0) -> Standing:
    """The same for a series already clean, of eight points at least."""
    bar = BAR / share
    if series.is_constant:
        return Standing(
            **no_figures(series), e_value=1.0, p_value=1.0, share=share, bar=bar, claimed=False,
            before=float(series.values[0]), now=float(series.values[-1]), first_day=series.day(0),
            last_day=series.day(-1), as_of=series.day(-1), says=sentences.constant(n=series.n),
        )  # fmt: skip
    e_value = _held_e_value(series, bar)
    evidence = step_evidence(series.days, series.values - series.values.mean(), PHI)
    step = _step(evidence, series)
    base = figures(series, step.known, step.sd)
    low, high = base["interval"] or (0.0, 0.0)
    before = min(max(step.before + float(series.values.mean()), series.low), series.high)
    recent = float(series.values[-RECENT:].mean())
    still_so = (recent - before) * base["estimate"] > STILL_THERE * base["estimate"] ** 2
    claimed = e_value > bar and low * high > 0 and still_so
    first_day, last_day = series.day(step.earliest - 1), series.day(step.latest)
    return Standing(
        **base, e_value=e_value, p_value=min(1.0, 1.0 / e_value), share=share, bar=bar, claimed=claimed,
        before=before, now=min(max(before + base["estimate"], series.low), series.high),
        first_day=first_day, last_day=last_day, as_of=series.day(-1),
        says=sentences.standing(
            n=series.n, estimate=base["estimate"], interval=(low, high), claimed=claimed, first=first_day, last=last_day
        ),
    )  # fmt: skip


def _split_weights(evidence: StepEvidence) -> Floats:
    return np.asarray(HAZARD * (1.0 - HAZARD) ** (evidence.splits - 2), dtype=np.float64)


def _held_e_value(series: DailySeries, bar: float) -> float:
    """The smallest E of the last three looks, or the largest such figure of half a year where it has not withered."""
    by_look: list[float] = []
    held: list[float] = []
    for n in range(series.n, max(series.n - HELD_LOOKS, 0), -1):
        by_look.append(e_value_of(series.days[:n], series.values[:n]))
        if len(by_look) >= LOOKS:
            held.append(min(by_look[-LOOKS:]))
            if not bar / WITHERED < held[0] <= bar or held[-1] > bar:
                break
    return held[-1] if held[-1] > bar else held[0]


def e_value_of(days: Integers, values: Floats) -> float:
    """E at the last of these points; 1 (no evidence) for a series that is too short or never varied."""
    calm = winsorised(values)
    if days.size < ENOUGH_TO_STAND - LOOKS + 1 or np.ptp(calm) == 0.0:
        return 1.0
    evidence = step_evidence(days, calm - calm.mean(), PHI)
    weights = _split_weights(evidence)
    started = evidence.splits <= days.size - POINTS_AFTER
    factors = np.where(started, np.exp(np.minimum(evidence.log_bayes_factor, 600.0)), 1.0)
    return float(1.0 - weights.sum() + weights @ factors)


def winsorised(values: Floats) -> Floats:
    """Values cut at two robust SDs from the median, so that one shock does not pass for a new level."""
    median = np.median(values)
    spread = max(1.4826 * float(np.median(np.abs(values - median))), 0.75 * float(values.std()))
    return np.asarray(np.clip(values, median - CUT_SDS * spread, median + CUT_SDS * spread), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class _Step:
    known: Mixture
    sd: float
    before: float
    earliest: int
    latest: int


def _step(evidence: StepEvidence, series: DailySeries, share: float = 0.8) -> _Step:
    """The step as the data see it: its size, the level before, and the central 80 % of its splits."""
    log_weight = evidence.log_weights[:, None] + evidence.log_factor + np.log(_split_weights(evidence))
    weights = normalised(log_weight.ravel())
    growth = 1.0 + STEP_VARIANCE * evidence.size
    centres = STEP_VARIANCE * evidence.overlap / growth
    rest = np.maximum(evidence.rss[:, None] - evidence.overlap * centres, 1e-12 * evidence.rss[:, None])
    scales = np.sqrt(STEP_VARIANCE / growth * rest / evidence.df)
    before = float(weights @ (evidence.base[:, None] - centres * evidence.shared).ravel())
    sd = float(np.sqrt(weights @ (rest / evidence.df).ravel()))
    counted = np.flatnonzero(weights > 1e-7 * weights.max())
    kept = weights[counted] / weights[counted].sum()
    known = Mixture(kept, centres.ravel()[counted], scales.ravel()[counted], evidence.df)
    mass = weights.reshape(log_weight.shape).sum(axis=0).cumsum()
    earliest, latest = np.searchsorted(mass, [0.5 * (1 - share), 0.5 * (1 + share)]).clip(0, series.n - 3)
    return _Step(known, sd, before, int(evidence.splits[earliest]), int(evidence.splits[latest]))
