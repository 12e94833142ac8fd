"""The only claim that a screen may keep up: one that stays honest however often one looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis import sentences
from analysis.estimates import figures, no_figures
from analysis.evidence_so_far import Evidence
from analysis.mixture import Mixture
from analysis.noise import normalised
from analysis.results import NotEnough, Standing
from analysis.running_evidence import POINTS_AFTER, POINTS_BEFORE, running_evidence
from analysis.series import AT_AN_END, DailySeries, Floats, daily_series
from analysis.single_answers import AnswerNoise, answer_noise, answers_by_day
from analysis.steps import STEP_VARIANCE, StepEvidence, step_evidence

LOOKS = 8
ENOUGH_TO_STAND = POINTS_BEFORE + POINTS_AFTER + LOOKS - 1
BAR = 10.0
RECENT = 5
STILL_THERE = 0.25
PHI: Floats = np.linspace(0.0, 0.8, 20)
HELD_LOOKS = 26
WITHERED = 5.0
LOPSIDED = 0.5


def standing(
    times: Iterable[Any],
    values: Iterable[Any],
    *,
    low: float,
    high: float,
    share: float = 1.0,
    items: npt.ArrayLike | None = None,
    evidence: Evidence = running_evidence,
) -> Standing | NotEnough:
    """Whether the latest level differs from an earlier one, safe to ask after every check-in.

    Evidence: E of `analysis.running_evidence`, a weighted mean of Bayes factors for a lasting step at every possible
    date; `e_value` is the smallest E of the last eight check-ins, since slow wobble raises E briefly and a new level
    lastingly. Where a tenth of the check-ins lie at one end of the scale E counts for half, since wobble that is cut
    off on one side looks like a change more often. What passed the bar within the last 26 check-ins is kept while E
    stays above a fifth of it, so that a claim does not flicker. Claimed while e_value > 10 / share, provided that the
    interval leaves out zero and the mean of the latest five check-ins has not gone three quarters of the way back.
    `share` is this series' part of the person's error budget. `items`, where there are any, are the answers that the
    values are the sums of (times, items), the right way round and NaN where there is none: how far they move apart
    shows how much of the wobble is noise in single answers (`analysis.single_answers`). `evidence` may be one that
    knows what it has found before. Estimate and dates come from `analysis.steps`, on the values as they are. Missing
    values are dropped, values on one day averaged; NotEnough below 27 points, the first at which a claim could be
    made. Raises ValueError unless 0 < share ≤ 1 and items has a row for each time. Reference: e-processes as in Ramdas
    et al. 2023, Statistical Science 38(4).
    """
    if not 0.0 < share <= 1.0:
        raise ValueError(f"share lies above 0 and is at most 1: {share!r}")
    series = daily_series(times, values, low=low, high=high)
    if series.n < ENOUGH_TO_STAND:
        return sentences.not_enough(series.n, ENOUGH_TO_STAND)
    noise = None if items is None else answer_noise(answers_by_day(times, items, series))
    return standing_of(series, share, noise, evidence)


def standing_of(
    series: DailySeries, share: float = 1.0, noise: AnswerNoise | None = None, evidence: Evidence = running_evidence
) -> Standing:
    """The same for a series already clean, of 27 points at least."""
    bar = BAR / share
    if series.is_constant:
        return Standing(
            **no_figures(series), e_value=1.0, p_value=1.0, share=share, bar=bar, claimed=False,
            before=float(series.values[0]), now=float(series.values[-1]), first_day=series.day(0),
            last_day=series.day(-1), as_of=series.day(-1), says=sentences.constant(n=series.n),
        )  # fmt: skip
    e_value = _held_e_value(series, share, noise, evidence)
    around = series.values - series.values.mean()
    step = _step(step_evidence(series.days, around, PHI, POINTS_BEFORE, POINTS_AFTER))
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


def _held_e_value(series: DailySeries, share: float, noise: AnswerNoise | None, evidence: Evidence) -> float:
    """The smallest E of the last looks, or the largest such figure of half a year where it has not withered."""
    bar = BAR / share

    def held_since(first: int) -> Floats:
        return held_by_look(weighed_evidence(series, max(first, 1), noise, evidence))

    latest = held_since(series.n - LOOKS + 1)[-1]
    if not bar / WITHERED < latest <= bar:
        return float(latest)
    best = held_since(series.n - HELD_LOOKS - LOOKS + 2).max()
    return float(best if best > bar else latest)


def weighed_evidence(
    series: DailySeries, first: int = 1, noise: AnswerNoise | None = None, evidence: Evidence = running_evidence
) -> Floats:
    """E after `first` check-ins, one more, … all of them; half of it where a tenth or more lie at one end."""
    found = evidence(series.days, series.values, range(first, series.n + 1), noise)
    at_ends = np.maximum(*(np.cumsum(series.values == end) for end in (series.low, series.high)))
    lopsided = (at_ends >= AT_AN_END * np.arange(1, series.n + 1))[first - 1 :]
    return np.asarray(np.where(lopsided, LOPSIDED * found, found), dtype=np.float64)


def held_by_look(evidence: Floats, looks: int = LOOKS) -> Floats:
    """The smallest E of each look and those before it; evidence (looks,) is by check-in, oldest first."""
    held = evidence.copy()
    for back in range(1, looks):
        held[back:] = np.minimum(held[back:], evidence[: max(0, evidence.size - back)])
    held[: looks - 1] = 1.0
    return held


@dataclass(frozen=True, eq=False)
class _Step:
    known: Mixture
    sd: float
    before: float
    earliest: int
    latest: int


def _step(evidence: StepEvidence, share: float = 0.8) -> _Step:
    """The step as the data see it: its size, the level before, and the central 80 % of its splits."""
    log_weight = evidence.log_weights[:, None] + evidence.log_factor
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
    earliest, latest = np.searchsorted(mass, [0.5 * (1 - share), 0.5 * (1 + share)]).clip(0, evidence.splits.size - 1)
    return _Step(known, sd, before, int(evidence.splits[earliest]), int(evidence.splits[latest]))
