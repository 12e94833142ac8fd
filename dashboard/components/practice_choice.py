"""Practices on Today and on a result: one library, each logged in one tap."""

from __future__ import annotations

import streamlit as st

from assessments.language import listing
from assessments.questionnaire import Questionnaire
from assessments.records import Response
from dashboard.components.folded import draw_folded
from dashboard.components.practice_rows import draw_practice
from dashboard.components.safe_text import as_label, as_option
from dashboard.services import belongings
from dashboard.wording import practices as words

OFTEN_SHARE = 0.7
SHOWN_FIRST = 2


def draw_practice_choice() -> None:
    """Draw the library of practices folded away, for Today."""
    draw_folded(words.SOMETHING_SMALL(), _choose_practice, "something-small")


def _choose_practice() -> None:
    practices = belongings.catalogue().practices
    chosen = st.selectbox(
        words.CHOOSE_PRACTICE(),
        list(practices),
        format_func=lambda each: as_option(practices[each].title),
        key="practice-chosen",
        persist_state="page",
    )
    draw_practice(chosen, "today")


def draw_sign_practices(questionnaire: Questionnaire, response: Response) -> None:
    """Draw the practices for the signs met often or almost always in this check-in, each once, the most met first."""
    signs: dict[str, list[str]] = {}
    strongest: dict[str, int] = {}
    span = questionnaire.highest_value - questionnaire.lowest_value
    bar = questionnaire.lowest_value + OFTEN_SHARE * span
    for item in questionnaire.items:
        answer = response.answers.get(item.id)
        if item.practice is not None and isinstance(answer, int) and answer >= bar:
            signs.setdefault(item.practice, []).append(item.title or item.text)
            strongest[item.practice] = max(answer, strongest.get(item.practice, answer))
    if not signs:
        return
    st.header(words.ANSWERS_SIGNS(), anchor=False)
    st.caption(words.ANSWERS_WHY())
    in_order = sorted(signs, key=lambda practice_id: -strongest[practice_id])
    for practice_id in in_order[:SHOWN_FIRST]:
        _draw_for_signs(practice_id, signs[practice_id])
    if further := in_order[SHOWN_FIRST:]:
        with st.expander(words.MORE_SMALL(len(further))):
            for practice_id in further:
                _draw_for_signs(practice_id, signs[practice_id])


def _draw_for_signs(practice_id: str, titles: list[str]) -> None:
    named = listing([words.QUOTED_SIGN(sign=title) for title in titles])
    st.caption(words.ANSWERS_SIGN(signs=as_label(named)))
    draw_practice(practice_id, "sign")
