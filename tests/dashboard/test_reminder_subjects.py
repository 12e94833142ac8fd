"""What a person can be reminded of asks less often while things are steady, and practices keep their day."""

from __future__ import annotations

from dashboard.services.reminders import Subject


def test_check_ins_are_suggested_half_as_often_while_steady_and_practices_as_they_were() -> None:
    weekly = Subject("pulse", "Pulse", 7, is_check_in=True)
    practice = Subject("boundaries", "Boundaries", 1, is_check_in=False)
    assert [weekly.suggested_days(steady=False), weekly.suggested_days(steady=True)] == [7, 14]
    assert practice.suggested_days(steady=True) == 1


def test_every_suggested_rhythm_can_be_chosen() -> None:
    monthly = Subject("roots", "Roots", 30, is_check_in=True)
    assert {30, 56} <= set(monthly.rhythms_days(steady=True))
    assert monthly.rhythms_days(steady=False) == sorted(monthly.rhythms_days(steady=False))
