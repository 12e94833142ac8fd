"""Check in: choose a questionnaire, answer it, see the result; correct or remove one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from assessments.language import day as say_day
from assessments.questionnaire import Questionnaire
from assessments.records import Answer, Response
from dashboard import session
from dashboard.components.aim import draw_rating
from dashboard.components.care_parts import draw_gentle_pointer
from dashboard.components.duration import duration_says
from dashboard.components.menu_again import begin_again_from_menu
from dashboard.components.own_questionnaires import draw_own_questionnaires
from dashboard.components.questionnaire_builder import draw_builder
from dashboard.components.questionnaire_sheet import Sheet, draw_sheet
from dashboard.components.refusal import succeed
from dashboard.components.result import draw_result
from dashboard.components.safe_text import as_label
from dashboard.services import belongings, care, check_ins, drafts
from dashboard.wording import check_in as words
from dashboard.wording import frame as frame_words

OPENED = ("answering", "correcting", "looking_at", "building")


def draw() -> None:
    """Draw the stage that this session is at: choosing, answering, or looking at a result."""
    answering, correcting, looking = (session.get(key) for key in ("answering", "correcting", "looking_at"))
    if correcting and (response := check_ins.find(correcting)):
        _draw_correction(response)
    elif answering in belongings.catalogue().questionnaires:
        _draw_answering(belongings.catalogue().questionnaires[answering])
    elif looking and (response := check_ins.find(looking)):
        _draw_looking(response)
    elif building := session.get("building"):
        draw_builder(building)
    else:
        _draw_choice()


def _draw_choice() -> None:
    st.title(words.CHOOSE_TITLE(), anchor=False)
    st.markdown(words.CHOOSE_WHY())
    for problem in belongings.held().problems:
        st.warning(words.OWN_BROKEN(problem=as_label(problem.says)))
    if saved := session.take("check_in_note"):
        st.success(saved)
    draw_gentle_pointer()
    draw_rating()
    if removed := session.get("removed_check_in"):
        st.info(words.REMOVED())
        if st.button(frame_words.BRING_BACK()):
            session.take("removed_check_in")
            if succeed(lambda: check_ins.bring_back(removed)):
                st.rerun()
    for offer in check_ins.offers():
        _draw_offer(offer)
    draw_own_questionnaires()


def _draw_offer(offer: check_ins.Offer) -> None:
    questionnaire = offer.questionnaire
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"row-{questionnaire.id}"):
        with st.container(gap="xxsmall"):
            st.header(as_label(questionnaire.title), anchor=False)
            if questionnaire.description:
                st.markdown(as_label(questionnaire.description))
            facts = [words.ITEM_COUNT(len(questionnaire.items)), duration_says(questionnaire)]
            facts.append(words.RECALL(questionnaire.recall_days))
            facts.append(words.LAST(day=say_day(offer.last_at)) if offer.last_at else words.NEVER_YET())
            st.caption(" · ".join(facts))
            if offer.has_draft:
                st.caption(words.DRAFT_WAITS())
        label = words.GO_ON() if offer.has_draft else words.ANSWER()
        if st.button(label, key=f"answer-{questionnaire.id}"):
            session.put("answering", questionnaire.id)
            session.put("overlaps", offer.overlaps)
            st.rerun()


def _draw_answering(questionnaire: Questionnaire) -> None:
    key = check_ins.draft_key(questionnaire)

    def save(answers: Mapping[str, Answer], day: date, note: str, seen: bool) -> None:
        _save(lambda: check_ins.save_new(questionnaire, answers, day, note), key, seen)

    def leave(for_good: bool) -> None:
        drafts.leave(key, for_good=for_good)
        session.take("answering")
        st.rerun()

    _draw_heading(questionnaire)
    if session.get("overlaps"):
        st.caption(words.OVERLAPS())
    draw_sheet(Sheet(questionnaire, key, {}, save, leave))


def _draw_heading(questionnaire: Questionnaire) -> None:
    st.title(as_label(questionnaire.title), anchor=False)
    st.markdown(as_label(questionnaire.lead))
    if questionnaire.safety_line:
        st.caption(frame_words.SAFETY_LINE())


def _save(keep: Callable[[], Response], key: str, seen: bool) -> None:
    def keep_and_turn() -> None:
        with session.unbroken():
            _turn_to(keep(), key, seen)

    if succeed(keep_and_turn):
        st.rerun()


def _turn_to(saved: Response, key: str, seen: bool) -> None:
    care.notice_text(saved.note)
    drafts.forget(key)
    session.take("answering")
    session.take("correcting")
    if seen:
        session.put("looking_at", saved.id)
    else:
        session.put("check_in_note", words.SAVED_UNSEEN())
        session.take("looking_at")


def _draw_correction(response: Response) -> None:
    questionnaire = belongings.catalogue().questionnaires[response.questionnaire, response.version]
    key = check_ins.draft_key(questionnaire, response.id)
    start = {**response.answers, "note": response.note, "day": response.happened_at.date().isoformat()}

    def save(answers: Mapping[str, Answer], day: date, note: str, seen: bool) -> None:
        _save(lambda: check_ins.save_correction(response, questionnaire, answers, day, note), key, seen)

    def leave(for_good: bool) -> None:
        drafts.leave(key, for_good=for_good)
        session.take("correcting")
        st.rerun()

    _draw_heading(questionnaire)
    st.caption(words.CORRECTING(day=say_day(response.happened_at)))
    draw_sheet(Sheet(questionnaire, key, start, save, leave))


def _draw_looking(response: Response) -> None:
    draw_gentle_pointer()
    questionnaire = belongings.catalogue().questionnaires[response.questionnaire, response.version]
    if check_ins.draft_key(questionnaire, response.id) in drafts.waiting():
        st.info(words.CORRECTION_WAITS(correct=words.CORRECT()))
    draw_result(response)
    draw_rating()
    with st.container(horizontal=True, key="onward"):
        st.page_link("screens/progress.py", label=words.TO_PROGRESS(), icon=":material/show_chart:")
        st.page_link("screens/today.py", label=words.TO_TODAY(), icon=":material/wb_sunny:")
    with st.container(horizontal=True):
        if st.button(words.CORRECT(), icon=":material/edit:", type="tertiary"):
            session.put("correcting", response.id)
            st.rerun()
        if st.button(frame_words.REMOVE(), icon=":material/delete:", type="tertiary"):
            _remove(response)
        if st.button(words.CHOOSE_TITLE(), icon=":material/checklist:", type="tertiary"):
            session.take("looking_at")
            st.rerun()


def _remove(response: Response) -> None:
    if succeed(lambda: check_ins.remove(response.id)):
        session.put("removed_check_in", response.id)
        session.take("looking_at")
        st.rerun()


draw()
begin_again_from_menu(*OPENED)
