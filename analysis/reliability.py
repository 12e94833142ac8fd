"""Whether a scale's items move together within one person, and how single items moved lately."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis import sentences
from analysis.results import ItemMovement, NotEnough, Reliability
from analysis.series import Floats

ENOUGH_CHECK_INS = 20
ENOUGH_ITEMS = 3
DRAWS = 999
SEED = 20_240_301
RECENT = 3
ENOUGH_ANSWERS = 12


def within_person_reliability(answers: pd.DataFrame) -> Reliability | NotEnough:
    """How far one person's check-ins differ in what all items share, against what each item does alone.

    `answers`: check-ins (oldest first) × items, in points. Formula: R = (MS of check-ins − MS of the residual) / MS
    of check-ins in the table of check-ins × items, which is Cronbach's alpha over occasions (Hoyt 1941) and, for one
    person and k items, the person-by-occasion part of Cranford et al. 2006 (generalizability theory, their R_C).
    Interval: 2.5 to 97.5 % of 999 moving-block bootstrap samples of the check-ins (blocks of n^⅓, since neighbouring
    check-ins resemble each other). Below zero counts as zero. Check-ins with a missing answer and items that never
    vary are left out. NotEnough below 20 check-ins or three items.
    """
    whole = answers.dropna().to_numpy(dtype=np.float64)
    n = whole.shape[0]
    if n < ENOUGH_CHECK_INS:
        return sentences.not_enough(n, ENOUGH_CHECK_INS)
    varying = whole[:, np.ptp(whole, axis=0) > 0]
    if varying.shape[1] < ENOUGH_ITEMS:
        return sentences.too_steady(n, ENOUGH_CHECK_INS)
    estimate = max(0.0, float(_reliability(varying[None])[0]))
    drawn = np.clip(_reliability(varying[_blocks(n)]), 0.0, 1.0)
    low, high = (float(bound) for bound in np.quantile(drawn, [0.025, 0.975]))
    interval = (min(low, estimate), max(high, estimate))
    return Reliability(
        n=n,
        items=varying.shape[1],
        estimate=estimate,
        interval=interval,
        says=sentences.reliability(n=n, items=varying.shape[1], estimate=estimate, interval=interval),
    )


def _reliability(tables: Floats) -> Floats:
    """R for each table (tables, check-ins, items)."""
    tables = np.asarray(tables, dtype=np.float64)
    _, n, k = tables.shape
    by_check_in, by_item = tables.mean(axis=2, keepdims=True), tables.mean(axis=1, keepdims=True)
    grand = tables.mean(axis=(1, 2), keepdims=True)
    between = k * ((by_check_in - grand) ** 2).sum(axis=(1, 2)) / (n - 1)
    residual = ((tables - by_check_in - by_item + grand) ** 2).sum(axis=(1, 2)) / ((n - 1) * (k - 1))
    return np.where(between > 0, 1.0 - residual / np.where(between > 0, between, 1.0), 0.0)


def _blocks(n: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Row numbers of moving-block bootstrap samples, (draws, n)."""
    length = max(1, round(n ** (1 / 3)))
    starts = np.random.default_rng([SEED, n]).integers(0, n - length + 1, (DRAWS, -(-n // length)))
    rows: np.ndarray[tuple[int, int], np.dtype[np.int64]] = (starts[:, :, None] + np.arange(length)).reshape(DRAWS, -1)
    return rows[:, :n]


def item_movements(answers: pd.DataFrame) -> tuple[ItemMovement, ...]:
    """Each item's mean over its latest three answers beside the mean of its earlier ones, the larger movement first.

    `answers`: check-ins × items, indexed by the time. A description without a verdict: it spends nothing of the
    error budget, so no item is ever claimed to have changed. Missing answers are dropped; items with fewer than 12
    are left out.
    """
    moved = []
    for item_id in answers.columns:
        column = answers[item_id].to_numpy(dtype=np.float64)
        column = column[np.isfinite(column)]
        if column.size < ENOUGH_ANSWERS:
            continue
        earlier, recent = float(column[:-RECENT].mean()), float(column[-RECENT:].mean())
        says = sentences.item(n=column.size, earlier=earlier, recent=recent)
        moved.append(
            ItemMovement(
                item_id=str(item_id),
                n=column.size,
                earlier=earlier,
                recent=recent,
                estimate=recent - earlier,
                says=says,
            )
        )
    return tuple(sorted(moved, key=lambda each: -abs(each.estimate)))
