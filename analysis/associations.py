"""What goes with what: scores after days that had something in them, against scores after days that had not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis import link_sentences
from analysis.mixture import below, quantile
from analysis.noise import SMALLEST_RSS, NoiseGrid, log_normalised, noise_grid, normalised, whiten
from analysis.results import Association
from analysis.series import Floats, Integers, calendar_days
from analysis.steps import log_mean, log_step_factor

ENOUGH_POINTS = 20
ENOUGH_ON_A_SIDE = 4
FALSE_DISCOVERIES = 0.10
ONE_NOISE = NoiseGrid(np.linspace(0.0, 0.95, 20), np.ones(20), np.full(20, -np.log(20.0)))


def associations(
    scores: pd.Series | pd.DataFrame,
    features: pd.DataFrame,
    *,
    never: Collection[tuple[str, str]] = (),
    names: Mapping[str, str] | None = None,
    q: float = FALSE_DISCOVERIES,
) -> list[Association]:
    """Every score with every feature, the claimed first; both frames have the same index of check-in times.

    A feature's cell tells the seven days before that check-in: 0 or 1, or an amount; NaN = unknown, and the pair
    then does without that check-in. Formula: generalised least squares on [1, trend, feature] with the noise
    integrated out; an amount is divided by its own SD. A pair is tested with 20 points, at least four of them present
    and four absent (for an amount: above and below its mean), unless (score, feature) is in `never`. Claimed at
    Benjamini–Hochberg q ≤ .10 over all pairs tested (Benjamini & Hochberg 1995). `stands` is the stricter claim that
    may be looked at every week: e-values in place of p (e-BH, Wang & Ramdas 2022). `names` puts words in the place of
    column names.
    """
    if not scores.index.equals(features.index):
        raise ValueError("scores and features need the same index")
    table = scores.to_frame() if isinstance(scores, pd.Series) else scores
    days = calendar_days(table.index)
    known_names = names or {}
    tested = [
        found
        for score in table.columns
        for found in _tested(str(score), table[score], features, days, {f for s, f in never if s == str(score)})
    ]
    if not tested:
        return []
    q_values = benjamini_hochberg(np.array([pair.p_value for pair in tested]))
    standing = e_benjamini_hochberg(np.array([pair.log_e for pair in tested]), q)
    told = [
        _told(pair, float(q_value), bool(stands), len(tested), q, known_names)
        for pair, q_value, stands in zip(tested, q_values, standing, strict=True)
    ]
    return sorted(told, key=lambda pair: (not pair.claimed, pair.p_value, -abs(pair.estimate_in_sds)))


def benjamini_hochberg(p_values: Floats) -> Floats:
    """Adjusted p-values: the smallest false discovery rate at which each would be claimed."""
    order = np.argsort(p_values)
    ranked = p_values[order] * p_values.size / np.arange(1, p_values.size + 1)
    adjusted = np.empty_like(p_values)
    adjusted[order] = np.minimum.accumulate(ranked[::-1])[::-1].clip(max=1.0)
    return adjusted


def e_benjamini_hochberg(log_e: Floats, q: float) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which e-values are claimed at that false discovery rate: the largest k with k of them at K / (q k) or more."""
    ranked = np.sort(log_e)[::-1]
    enough = np.flatnonzero(ranked >= np.log(ranked.size / (q * np.arange(1, ranked.size + 1))))
    return np.asarray(log_e >= ranked[enough[-1]] if enough.size else np.zeros(log_e.size, dtype=np.bool_))


@dataclass(frozen=True)
class _Pair:
    score: str
    feature: str
    estimate: float
    low: float
    high: float
    sd: float
    n: int
    n_present: int
    n_absent: int
    numeric: bool
    feature_sd: float
    p_value: float
    log_e: float


