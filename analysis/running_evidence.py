"""Evidence for one lasting step that may be looked at after every check-in, little moved by shocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analysis.kalman import fading, innovations, kalman_gains, running_sum
from analysis.noise import SMALLEST_RSS, NoiseGrid, log_sum
from analysis.series import Floats, Integers
from analysis.single_answers import AnswerNoise
from analysis.wobble_kinds import FROM_FIGURES, WITH_ANSWERS

POINTS_BEFORE = 12
POINTS_AFTER = 8
SPACED_FROM = 52
EVER = 0.75
FADING, LEAN = 15.0, 1.5
STEP_SPREAD = 1.5
CUT_SDS = 3.0
LEAST_SD = 0.75
ROUNDS = 2


@lru_cache(maxsize=64)
def candidate_splits(n: int) -> Integers:
    """Points before which a step is sought, twelve before, eight after: all up to the 104th, then every 2nd, 3rd …"""
    found, split = [], POINTS_BEFORE
    while split <= n - POINTS_AFTER:
        found.append(split)
        split += _spacing(split)
    return np.array(found, dtype=np.int64)


def _spacing(split: int) -> int:
    return max(1, split // SPACED_FROM)


def split_weights(splits: Integers) -> Floats:
    """How likely a change was, beforehand, to come at one of these points, each standing for those up to the next.

    Three in four that it ever comes: .75 · (S(j) − S(j + spacing)), j = split − 12, S(j) = (1 + j/15)^−1.5. The chance
    fades as a power of the count and not faster, so that a change after years can still be found.
    """
    later = splits - POINTS_BEFORE
    until = later + np.maximum(1, splits // SPACED_FROM)
    return np.asarray(EVER * ((1.0 + later / FADING) ** -LEAN - (1.0 + until / FADING) ** -LEAN), dtype=np.float64)


def running_evidence(days: Integers, values: Floats, looks: Sequence[int], noise: AnswerNoise | None = None) -> Floats:
    """E after each of these numbers of points (looks,), which rise; 1 (no evidence) where the points do not suffice.

    Formula: E = 1 − Σ w + Σ w · BF over the splits with twelve points before and eight after, w from `split_weights`.
    BF is the ratio of the marginal likelihoods with and without a step, each averaged over the kinds of noise (those
    of `analysis.wobble_kinds`), for a step d of the moment prior d²/(1.5 s²) · N(d; 0, 1.5 s²), which takes a change
    to be of a size that matters (Johnson & Rossell 2010, JRSS B 72, 143–170): the factor of `analysis.steps` times the
    posterior mean of d²/(1.5 s²).
    Single answers: where `noise` says that they give the figure a variance v, as m observations would, a kind of
    which they bring the share c is weighed by c^−m/2, and m v / c is added to its squares and m to its degrees of
    freedom: the likelihood of v = c s² χ²(m) / m, with s integrated out as before.
    Shocks: under each kind of noise, innovations beyond three robust SDs of a life without a step are cut back to
    there, and their Huber loss takes the place of the squares (Huber 1964). Without the cut E is a mixture of
    likelihood ratios, for which Ville's inequality holds averaged over the kinds; with it, and for each φ by itself,
    the bound is what the calibration tables measured.
    """
    sizes = np.asarray(looks, dtype=np.int64)
    evidence = np.ones(sizes.size)
    enough = np.flatnonzero(sizes >= POINTS_BEFORE + POINTS_AFTER)
    varied = [k for k in enough if np.ptp(values[: sizes[k]]) > 0.0]
    if varied:
        evidence[varied] = _evidence(days[: sizes[-1]], values[: sizes[-1]], sizes[varied], noise)
    return evidence


@dataclass(frozen=True, eq=False)
class _Filtered:
    """The constant `one` and the values `y` whitened, (kinds, points); `log_det` and `length` (looks, kinds).

    `scale` is one over the innovations' SD, `level` the constant as foretold for each point, and `kept` what is left
    of an error in that at the next point, all (kinds, points).
    """

    one: Floats
    y: Floats
    scale: Floats
    level: Floats
    kept: Floats
    log_det: Floats
    length: Floats


def _evidence(days: Integers, values: Floats, sizes: Integers, noise: AnswerNoise | None) -> Floats:
    kinds = FROM_FIGURES if noise is None else WITH_ANSWERS
    splits = candidate_splits(days.size)
    filtered = _filter(days, values, sizes, kinds.noise)
    y, loss = _cut_back(filtered, sizes)
    base = np.einsum("lkn,kn->lk", y, filtered.one) / filtered.length
    size, shared, raw_overlap = _step_sums(filtered, y, sizes, splits)
    overlap = raw_overlap - base[:, :, None] * shared
    size = size - shared**2 / filtered.length[:, :, None]
    df = np.asarray(sizes - 1, dtype=np.float64)[:, None]
    log_plain = kinds.noise.log_prior - 0.5 * (filtered.log_det + np.log(filtered.length))
    if noise is not None:
        weight, variance = (part[sizes - 1][:, None] for part in (noise.weight, noise.variance))
        log_plain = log_plain - 0.5 * weight * np.log(kinds.answers_share)
        loss, df = loss + weight * variance / kinds.answers_share, df + weight
    log_plain = log_plain - 0.5 * df * np.log(loss)
    log_factor = _log_moment_factor(overlap, np.maximum(size, 0.0), loss[:, :, None], df[:, :, None])
    by_kind = (log_plain[:, :, None] + log_factor).transpose(1, 0, 2)
    log_bayes_factor = log_sum(by_kind) - log_sum(log_plain.T)[:, None]
    started = splits[None, :] <= (sizes - POINTS_AFTER)[:, None]
    gained = np.where(started, np.exp(np.minimum(log_bayes_factor, 600.0)) - 1.0, 0.0)
    return np.asarray(1.0 + gained @ split_weights(splits), dtype=np.float64)


def _log_moment_factor(overlap: Floats, size: Floats, loss: Floats, df: Floats) -> Floats:
    growth = 1.0 + STEP_SPREAD * size
    explained = np.minimum(STEP_SPREAD * overlap**2 / (growth * loss), 1.0 - SMALLEST_RSS)
    squared = 1.0 / growth + STEP_SPREAD * overlap**2 / growth**2 * df / (loss * (1.0 - explained))
    return np.asarray(-0.5 * np.log(growth) - 0.5 * df * np.log1p(-explained) + np.log(squared), dtype=np.float64)


def _filter(days: Integers, values: Floats, sizes: Integers, kinds: NoiseGrid) -> _Filtered:
    rho = fading(days, kinds.phi)
    variance, gain = kalman_gains(rho, kinds.lam)
    white = innovations(rho, variance, gain, np.column_stack([np.ones(days.size), values - values.mean()]))
    one, y, scale = white[:, :, 0], white[:, :, 1], 1.0 / np.sqrt(variance)
    kept = np.column_stack([rho, np.zeros(kinds.phi.size)]) * (1.0 - gain)
    log_det, length = (part.cumsum(axis=1)[:, sizes - 1].T for part in (np.log(variance), one**2))
    return _Filtered(one, y, scale, 1.0 - one / scale, kept, log_det, length)


def _step_sums(filtered: _Filtered, y: Floats, sizes: Integers, splits: Integers) -> tuple[Floats, Floats, Floats]:
    """Each whitened step's squares, and its overlap with `one` and with `y` (looks, kinds, points) at each look.

    All are (looks, kinds, splits). A step from point j on differs from the constant, once whitened, by
    level_j · kept_j ⋯ kept_(t−1) · scale_t at point t, which one backward sum carries along, in time linear in the
    points.
    """
    seen = (np.arange(filtered.one.shape[1])[:, None] < sizes)[:, :, None]
    one, scale, kept = (each.T[:, None, :] for each in (filtered.one, filtered.scale, filtered.kept))
    calm = y.transpose(2, 0, 1)
    carried = np.stack([seen * one * scale, calm * scale, seen * scale**2], axis=1)
    keeping = np.stack([kept, kept, kept**2], axis=1)
    carried = running_sum(keeping[::-1], carried[::-1])[::-1]
    ones, ys = (np.cumsum(part[::-1], axis=0)[::-1][splits] for part in (seen * one**2, calm * one))
    level = filtered.level.T[splits][:, None, :]
    with_one, with_y, alone = (carried[splits, part] for part in range(3))
    found = ones + level * (2.0 * with_one + level * alone), ones + level * with_one, ys + level * with_y
    size, shared, overlap = (np.ascontiguousarray(part.transpose(1, 2, 0)) for part in found)
    return size, shared, overlap


def _cut_back(sums: _Filtered, sizes: Integers) -> tuple[Floats, Floats]:
    """Innovations cut back (looks, kinds, points; 0 beyond the look) and their Huber loss (looks, kinds)."""
    seen = (np.arange(sums.one.shape[1])[None, :] < sizes[:, None])[:, None, :]
    one, y = np.where(seen, sums.one[None], 0.0), np.where(seen, sums.y[None], 0.0)
    base = (one * y).sum(axis=2) / sums.length
    cut = np.zeros_like(base)
    for _ in range(ROUNDS):
        away = np.abs(y - base[:, :, None] * one)
        spread = np.sqrt((away**2).sum(axis=2) / sizes[:, None])
        cut = CUT_SDS * np.maximum(1.4826 * _median(away, seen, sizes), LEAST_SD * spread)
        kept = np.minimum(1.0, cut[:, :, None] / np.maximum(away, 1e-300))
        base = (kept * one * y).sum(axis=2) / (kept * one**2).sum(axis=2)
    away = y - base[:, :, None] * one
    limit = cut[:, :, None]
    beyond = np.maximum(np.abs(away) - limit, 0.0)
    calm = base[:, :, None] * one + np.clip(away, -limit, limit)
    squares = (calm**2).sum(axis=2)
    rss = squares - (calm * one).sum(axis=2) ** 2 / sums.length
    rss = np.maximum(rss, SMALLEST_RSS * np.maximum(squares, SMALLEST_RSS))
    return calm, rss + (2.0 * limit * beyond).sum(axis=2)


def _median(away: Floats, seen: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], sizes: Integers) -> Floats:
    """Medians over what each look has seen, (looks, kinds)."""
    ranked = np.sort(np.where(seen, away, np.inf), axis=2)
    look = np.arange(sizes.size)
    return np.asarray(0.5 * (ranked[look, :, (sizes - 1) // 2] + ranked[look, :, sizes // 2]), dtype=np.float64)
