"""Reminders on Your data: what to be reminded of, how often and when, as a file for one's calendar."""

from __future__ import annotations

from datetime import date, time

import streamlit as st

from assessments.exchange.reminders import Reminder, neutral_words
from dashboard import session
from dashboard.components.safe_text import as_label, as_option
from dashboard.components.unexpected import deferred, fragment
from dashboard.services import reminders
from dashboard.services.reminders import Subject
from dashboard.wording import reminders as words

EVENING = time(19, 0)
WEEK = 7


@fragment
def draw_reminders() -> None:
    """The choice, and the file."""
    st.markdown(words.WHY())
    known = {each.id: each for each in reminders.subjects()}
    chosen = st.multiselect(
        words.WHAT(),
        list(known),
        format_func=lambda each: as_option(known[each].title),
        placeholder=words.NOTHING_CHOSEN(),
        key="reminders-of",
        filter_mode="contains",
        select_all=False,
    )
    if chosen:
        _draw_file([known[each] for each in chosen])


def _draw_file(chosen: list[Subject]) -> None:
    steady = reminders.is_steady()
    if steady and any(each.is_check_in for each in chosen):
        st.markdown(words.STEADY())
    asked = [_ask_rhythm(each, steady=steady) for each in chosen]
    today = session.clock()().date()
    first = st.date_input(words.FIRST(), value=today, min_value=today, key="reminders-first")
    st.caption(words.ZONE(zone=as_label(reminders.zone().key)))
    shown = st.text_input(words.WORDS(), value=neutral_words(), autocomplete="off", key="reminders-words")
    made = [
        Reminder(
            subject=each.id,
            rhythm_days=days,
            first=first if isinstance(first, date) else today,
            at=at,
            zone=reminders.zone(),
            words=shown,
        )
        for each, (days, at) in zip(chosen, asked, strict=True)
    ]
    st.download_button(
        words.DOWNLOAD(),
        data=deferred(reminders.calendar(made)),
        file_name=reminders.FILE_NAME,
        mime=reminders.MIME,
        on_click="ignore",
        icon=":material/event_repeat:",
        key="reminders-file",
    )
    st.caption(words.AFTERWARDS())


def _ask_rhythm(subject: Subject, *, steady: bool) -> tuple[int, time]:
    title = as_label(subject.title)
    rhythms = subject.rhythms_days(steady=steady)
    every, at = st.columns(2)
    with every:
        days = st.selectbox(
            words.EVERY(title=title),
            rhythms,
            index=rhythms.index(subject.suggested_days(steady=steady)),
            format_func=_rhythm,
            key=f"reminder-every-{subject.id}-{steady}",
        )
    with at:
        clock = st.time_input(words.AT(title=title), value=EVENING, key=f"reminder-at-{subject.id}")
    return days, clock if isinstance(clock, time) else EVENING


def _rhythm(days: int) -> str:
    return words.DAYS(days) if days % WEEK else words.WEEKS(days // WEEK)
