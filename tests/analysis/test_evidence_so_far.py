"""Evidence that goes on from what was found before, against evidence that is worked out anew at every look."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from analysis import evidence_so_far
from analysis.evidence_so_far import EvidenceSoFar, evidence_after
from analysis.running_evidence import running_evidence
from analysis.series import Floats, Integers
from analysis.single_answers import AnswerNoise, answer_noise

RANDOMNESS = np.random.default_rng(8)
ITEMS = np.clip(np.round(2 + RANDOMNESS.normal(size=(60, 10))), 0, 4)
DAYS, VALUES = 738_000 + 7 * np.arange(60), ITEMS.sum(axis=1)
LOOKS = 8


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The looks that were worked out and not taken from before."""
    found: list[int] = []

    def counting(days: Integers, values: Floats, looks: Sequence[int], noise: AnswerNoise | None = None) -> Floats:
        found.extend(looks)
        return running_evidence(days, values, looks, noise)

    monkeypatch.setattr(evidence_so_far, "running_evidence", counting)
    return found


def assert_equals_anew(found: EvidenceSoFar, values: Floats, n: int, noise: AnswerNoise | None) -> None:
    anew = running_evidence(DAYS[:n], values[:n], range(1, n + 1), noise)
    for look, evidence in found.by_look.items():
        assert evidence == pytest.approx(anew[look - 1], rel=1e-9)


@pytest.mark.parametrize("has_answers", [True, False])
def test_after_each_new_check_in_only_its_own_look_is_worked_out(worked_out: list[int], has_answers: bool) -> None:
    before = None
    for n in range(30, 61):
        noise = answer_noise(ITEMS[:n]) if has_answers else None
        before = evidence_after(before, DAYS[:n], VALUES[:n], range(n - LOOKS + 1, n + 1), noise)
        assert_equals_anew(before, VALUES, n, noise)
    assert worked_out == list(range(30 - LOOKS + 1, 61))


def test_a_corrected_check_in_changes_every_look_that_saw_it(worked_out: list[int]) -> None:
    before = evidence_after(None, DAYS, VALUES, range(41, 61), None)
    worked_out.clear()
    corrected = VALUES.copy()
    corrected[49] += 9.0
    found = evidence_after(before, DAYS, corrected, range(41, 61), None)
    assert worked_out == list(range(50, 61))
    assert_equals_anew(found, corrected, 60, None)


def test_answers_that_tell_otherwise_of_the_noise_change_every_look_that_saw_them(worked_out: list[int]) -> None:
    before = evidence_after(None, DAYS, VALUES, range(41, 61), answer_noise(ITEMS))
    worked_out.clear()
    swapped = ITEMS.copy()
    swapped[54] = np.sort(swapped[54])
    found = evidence_after(before, DAYS, VALUES, range(41, 61), answer_noise(swapped))
    assert worked_out == list(range(55, 61))
    assert_equals_anew(found, VALUES, 60, answer_noise(swapped))
    worked_out.clear()
    assert_equals_anew(evidence_after(found, DAYS, VALUES, range(41, 61), None), VALUES, 60, None)
    assert worked_out == list(range(41, 61))


def test_a_check_in_taken_away_leaves_the_looks_before_it(worked_out: list[int]) -> None:
    before = evidence_after(None, DAYS, VALUES, range(41, 61), None)
    worked_out.clear()
    days, values = np.delete(DAYS, 52), np.delete(VALUES, 52)
    found = evidence_after(before, days, values, range(41, 60), None)
    assert worked_out == list(range(53, 60))
    np.testing.assert_allclose(
        [found.by_look[look] for look in range(41, 60)],
        running_evidence(days, values, range(41, 60)),
        rtol=1e-9,
    )
