"""What a theme is called and quoted by: its most telling words as usually written, sentences near its middle."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.features import Floats
from analysis.passages import Passage

TERMS = 10
NAME_WORDS = 3
QUOTES = 6
FEWEST_QUOTE_WORDS = 6
MOST_QUOTE_WORDS = 30


@dataclass(frozen=True, kw_only=True)
class Quote:
    """A sentence as it stands in an entry."""

    entry_id: str
    text: str
    written_at: pd.Timestamp


def telling_terms(found: Sequence[Passage], shares: Floats, names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """For each theme its ten most telling words, as they are most often written; `names` of people by their stem.

    Class-based TF-IDF: a stem's share of the theme's words (each passage counted by its share in the theme, where that
    is the largest), times log(1 + mean words of a theme / the stem's uses in all); counted once an entry, and in at
    least two entries.
    """
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    stems: dict[str, int] = {}
    rows, columns, entries = [], [], []
    for at, passage in enumerate(found):
        for token in passage.tokens:
            surfaces[token.stem][names.get(token.stem, token.surface)] += 1
            rows.append(at)
            columns.append(stems.setdefault(token.stem, len(stems)))
            entries.append(passage.row)
    if not stems:
        return [() for _ in range(shares.shape[1])]
    best = shares.argmax(axis=1)
    place = pd.DataFrame({"theme": best[rows], "stem": columns, "entry": entries})
    place["weight"] = shares.max(axis=1)[rows]
    once = place.groupby(["theme", "stem", "entry"], sort=True)["weight"].max().reset_index()
    summed = once.groupby(["theme", "stem"], sort=True)["weight"].agg(["sum", "size"]).reset_index()
    whole = summed.groupby("stem")["sum"].transform("sum")
    per_theme = summed.groupby("theme")["sum"].transform("sum")
    mean = summed.groupby("theme")["sum"].sum().mean()
    summed["score"] = summed["sum"] / per_theme * np.log1p(mean / whole)
    every = list(stems)
    told = []
    for theme in range(shares.shape[1]):
        own = summed[summed["theme"] == theme]
        repeated = own[own["size"] >= 2]
        ranked = (repeated if len(repeated) >= NAME_WORDS else own).sort_values(
            ["score", "stem"], ascending=[False, True]
        )
        told.append(tuple(commonest(surfaces[every[stem]]) for stem in ranked["stem"].head(TERMS)))
    return told


def commonest(forms: Counter[str]) -> str:
    """The form written most often; of equals the shortest, then the first in the alphabet."""
    return min(forms, key=lambda form: (-forms[form], len(form), form))


def name_of(terms: Sequence[str]) -> str:
    """A theme's name until the person gives it one."""
    return ", ".join(terms[:NAME_WORDS])


def quotes_of(
    found: Sequence[Passage],
    nearness: npt.NDArray[np.float32],
    mine: npt.NDArray[np.bool_],
    frame: pd.DataFrame,
) -> tuple[Quote, ...]:
    """The nearest sentences of 6 to 30 words among `mine`: two from each third of the theme's time, one an entry.

    `frame` has a row for each entry in order of time, with id, written_at and quotable.
    """
    quotable = frame["quotable"].to_numpy(dtype=bool)
    able = [
        at
        for at in np.flatnonzero(mine).tolist()
        if quotable[found[at].row] and FEWEST_QUOTE_WORDS <= found[at].text.count(" ") + 1 <= MOST_QUOTE_WORDS
    ]
    if not able:
        return ()
    chosen: list[int] = []
    said: set[str] = set()
    thirds = [set(third.tolist()) for third in np.array_split(np.unique([found[at].row for at in able]), 3)]
    for third in thirds:
        within = sorted((at for at in able if found[at].row in third), key=lambda at: (-nearness[at], at))
        taken: set[int] = set()
        for at in within:
            text = found[at].text.casefold()
            if len(taken) < QUOTES // 3 and found[at].row not in taken and text not in said:
                taken.add(found[at].row)
                said.add(text)
                chosen.append(at)
    ids, moments = frame["id"].to_numpy(), list(frame["written_at"])
    return tuple(
        Quote(entry_id=str(ids[found[at].row]), text=found[at].text, written_at=pd.Timestamp(moments[found[at].row]))
        for at in sorted(chosen, key=lambda at: found[at].row)
    )
