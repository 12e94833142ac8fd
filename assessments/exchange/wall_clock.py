"""Dates and times as other apps write them, in many languages, as wall clocks; the reader adds the zone."""

from __future__ import annotations

import re
from datetime import date, datetime, time, tzinfo
from functools import cache, lru_cache
from typing import Final

from babel import Locale

from assessments.language import say

LANGUAGES: Final = "en de fr es it pt nl sv da nb fi pl cs sk sl hr hu ro bg el ru uk tr id ms vi ca et lv lt ja ko zh"
_ENGLISH_MONTHS: Final = "january february march april may june july august september october november december"
_ENGLISH: Final = {
    written: number
    for number, name in enumerate(_ENGLISH_MONTHS.split(), 1)
    for written in (name, name[:3], *(["sept"] if number == 9 else []))
}
_NUMBERS: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"[^\W\d_]{3,}\.?")
_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T ,])")
_EAST_ASIAN: Final = re.compile(r"(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
_THREE_NUMBERS: Final = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})\.?")
_TWO_NUMBERS: Final = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})\.?")
_TIME: Final = re.compile(r"(\d{1,2})\s*[:.h時시]\s*(\d{2})(?:\s*[:.分분]\s*(\d{2}))?")
_BEFORE_NOON: Final = re.compile(r"a\.?\s?m\.?|vorm|上午|午前|오전|öö|π\.?\s?μ|de\.", re.IGNORECASE)
_AFTER_NOON: Final = re.compile(r"p\.?\s?m\.?|nachm|下午|午後|오후|ös|μ\.?\s?μ|du\.", re.IGNORECASE)


class Doubtful(ValueError):
    """A date or time that cannot be told for sure; the message is a sentence."""


def two_dates() -> str:
    """Why a day such as 3/4 is doubtful until a person says what stands first."""
    return say("The date could be two; say whether the day or the month stands first.")


@lru_cache(maxsize=4096)
def read_date(text: str, year: int | None = None, day_first: bool | None = None) -> date | None:
    """The date in a text of any usual writing, None where there is none.

    `year` completes a text without one ("18 May"). ValueError where 3/4 could be two dates and `day_first` is None.
    """
    text = text.strip()
    if match := _ISO.match(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _EAST_ASIAN.search(text):
        return _date(int(match[1]) if match[1] else year, int(match[2]), int(match[3]))
    month = next((n for word in _WORD.findall(text) if (n := _month(word.casefold().rstrip(".")))), None)
    numbers = [int(each) for each in _NUMBERS.findall(text) if len(each) <= 4]
    if month:
        days = [n for n in numbers if 1 <= n <= 31]
        years = [n for n in numbers if n > 31]
        return _date(years[0] if years else year, month, days[0]) if days else None
    if match := _THREE_NUMBERS.match(text):
        return _day_and_month(int(match[1]), int(match[2]), int(match[3]), day_first)
    if (match := _TWO_NUMBERS.fullmatch(text)) and year is not None:
        return _day_and_month(int(match[1]), int(match[2]), year, day_first)
    return None


def read_time(text: str) -> time | None:
    """The time in a text, 24 h or 12 h in any usual writing; None where there is none."""
    match = _TIME.search(text)
    if match is None:
        # "7 AM" has an hour alone.
        match = re.search(r"(\d{1,2})()()(?=\s*[ap]\.?\s?m)", text, re.IGNORECASE)
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    rest = text[: match.start()] + " " + text[match.end() :]
    if _AFTER_NOON.search(rest):
        hour = hour + 12 if hour < 12 else hour
    elif _BEFORE_NOON.search(rest):
        hour = 0 if hour == 12 else hour
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def at(day: date, clock: time, zone: tzinfo) -> datetime:
    """The moment of that wall clock in the zone; a clock that the zone skips keeps its offset from before."""
    return datetime.combine(day, clock, zone)


def _day_and_month(first: int, second: int, year: int, day_first: bool | None) -> date | None:
    if first > 12 or second > 12:
        day_first = first > 12
    if day_first is None and first != second:
        raise Doubtful
    return _date(year, second, first) if day_first else _date(year, first, second)


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return None if year is None else date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int | None:
    # Babel's data of all languages takes some 30 MB, so they are loaded for a word that is not English alone.
    return _ENGLISH.get(word) or _months().get(word)


@cache
def _months() -> dict[str, int]:
    """The names of the months, long and short, in every known language; one that means two months means none."""
    found: dict[str, set[int]] = {}
    for language in LANGUAGES.split():
        months = Locale(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    word = name.casefold().rstrip(".")
                    if len(word) >= 3 and "." not in word:
                        found.setdefault(word, set()).add(number)
    return {word: next(iter(numbers)) for word, numbers in found.items() if len(numbers) == 1}
