"""One step of the road: why, its figures, its questions, forms, reflections and practices, and its pictures."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from assessments.language import day as say_day
from assessments.language import listing, number
from assessments.programme import Step
from dashboard import session
from dashboard.components.helpful_words import draw_words_that_helped
from dashboard.components.picture_frame import show
from dashboard.components.practice_rows import draw_practices
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label
from dashboard.components.wished_place import draw_wished_place
from dashboard.components.writing import start_writing
from dashboard.services import belongings, drafts, journal, road
from dashboard.view_models.road import LatestFigure
from dashboard.wording import road as words

WITH_MAP = 7


def draw_step(step: Step) -> None:
    """Draw the page of one step."""
    if st.button(words.ALL_STEPS(), icon=":material/arrow_back:", type="tertiary"):
        session.take("road_step")
        st.rerun()
    st.title(as_label(step.title), anchor=False)
    st.caption(words.STEP_OF(number=number(step.number), all=number(len(belongings.catalogue().steps))))
    st.markdown(as_label(step.why))
    _draw_mark(step)
    _draw_figures(step)
    _draw_questions(step)
    _draw_forms(step)
    _draw_reflections(step)
    _draw_table(step)
    if step.practices:
        st.header(words.PRACTICES(), anchor=False)
        draw_practices(step.practices, f"step-{step.number}")
    _draw_pictures(step)
    _draw_neighbours(step)


def _draw_mark(step: Step) -> None:
    is_chosen = road.chosen_step() == step.number
    with st.container(horizontal=True, vertical_alignment="center"):
        if is_chosen:
            st.markdown(words.MATTERS_NOW())
        label = words.UNMARK() if is_chosen else words.MARK()
        icon = None if is_chosen else ":material/flag:"
        if st.button(label, key="mark", icon=icon, type="tertiary" if is_chosen else "secondary") and succeed(
            lambda: road.choose_step(None if is_chosen else step.number)
        ):
            st.rerun()


def figure_says(figure: LatestFigure, *, with_title: bool) -> str:
    """One figure in a sentence."""
    sentence = words.FIGURE_WITH_TITLE if with_title else words.FIGURE
    return sentence(
        title=as_label(figure.questionnaire_title),
        scale=as_label(figure.scale.title),
        value=number(figure.value, 0 if float(figure.value).is_integer() else 1),
        high=number(figure.scale.high),
        day=say_day(figure.happened_at),
    )


def _draw_figures(step: Step) -> None:
    st.header(words.FIGURES(), anchor=False)
    found = road.latest_figures(step)
    if not found:
        titles = [belongings.catalogue().questionnaires[name].title for name in step.questionnaires]
        st.markdown(words.NO_FIGURES(titles=as_label(listing(titles))))
    for figure in found:
        st.markdown("- " + figure_says(figure, with_title=len(step.questionnaires) > 1))


def _draw_questions(step: Step) -> None:
    st.header(words.QUESTIONS(), anchor=False)
    for name in step.questionnaires:
        questionnaire = belongings.catalogue().questionnaires[name]
        if st.button(words.ANSWER(title=as_label(questionnaire.title)), key=f"answer-{name}"):
            session.put("answering", name)
            session.take("looking_at")
            st.switch_page("screens/check_in.py")


def _draw_forms(step: Step) -> None:
    if not step.forms:
        return
    st.header(words.WRITE(), anchor=False)
    for name in step.forms:
        form = belongings.catalogue().forms[name]
        with st.container(border=True):
            st.markdown(as_label(form.description))
            if st.button(as_label(form.title), key=f"write-{name}"):
                start_writing(form)
                st.switch_page("screens/journal.py")
    if any(field.is_words_that_helped for name in step.forms for field in belongings.catalogue().forms[name].fields):
        draw_words_that_helped()


def _draw_reflections(step: Step) -> None:
    if not step.reflections:
        return
    st.header(words.REFLECTIONS(), anchor=False)
    free = belongings.catalogue().forms["free"]
    waiting = drafts.waiting()
    for name in step.reflections:
        reflection = belongings.catalogue().reflections[name]
        slot = f"reflection-{name}"
        with st.container(border=True):
            st.markdown(as_label(reflection.text))
            is_begun = journal.draft_key(free, slot) in waiting
            if st.button(words.GO_ON() if is_begun else words.WRITE_ON(), key=f"reflect-{name}"):
                start_writing(free, title=reflection.text, slot=slot)
                st.switch_page("screens/journal.py")


def _draw_table(step: Step) -> None:
    if step.table:
        st.header(as_label(step.table_title), anchor=False)
        head, *rows = step.table
        st.table(pd.DataFrame([list(row[1:]) for row in rows], columns=list(head[1:]), index=[row[0] for row in rows]))


def _draw_pictures(step: Step) -> None:
    drawn = road.pictures(step)
    if drawn:
        st.header(words.PICTURES(), anchor=False)
    for key, picture in drawn:
        show(picture, f"road-{key}")
    if step.number == WITH_MAP:
        draw_wished_place()


def _draw_neighbours(step: Step) -> None:
    steps = {each.number for each in belongings.catalogue().steps.values()}
    with st.container(horizontal=True):
        for other, label in ((step.number - 1, words.BEFORE()), (step.number + 1, words.NEXT())):
            if other in steps and st.button(label, key=f"to-{other}", type="tertiary"):
                session.put("road_step", other)
                st.rerun()
