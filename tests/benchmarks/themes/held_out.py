"""Whether the limits of where themes begin only fit the judged passages: chosen on one half, judged on the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from analysis import clustering, life_domains
from analysis.themes import Themes, find_themes
from tests.benchmarks.themes.diaries import Diary, one_passage_an_entry
from tests.benchmarks.themes.measures import information

SPOKEN_OF = (0.010, 0.014, 0.018, 0.024)
APART_BELOW = (0.3, 0.4, 0.5)
PULL = (0.15, 0.3, 0.6)
NO_DOMAIN = 1.0  # nothing is the nearest to all passages, so themes begin at the journal's own words alone


@dataclass(frozen=True)
class Limits:
    """How many passages make a domain spoken of, how far a part lies apart, how strongly means are pulled back."""

    spoken_of: float
    apart_below: float
    pull: float


def print_held_out(passages: pd.DataFrame, n_splits: int) -> None:
    """NMI on halves of the passages that had no say in the limits, beside the shipped limits and no domains at all."""
    settings = [Limits(*limits) for limits in product(SPOKEN_OF, APART_BELOW, PULL)]
    shipped = Limits(life_domains.SPOKEN_OF, clustering.APART_BELOW, clustering.PULL)
    without = Limits(NO_DOMAIN, clustering.APART_BELOW, clustering.PULL)
    judged: list[tuple[float, float, float, float]] = []
    for split in range(n_splits):
        mixed = passages.sample(frac=1, random_state=split)
        middle = len(mixed) // 2
        halves = [
            one_passage_an_entry(half.reset_index(drop=True), "half") for half in (mixed[:middle], mixed[middle:])
        ]
        found = [{limits: _information(half, limits) for limits in {*settings, shipped, without}} for half in halves]
        for chosen_on, judged_on in (found, found[::-1]):
            best = max(settings, key=lambda limits: chosen_on[limits])
            judged.append((chosen_on[best], judged_on[best], judged_on[shipped], judged_on[without]))
    chosen, held_out, as_shipped, plain = np.array(judged).mean(axis=0)
    print(
        f"\nlimits chosen on one half of the passages, {len(settings)} settings, {len(judged)} halves: "
        f"NMI {chosen:.3f} where they were chosen, {held_out:.3f} on the other half "
        f"(from {min(row[1] for row in judged):.3f}); shipped limits {as_shipped:.3f}, no domains {plain:.3f}"
    )


def _information(half: Diary, limits: Limits) -> float:
    with _set(limits):
        found = find_themes(half.entries)
    assert isinstance(found, Themes)
    return information(found.weights, half.truth)


@contextmanager
def _set(limits: Limits) -> Iterator[None]:
    before = life_domains.SPOKEN_OF, clustering.APART_BELOW, clustering.PULL
    life_domains.SPOKEN_OF, clustering.APART_BELOW, clustering.PULL = (
        limits.spoken_of, limits.apart_below, limits.pull
    )  # fmt: skip
    try:
        yield
    finally:
        life_domains.SPOKEN_OF, clustering.APART_BELOW, clustering.PULL = before
