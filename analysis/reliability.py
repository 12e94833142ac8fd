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
NO_SPREAD = 1e-12
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
    table = _figures(answers)
    whole = table[np.isfinite(table).all(axis=1)]
    n = whole.shape[0]
    if n < ENOUGH_CHECK_INS:
        return sentences.not_enough(n, ENOUGH_CHECK_INS)
    varying = whole[:, np.ptp(whole, axis=0) > 0]
    if varying.shape[1] < ENOUGH_ITEMS:
        return sentences.too_steady(n, ENOUGH_CHECK_INS)
    estimate = max(0.0, float(_reliability(varying, np.ones((1, n)))[0]))
    drawn = np.clip(_reliability(varying, _block_counts(n)), 0.0, 1.0)
    low, high = (float(bound) for bound in np.quantile(drawn, [0.025, 0.975]))
    interval = (min(low, estimate), max(high, estimate))
    return Reliability(
        n=n,
        items=varying.shape[1],
        estimate=estimate,
        interval=interval,
        says=sentences.reliability(n=n, items=varying.shape[1], estimate=estimate, interval=interval),
    )


def _figures(answers: pd.DataFrame) -> Floats:
    """The answers as numbers, (check-ins, items); what is none is NaN."""
    numbers = answers.apply(pd.to_numeric, errors="coerce")
    return np.asarray(numbers.to_numpy(dtype=np.float64, na_value=np.nan), dtype=np.float64)


def _reliability(table: Floats, counts: Floats) -> Floats:
    """R of the table (check-ins, items) with each check-in counted so often, (samples, check-ins), for each sample.

    As Cronbach's alpha: k / (k − 1) · (1 − Σ items' variances / variance of their sum), which needs sums alone.
    """
    k, n = table.shape[1], counts.sum(axis=1)[:, None]
    centred = table - table.mean(axis=0)
    columns = np.column_stack([centred, centred.sum(axis=1)])
    spread = np.maximum(counts @ columns**2 - (counts @ columns) ** 2 / n, 0.0)
    items, total = spread[:, :-1].sum(axis=1), spread[:, -1]
    varies = total > NO_SPREAD * np.maximum(items, NO_SPREAD)
    return np.where(varies, k / (k - 1) * (1.0 - items / np.where(varies, total, 1.0)), 0.0)


def _block_counts(n: int) -> Floats:
    """How often each check-in is in each moving-block bootstrap sample, (draws, n)."""
    length = max(1, round(n ** (1 / 3)))
    starts = np.random.default_rng([SEED, n]).integers(0, n - length + 1, (DRAWS, -(-n // length)))
    rows = (starts[:, :, None] + np.arange(length)).reshape(DRAWS, -1)[:, :n]
    return np.stack([np.bincount(sample, minlength=n) for sample in rows]).astype(np.float64)


def item_movements(answers: pd.DataFrame) -> tuple[ItemMovement, ...]:
    """Each item's mean over its latest three answers beside the mean of its earlier ones, the larger movement first.

    `answers`: check-ins × items, indexed by the time. A description without a verdict: it spends nothing of the
    error budget, so no item is ever claimed to have changed. Missing answers are dropped; items with fewer than 12
    are left out.
    """
    moved = []
    for item_id, answered in zip(answers.columns, _figures(answers).T, strict=True):
        column = answered[np.isfinite(answered)]
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
