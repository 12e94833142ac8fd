"""Reminders as an iCalendar file: a rhythm, a time, a zone, and words that reveal nothing on a lock screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from assessments.language import say

LONGEST_RHYTHM_DAYS: Final = 56
_MINUTES: Final = 10


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """One thing to be reminded of; `subject` (a questionnaire's or practice's id) makes it the same one next time.

    `words` are what the calendar shows; where they are empty, a neutral sentence is.
    """

    subject: str
    rhythm_days: int
    first: date
    at: time
    zone: ZoneInfo
    words: str = ""


def write_reminders(reminders: Sequence[Reminder], now: datetime) -> bytes:
    """The calendar file, with the zones' definitions; `now` (with a zone) is when it was made.

    A calendar that reads a newer file of the same subject changes its reminder instead of adding a second one. The
    subject itself stands nowhere in the file.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Footbridge//Reminders//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for reminder in reminders:
        calendar.add_component(_event(reminder, now))
    if reminders:
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def suggested_rhythm_days(rhythm_days: int, *, steady: bool) -> int:
    """How many days until the next check-in: the questionnaire's own rhythm, twice as long while things are steady."""
    return min(2 * rhythm_days, max(LONGEST_RHYTHM_DAYS, rhythm_days)) if steady else rhythm_days


def neutral_words() -> str:
    """What a reminder says where a person chose no words of their own."""
    return say("A few quiet minutes")


def _event(reminder: Reminder, now: datetime) -> Event:
    if reminder.rhythm_days < 1:
        raise ValueError(f"a rhythm has at least one day: {reminder.rhythm_days}")
    words = reminder.words.strip() or neutral_words()
    start = datetime.combine(reminder.first, reminder.at, reminder.zone)
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, 'urn:footbridge:reminder:' + reminder.subject)}")
    event.add("dtstamp", now.astimezone(ZoneInfo("UTC")))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=_MINUTES))
    event.add("summary", words)
    event.add("rrule", _rule(reminder.rhythm_days))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    return event


def _rule(days: int) -> dict[str, str | int]:
    if days % 7 == 0:
        return {"freq": "weekly", "interval": days // 7}
    return {"freq": "daily", "interval": days}
