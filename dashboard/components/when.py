"""The day and the time that something was about, as the person's locale writes them."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo

import streamlit as st
from babel.dates import get_date_format

from assessments.language import long_day, spoken_locale
from dashboard import session
from dashboard.wording import frame as words

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)


def date_format() -> str:
    """The order of day, month and year in the person's locale, in the form that Streamlit's date field takes."""
    pattern = get_date_format("short", locale=spoken_locale()).pattern.lower()
    order = sorted("dmy", key=pattern.index)
    separator = next((mark for mark in ".-/" if mark in pattern), "/")
    parts = {"d": "DD", "m": "MM", "y": "YYYY"}
    allowed = {"ymd", "dmy", "mdy"}
    chosen = "".join(order) if "".join(order) in allowed else "ymd"
    return separator.join(parts[letter] for letter in chosen)


def ask_moment(key: str, held: datetime | None, now: datetime) -> datetime:
    """Ask for a day and a time, the held one first, in the held moment's zone.

    Any day is taken, since Streamlit drops what it refuses without a word: `draw_day_ahead` says what is wrong with it.
    Where nothing is held yet the fields go along with `now`, to the second, until the person sets them.
    """
    at_first = held or now
    shown = (at_first.date(), _to_the_minute(at_first))
    day_key, time_key, shown_key = f"{key}/day", f"{key}/time", f"{key}/shown"
    fields = (session.get(day_key), session.get(time_key))
    if None in fields or (held is None and fields == session.get(shown_key)):
        session.put(day_key, shown[0])
        session.put(time_key, shown[1])
        session.put(shown_key, shown)
    with st.container(horizontal=True):
        chosen_day = st.date_input(
            words.DAY(),
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format=date_format(),
            key=day_key,
        )
        chosen_time = st.time_input(words.TIME(), key=time_key)
    return _put_together(chosen_day if isinstance(chosen_day, date) else shown[0], chosen_time, at_first)


def draw_day_ahead(day: date, latest: date) -> bool:
    """Whether the day is later than it may be; then that is said."""
    if day > latest:
        st.error(words.DAY_AHEAD(day=long_day(day)), icon=":material/error:")
    return day > latest


def _put_together(chosen_day: date, chosen_time: time | None, held: datetime) -> datetime:
    at = chosen_time if chosen_time is not None else _to_the_minute(held)
    if (chosen_day, at) == (held.date(), _to_the_minute(held)):
        return held
    zone: tzinfo | None = held.tzinfo
    return datetime.combine(chosen_day, at.replace(tzinfo=None), tzinfo=zone)


def _to_the_minute(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)
