"""Whether the method's constants only fit the judged passages: all chosen on one half, judged on the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
import pandas as pd

from analysis import clustering, features, life_domains, merging, theme_mixture
from analysis.themes import Themes, find_themes
from tests.benchmarks.themes.diaries import Diary, composed, one_passage_an_entry
from tests.benchmarks.themes.measures import information, precision_matched

ROUNDS = 2
NO_DOMAIN = 1.0  # nothing is the nearest to all passages, so themes begin at the journal's own words alone


@dataclass(frozen=True)
class Constant:
    """One constant of the method, and the values among which it is chosen."""

    module: ModuleType
    name: str
    tried: tuple[Any, ...]


SPOKEN_OF = Constant(life_domains, "SPOKEN_OF", (0.012, 0.016, 0.02, 0.024, 0.03))
CONSTANTS = (
    SPOKEN_OF,
    Constant(life_domains, "MOST_DOMAINS", (14, 18, 22, 30)),
    Constant(clustering, "AT_FIRST", (10, 13, 16, 19, 22)),
    Constant(clustering, "APART_BELOW", (0.2, 0.3, 0.4, 0.5)),
    Constant(clustering, "PULL", (0.0, 0.15, 0.3, 0.6)),
    Constant(features, "LATENT", (60, 100, 150)),
    Constant(features, "LATENT_WEIGHT", (0.5, 0.7, 1.0, 1.4)),
    Constant(features, "MAX_SHARE", (0.2, 0.35, 0.5)),
    Constant(features, "QUIET", (0.2, 0.5, 1.0)),
    Constant(features, "NEIGHBOURS", ((0.0, 0.0, 0.0), (0.37, 0.14, 0.05), (0.6, 0.36, 0.22))),
    Constant(features, "MOST_WORDS_COUNTED", (6, 12, 24)),
    Constant(merging, "MERGE_AT", (0.3, 0.35, 0.4, 0.45, 0.5)),
    Constant(merging, "MERGE_WITH_SHARED_ENTRIES_AT", (0.2, 0.25, 0.3, 0.4)),
    Constant(theme_mixture, "SHARPNESS", (6.0, 12.0, 18.0)),
)
Setting = dict[Constant, Any]


@dataclass(frozen=True)
class Half:
    """Half of the passages: each by itself, and a diary composed of them."""

    alone: Diary
    diary: Diary


@dataclass(frozen=True)
class Score:
    """NMI of single passages and average precision of the composed diary."""

    information: float
    precision: float

    @property
    def both(self) -> float:
        """What is made as large as it can be where constants are chosen."""
        return self.information + self.precision


def print_held_out(passages: pd.DataFrame, n_splits: int) -> None:
    """Both figures on halves that had no say in the constants, beside the shipped ones and no domains at all.

    The search begins at random values and takes the best value of one constant after the other, twice over.
    """
    shipped = {constant: getattr(constant.module, constant.name) for constant in CONSTANTS}
    judged: list[tuple[Score, ...]] = []
    for split in range(n_splits):
        mixed = passages.sample(frac=1, random_state=split)
        middle = len(mixed) // 2
        halves = [_half(part.reset_index(drop=True), split) for part in (mixed[:middle], mixed[middle:])]
        for chosen_on, judged_on in (halves, halves[::-1]):
            best, where_chosen = _chosen(chosen_on, np.random.default_rng(len(judged)))
            there = [_score(judged_on, each) for each in (best, shipped, shipped | {SPOKEN_OF: NO_DOMAIN})]
            judged.append((where_chosen, *there))
    print(
        f"\n{len(CONSTANTS)} constants chosen on one half of the passages and judged on the other, {len(judged)} halves"
    )
    for at, name in enumerate(("where they were chosen", "on the other half", "shipped constants", "no domains")):
        some = [row[at].information for row in judged], [row[at].precision for row in judged]
        said = (f"{np.mean(each):.3f} (from {min(each):.3f})" for each in some)
        print("  {:<24}NMI {}   average precision {}".format(name, *said))


def _half(passages: pd.DataFrame, seed: int) -> Half:
    return Half(one_passage_an_entry(passages, "half"), composed(passages, "half", seed))


def _chosen(half: Half, random: np.random.Generator) -> tuple[Setting, Score]:
    found = {constant: constant.tried[random.integers(len(constant.tried))] for constant in CONSTANTS}
    best = _score(half, found)
    for _ in range(ROUNDS):
        for at in random.permutation(len(CONSTANTS)):
            for value in CONSTANTS[at].tried:
                if value == found[CONSTANTS[at]]:
                    continue
                other = found | {CONSTANTS[at]: value}
                score = _score(half, other)
                if score.both > best.both:
                    found, best = other, score
    return found, best


def _score(half: Half, setting: Setting) -> Score:
    with set_constants(setting):
        alone, diary = find_themes(half.alone.entries), find_themes(half.diary.entries)
    assert isinstance(alone, Themes)
    assert isinstance(diary, Themes)
    return Score(information(alone.weights, half.alone.truth), precision_matched(diary.weights, half.diary.truth)[0])


@contextmanager
def set_constants(setting: Setting) -> Iterator[None]:
    """These values in the method for a while, and the former ones afterwards."""
    before = {constant: getattr(constant.module, constant.name) for constant in setting}
    _put(setting)
    try:
        yield
    finally:
        _put(before)


def _put(setting: Setting) -> None:
    for constant, value in setting.items():
        setattr(constant.module, constant.name, value)
