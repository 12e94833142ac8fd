"""The day and the time that something was about, as the person's locale writes them."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo

import streamlit as st
from babel.dates import get_date_format

from assessments.language import spoken_locale
from dashboard.wording import frame as words


def date_format() -> str:
    """The order of day, month and year in the person's locale, in the form that Streamlit's date field takes."""
    pattern = get_date_format("short", locale=spoken_locale()).pattern.lower()
    order = sorted("dmy", key=pattern.index)
    separator = next((mark for mark in ".-/" if mark in pattern), "/")
    parts = {"d": "DD", "m": "MM", "y": "YYYY"}
    allowed = {"ymd", "dmy", "mdy"}
    chosen = "".join(order) if "".join(order) in allowed else "ymd"
    return separator.join(parts[letter] for letter in chosen)


def ask_moment(key: str, held: datetime, latest: datetime) -> datetime:
    """Ask for a day and a time, the held one first; no later than now, in the held moment's zone."""
    with st.container(horizontal=True):
        chosen_day = st.date_input(
            words.DAY(),
            value=held.date(),
            min_value=date(1900, 1, 1),
            max_value=max(latest.date(), held.date()),
            format=date_format(),
            key=f"{key}/day",
        )
        chosen_time = st.time_input(words.TIME(), value=held.time().replace(second=0, microsecond=0), key=f"{key}/time")
    return _put_together(chosen_day if isinstance(chosen_day, date) else held.date(), chosen_time, held)


def _put_together(chosen_day: date, chosen_time: time | None, held: datetime) -> datetime:
    at = chosen_time if chosen_time is not None else held.time()
    if chosen_day == held.date() and at == held.time().replace(second=0, microsecond=0):
        return held
    zone: tzinfo | None = held.tzinfo
    return datetime.combine(chosen_day, at.replace(tzinfo=None), tzinfo=zone)
