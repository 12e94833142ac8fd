"""The result after a check-in: in the answers' own language, then beside the person's own earlier ones."""

from __future__ import annotations

import streamlit as st

from assessments.language import long_day, number
from assessments.questionnaire import DID_NOT_COME_UP, Questionnaire
from assessments.records import Response
from assessments.scoring import Scale
from dashboard.components.picture_frame import show
from dashboard.components.practice_choice import draw_sign_practices
from dashboard.components.safe_text import as_label, read
from dashboard.services import belongings, results
from dashboard.view_models.result import ScaleResult
from dashboard.wording import check_in as words
from dashboard.wording import journal as journal_words


def draw_result(response: Response) -> None:
    """Draw one check-in's result, once with the note that it is no clinical test."""
    questionnaire = belongings.catalogue().questionnaires[response.questionnaire, response.version]
    with st.container(key="view-result"):
        st.title(as_label(questionnaire.title), anchor=False)
    st.caption(long_day(response.happened_at))
    found = results.of(response)
    for result in found:
        _draw_scale(response, result, alone=len(found) == 1)
    if any(result.is_early for result in found):
        st.caption(words.EARLY_WEEKS())
    _draw_answers(questionnaire, response)
    draw_sign_practices(questionnaire, response)
    if response.note:
        st.caption(journal_words.NOTE_LABEL())
        read(response.note)
    st.caption(words.AID())


def _draw_scale(response: Response, result: ScaleResult, *, alone: bool) -> None:
    scale = result.scale
    title = as_label(scale.title)
    if result.value is None:
        st.markdown(words.NO_SCORE() if alone else words.SCALE_NO_SCORE(scale=title))
        return
    with st.container(border=True, key=f"result-{scale.id}", gap="small"):
        if not alone:
            st.caption(title)
        if result.next_option:
            said = words.BETWEEN_OPTIONS(lower=as_label(result.option), upper=as_label(result.next_option))
        else:
            said = words.ABOUT_OPTION(option=as_label(result.option))
        st.header(said, anchor=False)
        st.markdown(words.TOTAL_OF(total=_figure(result.value), high=number(scale.high)))
        draw_easier_way(scale)
        st.markdown(_beside_earlier(result))
        for note in _notes(result):
            st.caption(note)
        if picture := results.place(response, result):
            show(picture, f"place-{scale.id}")


def draw_easier_way(scale: Scale) -> None:
    """Say which way is easier on a scale; nothing where neither way is."""
    if scale.easier_when in words.EASIER_WHEN:
        st.caption(words.EASIER_WHEN[scale.easier_when]())


def _beside_earlier(result: ScaleResult) -> str:
    if not result.earlier:
        return words.FIRST()
    low, high = min(result.earlier), max(result.earlier)
    sentence = words.EARLIER_SAME if low == high else words.EARLIER_RANGE
    return sentence(len(result.earlier), low=_figure(low), high=_figure(high))


def _notes(result: ScaleResult) -> list[str]:
    found = []
    if result.prorated:
        found.append(words.PRORATED())
    if result.at_lowest:
        found.append(words.AT_LOWEST())
    if result.at_highest:
        found.append(words.AT_HIGHEST())
    if result.third:
        found.append(words.THIRD(third=as_label(result.third)))
    return found


def _figure(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)


def _draw_answers(questionnaire: Questionnaire, response: Response) -> None:
    labels = {option.value: option.label for option in questionnaire.options}
    st.header(words.ANSWERS(), anchor=False)
    show(results.answers(response), "answers")
    with st.expander(words.ANSWERS_IN_FULL()):
        for item in questionnaire.items:
            if item.id not in response.answers:
                continue
            answer = response.answers[item.id]
            if answer == DID_NOT_COME_UP:
                said = words.DID_NOT_COME_UP()
            else:
                said = labels[answer] if isinstance(answer, int) else words.SKIPPED()
            st.markdown(f"{as_label(item.text)} **{as_label(said)}**")
            if item.explanation:
                st.caption(as_label(item.explanation))
