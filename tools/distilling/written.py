"""Diary sentences written for the distilling: each alone, and each together with another that stands near it.

The files that begin with `plain` are jottings in plain words; the others are livelier.
"""

from __future__ import annotations

import random
from pathlib import Path

WRITTEN = Path(__file__).parent / "written"
BESIDE = 30
SEED = 17


def written_sentences() -> list[str]:
    """Every line of every file, once."""
    return list(dict.fromkeys(line for lines in _by_file() for line in lines))


def written_texts() -> list[str]:
    """The sentences, and as many pairs: each with one that is at most thirty lines away, so mostly of its own area."""
    chance = random.Random(SEED)
    pairs = []
    for lines in _by_file():
        for at, line in enumerate(lines):
            near = [other for other in range(max(0, at - BESIDE), min(len(lines), at + BESIDE + 1)) if other != at]
            pairs.append(f"{line} {lines[chance.choice(near)]}")
    return written_sentences() + pairs


def _by_file() -> list[list[str]]:
    return [path.read_text(encoding="ascii").splitlines() for path in sorted(WRITTEN.glob("*.txt"))]
