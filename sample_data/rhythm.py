"""When the invented person answers which questionnaire."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sample_data.chance import Chance
from sample_data.life import WEEKS
from sample_data.timeline import Calendar

SATURDAY = 5
FORTNIGHTLY = {
    "patterns": 1,
    "self-compassion": 2,
    "vulnerability": 1,
    "trust-building": 2,
    "codependence": 3,
    "balance": 0,
    "romantic-trust": 10,
}


@dataclass(frozen=True, kw_only=True)
class CheckIn:
    """One sitting with one questionnaire; `because` marks one that was answered because something happened."""

    questionnaire: str
    week: int
    happened_at: datetime
    recorded_at: datetime
    because: bool = False


def plan_check_ins(seed: int, calendar: Calendar) -> list[CheckIn]:
    """All check-ins of the two years by instant; the last ones are on a Saturday."""
    planned = _weekly(Chance(seed, "rhythm/weekly"), calendar)
    for questionnaire, start in FORTNIGHTLY.items():
        chance = Chance(seed, f"rhythm/{questionnaire}")
        planned += _every(chance, calendar, questionnaire, start, ((2, 0.72), (3, 0.23), (4, 0.05)))
    planned += _every(Chance(seed, "rhythm/roots"), calendar, "roots", 3, ((4, 0.6), (5, 0.4)))
    return sorted(planned, key=lambda each: (each.happened_at, each.questionnaire))


def _weekly(chance: Chance, calendar: Calendar) -> list[CheckIn]:
    planned = []
    for week in range(WEEKS):
        missed, moved, extra = chance.happens(0.035), chance.whole(0, 19), chance.happens(0.06)
        hour, minute = chance.whole(9, 21), chance.whole(0, 49)
        last = week == WEEKS - 1
        if week in calendar.silent or (missed and 0 < week < WEEKS - 1):
            continue
        weekday = SATURDAY if last or week == 0 else SATURDAY + (-1 if moved < 3 else 1 if moved < 8 else 0)
        at = calendar.moment(week, weekday, hour, minute)
        late = timedelta(days=chance.whole(2, 9)) if chance.happens(0.05) and not last else timedelta(0)
        planned.append(_check_in("pulse", week, at, late))
        planned.append(_check_in("emotional-safety", week, at + timedelta(minutes=chance.whole(2, 5)), late))
        if extra and not last and week + 1 not in calendar.silent:
            sooner = calendar.moment(week + 1, chance.whole(1, 2), 20, chance.whole(5, 50))
            planned.append(_check_in("emotional-safety", week + 1, sooner, timedelta(0), because=True))
    return planned


def _every(
    chance: Chance, calendar: Calendar, questionnaire: str, start: int, steps: tuple[tuple[int, float], ...]
) -> list[CheckIn]:
    planned = []
    week = start
    while week < WEEKS - 1:
        if week not in calendar.silent:
            at = calendar.moment(week, chance.whole(3, 6), chance.whole(10, 21), chance.whole(0, 49))
            late = timedelta(days=chance.whole(3, 12)) if chance.happens(0.06) else timedelta(0)
            planned.append(_check_in(questionnaire, week, at, late))
            if chance.happens(0.04):
                sooner = calendar.moment(week + 1, 2, 19, chance.whole(0, 49))
                planned.append(_check_in(questionnaire, week + 1, sooner, timedelta(0), because=chance.happens(0.5)))
        week += chance.weighted(steps)
    return [each for each in planned if each.week not in calendar.silent]


def _check_in(questionnaire: str, week: int, at: datetime, late: timedelta, *, because: bool = False) -> CheckIn:
    return CheckIn(
        questionnaire=questionnaire,
        week=week,
        happened_at=at,
        recorded_at=at + late + timedelta(minutes=2),
        because=because,
    )