def _tested(score: str, values: pd.Series, features: pd.DataFrame, days: Floats, never: set[str]) -> Iterator[_Pair]:
    """The pairs of one score, features that are known at the same check-ins taken together."""
    y = pd.to_numeric(values, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    wanted = [name for name in features.columns if str(name) not in never]
    cells = features[wanted].apply(pd.to_numeric, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    known = np.isfinite(cells) & (np.isfinite(y) & np.isfinite(days))[:, None]
    for pattern in {column.tobytes() for column in known.T}:
        together = np.flatnonzero([column.tobytes() == pattern for column in known.T])
        rows = np.frombuffer(pattern, dtype=np.bool_)
        moments, level, amounts = _one_a_day(days[rows].astype(np.int64), y[rows], cells[rows][:, together])
        yield from _pairs(score, [str(wanted[k]) for k in together], moments, level, amounts)


def _one_a_day(days: Integers, y: Floats, cells: Floats) -> tuple[Integers, Floats, Floats]:
    """One row a calendar day: scores averaged, a feature present if it was present once."""
    unique, place = np.unique(days, return_inverse=True)
    level = np.bincount(place, weights=y, minlength=unique.size) / np.bincount(place, minlength=unique.size).clip(1)
    amounts = np.full((unique.size, cells.shape[1]), -np.inf)
    np.maximum.at(amounts, place, cells)
    return unique, np.asarray(level, dtype=np.float64), amounts


def _pairs(score: str, names: list[str], days: Integers, y: Floats, cells: Floats) -> Iterator[_Pair]:
    n = days.size
    if n < ENOUGH_POINTS or np.ptp(y) <= 1e-9 * max(1.0, float(np.abs(y).max())):
        return
    numeric = np.array([not np.isin(column, (0.0, 1.0)).all() for column in cells.T])
    there = np.where(numeric[None, :], cells > cells.mean(axis=0)[None, :], cells == 1.0)
    present: Integers = np.asarray(np.count_nonzero(there, axis=0), dtype=np.int64)
    kept = np.flatnonzero(np.minimum(present, n - present) >= ENOUGH_ON_A_SIDE)
    units = np.where(numeric, cells.std(axis=0, ddof=1), 1.0)
    kept = kept[_varies_beside_a_line(days, cells[:, kept])]
    if not kept.size:
        return
    effects = _effects(days, y, cells[:, kept] / units[kept])
    for place, k in enumerate(kept):
        low, high, estimate, sd, p_value, log_e = (float(figure[place]) for figure in effects)
        yield _Pair(
            score, names[k], estimate, low, high, sd, n, int(present[k]), int(n - present[k]), bool(numeric[k]),
            float(units[k]), p_value, log_e,
        )  # fmt: skip


def _varies_beside_a_line(days: Integers, cells: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which features are more than a constant and a trend."""
    design = _base(days)
    rest = cells - design @ np.linalg.lstsq(design, cells, rcond=None)[0]
    left, whole = (rest**2).sum(axis=0), np.maximum((cells**2).sum(axis=0), 1e-12)
    return np.array([part > 1e-8 * all_of_it for part, all_of_it in zip(left, whole, strict=True)], dtype=np.bool_)


def _base(days: Integers) -> Floats:
    return np.column_stack([np.ones(days.size), (days - days.mean()) / max(1, int(np.ptp(days)))])


@dataclass(frozen=True, eq=False)
class _Partial:
    """With [1, trend] taken out: size, overlap (kinds, features); total, log_base (kinds, 1)."""

    size: Floats
    overlap: Floats
    total: Floats
    log_base: Floats


def _partial(days: Integers, grid: NoiseGrid, y: Floats, cells: Floats) -> _Partial:
    white = whiten(days, grid, np.column_stack([_base(days), y - y.mean(), cells]))
    base, rest = white.columns[:, :, :2], white.columns[:, :, 2:]
    gram = np.matmul(base.transpose(0, 2, 1), base)
    rest = rest - np.matmul(base, np.linalg.solve(gram, np.matmul(base.transpose(0, 2, 1), rest)))
    outcome, feature = rest[:, :, 0], rest[:, :, 1:]
    total = np.maximum((outcome**2).sum(axis=1), SMALLEST_RSS)[:, None]
    overlap = np.matmul(outcome[:, None, :], feature)[:, 0]
    log_base = (grid.log_prior - 0.5 * (white.log_det + np.linalg.slogdet(gram)[1]))[:, None]
    return _Partial((feature**2).sum(axis=1), overlap, total, log_base)


def _effects(days: Integers, y: Floats, cells: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats, Floats]:
    """Low, high, estimate, sd, p and log e, each (features,)."""
    part, df = _partial(days, noise_grid(days.size), y, cells), days.size - 3
    centres = part.overlap / part.size
    rss = np.maximum(part.total - centres * part.overlap, SMALLEST_RSS * part.total)
    weights = normalised(part.log_base - 0.5 * np.log(part.size) - 0.5 * df * np.log(rss))
    scales = np.sqrt(rss / df / part.size)
    low, high = (quantile(weights, centres, scales, df, tail) for tail in (0.025, 0.975))
    zero = np.zeros(cells.shape[1])
    tails = below(weights, centres, scales, df, zero), below(weights, -centres, scales, df, zero)
    p_values = 2.0 * np.minimum(*tails).clip(max=0.5)
    sd = np.sqrt((weights * rss / df).sum(axis=0))
    return low, high, (weights * centres).sum(axis=0), sd, p_values, _log_e(days, y, cells)


def _log_e(days: Integers, y: Floats, cells: Floats) -> Floats:
    """Log Bayes factor of an effect ~ N(0, (1.5 s)²) against none, with the same kinds of noise at every length."""
    part, df = _partial(days, ONE_NOISE, y, cells), days.size - 2
    log_weights = log_normalised(part.log_base - 0.5 * df * np.log(part.total))
    return log_mean(log_weights, log_step_factor(part.overlap, part.size, part.total, df))


def _told(pair: _Pair, q_value: float, stands: bool, tested: int, q: float, names: Mapping[str, str]) -> Association:
    claimed = q_value <= q
    told = Association(
        score=pair.score, feature=pair.feature, estimate=pair.estimate, interval=(pair.low, pair.high), sd=pair.sd,
        estimate_in_sds=pair.estimate / pair.sd, interval_in_sds=(pair.low / pair.sd, pair.high / pair.sd), n=pair.n,
        n_present=pair.n_present, n_absent=pair.n_absent, numeric=pair.numeric, feature_sd=pair.feature_sd,
        p_value=pair.p_value, q_value=q_value, e_value=float(np.exp(min(pair.log_e, 600.0))), tested=tested,
        expected_by_chance=0.05 * tested, claimed=claimed, stands=claimed and stands, says="",
    )  # fmt: skip
    score, feature = names.get(pair.score, pair.score), names.get(pair.feature, pair.feature)
    return replace(told, says=link_sentences.association(told, score=score, feature=feature))
