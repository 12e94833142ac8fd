"""Which backups are kept: the newest of each of the last 7 days, 4 weeks and 12 months that have one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Final, TypeVar

DAYS: Final = 7
WEEKS: Final = 4
MONTHS: Final = 12

Kept = TypeVar("Kept")


def to_keep(backups: Iterable[tuple[Kept, datetime]]) -> set[Kept]:
    """The backups that the rule keeps, each given with the moment it was made.

    Days, weeks (Monday to Sunday) and months are counted among those that have a backup, so that neither a
    long absence nor a clock that jumps ever drops what is the newest of its time.
    """
    newest_first = sorted(backups, key=lambda one: one[1], reverse=True)
    periods: tuple[tuple[Callable[[datetime], tuple[int, ...]], int], ...] = (
        (lambda made: (made.year, made.month, made.day), DAYS),
        (lambda made: tuple(made.isocalendar()[:2]), WEEKS),
        (lambda made: (made.year, made.month), MONTHS),
    )
    kept: set[Kept] = set()
    for period, most in periods:
        seen: set[tuple[int, ...]] = set()
        for backup, made_at in newest_first:
            its_period = period(made_at.astimezone(UTC))
            if its_period not in seen and len(seen) < most:
                seen.add(its_period)
                kept.add(backup)
    return kept
