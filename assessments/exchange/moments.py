"""Moments as text and back: wall clock, offset and zone together, and the wall clocks of foreign files."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EARLIEST_YEAR: Final = 1800
LATEST_YEAR: Final = 2200
_FIRST: Final = datetime(1, 1, 1, tzinfo=UTC)


def write_moment(moment: datetime) -> str:
    """The moment as RFC 9557 text: "2026-10-25T02:30:00+01:00[Europe/Berlin]"; a fixed offset has no bracket."""
    key = zone_name(moment)
    return f"{moment.isoformat()}[{key}]" if key else moment.isoformat()


def read_moment(text: str) -> datetime:
    """The moment that `write_moment` wrote, on either side of a repeated hour; ValueError on any other text.

    Where this computer does not know the zone, the offset stands in for it.
    """
    written, bracket, rest = text.partition("[")
    moment = datetime.fromisoformat(written)
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment without its offset")
    zone = known_zone(rest.removesuffix("]")) if bracket else None
    if zone is None:
        return moment.replace(tzinfo=timezone(offset) if offset else UTC)
    for fold in (0, 1):
        local = moment.replace(tzinfo=zone, fold=fold)
        if local.utcoffset() == offset:
            return local
    try:
        return moment.astimezone(zone)
    except OverflowError as error:
        raise ValueError("a moment outside the calendar") from error


def zone_name(moment: datetime) -> str | None:
    """The name of the moment's zone ("Europe/Berlin"); None where it has an offset alone."""
    key = getattr(moment.tzinfo, "key", None)
    return key if isinstance(key, str) else None


@lru_cache(maxsize=256)
def known_zone(key: str) -> tzinfo | None:
    """The zone of that name; None where this computer does not know it."""
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def is_plausible(moment: datetime) -> bool:
    """Whether a diary may hold the moment; a typing slip in a year is doubtful."""
    return EARLIEST_YEAR <= moment.year <= LATEST_YEAR


def instant(moment: datetime) -> timedelta:
    """The time since the year 1 in UTC, by which moments are ordered; never overflows."""
    offset = moment.utcoffset() or timedelta(0)
    return moment.replace(tzinfo=UTC) - _FIRST - offset
