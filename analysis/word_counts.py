"""What can be said of any journal: the words written most, the words that are new, and when one writes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.naming import commonest
from analysis.tokens import tokens
from analysis.writings import clean_entries


@dataclass(frozen=True, kw_only=True)
class WordCount:
    """A word as it is most often written, and how many entries hold it."""

    word: str
    n_entries: int


@dataclass(frozen=True, kw_only=True)
class Rhythms:
    """How many entries on each weekday (0 = Monday) and in each hour of the day (0–23), and how many in all."""

    n: int
    weekdays: tuple[int, ...]
    hours: tuple[int, ...]


def common_words(entries: pd.DataFrame, most: int = 30) -> tuple[WordCount, ...]:
    """The words in the most entries, stop and diary words left out; forms of one stem count as one."""
    return _ranked(_held(clean_entries(entries)["text"].tolist()), most)


def new_words(entries: pd.DataFrame, since: date, most: int = 20, fewest: int = 2) -> tuple[WordCount, ...]:
    """The words in at least `fewest` entries from that day on that no earlier one holds; none without earlier ones."""
    frame = clean_entries(entries)
    earlier = frame["day"] < pd.Timestamp(since)
    if not earlier.any():
        return ()
    known = _held(frame.loc[earlier, "text"].tolist())
    fresh = _held(frame.loc[~earlier, "text"].tolist())
    return _ranked({stem: held for stem, held in fresh.items() if stem not in known and len(held[0]) >= fewest}, most)


def rhythms(entries: pd.DataFrame) -> Rhythms:
    """When entries are written, by the wall clock of each one's own zone."""
    day = clean_entries(entries)["day"].dt
    weekdays, hours = Counter(day.day_of_week.tolist()), Counter(day.hour.tolist())
    return Rhythms(
        n=len(entries),
        weekdays=tuple(weekdays[at] for at in range(7)),
        hours=tuple(hours[at] for at in range(24)),
    )


_Held = dict[str, tuple[set[int], Counter[str]]]


def _held(texts: list[str]) -> _Held:
    held: _Held = {}
    for row, text in enumerate(texts):
        for token in tokens(text, feelings=True):
            rows, forms = held.setdefault(token.stem, (set(), Counter()))
            rows.add(row)
            forms[token.surface] += 1
    return held


def _ranked(held: _Held, most: int) -> tuple[WordCount, ...]:
    found = [WordCount(word=commonest(forms), n_entries=len(rows)) for rows, forms in held.values()]
    return tuple(sorted(found, key=lambda count: (-count.n_entries, count.word))[:most])
