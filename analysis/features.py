"""Passages as vectors: weighted word vectors beside the journal's own latent space, with their neighbours'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.passages import Passage
from analysis.tokens import Token
from analysis.word_vectors import word_vectors

Floats = npt.NDArray[np.float32]
LATENT = 100
LATENT_WEIGHT = 1.0
NEIGHBOURS = (0.37, 0.14, 0.05)  # exp(−1), exp(−2), exp(−3)
MOST_WORDS_COUNTED = 12
RECIPE = 2  # raised whenever passages become other vectors: themes that were found by an older recipe are found anew
MAX_SHARE = 0.35
MAX_TERMS = 4000


@dataclass(frozen=True, eq=False)
class Features:
    """What turns passages into vectors: terms with their idf, the latent axes (terms × 100), the mean word vector."""

    terms: dict[str, int]
    idf: Floats
    idf_of_rare: float
    axes: Floats
    mean: Floats


def terms_of(passage: Sequence[Token]) -> list[str]:
    """The stems, and each pair of neighbouring stems."""
    stems = [token.stem for token in passage]
    return stems + [f"{one} {two}" for one, two in pairwise(stems)]


def learn(found: Sequence[Passage], n_entries: int, people: Collection[str], seed: int) -> tuple[Features, Any]:
    """Terms, idf, latent axes and mean from these passages, and the passages × terms matrix.

    `people`: the stems of names, which stand among the terms but have no word vector (a Rose is no flower).
    """
    from sklearn.decomposition import TruncatedSVD

    in_entries: Counter[str] = Counter()
    in_passages: Counter[str] = Counter()
    seen: set[tuple[int, str]] = set()
    for passage in found:
        for term in set(terms_of(passage.tokens)):
            in_passages[term] += 1
            if (passage.row, term) not in seen:
                seen.add((passage.row, term))
                in_entries[term] += 1
    fewest = 2 + n_entries // 500
    most = max(MAX_SHARE * n_entries, fewest)
    kept = [term for term, n in in_entries.items() if fewest <= n <= most]
    kept = sorted(sorted(kept), key=lambda term: -in_entries[term])[:MAX_TERMS]
    n = len(found)
    idf = np.array([np.log((1 + n) / (1 + in_passages[term])) + 1 for term in kept], dtype=np.float32)
    bare = Features(
        terms={term: at for at, term in enumerate(kept)},
        idf=idf,
        idf_of_rare=float(np.log((1 + n) / 2) + 1),
        axes=np.zeros((len(kept), 0), dtype=np.float32),
        mean=np.zeros(word_vectors().vectors.shape[1], dtype=np.float32),
    )
    counts = term_weights(bare, [passage.tokens for passage in found])
    size = min(LATENT, len(kept) - 1, len(found) - 1)
    axes = bare.axes
    if size >= 2:
        svd = TruncatedSVD(n_components=size, random_state=seed, n_iter=4).fit(counts)
        axes = np.asarray(svd.components_.T, dtype=np.float32)
    averaged = _averaged(bare, [passage.tokens for passage in found], people)
    known = averaged[np.abs(averaged).sum(axis=1) > 0]
    mean = known.mean(axis=0) if len(known) else bare.mean
    return Features(bare.terms, idf, bare.idf_of_rare, axes, mean.astype(np.float32)), counts


def term_weights(features: Features, found: Sequence[Sequence[Token]]) -> Any:
    """The passages × terms matrix: sublinear counts times idf, rows at unit length."""
    from scipy.sparse import csr_array

    places: list[int] = []
    weights: list[Floats] = []
    ends = [0]
    for carried in found:
        counts = Counter(at for term in terms_of(carried) if (at := features.terms.get(term)) is not None)
        row = np.array([(1 + np.log(n)) * features.idf[at] for at, n in counts.items()], dtype=np.float32)
        places.extend(counts)
        weights.append(row / np.linalg.norm(row) if row.size else row)
        ends.append(len(places))
    values = np.concatenate(weights) if weights else np.zeros(0, dtype=np.float32)
    return csr_array(
        (values, np.array(places, dtype=np.int32), np.array(ends)), shape=(len(found), len(features.terms))
    )


def only_written(features: Features, found: Sequence[Passage]) -> Features:
    """The same without the terms that none of these passages holds: words of entries that are gone."""
    written = {term for passage in found for term in terms_of(passage.tokens)}
    kept = [term for term in features.terms if term in written]
    rows = [features.terms[term] for term in kept]
    terms = {term: at for at, term in enumerate(kept)}
    return replace(features, terms=terms, idf=features.idf[rows], axes=features.axes[rows])


def vectors(
    features: Features,
    found: Sequence[Passage],
    people: Collection[str],
    counts: Any = None,
    *,
    latent_alone: bool = False,
) -> Floats:
    """Each passage at unit length: its own vector and some of its neighbours' (passages × (128 + latent)).

    A subject runs on from sentence to sentence, so the passages of the same entry up to three away are added with
    weights falling by e a step, each counted by the root of its number of words (12 at most): a short "It was so
    good" takes its subject from what stands around it.

    `counts`: the passages × terms matrix where it is known already; `latent_alone`: the word vectors left at zero.
    """
    carried = [passage.tokens for passage in found]
    counts = term_weights(features, carried) if counts is None else counts
    meaning = np.zeros((len(found), features.mean.size), dtype=np.float32)
    if not latent_alone:
        averaged = _averaged(features, carried, people)
        told = np.abs(averaged).sum(axis=1, keepdims=True) > 0
        meaning = unit(np.where(told, averaged - features.mean, 0))
    latent = LATENT_WEIGHT * unit(np.asarray(counts @ features.axes, dtype=np.float32))
    own = unit(np.hstack([meaning, latent]))
    sizes = np.array([min(len(words), MOST_WORDS_COUNTED) for words in carried], dtype=np.float32)
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


def _averaged(features: Features, found: Sequence[Sequence[Token]], people: Collection[str]) -> Floats:
    """Each passage's words in the table, averaged with the root of their idf as weight (the table knows rarity too).

    A word's first mention counts most.
    """
    from scipy.sparse import csr_array

    table = word_vectors()
    places, weights, ends = [], [], [0]
    for carried in found:
        for token, n in Counter(carried).items():
            row = table.rows.get(token.surface, table.rows.get(token.stem))
            if row is None or token.stem in people:
                continue
            at = features.terms.get(token.stem)
            places.append(row)
            idf = features.idf[at] if at is not None else features.idf_of_rare
            weights.append((1 + np.log(n)) * np.sqrt(idf))
        ends.append(len(places))
    used, columns = np.unique(np.array(places, dtype=np.int64), return_inverse=True)
    shape = (len(found), used.size)
    matrix = csr_array((np.array(weights, dtype=np.float32), columns, np.array(ends)), shape=shape)
    totals = np.maximum(np.asarray(matrix.sum(axis=1)).reshape(-1, 1), 1e-9)
    return np.asarray((matrix @ table.vectors[used]) / totals, dtype=np.float32)
