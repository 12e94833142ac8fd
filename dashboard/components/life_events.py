"""The place on Progress where life events are marked, changed and taken away."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from assessments.language import day as say_day
from assessments.records import Event
from dashboard import session
from dashboard.components.folded import draw_popover
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label
from dashboard.components.unexpected import fragment
from dashboard.components.when import FIRST_DAY, LAST_DAY, date_format, draw_day_ahead
from dashboard.services import life_events
from dashboard.wording import frame as frame_words
from dashboard.wording import life_events as words

SHOWN = 3


@fragment
def draw_life_events() -> None:
    """Draw the marks, the latest first, and the way to a new one."""
    st.header(words.TITLE(), anchor=False)
    found = life_events.events()
    if not found:
        st.markdown(words.WHY())
    shows_all = bool(session.get("all-events"))
    for event in found if shows_all else found[:SHOWN]:
        _draw_event(event)
    if len(found) > SHOWN and not shows_all:
        st.caption(words.MORE(len(found) - SHOWN))
        st.checkbox(words.SHOW_ALL(), key="all-events")
    made = session.get("marks_made", 0)  # another name for each, so that it closes once the mark is kept
    draw_popover(words.ADD(), partial(_ask, None), f"add-event-{made}", icon=":material/add_location_alt:")


def _draw_event(event: Event) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"row-event-{event.id}"):
        said = as_label(words.ON_DAY(day=say_day(event.happened_at), name=event.name))
        st.markdown(f"{said}  \n:small[{as_label(event.note)}]" if event.note else said)
        draw_popover(words.CHANGE(), partial(_ask, event), f"change-{event.id}", kind="tertiary")


def _ask(event: Event | None) -> None:
    key = f"mark-{event.id if event else session.get('marks_made', 0)}"
    today = session.clock()().date()
    name = st.text_input(
        words.NAME(),
        value=event.name if event else "",
        placeholder=words.NAME_HINT(),
        key=f"{key}-name",
        persist_state="page",
    )
    day = st.date_input(
        frame_words.DAY(),
        value=event.happened_at.date() if event else today,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format=date_format(),
        key=f"{key}-day",
        persist_state="page",
    )
    note = st.text_input(words.NOTE(), value=event.note if event else "", key=f"{key}-note", persist_state="page")
    with st.container(horizontal=True):
        if st.button(words.KEEP(), key=f"{key}-keep") and isinstance(day, date):
            if not name.strip():
                st.warning(words.NO_NAME())
            elif not draw_day_ahead(day, max(today, event.happened_at.date()) if event else today):
                _keep(event, name.strip(), day, note.strip())
        if (
            event is not None
            and st.button(frame_words.REMOVE(), key=f"{key}-remove", type="tertiary")
            and succeed(lambda: life_events.unmark(event))
        ):
            st.rerun()


def _keep(event: Event | None, name: str, day: date, note: str) -> None:
    if event is not None:
        done = succeed(lambda: life_events.change(event, name, day, note))
    else:
        done = succeed(lambda: life_events.mark(name, day, note))
        session.put("marks_made", session.get("marks_made", 0) + int(done))
    if done:
        st.rerun()
