"""The road: all eight steps, one at a time, and the closing look at all of them."""

from __future__ import annotations

import streamlit as st

from assessments.language import number
from assessments.programme import Step
from dashboard import session
from dashboard.components.aim import draw_aim
from dashboard.components.menu_again import begin_again_from_menu
from dashboard.components.picture_frame import show
from dashboard.components.road_step import draw_step, figure_says
from dashboard.components.safe_text import as_label
from dashboard.services import belongings, practices, road
from dashboard.view_models.road import Done
from dashboard.wording import road as words


def draw() -> None:
    """Draw the step that was opened, or the whole road."""
    steps = {step.number: step for step in belongings.catalogue().steps.values()}
    opened = session.get("road_step")
    if opened in steps:
        draw_step(steps[opened])
        return
    st.title(words.TITLE(), anchor=False)
    st.markdown(words.LEAD())
    for step in steps.values():
        _draw_row(step)
    draw_aim()
    _draw_practices()
    _draw_recap(list(steps.values()))


def _draw_row(step: Step) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"row-step-{step.number}"):
        said = words.STEP_TITLE(number=number(step.number), title=step.title)
        with st.container(gap="xxsmall"):
            st.markdown(f"**{as_label(said)}**")
            if road.chosen_step() == step.number:
                st.caption(words.MATTERS_NOW())
        if st.button(words.OPEN(), key=f"open-step-{step.number}"):
            session.put("road_step", step.number)
            st.rerun()


def _draw_practices() -> None:
    if belongings.held().practices_done:
        st.header(words.PRACTICE_WEEKS(), anchor=False)
        show(practices.weeks(), "practice-weeks")


def _draw_recap(steps: list[Step]) -> None:
    begun = [step for step in steps if road.done_of(step).is_begun]
    if not begun:
        return
    st.header(words.RECAP(), anchor=False)
    st.markdown(words.BEGUN_STEPS(len(begun)))
    st.caption(words.RECAP_WHY())
    for step in begun:
        done = road.done_of(step)
        with st.container(gap="xxsmall", key=f"recap-{step.number}"):
            said = words.STEP_TITLE(number=number(step.number), title=step.title)
            st.markdown(f"**{as_label(said)}**")
            if done.is_whole:
                st.markdown(as_label(step.recap))
            st.caption(_says(done))
            found = road.latest_figures(step)[:1]
            for figure in found:
                st.caption(figure_says(figure, with_title=len(step.questionnaires) > 1))


def _says(done: Done) -> str:
    counted = (
        (words.DONE_CHECK_INS, done.check_ins),
        (words.DONE_ENTRIES, done.entries),
        (words.DONE_PRACTICES, done.practices),
    )
    return " · ".join(say(n) for say, n in counted if n)


draw()
begin_again_from_menu("road_step")
