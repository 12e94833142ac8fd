"""The packaged table of everyday English word vectors, distilled from MiniLM (see tools/distil_word_vectors.py)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

DIMENSIONS = 128


@dataclass(frozen=True, eq=False)
class WordVectors:
    """Unit vectors by lower-case word: `rows` gives the row of `vectors` (words × 128)."""

    rows: dict[str, int]
    vectors: npt.NDArray[np.float32]


@cache
def word_vectors() -> WordVectors:
    """The table, read once."""
    with as_file(files("analysis") / "data" / "word_vectors.npz") as path, np.load(path, allow_pickle=False) as table:
        known = table["letters"].tobytes().decode("ascii").split("\n")
        vectors = table["vectors"].astype(np.float32) * table["scale"]
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return WordVectors({word: row for row, word in enumerate(known)}, vectors)
