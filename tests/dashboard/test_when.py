"""An entry's moment is the one when its writing began, to the second, unless the person sets another."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from streamlit.testing.v1 import AppTest

DUBLIN = ZoneInfo("Europe/Dublin")
OPENED = datetime(2026, 3, 1, 21, 14, 20, tzinfo=DUBLIN)
BEGUN = datetime(2026, 3, 1, 21, 15, 7, tzinfo=DUBLIN)
LATER = datetime(2026, 3, 2, 0, 3, 11, tzinfo=DUBLIN)


def _page() -> None:
    import streamlit as st

    from dashboard.components.when import ask_moment

    st.session_state.asked = ask_moment("entry", st.session_state.get("held"), st.session_state.now)


def _seen_at(page: AppTest, now: datetime, held: datetime | None = None) -> datetime:
    page.session_state["now"] = now
    page.session_state["held"] = held
    page.run()
    assert not page.exception
    asked: datetime = page.session_state["asked"]
    return asked


def test_before_the_writing_begins_the_fields_go_along_with_the_clock() -> None:
    page = AppTest.from_function(_page)
    assert _seen_at(page, OPENED) == OPENED
    assert _seen_at(page, BEGUN) == BEGUN
    assert page.time_input[0].value == time(21, 15)
    assert _seen_at(page, LATER) == LATER
    assert page.date_input[0].value == date(2026, 3, 2)


def test_once_it_has_begun_the_moment_stays_however_long_the_writing_lasts() -> None:
    page = AppTest.from_function(_page)
    _seen_at(page, OPENED)
    begun = _seen_at(page, BEGUN)
    assert _seen_at(page, LATER, held=begun) == BEGUN
    assert (page.date_input[0].value, page.time_input[0].value) == (date(2026, 3, 1), time(21, 15))


def test_a_day_that_the_person_set_before_writing_stays_set() -> None:
    page = AppTest.from_function(_page)
    _seen_at(page, OPENED)
    page.date_input[0].set_value(date(2026, 2, 3))
    chosen = _seen_at(page, BEGUN)
    assert chosen == datetime(2026, 2, 3, 21, 14, tzinfo=DUBLIN)
    assert _seen_at(page, LATER, held=chosen) == chosen


def test_a_time_set_after_the_beginning_is_taken() -> None:
    page = AppTest.from_function(_page)
    begun = _seen_at(page, BEGUN)
    page.time_input[0].set_value(time(20, 0))
    assert _seen_at(page, LATER, held=begun) == datetime(2026, 3, 1, 20, 0, tzinfo=DUBLIN)


def test_what_is_emptied_again_goes_along_with_the_clock_again() -> None:
    page = AppTest.from_function(_page)
    begun = _seen_at(page, BEGUN)
    _seen_at(page, BEGUN, held=begun)
    assert _seen_at(page, LATER) == LATER
