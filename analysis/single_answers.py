"""How much of a scale's wobble is noise in its single answers, which the answers themselves show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.series import DailySeries, Floats, calendar_days

ENOUGH_ITEMS = 3
COUNTS_AS = 12.0


@dataclass(frozen=True, eq=False)
class AnswerNoise:
    """The variance that noise in single answers gives a figure, as known after each point of a series.

    `variance` (points,) in points²; `weight` (points,): as how many independent observations of it that counts.
    """

    variance: Floats
    weight: Floats


def answers_by_day(times: Iterable[Any], items: npt.ArrayLike, series: DailySeries) -> Floats:
    """The answers (check-ins, items) beside the days of the series (points, items), NaN = none; means within a day.

    `times` are those that the series was made of, in the same order; what has no figure is left out. Raises
    ValueError where the numbers of rows differ.
    """
    answers = np.asarray(items, dtype=np.float64)
    days = calendar_days(times)
    if answers.ndim != 2 or answers.shape[0] != days.size:
        raise ValueError(f"items has one row for each time: {answers.shape} for {days.size}")
    place = np.searchsorted(series.days, np.nan_to_num(days))
    there = np.flatnonzero((place < series.n) & np.isin(days, series.days))
    given = np.isfinite(answers[there])
    total, count = np.zeros((series.n, answers.shape[1])), np.zeros((series.n, answers.shape[1]))
    np.add.at(total, place[there], np.where(given, answers[there], 0.0))
    np.add.at(count, place[there], given)
    return np.where(count > 0, total / np.maximum(count, 1.0), np.nan)


def answer_noise(answers: Floats) -> AnswerNoise | None:
    """What the answers (points, items), oldest first and the right way round, say of the noise in single ones.

    Formula: v = k · the mean over neighbouring check-ins of ½ · the variance, across the items that both have, of how
    far each moved. That is k times the residual mean square of the table of check-ins × items, the part of a
    person-by-occasion figure that is its items' own (Cranford et al. 2006), taken from successive differences (von
    Neumann et al. 1941), so that items which drift apart slowly do not pass for noise. It counts as twelve
    observations at most, since answers of one moment are alike in ways that no table shows. None below three items
    in two check-ins.
    """
    n, items = answers.shape
    rows = np.flatnonzero(np.isfinite(answers).sum(axis=1) >= ENOUGH_ITEMS)
    moved = np.diff(answers[rows], axis=0)
    given = np.isfinite(moved)
    common = given.sum(axis=1)
    usable = common >= ENOUGH_ITEMS
    if not usable.any():
        return None
    moved, given, common = moved[usable], given[usable], common[usable]
    together = np.where(given, moved, 0.0).sum(axis=1) / common
    apart = np.where(given, moved - together[:, None], 0.0)
    summed, pairs = np.zeros(n), np.zeros(n)
    summed[rows[1:][usable]] = 0.5 * (apart**2).sum(axis=1) / (common - 1)
    pairs[rows[1:][usable]] = 1.0
    pairs = pairs.cumsum()
    return AnswerNoise(items * summed.cumsum() / np.maximum(pairs, 1.0), np.minimum(pairs, COUNTS_AS))
