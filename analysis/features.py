"""Passages as vectors: what a sentence encoder says beside the journal's own latent space, with their neighbours'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.encoder_weights import DIMENSIONS, encoder_weights
from analysis.passages import Passage
from analysis.sentence_encoder import encode
from analysis.tokens import Token, stem, tokens, words

Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]
LATENT = 100
LATENT_WEIGHT = 1.0
NEIGHBOURS = (0.37, 0.14, 0.05)  # exp(−1), exp(−2), exp(−3)
MOST_WORDS_COUNTED = 12
RECIPE = 3  # raised whenever passages become other vectors: themes that were found by an older recipe are found anew
MAX_SHARE = 0.35
QUIET = 0.5  # how much a word counts that carries no subject, against one that is in every sentence
MAX_TERMS = 4000


@dataclass(frozen=True, eq=False)
class Features:
    """What turns passages into vectors: terms with their idf, the latent axes (terms × 100), the mean told vector."""

    terms: dict[str, int]
    idf: Floats
    idf_of_rare: float
    axes: Floats
    mean: Floats


def terms_of(passage: Sequence[Token]) -> list[str]:
    """The stems, and each pair of neighbouring stems."""
    stems = [token.stem for token in passage]
    return stems + [f"{one} {two}" for one, two in pairwise(stems)]


@dataclass(frozen=True, eq=False)
class Reading:
    """Of passages: `counts`, how much of each term they hold (sparse), and `said`, what the encoder says of them."""

    counts: Any
    said: Floats


def learn(found: Sequence[Passage], n_entries: int, people: Collection[str], seed: int) -> tuple[Features, Reading]:
    """Terms, idf, latent axes and mean from these passages, and the reading that they came from.

    `people`: the stems of names, which stand among the terms but are not told to the encoder (a Rose is no flower).
    """
    from sklearn.decomposition import TruncatedSVD

    in_entries: Counter[str] = Counter()
    in_passages: Counter[str] = Counter()
    for _, together in groupby(found, key=lambda passage: passage.row):
        held = [set(terms_of(passage.tokens)) for passage in together]
        in_passages.update(chain.from_iterable(held))
        in_entries.update(set().union(*held))
    fewest = 2 + n_entries // 500
    most = max(MAX_SHARE * n_entries, fewest)
    kept = [term for term, n in in_entries.items() if fewest <= n <= most]
    kept = sorted(sorted(kept), key=lambda term: -in_entries[term])[:MAX_TERMS]
    n = len(found)
    idf = np.array([np.log((1 + n) / (1 + in_passages[term])) + 1 for term in kept], dtype=np.float16)
    bare = Features(
        terms={term: at for at, term in enumerate(kept)},
        idf=idf.astype(np.float32),
        idf_of_rare=float(np.log((1 + n) / 2) + 1),
        axes=np.zeros((len(kept), 0), dtype=np.float32),
        mean=np.zeros(DIMENSIONS, dtype=np.float32),
    )
    counts = term_weights(bare, [passage.tokens for passage in found])
    size = min(LATENT, len(kept) - 1, len(found) - 1)
    axes = bare.axes
    if size >= 2:
        svd = TruncatedSVD(n_components=size, random_state=seed, n_iter=4).fit(counts)
        axes = np.asarray(svd.components_.T, dtype=np.float32)
    said = _said(bare, found, people)
    known = said[np.abs(said).sum(axis=1) > 0]
    mean = known.mean(axis=0) if len(known) else bare.mean
    return replace(bare, axes=axes, mean=mean.astype(np.float32)), Reading(counts, said)


def term_weights(features: Features, found: Sequence[Sequence[Token]]) -> Any:
    """The passages × terms matrix: sublinear counts times idf, rows at unit length."""
    from scipy.sparse import csr_array

    places: list[int] = []
    times: list[int] = []
    ends = [0]
    for carried in found:
        counts = Counter(at for term in terms_of(carried) if (at := features.terms.get(term)) is not None)
        places.extend(counts)
        times.extend(counts.values())
        ends.append(len(places))
    columns = np.array(places, dtype=np.int32)
    values = (1 + np.log(np.array(times, dtype=np.float32))) * features.idf[columns]
    squares = np.concatenate([[0.0], np.cumsum(values.astype(float) ** 2)])
    sizes = np.diff(ends)
    values /= np.sqrt(np.repeat(np.diff(squares[ends]), sizes)).astype(np.float32)
    return csr_array((values, columns, np.array(ends)), shape=(len(found), len(features.terms)))


def only_written(features: Features, found: Sequence[Passage]) -> Features:
    """The same without the terms that none of these passages holds: words of entries that are gone."""
    written = {term for passage in found for term in terms_of(passage.tokens)}
    kept = [term for term in features.terms if term in written]
    rows = [features.terms[term] for term in kept]
    terms = {term: at for at, term in enumerate(kept)}
    return replace(features, terms=terms, idf=features.idf[rows], axes=features.axes[rows])


def read(
    features: Features, found: Sequence[Passage], people: Collection[str], *, terms_alone: bool = False
) -> Reading:
    """The passages read by these features; with `terms_alone` the encoder is not asked and says nothing of any."""
    counts = term_weights(features, [passage.tokens for passage in found])
    nothing = np.zeros((len(found), features.mean.size), dtype=np.float32)
    return Reading(counts, nothing if terms_alone else _said(features, found, people))


def vectors(features: Features, found: Sequence[Passage], reading: Reading) -> Floats:
    """Each passage at unit length: its own vector and some of its neighbours' (passages × (128 + latent)).

    A subject runs on from sentence to sentence, so the passages of the same entry up to three away are added with
    weights falling by e a step, each counted by the root of its number of words (12 at most): a short "It was so
    good" takes its subject from what stands around it.
    """
    is_told = np.abs(reading.said).sum(axis=1, keepdims=True) > 0
    meaning = unit(np.where(is_told, reading.said - features.mean, 0))
    latent = LATENT_WEIGHT * unit(np.asarray(reading.counts @ features.axes, dtype=np.float32))
    own = unit(np.hstack([meaning, latent]))
    sizes = np.array([min(len(passage.tokens), MOST_WORDS_COUNTED) for passage in found], dtype=np.float32)
    return unit(_with_neighbours(own * np.sqrt(sizes)[:, None], np.array([passage.row for passage in found])))


def _with_neighbours(own: Floats, rows: npt.NDArray[np.int64]) -> Floats:
    """Each passage plus its weighted neighbours in the same entry; passages stand in the order of their rows."""
    whole = own.copy()
    for away, weight in enumerate(NEIGHBOURS, 1):
        first = np.flatnonzero(rows[away:] == rows[:-away])
        whole[first] += weight * own[first + away]
        whole[first + away] += weight * own[first]
    return whole


def unit(matrix: Floats) -> Floats:
    """Rows at length one; a row of zeros stays."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.maximum(lengths, 1e-9), dtype=np.float32)


