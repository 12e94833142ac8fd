"""The benchmark that chooses the method's constants anew names real ones, and leaves them as they were."""

from __future__ import annotations

from analysis import clustering, life_domains
from tests.benchmarks.themes.held_out import CONSTANTS, set_constants


def test_each_constant_is_chosen_among_values_that_hold_the_shipped_one() -> None:
    for constant in CONSTANTS:
        assert getattr(constant.module, constant.name) in constant.tried, constant.name


def test_constants_are_another_for_as_long_as_they_are_tried() -> None:
    before = life_domains.SPOKEN_OF, clustering.how_many(1000)
    with set_constants({each: each.tried[0] for each in CONSTANTS}):
        assert life_domains.SPOKEN_OF == 0.012
        assert clustering.how_many(1000) < before[1]
    assert (life_domains.SPOKEN_OF, clustering.how_many(1000)) == before
