"""Reminders as a calendar file: of which questionnaires and practices, and how often (less often while steady)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from assessments.exchange.reminders import Reminder, suggested_rhythm_days, write_reminders
from dashboard import session
from dashboard.services import suggestions
from dashboard.services.belongings import held
from dashboard.services.check_ins import set_aside

FILE_NAME: Final = "calendar.ics"
MIME: Final = "text/calendar"
RHYTHMS_DAYS: Final = (1, 2, 7, 14, 28, 56)
PRACTICE_RHYTHM_DAYS: Final = 1


@dataclass(frozen=True)
class Subject:
    """What one can be reminded of, and how often by itself."""

    id: str
    title: str
    rhythm_days: int
    is_check_in: bool

    def suggested_days(self, *, steady: bool) -> int:
        """The rhythm that is suggested: fewer check-ins while things are steady."""
        return suggested_rhythm_days(self.rhythm_days, steady=steady and self.is_check_in)

    def rhythms_days(self, *, steady: bool) -> list[int]:
        """The rhythms to choose from."""
        return sorted({*RHYTHMS_DAYS, self.rhythm_days, self.suggested_days(steady=steady)})


def is_steady() -> bool:
    """Whether weekly check-ins over ten weeks show nothing away from its usual."""
    return suggestions.is_steady_now()


def subjects() -> list[Subject]:
    """The questionnaires that are offered, then the practices."""
    catalogue, aside = held().catalogue, set_aside()
    offered = [each for each in catalogue.newest_questionnaires() if each.id not in aside]
    check_ins = [Subject(each.id, each.title, each.rhythm_days, True) for each in offered]
    return check_ins + [
        Subject(each.id, each.title, PRACTICE_RHYTHM_DAYS, False) for each in catalogue.practices.values()
    ]


def zone() -> ZoneInfo:
    """The zone of the person's browser; UTC where this computer names none."""
    found = session.clock()().tzinfo
    return found if isinstance(found, ZoneInfo) else ZoneInfo("UTC")


def calendar(reminders: Sequence[Reminder]) -> Callable[[], bytes]:
    """What makes the calendar file; it needs no session."""
    now = session.clock()()
    return lambda: write_reminders(reminders, now)
