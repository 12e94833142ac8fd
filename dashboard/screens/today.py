"""Today: two minutes' worth at the top, then what stands out, then what was lately."""

from __future__ import annotations

import streamlit as st

from assessments.language import day as say_day
from assessments.records import Response
from dashboard import session
from dashboard.components.duration import duration_says
from dashboard.components.helpful_words import draw_words_that_helped
from dashboard.components.practice_choice import draw_practice_choice
from dashboard.components.safe_text import as_label
from dashboard.components.spoken_language import speak
from dashboard.components.waiting_entries import draw_waiting_entries
from dashboard.components.writing import start_writing
from dashboard.services import belongings, check_ins, drafts, journal, later_imports, visits
from dashboard.services.at_a_glance import at_a_glance
from dashboard.wording import today as words

MAIN = "emotional-safety"
PULSE = "pulse"
LOOK_AGAIN_SECONDS = 0.5


def draw() -> None:
    """Draw the page for a new, a returning or a regular person."""
    st.title(words.TITLE(), anchor=False)
    if visits.is_new():
        st.markdown(words.FIRST_TIME())
    else:
        st.markdown(words.AFTER_GAP() if visits.is_back_after_gap() else words.WELCOME())
    _draw_waiting()
    draw_waiting_entries()
    _draw_beginnings()
    draw_practice_choice()
    if later_imports.are_done():
        _draw_worked_out()
    elif not visits.is_new():
        _wait_for_imports()
    if not visits.is_new():
        _draw_lately()


def _draw_waiting() -> None:
    waiting = drafts.waiting()
    offers = [offer for offer in check_ins.offers() if offer.has_draft]
    forms = [form for form in belongings.catalogue().newest_forms() if journal.draft_key(form) in waiting]
    if not offers and not forms:
        return
    st.header(words.WAITING(), anchor=False)
    for offer in offers:
        _draw_one_waiting(words.DRAFT_CHECK_IN(title=as_label(offer.questionnaire.title)), offer.questionnaire.id)
    for form in forms:
        if _draw_row(words.DRAFT_ENTRY(title=as_label(form.title)), words.GO_ON(), f"go-{form.id}"):
            start_writing(form)
            st.switch_page("screens/journal.py")


def _draw_one_waiting(says: str, questionnaire_id: str) -> None:
    if _draw_row(says, words.GO_ON(), f"go-{questionnaire_id}"):
        _answer(questionnaire_id)


def _draw_row(says: str, label: str, key: str, *, primary: bool = False) -> bool:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"row-{key}"):
        st.markdown(says, width="stretch")
        return st.button(label, key=key, type="primary" if primary else "secondary")


def _answer(questionnaire_id: str) -> None:
    session.put("answering", questionnaire_id)
    session.take("looking_at")
    st.switch_page("screens/check_in.py")


def _look_at(response: Response) -> None:
    session.put("looking_at", response.id)
    session.take("answering")
    session.take("correcting")
    st.switch_page("screens/check_in.py")


def _draw_beginnings() -> None:
    is_new = not at_a_glance().check_ins
    order = [(MAIN, words.SIGNS, words.SIGNS_BUTTON()), (PULSE, words.PULSE, words.PULSE_BUTTON())]
    is_first = True
    for name, says, label in order if is_new else reversed(order):
        questionnaire = belongings.catalogue().questionnaires[name]
        if done := check_ins.answered_today(name):
            if _draw_row(words.ANSWERED_TODAY(title=as_label(questionnaire.title)), words.SEE_RESULT(), f"see-{name}"):
                _look_at(done)
            continue
        if _draw_row(says(time=duration_says(questionnaire)), label, f"start-{name}", primary=is_first):
            _answer(name)
        is_first = False
    with st.container(horizontal=True):
        if st.button(words.WRITE(), icon=":material/edit_note:"):
            start_writing(belongings.catalogue().forms["free"])
            st.switch_page("screens/journal.py")
        draw_words_that_helped()


def _draw_worked_out() -> None:
    from dashboard.components.insights import draw_insights
    from dashboard.components.suggestion import draw_suggestion

    if at_a_glance().check_ins:
        draw_insights()
    draw_suggestion()


@st.fragment(run_every=LOOK_AGAIN_SECONDS)
def _wait_for_imports() -> None:
    """The analyses take a second to import, for which the first page does not wait."""
    speak()
    if later_imports.are_done():
        st.rerun(scope="app")
    st.caption(words.LOOKING())


def _draw_lately() -> None:
    seen = at_a_glance()
    st.header(words.LATEST(), anchor=False)
    last = seen.newest_check_in
    if last:
        title = belongings.catalogue().questionnaires[last.questionnaire, last.version].title
        says = words.LATEST_CHECK_IN(title=as_label(title), day=say_day(last.happened_at))
        if _draw_late_row(says, "check-in"):
            _look_at(last)
    entry = seen.newest_entry
    if entry and _draw_late_row(words.LATEST_ENTRY(day=say_day(entry.happened_at)), "entry"):
        session.put("reading", entry.id)
        session.take("writing")
        st.switch_page("screens/journal.py")
    counts = words.COUNTS(check_ins=words.CHECK_INS(seen.check_ins), entries=words.ENTRIES(seen.entries))
    st.caption(counts)


def _draw_late_row(says: str, key: str) -> bool:
    with st.container(horizontal=True, vertical_alignment="center", key=f"row-latest-{key}"):
        st.markdown(says, width="content")
        return st.button(words.OPEN(), key=f"latest-{key}", type="tertiary")


draw()
