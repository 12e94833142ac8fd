"""The packaged sentence encoder: the very file that was distilled, its arithmetic, and what it makes of sentences."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.encoder_weights import DIMENSIONS, VERSION, Floats, encoder_weights
from analysis.sentence_encoder import HEADS, encode

SHA256 = "bfc9eaaa827ef3143d2c2fc6e7e873c59e791d3ec119495addbc40ec472c0453"
GARDEN = "i planted tomatoes behind the shed and pulled up weeds"
FLOWERS = "the roses in the yard need water and new soil"
MONEY = "the bank wants the rent and i cannot pay the bill"
DEBT = "i owe money on my card and my salary is late"


def rows(text: str) -> npt.NDArray[np.int64]:
    known = encoder_weights().rows
    return np.array([known[word] for word in text.split() if word in known], dtype=np.int64)


def told(*texts: str) -> Floats:
    read = [rows(text) for text in texts]
    return encode(read, [np.ones(len(row), dtype=np.float32) for row in read])


def likeness(one: str, two: str) -> float:
    first, second = told(one, two)
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


def by_hand(text: str, counts: Floats) -> npt.NDArray[np.float64]:
    """The encoder written out for one sentence, in double precision."""
    weights = encoder_weights()

    def layer(name: str, x: Any) -> Any:
        kept = getattr(weights, name)
        return x @ kept.weight.astype(float) + kept.bias

    def normalised(name: str, x: Any) -> Any:
        kept = getattr(weights, name)
        return (x - x.mean()) / np.sqrt(x.var() + 1e-5) * kept.weight + kept.bias

    words = [weights.words[row].astype(float) for row in rows(text)]
    three = [layer("attend", normalised("before", word)) for word in words]
    size = DIMENSIONS // HEADS
    whole, sum_of_stress = np.zeros(DIMENSIONS), 0.0
    for at, word in enumerate(words):
        taken = []
        for head in range(HEADS):
            query, key, value = (slice(part * DIMENSIONS + head * size, part * DIMENSIONS + (head + 1) * size)
                                 for part in range(3))  # fmt: skip
            near = np.array([np.exp(three[at][query] @ other[key] / np.sqrt(size)) for other in three])
            taken.append(sum(share * other[value] for share, other in zip(near / near.sum(), three, strict=True)))
        x = word + layer("joined", np.concatenate(taken))
        x = x + layer("shown", np.maximum(layer("hidden", normalised("between", x)), 0))
        stress = float(np.exp(np.clip(layer("stress", x), -5, 5))[0]) * float(counts[at])
        whole, sum_of_stress = whole + stress * x, sum_of_stress + stress
    return np.asarray(whole / sum_of_stress @ weights.out.astype(float))


def test_the_encoder_is_the_one_that_was_distilled_and_has_a_version_of_its_own() -> None:
    checksum = hashlib.sha256((files("analysis") / "data" / "sentence_encoder.npz").read_bytes()).hexdigest()
    assert (VERSION, checksum) == (4, SHA256)


def test_every_word_has_a_vector() -> None:
    weights = encoder_weights()
    assert weights.words.shape == (len(weights.rows), DIMENSIONS)
    assert np.isfinite(weights.words).all()


def test_a_sentence_is_told_as_the_arithmetic_written_out_tells_it() -> None:
    counts = np.linspace(0.5, 2, len(rows(GARDEN)), dtype=np.float32)
    short = rows("my sister called")
    found = encode([rows(GARDEN), short], [counts, np.ones(len(short), dtype=np.float32)])
    np.testing.assert_allclose(found[0], by_hand(GARDEN, counts), atol=1e-4)
    np.testing.assert_allclose(found[1], by_hand("my sister called", np.ones(3, dtype=np.float32)), atol=1e-4)


def test_a_sentence_is_told_alike_alone_and_among_others_of_any_length() -> None:
    texts = [GARDEN, "bread", DEBT, f"{GARDEN} {FLOWERS} {MONEY}"]
    together = told(*texts)
    for at, text in enumerate(texts):
        np.testing.assert_allclose(together[at], told(text)[0], atol=1e-5)


def test_a_sentence_without_known_words_is_nought() -> None:
    nothing = np.zeros(0, dtype=np.int64)
    found = encode([nothing, rows(GARDEN)], [np.zeros(0, dtype=np.float32), np.ones(len(rows(GARDEN)), np.float32)])
    assert not found[0].any() and found[1].any()
    assert not encode([nothing], [np.zeros(0, dtype=np.float32)]).any()


def test_sentences_of_one_subject_are_nearer_than_those_of_two() -> None:
    assert likeness(GARDEN, FLOWERS) > likeness(GARDEN, MONEY) + 0.2
    assert likeness(MONEY, DEBT) > likeness(DEBT, FLOWERS) + 0.2
    quarrel = "my sister and i quarrelled"
    assert likeness(quarrel, "my brother shouted at me") > likeness(quarrel, GARDEN) + 0.2


def test_a_word_is_read_in_its_sentence() -> None:
    ball = "the bat hit the ball over the fence in the game"
    cave = "a bat flew out of the cave with other animals at night"
    bank = "the children played football in the park"
    assert likeness(ball, bank) > likeness(cave, bank) + 0.1
