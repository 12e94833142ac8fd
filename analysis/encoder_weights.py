"""The packaged sentence encoder's vocabulary and weights, distilled from MiniLM (see tools/distilling)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
DIMENSIONS = 128
VERSION = 4  # raised with every new encoder: themes that were found with another are found anew


@dataclass(frozen=True, eq=False)
class Layer:
    """A linear map: `weight` (inputs × outputs) and `bias` (outputs)."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        """The map of each row (… × inputs)."""
        return np.asarray(x @ self.weight + self.bias, dtype=np.float32)


@dataclass(frozen=True, eq=False)
class EncoderWeights:
    """Everyday English words with a vector each (words × 128), and the layers of `analysis.sentence_encoder`.

    `rows` gives a lower-case word's row of `words`. `before` and `between` scale and shift what is normalised before
    the attention and before the hidden layer.
    """

    rows: dict[str, int]
    words: Floats
    before: Layer
    attend: Layer
    joined: Layer
    between: Layer
    hidden: Layer
    shown: Layer
    stress: Layer
    out: Floats


@cache
def encoder_weights() -> EncoderWeights:
    """The weights, read once."""
    with (
        as_file(files("analysis") / "data" / "sentence_encoder.npz") as path,
        np.load(path, allow_pickle=False) as kept,
    ):
        known = kept["letters"].tobytes().decode("ascii").split("\n")
        words = kept["directions"].astype(np.float32) * kept["scale"]
        lengths = kept["lengths"].astype(np.float32)
        layers = {
            name: Layer(kept[f"{name}_weight"].astype(np.float32), kept[f"{name}_bias"].astype(np.float32))
            for name in ("before", "attend", "joined", "between", "hidden", "shown", "stress")
        }
        out = kept["out"].astype(np.float32)
    words *= (lengths / np.maximum(np.linalg.norm(words, axis=1), 1e-9))[:, None]
    return EncoderWeights({word: row for row, word in enumerate(known)}, words, **layers, out=out)
