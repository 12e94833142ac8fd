"""The packaged word vectors: the very file that was distilled, and words where a reader would put them."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import numpy as np

from analysis.word_vectors import DIMENSIONS, VERSION, word_vectors

SHA256 = "1ea3bf7388bebb596b7719ed93a1d2af6c47a06a68fbfac84aac306b210805d2"


def likeness(one: str, two: str) -> float:
    table = word_vectors()
    first, second = table.vectors[table.rows[one]], table.vectors[table.rows[two]]
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


def test_the_table_is_the_one_that_was_distilled_and_has_a_version_of_its_own() -> None:
    checksum = hashlib.sha256((files("analysis") / "data" / "word_vectors.npz").read_bytes()).hexdigest()
    assert (VERSION, checksum) == (2, SHA256)


def test_every_word_has_a_vector() -> None:
    table = word_vectors()
    assert table.vectors.shape == (len(table.rows), DIMENSIONS)
    assert np.isfinite(table.vectors).all()


def test_a_word_that_says_little_weighs_little() -> None:
    table = word_vectors()
    lengths = {word: float(np.linalg.norm(table.vectors[row])) for word, row in table.rows.items()}
    assert (
        max(lengths[word] for word in ("the", "of", "very")) < min(lengths[word] for word in ("garden", "doctor")) / 2
    )


def test_words_of_one_subject_are_nearer_than_words_of_two() -> None:
    assert likeness("garden", "flowers") > likeness("garden", "mortgage") + 0.2
    assert likeness("rent", "mortgage") > likeness("rent", "flowers") + 0.2
    assert likeness("sister", "brother") > likeness("sister", "swimming") + 0.2
