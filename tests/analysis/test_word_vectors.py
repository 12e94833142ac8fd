"""The packaged word vectors: the very file that was distilled, and words where a reader would put them."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import numpy as np

from analysis.word_vectors import DIMENSIONS, word_vectors

SHA256 = "769bb987962f764b932d3481a8b05a31dbad90203038366f4d79df65defe6736"


def likeness(one: str, two: str) -> float:
    table = word_vectors()
    return float(table.vectors[table.rows[one]] @ table.vectors[table.rows[two]])


def test_the_table_is_the_one_that_was_distilled() -> None:
    assert hashlib.sha256((files("analysis") / "data" / "word_vectors.npz").read_bytes()).hexdigest() == SHA256


def test_every_word_has_a_unit_vector() -> None:
    table = word_vectors()
    assert table.vectors.shape == (len(table.rows), DIMENSIONS)
    np.testing.assert_allclose(np.linalg.norm(table.vectors, axis=1), 1, rtol=1e-4)


def test_words_of_one_subject_are_nearer_than_words_of_two() -> None:
    assert likeness("garden", "flowers") > likeness("garden", "mortgage") + 0.2
    assert likeness("rent", "mortgage") > likeness("rent", "flowers") + 0.2
    assert likeness("sister", "brother") > likeness("sister", "swimming") + 0.2
