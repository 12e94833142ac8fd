"""Whether a text asks for a hand: plain matching of whole phrases in the writer's own voice, and nothing kept of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import Any

from assessments.records import FieldValue

PHRASES_FILE = Path(__file__).parent / "content" / "care_phrases.toml"
WORDS_BEFORE = 6
DENIAL_REACH = 4
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
    """The phrases and the context in which they do not count, as words in small letters.

    Those of `ending` count only where their clause ends: at the sentence's end or before a word of `after_clause`.
    """

    phrases: frozenset[Words]
    ending: frozenset[Words]
    after_clause: frozenset[str]
    fillers: frozenset[str]
    denials: tuple[Words, ...]
    no_denials: tuple[Words, ...]
    denials_of_i: tuple[Words, ...]
    not_after: tuple[Words, ...]
    not_before: tuple[Words, ...]
    examples: tuple[Example, ...]

    @cached_property
    def longest(self) -> int:
        """How many words the longest phrase has."""
        return max(map(len, self.phrases | self.ending))


@cache
def care_phrases() -> CarePhrases:
    """The phrases of the data file."""
    values: Mapping[str, Any] = tomllib.loads(PHRASES_FILE.read_text(encoding="utf-8"))
    context = values["context"]
    return CarePhrases(
        phrases=_phrases(values["phrases"], ends_clause=False),
        ending=_phrases(values["phrases"], ends_clause=True),
        after_clause=frozenset(context["after_clause"]),
        fillers=frozenset(context["fillers"]),
        denials=_split(context["denials"]),
        no_denials=_split(context["no_denials"]),
        denials_of_i=_split(context["denials_of_i"]),
        not_after=_split(context["not_after"]),
        not_before=_split(context["not_before"]),
        examples=tuple(
            Example(text=text, asks=group["asks"], kept_apart=group["kept_apart"])
            for group in values["examples"]
            for text in group["texts"]
        ),
    )


def _split(texts: Sequence[str]) -> tuple[Words, ...]:
    return tuple(tuple(each.split()) for each in texts)


def _phrases(groups: Sequence[Mapping[str, Any]], *, ends_clause: bool) -> frozenset[Words]:
    chosen = [group["says"] for group in groups if group.get("ends_clause", False) is ends_clause]
    return frozenset(words for says in chosen for each in says for words in _expanded(each))


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
    return any(
        _is_phrase(words, start, end, known) and _is_own_voice(words, start, end, known)
        for start in range(len(words))
        for end in range(start + 1, min(start + known.longest, len(words)) + 1)
    )


def _is_phrase(words: Sequence[str], start: int, end: int, known: CarePhrases) -> bool:
    found = tuple(words[start:end])
    if found in known.phrases:
        return True
    return found in known.ending and (end == len(words) or words[end] in known.after_clause)


def _is_own_voice(words: Sequence[str], start: int, end: int, known: CarePhrases) -> bool:
    before = words[max(0, start - WORDS_BEFORE) : start]
    if any(_contains(before, each) for each in known.not_after) or _is_denied(before, words[start], known):
        return False
    return not any(tuple(words[end : end + len(each)]) == each for each in known.not_before)


def _is_denied(before: Sequence[str], first: str, known: CarePhrases) -> bool:
    """Whether the words before a phrase deny it; "I do not eat and I want to die" is no denial of its second half."""
    if first == "i":
        return any(tuple(before[-len(each) :]) == each for each in known.denials_of_i)
    near = list(before[-DENIAL_REACH:])
    for at, word in enumerate(near):
        if word in ("and", "but", "because"):
            near = near[at + 1 :]
            break
    if any(_contains(near, each) for each in known.no_denials):
        return False
    return any(_contains(near, each) for each in known.denials)


def _contains(words: Sequence[str], wanted: Words) -> bool:
    return any(tuple(words[at : at + len(wanted)]) == wanted for at in range(len(words) - len(wanted) + 1))
