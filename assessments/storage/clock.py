"""The default clock; everything else is passed one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import TypeAlias

from tzlocal import get_localzone

Clock: TypeAlias = Callable[[], datetime]


def system_clock() -> datetime:
    """The computer's time in the computer's zone; UTC where the zone cannot be told."""
    return datetime.now(_local_zone())


def _local_zone() -> tzinfo:
    try:
        return get_localzone()
    except (LookupError, OSError, ValueError):
        return UTC
