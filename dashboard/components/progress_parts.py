"""The parts of Progress: one scale over time, the ten signs, the year, and the list of every check-in."""

from __future__ import annotations

import streamlit as st

from assessments.language import day as say_day
from assessments.questionnaire import Questionnaire
from assessments.records import Response
from dashboard import session
from dashboard.components import change_parts
from dashboard.components.folded import draw_folded
from dashboard.components.picture_frame import draw_table_of, show
from dashboard.components.result import draw_easier_way
from dashboard.components.safe_text import as_label, as_option
from dashboard.components.unexpected import fragment
from dashboard.components.year_calendar import chosen_year, draw_year_calendar
from dashboard.services import belongings, change, figures
from dashboard.wording import check_in as check_in_words
from dashboard.wording import progress as words

SIGNS = "emotional-safety"
LISTED = 12
FIRST_STRIP = 3


def work_out() -> None:
    """Work out what the page is about to show, so that it reaches the browser whole and not piece by piece."""
    questionnaires = figures.answered_questionnaires()
    asked = session.get("progress-questionnaire")
    chosen = next((each for each in questionnaires if each.id == asked), None) or _first_shown(questionnaires)
    scales = figures.scales_of(chosen)
    scale = next((each for each in scales if each.id == session.get(f"progress-scale-{chosen.id}")), scales[0])
    figures.series(scale)
    change.standing_of(scale)
    if belongings.held().responses_to(SIGNS):
        figures.signs(SIGNS)
    figures.year(chosen_year(figures.years()))


def _first_shown(questionnaires: list[Questionnaire]) -> Questionnaire:
    return next((each for each in questionnaires if each.id == SIGNS), questionnaires[0])


@fragment
def draw_scale() -> None:
    """Choose a questionnaire and one of its figures, and see it over time."""
    questionnaires = {each.id: each for each in figures.answered_questionnaires()}
    ids = list(questionnaires)
    chosen = st.selectbox(
        words.WHICH(),
        ids,
        index=ids.index(_first_shown(list(questionnaires.values())).id),
        format_func=lambda each: as_option(questionnaires[each].title),
        key="progress-questionnaire",
    )
    scales = {scale.id: scale for scale in figures.scales_of(questionnaires[chosen])}
    scale_id = next(iter(scales))
    if len(scales) > 1:
        scale_id = st.segmented_control(
            words.SCALE(),
            list(scales),
            default=scale_id,
            required=True,
            format_func=lambda each: as_label(scales[each].title),
            key=f"progress-scale-{chosen}",
        )
    st.header(words.OVER_TIME(), anchor=False)
    draw_easier_way(scales[scale_id])
    change_parts.draw_standing(scales[scale_id])
    show(figures.series(scales[scale_id]), f"series-{chosen}-{scale_id}", questionnaires[chosen].title)
    change_parts.draw_what_is_missing(scales[scale_id])
    change_parts.draw_question(scales[scale_id])
    change_parts.draw_closer(scales[scale_id])
    change_parts.draw_how()
    change_parts.draw_main(scales[scale_id])


def draw_signs() -> None:
    """The ten signs, one row each."""
    if not belongings.held().responses_to(SIGNS):
        return
    st.header(words.SIGNS(), anchor=False)
    if len(belongings.held().responses_to(SIGNS)) < FIRST_STRIP:
        st.markdown(words.SIGNS_LATER())
        return
    show(figures.signs(SIGNS), "signs", words.SIGNS())


@fragment
def draw_year() -> None:
    """One year of check-ins and entries."""
    st.header(words.YEAR(), anchor=False)
    years = figures.years()
    grid = figures.year(chosen_year(years))
    draw_year_calendar(grid, years)
    draw_table_of(grid, "year")


def draw_check_ins() -> None:
    """Every check-in, the latest first, each with a door to its result."""
    draw_folded(words.ALL_CHECK_INS(), _draw_page_of_check_ins, "all-check-ins")


def _draw_page_of_check_ins() -> None:
    responses = list(reversed(belongings.held().responses))
    pages = -(-len(responses) // LISTED)
    page = min(int(session.get("check-ins-page", 1)), pages)
    for response in responses[(page - 1) * LISTED : page * LISTED]:
        _draw_check_in(response)
    if pages > 1:
        st.pagination(pages, key="check-ins-page")


def _draw_check_in(response: Response) -> None:
    questionnaire = belongings.catalogue().questionnaires[response.questionnaire, response.version]
    with st.container(horizontal=True, vertical_alignment="center", key=f"row-check-in-{response.id}"):
        st.markdown(check_in_words.RESULT_OF(title=as_label(questionnaire.title), day=say_day(response.happened_at)))
        if st.button(words.OPEN_BUTTON(), key=f"look-{response.id}", type="tertiary"):
            session.put("looking_at", response.id)
            session.take("answering")
            st.switch_page("screens/check_in.py")
