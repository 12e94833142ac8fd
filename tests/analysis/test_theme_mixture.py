"""Themes settled with their entries and weeks, and themes that are one: what moves, what meets, what stays apart."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.features import Floats, Labels, unit
from analysis.merging import SHARED, merge_near, shared_entries
from analysis.theme_mixture import SHARPNESS, carried, settle, shares

AXES = np.eye(6, dtype=np.float32)
DAYS = pd.date_range("2024-01-01", periods=60, freq="D")


def scattered(of: Labels, spread: float, seed: int = 1) -> Floats:
    noise = np.random.default_rng(seed).normal(0, spread, (len(of), 6))
    return unit((AXES[of] + noise).astype(np.float32))


def test_shares_are_the_softmax_of_cosines_and_of_what_is_expected() -> None:
    points = scattered(np.array([0, 1, 2]), 0.3)
    expected = np.log(np.array([[0.7, 0.2, 0.1]] * 3))
    found = shares(points, AXES[:3], expected)
    powers = np.array([[0.7, 0.2, 0.1]] * 3) * np.exp(SHARPNESS * (points @ AXES[:3].T))
    np.testing.assert_allclose(found, powers / powers.sum(axis=1, keepdims=True), atol=1e-5)


def test_centroids_settle_in_the_middle_of_their_passages() -> None:
    of = np.repeat([0, 1, 2], 60)
    points, rows = scattered(of, 0.15), np.arange(180, dtype=np.int64) % 60
    start = unit(AXES[:3] + 0.35 * AXES[[1, 2, 0]])
    found = settle(points, start, rows, DAYS)
    middles = unit(np.array([points[of == theme].mean(axis=0) for theme in range(3)]))
    assert ((found * middles).sum(axis=1) > 0.99).all()
    assert ((found * middles).sum(axis=1) > (start * middles).sum(axis=1)).all()


def test_a_passage_between_two_themes_goes_with_the_rest_of_its_entry() -> None:
    of = np.tile([0, 0, 1, 1], 30)
    rows = np.repeat(np.arange(60), 2)
    points = scattered(of, 0.1)
    between = unit(AXES[:1] + AXES[1:2])
    points[1::4] = between
    found = settle(points, AXES[:2].copy(), rows, DAYS)
    assert found[0] @ between[0] > found[1] @ between[0] + 0.1


def test_settled_themes_are_carried_to_where_their_passages_are_now() -> None:
    of, rows = np.repeat([0, 1, 2], 60), np.arange(180, dtype=np.int64) % 60
    old = scattered(of, 0.2)
    settled = settle(old, AXES[:3].copy(), rows, DAYS)
    turned = old[:, [3, 4, 5, 0, 1, 2]]
    as_turned = settled[:, [3, 4, 5, 0, 1, 2]]
    np.testing.assert_allclose(carried(old, settled, turned, rows, DAYS, 0.0), as_turned, atol=0.01)


def test_carried_themes_go_the_further_to_where_they_would_settle_now_the_more_entries_are_new() -> None:
    of, rows = np.repeat([0, 1, 2], 60), np.arange(180, dtype=np.int64) % 60
    points = scattered(of, 0.15)
    began = unit(AXES[:3] + 0.35 * AXES[[1, 2, 0]])
    whole = settle(points, began, rows, DAYS)
    near = [float((carried(points, began, points, rows, DAYS, new) * whole).sum(axis=1).min()) for new in (0, 0.1, 1)]
    assert near[0] < near[1] < near[2]
    np.testing.assert_allclose(carried(points, began, points, rows, DAYS, 0.0), began, atol=1e-4)
    np.testing.assert_allclose(carried(points, began, points, rows, DAYS, 1.0), whole, atol=1e-4)


def test_a_theme_without_passages_stays_where_it_was() -> None:
    points = np.zeros((4, 6), dtype=np.float32)
    start = AXES[:2].copy()
    np.testing.assert_array_equal(settle(points, start, np.arange(4), DAYS[:4]), start)


def test_two_faces_of_one_subject_stand_in_the_same_entries() -> None:
    labels = np.array([0, 1, 0, 1, 2, 3, 2, 3])
    rows = np.array([0, 0, 1, 1, 2, 3, 4, 5])
    found = shared_entries(labels, rows, 4)
    assert found[0, 1] == pytest.approx(2 * 6 / (2 * 2))
    assert found[2, 3] == 0
    np.testing.assert_array_equal(found, found.T)


def test_themes_that_share_their_entries_are_joined_from_afar_and_others_only_when_near() -> None:
    of = np.repeat([0, 1, 2, 3, 4, 5], 20)
    points = scattered(of, 0.02)
    points[:40] = unit(points[:40] + 0.45 * AXES[0] + 0.45 * AXES[1])
    middles = unit(np.array([points[of == theme].mean(axis=0) for theme in range(6)]))
    together = np.concatenate([np.arange(20), np.arange(20), np.arange(20, 100)])
    assert shared_entries(of, together, 6)[0, 1] > SHARED
    centred = unit(middles - points.mean(axis=0))
    assert 0.25 < centred[0] @ centred[1] < 0.4
    assert len(merge_near(points, middles, together)) == 5
    assert len(merge_near(points, middles, np.arange(120))) == 6
    assert len(merge_near(points, middles)) == 6
    closer = points.copy()
    closer[:40] = unit(points[:40] + AXES[0] + AXES[1])
    near = unit(np.array([closer[of == theme].mean(axis=0) for theme in range(6)]))
    assert len(merge_near(closer, near)) == 5
    assert len(merge_near(closer, near, fixed=2)) == 6
