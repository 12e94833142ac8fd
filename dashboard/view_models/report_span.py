"""The spans that a report can have, and the paper that a person most likely has."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

SpanName: TypeAlias = Literal["4", "12", "26", "year", "all", "own"]

SPAN_NAMES: Final[tuple[SpanName, ...]] = ("4", "12", "26", "year", "all", "own")
DEFAULT_SPAN: Final[SpanName] = "12"
# Where letters are written on US Letter (CLDR's paperSize: US-Letter).
LETTER_TERRITORIES: Final = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)


def named_span(name: SpanName, *, today: date, first_kept: date | None) -> tuple[date, date]:
    """The first and last day of a named span that ends today; "all" begins with the first thing kept."""
    if name == "all":
        return min(first_kept or today, today), today
    weeks = {"year": 52, "own": 12}.get(name) or int(name)
    return today - timedelta(days=7 * weeks - 1), today


def usual_paper(locale: str) -> Literal["a4", "letter"]:
    """The paper that is usual where that locale is spoken ("en_US"); A4 where the locale names no place."""
    return "letter" if locale.split("_")[-1] in LETTER_TERRITORIES else "a4"
