"""Text made into words: letters and apostrophes, stop and diary words left out, stems to count, surfaces to show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from analysis.encoder_weights import encoder_weights

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_CONTRACTIONS = ("n't", "'re", "'ve", "'ll", "'d", "'m", "n't've")
SHORTEST = 3
ENOUGH_WORDS_TO_TELL = 6
ENGLISH_SHARE = 0.05
EVERYDAY_SHARE = 0.6


@dataclass(frozen=True)
class Token:
    """A word that carries a subject: its stem for counting and the lower-case form that was written."""

    stem: str
    surface: str


def fold(text: str) -> str:
    """The text with curly apostrophes made straight."""
    return text.replace("’", "'").replace("‘", "'").replace("ʼ", "'")


def written_words(text: str) -> list[str]:
    """All words as written, letters and inner apostrophes alone."""
    return _WORD.findall(fold(text))


def words(text: str) -> list[str]:
    """All words in lower case."""
    return [word.lower() for word in written_words(text)]


def tokens(text: str, *, feelings: bool = False) -> list[Token]:
    """The words that carry a subject, in order: no stop or diary words, no contractions, three letters at least.

    Words for moods (proud, annoyed) go with every subject and are left out too, unless `feelings` are asked for.
    """
    silent, found = silent_words() if feelings else _no_subject(), []
    for word in words(text):
        if word in silent or word.endswith(_CONTRACTIONS):
            continue
        bare = word.removesuffix("'s").replace("'", "")
        if len(bare) >= SHORTEST and bare not in silent:
            found.append(Token(stem(bare), bare))
    return found


@cache
def silent_words() -> frozenset[str]:
    """Stop words and diary words: said in every entry, about nothing in particular."""
    return words_in("stop_words.txt") | words_in("diary_words.txt")


@cache
def _no_subject() -> frozenset[str]:
    return silent_words() | feeling_words()


@cache
def feeling_words() -> frozenset[str]:
    """Words for how one feels: said of any subject, and a facet of their own."""
    return words_in("feeling_words.txt")


@cache
def words_in(name: str) -> frozenset[str]:
    """The words in one of the packaged lists."""
    text = (files("analysis") / "data" / name).read_text(encoding="utf-8")
    return frozenset(text.split())


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Snowball English stem of a lower-case word."""
    return str(_stemmer().stemWord(word))


def english_texts(texts: Iterable[str]) -> list[bool]:
    """Which texts read as English; one of fewer than six words goes with the whole."""
    listed = [words(text) for text in texts]
    whole = _reads_as_english([word for found in listed for word in found])
    return [_reads_as_english(found) if len(found) >= ENOUGH_WORDS_TO_TELL else whole for found in listed]


def _reads_as_english(found: list[str]) -> bool:
    """Whether one word in twenty is an English function word, or most words are everyday English (notes in brief)."""
    if not found:
        return True
    function_words, everyday = words_in("english_function_words.txt"), encoder_weights().rows
    if sum(word in function_words for word in found) >= ENGLISH_SHARE * len(found):
        return True
    return sum(word in everyday for word in found) >= EVERYDAY_SHARE * len(found)
