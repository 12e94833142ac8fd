"""Whether a text asks for a hand: plain matching of whole phrases in the writer's own voice, and nothing kept of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from assessments.records import FieldValue

PHRASES_FILE = Path(__file__).parent / "content" / "care_phrases.toml"
WORDS_BEFORE = 6
CONTRACTIONS = (
    ("can't", "can not"),
    ("cannot", "can not"),
    ("won't", "will not"),
    ("n't", " not"),
    ("'m", " am"),
    ("'ve", " have"),
    ("'ll", " will"),
    ("'d", " would"),
    ("wanna", "want to"),
    ("gonna", "going to"),
)
QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"")
SENTENCE_END = re.compile(r"[.!?;\n…]+")
WORD = re.compile(r"[a-z]+")

Words = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Example:
    """One text that should or should not be noticed; those kept apart were not looked at while choosing phrases."""

    text: str
    asks: bool
    kept_apart: bool


@dataclass(frozen=True, kw_only=True)
class CarePhrases:
    """The phrases and the context in which they do not count, as words in small letters."""

    phrases: frozenset[Words]
    fillers: frozenset[str]
    not_after: tuple[Words, ...]
    not_before: tuple[Words, ...]
    examples: tuple[Example, ...]


@cache
def care_phrases() -> CarePhrases:
    """The phrases of the data file."""
    values: Mapping[str, Any] = tomllib.loads(PHRASES_FILE.read_text(encoding="utf-8"))
    context = values["context"]
    return CarePhrases(
        phrases=frozenset(words for group in values["phrases"] for says in group["says"] for words in _expanded(says)),
        fillers=frozenset(context["fillers"]),
        not_after=tuple(tuple(each.split()) for each in context["not_after"]),
        not_before=tuple(tuple(each.split()) for each in context["not_before"]),
        examples=tuple(
            Example(text=text, asks=group["asks"], kept_apart=group["kept_apart"])
            for group in values["examples"]
            for text in group["texts"]
        ),
    )


def _expanded(says: str) -> Iterator[Words]:
    """Every wording of a phrase in which [a|b] stands for either."""
    parts = [part[1:-1].split("|") if part.startswith("[") else [part] for part in re.findall(r"\[[^]]*\]|[^[]+", says)]
    for chosen in product(*parts):
        yield tuple(" ".join(chosen).split())


def asks_for_a_hand(text: str) -> bool:
    """Whether a text holds one of the phrases in the writer's own voice; False never says that all is well."""
    known = care_phrases()
    return any(_holds_phrase(sentence, known) for sentence in _sentences(text, known))


def entry_asks_for_a_hand(fields: Mapping[str, FieldValue], title: str = "") -> bool:
    """Whether one of an entry's texts asks for a hand."""
    texts = [title, *(value for value in fields.values() if isinstance(value, str))]
    return any(asks_for_a_hand(text) for text in texts)


def _sentences(text: str, known: CarePhrases) -> Iterator[list[str]]:
    plain = QUOTED.sub(" , ", text.casefold().replace("’", "'"))
    for short, long in CONTRACTIONS:
        plain = plain.replace(short, long)
    for sentence in SENTENCE_END.split(plain):
        yield [word for word in WORD.findall(sentence) if word not in known.fillers]


def _holds_phrase(words: Sequence[str], known: CarePhrases) -> bool:
    longest = max(map(len, known.phrases))
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            if tuple(words[start:end]) in known.phrases and _is_own_voice(words, start, end, known):
                return True
    return False


def _is_own_voice(words: Sequence[str], start: int, end: int, known: CarePhrases) -> bool:
    before = words[max(0, start - WORDS_BEFORE) : start]
    if any(_contains(before, each) for each in known.not_after):
        return False
    return not any(tuple(words[end : end + len(each)]) == each for each in known.not_before)


def _contains(words: Sequence[str], wanted: Words) -> bool:
    return any(tuple(words[at : at + len(wanted)]) == wanted for at in range(len(words) - len(wanted) + 1))
