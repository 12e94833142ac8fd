"""A sentence as one vector: a small attention network over its words, taught to say what MiniLM says of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from analysis.encoder_weights import DIMENSIONS, EncoderWeights, Floats, Layer, encoder_weights

HEADS = 4
WORDS_AT_ONCE = 2048
LARGEST_STRESS = 5.0
Rows = npt.NDArray[np.int64]


def encode(sentences: Sequence[Rows], counted: Sequence[Floats]) -> Floats:
    """A vector for each sentence (sentences × 128), given the rows of its words and how much each is to count.

    One layer: what words take from each other by attention (Vaswani et al. 2017), without their places, is added to
    them; so is a hidden layer of 256 units; the sentence is their mean, by `counted` and by a stress that the network
    gives. A sentence without words is zeros.
    """
    weights = encoder_weights()
    lengths = np.array([len(sentence) for sentence in sentences], dtype=np.int64)
    starts = np.cumsum(lengths) - lengths
    nothing = np.zeros(0, dtype=np.int64)
    used, every = np.unique(np.concatenate([nothing, *sentences]), return_inverse=True)
    count_of = np.concatenate([nothing.astype(np.float32), *counted])
    words = weights.words[used]
    three = weights.attend(_normalised(words, weights.before))
    told = np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
    for some in _by_length(lengths):
        place = np.arange(lengths[some].max())
        is_there = place < lengths[some][:, None]
        at = np.where(is_there, starts[some][:, None] + place, 0)
        told[some] = _encoded(weights, words[every[at]], three[every[at]], np.where(is_there, count_of[at], 0))
    return told


def _by_length(lengths: Rows) -> list[Rows]:
    """The places of the sentences that hold words, in heaps of like length."""
    order = np.argsort(lengths, kind="stable")
    order = order[lengths[order] > 0]
    heaps, start = [], 0
    while start < len(order):
        size = max(1, WORDS_AT_ONCE // int(lengths[order[start]]))
        heaps.append(order[start : start + size])
        start += size
    return heaps


def _encoded(weights: EncoderWeights, words: Floats, three: Floats, counts: Floats) -> Floats:
    """Sentences of like length: words and their queries, keys and values (… × places × 128, … × 384), and counts."""
    n, longest, width = words.shape
    split = three.reshape(n, longest, 3, HEADS, width // HEADS)
    queries, keys, values = np.moveaxis(split, (2, 3), (0, 2))
    likeness = queries @ keys.swapaxes(2, 3) * np.float32((width // HEADS) ** -0.5)
    likeness -= likeness.max(axis=3, keepdims=True)
    np.exp(likeness, out=likeness)
    likeness *= (counts > 0)[:, None, None, :]
    likeness /= likeness.sum(axis=3, keepdims=True)
    taken = np.ascontiguousarray((likeness @ values).swapaxes(1, 2)).reshape(n * longest, width)
    x = words.reshape(n * longest, width) + weights.joined(taken)
    x += weights.shown(np.maximum(weights.hidden(_normalised(x, weights.between)), 0))
    stress = np.exp(np.clip(weights.stress(x), -LARGEST_STRESS, LARGEST_STRESS)).reshape(n, 1, longest)
    stress *= counts[:, None, :]
    mean = (stress @ x.reshape(n, longest, width))[:, 0] / stress.sum(axis=2)
    return np.asarray(mean @ weights.out, dtype=np.float32)


def _normalised(x: Floats, scaled: Layer) -> Floats:
    """Rows at mean zero and variance one, scaled and shifted."""
    away = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt((away * away).mean(axis=-1, keepdims=True) + np.float32(1e-5))
    return np.asarray(away / spread * scaled.weight + scaled.bias, dtype=np.float32)
