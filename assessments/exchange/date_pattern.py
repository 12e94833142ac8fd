"""Date patterns of file names in the signs that notes apps use: YYYY-MM-DD, YYYY/MMMM/D, and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from assessments.exchange.sources import Refused
from assessments.exchange.wall_clock import read_date
from assessments.language import say

_TOKENS: Final = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short_year>\d{2})",
    "MMMM": r"(?P<month_name>[^\W\d_]+\.?)",
    "MMM": r"(?P<month_name>[^\W\d_]+\.?)",
    "MM": r"(?P<month>\d{2})",
    "M": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d{2})",
    "Do": r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?",
    "D": r"(?P<day>\d{1,2})",
    "HH": r"(?P<hour>\d{2})",
    "mm": r"(?P<minute>\d{2})",
    "dddd": r"[^\W\d_]+",
    "ddd": r"[^\W\d_]+\.?",
    "*": r"[^/]*",
}
_PARTS: Final = re.compile(r"\[[^\]]*\]|YYYY|YY|MMMM|MMM|MM|M|DD|Do|D|HH|mm|dddd|ddd|\*|.", re.DOTALL)
LONGEST: Final = 100


@dataclass(frozen=True)
class Found:
    """The date in a file's name, the time where the name has one, and what stands after it."""

    day: date
    clock: time | None
    rest: str


class DatePattern:
    """A pattern to find dates in names; words in [brackets] stand for themselves and * for anything.

    A pattern with slashes is that of the whole path, one without of the file's name. Refused where it names no date.
    """

    def __init__(self, pattern: str) -> None:
        pieces = _PARTS.findall(pattern[:LONGEST].removesuffix(".md"))
        written = "".join(self._piece(piece) for piece in pieces)
        named = set(re.findall(r"\(\?P<(\w+)>", written))
        if not ({"year", "short_year"} & named and {"month", "month_name"} & named and "day" in named):
            raise Refused(
                say(
                    "A date pattern needs a year, a month and a day, such as YYYY-MM-DD; {pattern} has not all three.",
                    pattern=pattern[:LONGEST],
                )
            )
        # The same token may stand twice (YYYY/MM/YYYY-MM-DD): the second one repeats the first.
        for name in named:
            first, *others = re.findall(rf"\(\?P<{name}>(?:\\.|[^()])*\)", written)
            head, tail = written.split(first, 1)
            for other in others:
                tail = tail.replace(other, f"(?P={name})")
            written = head + first + tail
        self._pattern = re.compile(written)
        self._whole_path = "/" in pattern

    def find(self, name: str) -> Found | None:
        """The date in a path without its suffix; None where it has none."""
        stem = name.rsplit("/", 1)[-1]
        match = self._pattern.search(name) if self._whole_path else self._pattern.match(stem)
        if match is None:
            return None
        given = {key: value for key, value in match.groupdict().items() if value is not None}
        day = self._day(given)
        if day is None:
            return None
        clock = time(int(given["hour"]) % 24, int(given.get("minute", "0")) % 60) if "hour" in given else None
        rest = (name if self._whole_path else stem)[match.end() :]
        return Found(day, clock, rest.strip(" -_—–.,"))

    @staticmethod
    def _piece(piece: str) -> str:
        return re.escape(piece[1:-1]) if piece.startswith("[") else _TOKENS.get(piece, re.escape(piece))

    @staticmethod
    def _day(given: dict[str, str]) -> date | None:
        year = int(given["year"]) if "year" in given else 2000 + int(given["short_year"])
        if "month_name" in given:
            return read_date(f"{given['day']} {given['month_name']}", year)
        try:
            return date(year, int(given["month"]), int(given["day"]))
        except ValueError:
            return None
