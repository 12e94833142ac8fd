"""An entry cut into the passages that themes are counted in: sentences, the tiny joined, the huge cut."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.tokens import Token, tokens

_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\n+")
_BEFORE_A_NAME = re.compile(
    r"(?:\b(?i:mr|mrs|ms|mx|messrs|dr|st|prof|rev|fr|sr|capt|captn|col|coll|gen|lt|lieut|wm|edw|thos|jas|chas|"
    r"sgt|hon|mt|ft|vs|cf|viz|approx|e\.\s?g|i\.\s?e)"
    r"|(?<![\w'’])[A-HJ-Z])\.$"
)
_AT_TIMES_AN_END = re.compile(
    r"\b(?i:a\.\s?m|p\.\s?m|etc|al|jr|esq|ave|rd|hrs?|mins?|(?:[a-z]\.)+[a-z]|jan|feb|apr|aug|sept?|oct|nov|dec|mon|tues?"
    r"|weds?|thurs?|fri)\.$"
)
_NUMBER = re.compile(r"\b(?i:no|nos|p|pp|ch|vol|fig)\.$")
_BREATH = re.compile(r"[;:—–]\s+|,\s+|\s+(?=and\s|but\s)")
FEWEST_WORDS = 5
MOST_WORDS = 40


@dataclass(frozen=True)
class Passage:
    """A sentence of one entry: the entry's row, the words as written, the tokens in it."""

    row: int
    text: str
    tokens: tuple[Token, ...]


def sentences(text: str) -> list[str]:
    """The sentences of a text, verbatim but for white space; below 5 words joined, above 40 cut at a breath."""
    joined: list[str] = []
    for piece in _pieces(text):
        for part in _cut(piece):
            if joined and (_size(part) < FEWEST_WORDS or _size(joined[-1]) < FEWEST_WORDS):
                joined[-1] = f"{joined[-1]} {part}"
            else:
                joined.append(part)
    return joined


def passages(texts: list[str]) -> list[Passage]:
    """Every sentence of every text that holds a token, with the row of its text."""
    found = []
    for row, text in enumerate(texts):
        for sentence in sentences(text):
            carried = tuple(tokens(sentence))
            if carried:
                found.append(Passage(row, sentence, carried))
    return found


def _pieces(text: str) -> list[str]:
    pieces, start = [], 0
    for mark in _END.finditer(text):
        if "\n" not in mark.group() and _goes_on(
            text[max(start, mark.start() - 12) : mark.start()], text[mark.end() :][:1]
        ):
            continue
        pieces.append(text[start : mark.end()])
        start = mark.end()
    pieces.append(text[start:])
    return [whole for piece in pieces if (whole := " ".join(piece.split()))]


def _goes_on(before: str, following: str) -> bool:
    """Whether the stop ends an abbreviation alone and the sentence goes on: "Mr. Brown", "6 a.m. and", "No. 7"."""
    if _BEFORE_A_NAME.search(before):
        return True
    if _NUMBER.search(before):
        return following.isdigit()
    return following.islower() and _AT_TIMES_AN_END.search(before) is not None


def _cut(sentence: str) -> list[str]:
    """The sentence, or its parts, halved at the breath nearest the middle until none is huge."""
    if _size(sentence) <= MOST_WORDS:
        return [sentence]
    middle = len(sentence) / 2
    for pattern in (re.compile(r"[;:—–]\s+"), _BREATH, re.compile(r"\s+")):
        places = [mark.end() for mark in pattern.finditer(sentence) if 0.2 < mark.end() / len(sentence) < 0.8]
        if places:
            at = min(places, key=lambda place: abs(place - middle))
            return _cut(sentence[:at].strip()) + _cut(sentence[at:].strip())
    return [sentence]


def _size(text: str) -> int:
    return text.count(" ") + 1 if text else 0
