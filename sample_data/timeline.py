"""The two years in which the invented person lives: weeks, days, silences and the marked events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sample_data.chance import Chance
from sample_data.life import WEEKS

ZONE = ZoneInfo("Europe/Dublin")
SHIPPED_SEED = 7
ANCHORS = {"counsellor": 34, "move": 46, "someone": 69}
SILENCES = ((17, 18, 19), (61, 62))


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """The weeks by number; `anchors` are the weeks of the marked events, `silent` those without any record."""

    first_monday: date
    anchors: Mapping[str, int]
    silent: frozenset[int]

    def moment(self, week: int, weekday: int, hour: int, minute: int) -> datetime:
        """The wall clock's moment on a day of that week, Monday being 0."""
        day = self.first_monday + timedelta(days=7 * week + weekday)
        return datetime.combine(day, time(hour, minute), ZONE)

    def week(self, moment: datetime) -> int:
        """The number of the week that a moment lies in."""
        return (moment.date() - self.first_monday).days // 7


def make_calendar(seed: int, until: date) -> Calendar:
    """The calendar of a seed; its last week ends on the last Sunday that is not after `until`."""
    last_sunday = until - timedelta(days=(until.weekday() + 1) % 7)
    moved = dict.fromkeys(ANCHORS, 0)
    if seed != SHIPPED_SEED:
        chance = Chance(seed, "calendar")
        moved = {name: chance.whole(-3, 3) for name in ANCHORS}
    return Calendar(
        first_monday=last_sunday - timedelta(days=7 * WEEKS - 1),
        anchors={name: week + moved[name] for name, week in ANCHORS.items()},
        silent=frozenset(week for silence in SILENCES for week in silence),
    )
