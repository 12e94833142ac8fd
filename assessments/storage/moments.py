"""Moments as text that keeps wall clock, offset and zone, and as an instant that orders them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def instant_us(moment: datetime) -> int:
    """Microseconds since 1970 in UTC; two moments of one instant in two zones are equal here."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(f"a moment needs a time zone: {moment!r}")
    return (moment.replace(tzinfo=UTC) - _EPOCH - offset) // _MICROSECOND


def write_moment(moment: datetime) -> str:
    """The moment as RFC 9557 text: "2026-10-25T02:30:00+01:00[Europe/Berlin]"; a fixed offset has no bracket."""
    if moment.utcoffset() is None:
        raise ValueError(f"a moment needs a time zone: {moment!r}")
    key = getattr(moment.tzinfo, "key", None)
    return f"{moment.isoformat()}[{key}]" if key else moment.isoformat()


def read_moment(text: str) -> datetime:
    """The moment that `write_moment` wrote, in its zone, on either side of a repeated or skipped hour.

    Where the zone's rules changed since, the instant holds and the wall clock follows; where the zone is
    unknown to this computer, the offset stands in for it. ValueError on any other text.
    """
    written, bracket, rest = text.partition("[")
    moment = datetime.fromisoformat(written)
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment without its offset")
    zone = _zone(rest.removesuffix("]")) if bracket else None
    if zone is None:
        return moment.replace(tzinfo=_fixed(offset))
    for fold in (0, 1):
        local = moment.replace(tzinfo=zone, fold=fold)
        if local.utcoffset() == offset:
            return local
    return moment.astimezone(zone)


@lru_cache(maxsize=64)
def _zone(key: str) -> tzinfo | None:
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _fixed(offset: timedelta) -> tzinfo:
    return timezone(offset) if offset else UTC
