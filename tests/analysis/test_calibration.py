"""A small seeded calibration: wide enough not to flake, tight enough to catch a broken method."""

from __future__ import annotations

import numpy as np
import pytest

from analysis import marked_dates
from tests.benchmarks.calibration import asked_once, looking
from tests.benchmarks.calibration.rivals import least_squares, says_so
from tests.benchmarks.calibration.worlds import ALL_WORLDS, Change, life_of, weekly_life

SEED = 11


def test_the_trend_rarely_calls_an_unchanged_person_changed_where_a_plain_line_often_does() -> None:
    rates = asked_once.line_rates("plain", 0.5, 40, 80, SEED, rivals=False)
    assert rates["Footbridge"] <= 0.12
    assert rates["coverage"] >= 0.88
    randomness = np.random.default_rng(SEED)
    lives = [life_of(40, "plain", 0.5, randomness) for _ in range(150)]
    assert np.mean([says_so(least_squares, life) for life in lives]) >= 0.15


def test_the_trend_finds_a_change_of_two_sds_in_eighty_check_ins() -> None:
    assert asked_once.line_rates("plain", 0.5, 80, 40, SEED, size=2.0, rivals=False)["Footbridge"] >= 0.6


def test_a_marked_date_is_told_apart_in_twenty_check_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked_dates, "PATHS", 499)
    assert asked_once.marked_rates("plain", 0.5, 20, 100, SEED) <= 0.14
    assert asked_once.marked_rates("plain", 0.5, 20, 100, SEED, size=2.0) >= 0.6


def test_steps_are_found_and_dated() -> None:
    assert asked_once.step_rates("plain", 0.5, 40, 40, SEED)["said"] <= 0.2
    found = asked_once.step_rates("plain", 0.0, 40, 30, SEED, size=2.0)
    assert found["said"] >= 0.65
    assert found["range right"] >= 0.65


def test_two_years_of_weekly_looks_tell_few_unchanged_people_anything() -> None:
    assert looking.told_rate(looking.lives_looked_at("plain", 0.5, 30, SEED)[0], answers=False) <= 0.15
    assert looking.told_rate(looking.lives_looked_at("heavy shocks", 0.7, 30, SEED)[0]) <= 0.18
    nothing, stepped = looking.lives_looked_at("item noise", 0.7, 30, SEED)
    assert looking.told_rate(nothing) <= 0.15
    assert looking.told_rate(stepped) >= 0.3


def test_a_lasting_step_is_found_from_totals_and_from_answers() -> None:
    stepped = looking.lives_looked_at("plain", 0.0, 40, SEED)[1]
    assert looking.told_rate(stepped) >= 0.8
    assert looking.told_rate(stepped, answers=False) >= 0.8


def test_the_items_of_an_invented_check_in_add_up_to_its_total_in_every_world() -> None:
    randomness = np.random.default_rng(SEED)
    for world in ALL_WORLDS:
        life = weekly_life(world, 0.5, 60, randomness)
        np.testing.assert_array_equal(life.items.sum(axis=1), life.values)
        assert set(np.unique(life.items)) <= {0.0, 1.0, 2.0, 3.0, 4.0}


def test_the_associations_keep_their_false_discovery_rate() -> None:
    rates = asked_once.association_rates(0.5, 60, 30, SEED)
    assert rates["false"] <= 0.25
    assert rates["power"] >= 0.55
    assert rates["false, weekly"] <= 0.1


def test_a_life_has_the_noise_and_the_gaps_that_its_world_promises() -> None:
    randomness = np.random.default_rng(SEED)
    lives = [weekly_life("plain", 0.5, 104, randomness) for _ in range(60)]
    assert abs(np.mean([life.values.size for life in lives]) / 104 - 0.8) < 0.03
    assert abs(np.mean([life.values.std() for life in lives]) - 4.0) < 0.4
    step = weekly_life("plain", 0.0, 104, randomness, Change("step", 2.0, 50))
    assert step.values[step.weeks >= 50].mean() - step.values[step.weeks < 50].mean() > 5
