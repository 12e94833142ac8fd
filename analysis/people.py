"""Whom a journal speaks of, as a facet beside its themes: names found by their capitals inside sentences."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.tokens import fold, silent_words, stem, words_in
from analysis.writings import clean_entries

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[.!?…:;\"“”\n(]|--")
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:'[A-Za-z]+)?")
CAPITAL_SHARE = 0.8
FEWEST_MENTIONS = 2


@dataclass(frozen=True, kw_only=True)
class Person:
    """A name, how many entries hold it, and how many in each month (by the month's first day)."""

    name: str
    n_entries: int
    months: pd.Series[int]


def people(entries: pd.DataFrame) -> tuple[Person, ...]:
    """The names in a frame with id, written_at, text, most often named first.

    A name is a capitalised word inside a sentence, written so in at least four of five of its uses there and at
    least twice; days, months, languages and the like are left out. Places can slip in: the rule knows no meaning.
    """
    frame = clean_entries(entries)
    texts = frame["text"].tolist()
    names = names_in(texts)
    held: dict[str, set[int]] = defaultdict(set)
    for row, text in enumerate(texts):
        for word in _words(text):
            if word in names:
                held[word].add(row)
    month = frame["day"].dt.to_period("M").dt.to_timestamp()
    found = [
        Person(name=name, n_entries=len(rows), months=month.iloc[sorted(rows)].value_counts().sort_index())
        for name, rows in held.items()
    ]
    return tuple(sorted(found, key=lambda person: (-person.n_entries, person.name)))


def names_in(texts: Sequence[str]) -> frozenset[str]:
    """The words that are written as names in these texts."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        inside = False
        for token in _TOKEN.findall(fold(text)):
            if not token[0].isalpha():
                inside = False
                continue
            bare = token.removesuffix("'s")
            if inside and _NAME.fullmatch(bare):
                capital[bare] += 1
            elif bare.islower():
                small[bare] += 1
            inside = True
    return frozenset(
        name
        for name, n in capital.items()
        if n >= FEWEST_MENTIONS
        and n >= CAPITAL_SHARE * (n + small[name.lower()])
        and name.lower() not in silent_words()
        and name.lower() not in words_in("capitalised_words.txt")
    )


def name_stems(texts: Sequence[str]) -> dict[str, str]:
    """The names by the stem under which their letters are counted."""
    return {stem(name.lower().replace("'", "")): name for name in sorted(names_in(texts))}


def _words(text: str) -> set[str]:
    return {token.removesuffix("'s") for token in _TOKEN.findall(fold(text)) if token[0].isalpha()}