def means(points: Floats, labels: Labels, k: int) -> Floats:
    """The unit mean of the passages under each label; those labelled −1 are left out."""
    from scipy.sparse import csr_array

    kept = np.flatnonzero(labels >= 0)
    gather = csr_array((np.ones(kept.size, dtype=np.float32), (labels[kept], kept)), shape=(k, len(points)))
    return unit(np.asarray(gather @ points))


def _said(features: Features, found: Sequence[Passage], people: Collection[str]) -> Floats:
    """What the encoder says of each passage, read whole: a word that carries a subject counts by the root of its idf.

    Words around them, "my", "felt" or "because", count little and are read all the same.
    """
    known: dict[str, tuple[list[int], list[float]]] = {}
    read_rows: list[Labels] = []
    counted: list[Floats] = []
    for passage in found:
        here: list[int] = []
        counts: list[float] = []
        for word in words(passage.text):
            if word not in known:
                known[word] = _rows_and_counts(features, word, people)
            here += known[word][0]
            counts += known[word][1]
        read_rows.append(np.array(here, dtype=np.int64))
        counted.append(np.array(counts, dtype=np.float32))
    return encode(read_rows, counted)


def _rows_and_counts(features: Features, word: str, people: Collection[str]) -> tuple[list[int], list[float]]:
    """The encoder's rows for a word, two for "can't", and how much each counts; none for a name or an unknown word."""
    rows = encoder_weights().rows
    here: list[int] = []
    counts: list[float] = []
    carried = {token.surface: features.terms.get(token.stem) for token in tokens(word)}
    for part in word.split("'"):
        row = rows.get(part, rows.get(stem(part)))
        if row is None or stem(part) in people:
            continue
        at = carried.get(part)
        idf = features.idf_of_rare if at is None else float(features.idf[at])
        here.append(row)
        counts.append(float(np.sqrt(idf if part in carried else QUIET)))
    return here, counts
