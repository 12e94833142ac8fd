"""Reminders that calendars understand and lock screens give nothing away with."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from assessments.exchange.reminders import Reminder, suggested_rhythm_days, write_reminders

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def reminder(subject: str = "emotional-safety", days: int = 7, words: str = "") -> Reminder:
    return Reminder(
        subject=subject,
        rhythm_days=days,
        first=date(2026, 11, 29),
        at=time(19, 30),
        zone=ZoneInfo("Europe/Berlin"),
        words=words,
    )


def test_a_reminder_has_its_rhythm_its_zone_and_that_zones_rules() -> None:
    calendar = Calendar.from_ical(write_reminders([reminder()], NOW))
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2026, 11, 29, 19, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert event["dtstart"].params["TZID"] == "Europe/Berlin"
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
    assert event["rrule"] == {"FREQ": ["WEEKLY"], "INTERVAL": [1]}
    assert len(event.walk("VALARM")) == 1


@pytest.mark.parametrize(
    ("days", "rule"), [(1, "DAILY;INTERVAL=1"), (30, "DAILY;INTERVAL=30"), (14, "WEEKLY;INTERVAL=2")]
)
def test_every_rhythm_is_written(days: int, rule: str) -> None:
    assert f"RRULE:FREQ={rule}".encode() in write_reminders([reminder(days=days)], NOW)


def test_nothing_in_the_file_says_what_it_is_about() -> None:
    content = write_reminders([reminder(), reminder("codependence")], NOW).decode()
    visible = [line for line in content.splitlines() if not line.startswith("PRODID")]
    for word in ("safety", "emotional", "codependence", "footbridge", "questionnaire", "mood", "therap"):
        assert word not in "\n".join(visible).casefold()
    assert content.count("SUMMARY:A few quiet minutes") == 2


def test_words_of_ones_own_cannot_break_out_of_their_line() -> None:
    content = write_reminders([reminder(words="Tea; then, \\n\r\nBEGIN:VEVENT")], NOW)
    calendar = Calendar.from_ical(content)
    assert len(calendar.walk("VEVENT")) == 1


def test_the_same_subject_keeps_its_identity_and_another_has_its_own() -> None:
    first, again, other = (
        next(iter(Calendar.from_ical(write_reminders([each], NOW)).walk("VEVENT")))["uid"]
        for each in (reminder(), reminder(days=14), reminder("pulse"))
    )
    assert first == again != other


def test_a_steady_time_asks_half_as_often_up_to_eight_weeks() -> None:
    assert [suggested_rhythm_days(days, steady=True) for days in (7, 14, 30, 90)] == [14, 28, 56, 90]
    assert suggested_rhythm_days(7, steady=False) == 7
