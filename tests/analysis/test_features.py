"""A sentence takes some of its subject from those that stand beside it in the same entry."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.features import Features, Floats, learn, read, vectors
from analysis.passages import passages

TEXTS = [
    "We picked tomatoes and beans in the garden. It was so very good. The lavender and the roses smelled of rain.",
    "My sister and her children argued with our parents. It was so very good, said the plumber.",
    "The tomatoes and the roses in the garden grew. My sister and our parents argued.",
]


@pytest.fixture(scope="module")
def learned() -> Features:
    return learn(passages(TEXTS), len(TEXTS), (), seed=1)[0]


def told(features: Features, texts: list[str]) -> Floats:
    found = passages(texts)
    return vectors(features, found, read(features, found, ()))


def points(features: Features, text: str) -> Floats:
    return told(features, [text])


def test_every_passage_is_a_unit_vector(learned: Features) -> None:
    found = told(learned, TEXTS)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_the_same_sentence_lies_nearer_to_what_stands_beside_it(learned: Features) -> None:
    alone = "The plumber laughed at the window."
    garden, family = "The tomatoes grew in the garden.", "My sister argued with our parents."
    by_garden = points(learned, f"{garden} {alone}")[1]
    by_family = points(learned, f"{family} {alone}")[1]
    target = points(learned, garden)[0]
    assert by_garden @ target > by_family @ target + 0.1


def test_what_stands_in_another_entry_changes_nothing(learned: Features) -> None:
    alone = points(learned, TEXTS[1])
    among = told(learned, TEXTS)
    rows = [passage.row for passage in passages(TEXTS)]
    np.testing.assert_allclose(among[[at for at, row in enumerate(rows) if row == 1]], alone, atol=1e-5)
