"""The one place that reads the machine's clock; everything else is handed a moment or a clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tzlocal

Clock: TypeAlias = Callable[[], datetime]


def zone_named(name: str | None) -> tzinfo:
    """The zone of that name; this machine's own zone where the name is missing or unknown."""
    if name:
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            pass
    return tzlocal.get_localzone()


def clock_in(zone: tzinfo) -> Clock:
    """A clock that tells the present moment in that zone."""
    return lambda: datetime.now(zone)
