"""Where a total lies in the thirds of its range, exactly at the cuts."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from assessments.questionnaire import Band
from assessments.scoring import score
from tests.assessments.scoring_cases import THIRDS, answer_in_order, item_ids, make_questionnaire


@pytest.mark.parametrize(
    ("answers", "band"),
    [
        ([0] * 9, "lower"),
        ([1] * 9, "lower"),
        ([2] * 3 + [1] * 6, "middle"),
        ([3] * 6 + [1] * 3, "middle"),
        ([3] * 7 + [1] * 2, "middle"),
        ([3] * 7 + [2, 1], "upper"),
        ([4] * 9, "upper"),
    ],
)
def test_a_cut_belongs_to_the_band_above_it_and_the_highest_figure_to_the_last(answers: list[int], band: str) -> None:
    questionnaire = make_questionnaire(9, bands=THIRDS)
    found = score(questionnaire, answer_in_order(questionnaire, answers))
    assert found.total is not None
    assert found.band is not None
    assert found.band.id == band
    assert (band == "lower") == (found.total < 12)
    assert (band == "upper") == (found.total >= 24)


@pytest.mark.parametrize("low", [0, 1, 3, -7])
@pytest.mark.parametrize("items", range(6, 40))
def test_the_cuts_are_exact_for_every_prorated_total(items: int, low: int) -> None:
    questionnaire = make_questionnaire(items, values=range(low, low + 5), bands=THIRDS)
    answered = items - 1
    for raw in range(4 * answered + 1):
        each, more = divmod(raw, answered)
        answers = [low + each + (place < more) for place in range(answered)] + [None]
        share = Fraction(raw, 4 * answered)
        expected = "lower" if share < Fraction(1, 3) else "middle" if share < Fraction(2, 3) else "upper"
        band = score(questionnaire, answer_in_order(questionnaire, answers)).band
        assert band is not None
        assert band.id == expected


def test_there_is_no_band_without_a_total_or_without_bands() -> None:
    banded = make_questionnaire(6, bands=THIRDS)
    assert score(banded, {}).band is None
    assert score(make_questionnaire(6), dict.fromkeys(item_ids(6), 4)).band is None


def test_bands_follow_each_other_over_the_whole_range() -> None:
    questionnaire = make_questionnaire(3, bands=THIRDS)
    order = [band.id for band in THIRDS]
    places = []
    for total in range(13):
        answers = [min(4, max(0, total - 4 * place)) for place in range(3)]
        band = score(questionnaire, answer_in_order(questionnaire, answers)).band
        assert band is not None
        places.append(order.index(band.id))
    assert all(after - before in (0, 1) for before, after in pairwise(places))
    assert places == [0] * 4 + [1] * 4 + [2] * 5


def test_a_cut_stands_for_the_fraction_that_its_float_is_nearest_to() -> None:
    lower = Band(id="lower", label="lower", from_share=0.0, to_share=0.1)
    upper = Band(id="upper", label="upper", from_share=0.1, to_share=1.0)
    assert Fraction(0.1) > Fraction(1, 10)
    questionnaire = make_questionnaire(5, bands=(lower, upper))
    assert score(questionnaire, answer_in_order(questionnaire, [2, 0, 0, 0, 0])).band == upper
    assert score(questionnaire, answer_in_order(questionnaire, [1, 0, 0, 0, 0])).band == lower
