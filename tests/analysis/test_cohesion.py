"""A theme is loose where its sentences are unlike one another from entry to entry, or few beside the others'."""

from __future__ import annotations

import numpy as np

from analysis.cohesion import faint
from analysis.features import Floats, unit

ENTRIES, THEMES = 200, 12
TIGHT = [0.8] * (THEMES - 1)


def passages_about(spread: list[float], seed: int = 1) -> tuple[Floats, Floats]:
    """Points and shares: in every entry one passage about each theme, so far from the theme's middle."""
    random = np.random.default_rng(seed)
    middles = unit(random.normal(size=(len(spread), 40)).astype(np.float32))
    about = np.tile(np.arange(len(spread)), ENTRIES)
    away = (
        unit(random.normal(size=(about.size, 40)).astype(np.float32)) * np.array(spread, dtype=np.float32)[about, None]
    )
    return unit(middles[about] + away), np.eye(len(spread), dtype=np.float32)[about]


def test_sentences_that_have_little_in_common_are_a_loose_theme() -> None:
    points, shares = passages_about([*TIGHT, 9.0])
    assert faint(points, shares, np.repeat(np.arange(ENTRIES), THEMES)).tolist() == [False] * (THEMES - 1) + [True]


def test_one_entry_that_repeats_itself_makes_no_theme_hold_together() -> None:
    points, shares = passages_about([*TIGHT, 0.0])
    rows = np.repeat(np.arange(ENTRIES), THEMES)
    assert not faint(points, shares, rows).any()
    rows[shares.argmax(axis=1) == THEMES - 1] = ENTRIES
    assert faint(points, shares, rows).tolist() == [False] * (THEMES - 1) + [True]


def test_the_same_likeness_is_too_little_for_a_small_theme() -> None:
    points, shares = passages_about([*TIGHT, 2.0])
    rows = np.repeat(np.arange(ENTRIES), THEMES)
    kept = (shares.argmax(axis=1) < THEMES - 1) | (rows < 4)
    assert not faint(points, shares, rows).any()
    assert faint(points[kept], shares[kept], rows[kept]).tolist() == [False] * (THEMES - 1) + [True]


def test_less_is_asked_of_a_short_journal() -> None:
    points, shares = passages_about([*TIGHT, 5.0])
    rows = np.repeat(np.arange(ENTRIES), THEMES)
    short = rows < 25
    assert faint(points, shares, rows)[-1]
    assert not faint(points[short], shares[short], rows[short])[-1]


def test_of_few_themes_none_is_called_loose() -> None:
    points, shares = passages_about([0.8, 0.8, 9.0])
    assert not faint(points, shares, np.repeat(np.arange(ENTRIES), 3)).any()
