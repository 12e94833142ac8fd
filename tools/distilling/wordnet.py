"""SCOWL's everyday words and WordNet's texts: examples, definitions, whole glosses, and examples put together."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

SIZES = ("10", "20", "35")
SPELLINGS = ("english", "american", "british")
EVERYDAY = re.compile(r"[a-z]{2,}")
PARTS = ("noun", "verb", "adj", "adv")
TOGETHER = 35_000
SEED_OF_ORDER, SEED_OF_GLOSSES = 3, 5


def everyday_words(share: Path, sizes: tuple[str, ...] = SIZES) -> list[str]:
    """The lower-case words without apostrophes in SCOWL's lists of those sizes, sorted."""
    words: set[str] = set()
    for spelling in SPELLINGS:
        for size in sizes:
            path = share / "dict" / "scowl" / f"{spelling}-words.{size}"
            if path.exists():
                words.update(path.read_text(encoding="latin-1").split())
    return sorted(word for word in words if EVERYDAY.fullmatch(word))


def examples_and_definitions(share: Path, everyday: set[str]) -> list[str]:
    """WordNet's example sentences, then its definitions of everyday words with the words they define, each shuffled."""
    examples: dict[str, None] = {}
    definitions: dict[str, None] = {}
    for names, gloss in glosses(share):
        examples.update(dict.fromkeys(_examples(gloss)))
        first = re.sub(r'"[^"]*"', "", gloss).strip(" ;").split(";")[0]
        meaning = re.sub(r"\([^)]*\)", "", first).split()[:18]
        proper = all(name[:1].isupper() for name in names)
        if not proper and len(meaning) >= 2 and any(name in everyday for name in names):
            definitions[f"{', '.join(names[:3])}: {' '.join(meaning)}"] = None
    chance = random.Random(SEED_OF_ORDER)
    drawn = []
    for pool in (list(examples), list(definitions)):
        chance.shuffle(pool)
        drawn += pool
    return drawn


def glosses_and_joined(share: Path, everyday: set[str]) -> list[str]:
    """Everyday words' whole glosses, and two or three examples together, half of them told as one's own."""
    chance = random.Random(SEED_OF_GLOSSES)
    whole: list[str] = []
    examples: list[str] = []
    for names, gloss in glosses(share):
        if not any(name in everyday for name in names) or all(name[:1].isupper() for name in names):
            continue
        examples += _examples(gloss)
        stop = "." if chance.random() < 0.5 else ";"
        told = re.sub(r"\([^)]*\)", "", gloss.strip().replace('"', "").replace(";", stop)).strip()
        if 6 <= len(told.split()) <= 35:
            whole.append(f"{names[0]}: {told}" if chance.random() < 0.5 else told)
    chance.shuffle(whole)
    for _ in range(TOGETHER):
        drawn = chance.sample(examples, chance.choice([2, 2, 2, 3]))
        whole.append(". ".join(_as_own(example, chance) for example in drawn) + ".")
    return whole


def glosses(share: Path) -> Iterator[tuple[list[str], str]]:
    """The words and the gloss of each of WordNet's entries."""
    for part in PARTS:
        for line in lines_of(share, f"data.{part}"):
            head, bar, gloss = line.partition(" | ")
            if not bar:
                continue
            fields = head.split()
            names = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
            yield [re.sub(r"\(.*\)", "", name).replace("_", " ") for name in names], gloss


def lines_of(share: Path, name: str) -> list[str]:
    """The lines of one of WordNet's files without its licence, which is indented."""
    whole = (share / "wordnet" / name).read_text(encoding="latin-1").splitlines()
    return [line for line in whole if not line.startswith("  ")]


def _examples(gloss: str) -> list[str]:
    found = (example.strip() for example in re.findall(r'"([^"]+)"', gloss))
    return [example for example in found if 3 <= len(example.split()) <= 25]


def _as_own(example: str, chance: random.Random) -> str:
    if chance.random() < 0.5:
        example = re.sub(r"^(He|She|They|he|she|they)\b", "I", example)
        example = re.sub(r"\b(his|her|their)\b", "my", example)
    return example[0].upper() + example[1:]
