"""The packaged table of everyday English word vectors, distilled from MiniLM (see tools/distil_word_vectors.py)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

DIMENSIONS = 128
VERSION = 2  # raised with every new table: themes that were found with another are found anew


@dataclass(frozen=True, eq=False)
class WordVectors:
    """Vectors by lower-case word: `rows` gives the row of `vectors` (words × 128).

    A row's length says how much the word weighs in what a text is about ("the" 0.4, "tomatoes" 1.7).
    """

    rows: dict[str, int]
    vectors: npt.NDArray[np.float32]


@cache
def word_vectors() -> WordVectors:
    """The table, read once."""
    with as_file(files("analysis") / "data" / "word_vectors.npz") as path, np.load(path, allow_pickle=False) as table:
        known = table["letters"].tobytes().decode("ascii").split("\n")
        vectors = table["directions"].astype(np.float32) * table["scale"]
        lengths = table["lengths"].astype(np.float32)
    vectors *= (lengths / np.maximum(np.linalg.norm(vectors, axis=1), 1e-9))[:, None]
    return WordVectors({word: row for row, word in enumerate(known)}, vectors)
