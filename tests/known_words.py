"""With the pseudo-locale: which words of a text no translation went through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from babel.dates import get_day_names, get_month_names

from dashboard.pseudo_locale import CLOSING, DISGUISED, OPENING

_SAID = re.compile(f"[{re.escape(DISGUISED + OPENING + CLOSING)}]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_EDGES = " \t\n\r\u00a0\u202f.,;:·–—-…()[]{}“”‘’\"'/%+±×→*#>|?&=0123456789"
_BETWEEN = ("; ", ": ", " · ", ", and ", ", ", " and ", "… ", " – ", " (")


@dataclass(frozen=True)
class Unspoken:
    """A piece of text without a translation: where it stands, the piece, and the whole that holds it."""

    where: str
    piece: str
    whole: str

    def __str__(self) -> str:
        return f"{self.where}: {self.piece!r} in {self.whole[:120]!r}"


@dataclass(frozen=True)
class Known:
    """What may stand on a page as it is: texts of the content and of the person, the locale's own words."""

    texts: frozenset[str]
    locale: str = "en_GB"

    @cached_property
    def _long(self) -> str:
        return "\n".join(sorted(map(_even, self.texts)))

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(_bare(part) for text in self.texts for part in (text, *text.split(": ")))

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(word for text in self.texts for word in _WORD.findall(text.casefold()))

    @cached_property
    def _locale_words(self) -> frozenset[str]:
        of = self.locale
        names = [
            name
            for width in ("wide", "abbreviated")
            for given in (get_day_names(width, locale=of), get_month_names(width, locale=of))
            for name in given.values()
        ]
        return frozenset(name.casefold() for name in [*names, "and", "am", "pm", "at", "Footbridge"])

    def covers(self, piece: str, *, is_chart: bool = False) -> bool:
        """Whether a piece is one of the texts, several in a row, or a part of one that is three words long or more.

        A person's own words in small letters stand alone too. A chart breaks its labels, so any part counts there.
        """
        piece = _even(piece).strip(_EDGES)
        words = _WORD.findall(piece)
        if piece.casefold() in self._whole or all(word.casefold() in self._locale_words for word in words):
            return True
        if (len(words) >= 3 or is_chart) and piece in self._long:
            return True
        if piece in self._small_words:
            return True
        places = [place for place, letter in enumerate(piece) if letter == " "]
        if any(_bare(piece[:at]) in self._whole and _bare(piece[at:]) in self._whole for at in places):
            return True
        return any(
            all(self.covers(part, is_chart=is_chart) for part in piece.split(sign))
            for sign in _BETWEEN
            if sign in piece
        )


def unspoken_in(where: str, whole: str, known: Known) -> list[Unspoken]:
    """The pieces of one text that went through no translation and are neither content nor the person's own."""
    if known.covers(whole):
        return []
    pieces = (piece.strip() for piece in _SAID.split(whole))
    return [Unspoken(where, each, whole) for each in pieces if not known.covers(each, is_chart=where == "chart")]


def texts_in(thing: Any) -> Iterator[str]:
    """Every text in frozen dataclasses, mappings and sequences, whatever their depth."""
    if isinstance(thing, Enum):
        return
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing) and not isinstance(thing, type):
        for each in fields(thing):
            yield from texts_in(getattr(thing, each.name))
    elif isinstance(thing, dict) or hasattr(thing, "items"):
        for key, value in thing.items():
            yield from texts_in(key)
            yield from texts_in(value)
    elif isinstance(thing, (list, tuple, set, frozenset)):
        for value in thing:
            yield from texts_in(value)


def _even(text: str) -> str:
    return " ".join(text.replace("\u2060", "").split())


def _bare(text: str) -> str:
    return _even(text).strip(_EDGES).casefold()
