"""The parts of Progress that claim something, or say calmly that there is nothing to claim."""

from __future__ import annotations

import streamlit as st

from analysis.results import ChangePoint, NotEnough
from assessments.language import day
from assessments.scoring import Scale
from dashboard.components.folded import draw_folded
from dashboard.components.picture_frame import show
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label
from dashboard.components.unexpected import fragment
from dashboard.services import belongings, change
from dashboard.wording import progress as words

EVENTS_SHOWN = 6


def draw_standing(scale: Scale) -> None:
    """The one claim that stays on the page."""
    found = change.standing_of(scale)
    if found is not None and found.claimed:
        st.info(as_label(found.says), icon=":material/insights:")
    elif found is not None:
        st.markdown(words.NOTHING_CLAIMED())


def draw_what_is_missing(scale: Scale) -> None:
    """How many check-ins are missing until anything can be said of change, and that the first one is left out."""
    if missing := change.missing_until_asked(scale):
        st.markdown(words.ASK_LATER(missing))
    elif missing := change.missing_until_told(scale):
        st.markdown(words.STEADY_TOO_FEW(missing))
    else:
        return
    st.caption(words.FIRST_LEFT_OUT())


def draw_how() -> None:
    """How it decides, in plain words, and what it cannot see."""
    draw_folded(words.HOW(), _draw_how_in_full, "how-it-decides")


def _draw_how_in_full() -> None:
    for sentence in (words.HOW_BAND, words.HOW_CLAIM, words.HOW_FIRST, words.HOW_BLIND):
        st.markdown(sentence())


def draw_main(scale: Scale) -> None:
    """The choice of the figure that matters most, or that this is the one."""
    if change.main_scale() == scale.key:
        st.caption(words.MAIN_NOW() if change.has_chosen_main_scale() else words.MAIN_UNTIL_CHOSEN())
    elif st.checkbox(words.MAIN(), help=words.MAIN_WHY(), key=f"main-{scale.key}") and succeed(
        lambda: change.choose_main_scale(scale.key)
    ):
        st.rerun()


@fragment
def draw_question(scale: Scale) -> None:
    """The button "has it changed?", where it can answer, and its answer with the interval and the range of dates."""
    if change.missing_until_asked(scale):
        return
    if not st.button(words.ASK(), icon=":material/help:", key=f"ask-{scale.key}"):
        return
    st.caption(words.ASK_WHY())
    found = change.has_changed(scale)
    if found is None:
        return
    st.markdown(as_label(found.says))
    if isinstance(found, NotEnough):
        return
    if found.trend.says != found.says:
        st.markdown(as_label(found.trend.says))
    if isinstance(found.change_point, ChangePoint) and found.change_point.claimed:
        step = found.change_point
        st.markdown(words.DATE_RANGE(first=day(step.first_day), last=day(step.last_day)))


@fragment
def draw_closer(scale: Scale) -> None:
    """Marked events, single items, how the items move together, and what goes with the figure, when asked for."""
    if not st.toggle(words.LOOK_CLOSER(), key=f"closer-{scale.key}"):
        return
    _draw_events(scale)
    _draw_items(scale)
    st.subheader(words.GOES_WITH(), anchor=False)
    st.caption(words.GOES_WITH_WHY())
    show(change.forest_of(scale), f"forest-{scale.key}")


def _draw_events(scale: Scale) -> None:
    around = change.around_marked_events(scale)
    if around:
        st.subheader(words.MARKED(), anchor=False)
        st.caption(words.MARKED_WHY())
    for each in reversed(around[-EVENTS_SHOWN:]):
        st.markdown(f"**{words.MARKED_EVENT(event=as_label(each.event.name), day=day(each.event.happened_at))}**")
        st.markdown(as_label(each.found.says))


def _draw_items(scale: Scale) -> None:
    st.subheader(words.ITEMS(), anchor=False)
    st.caption(words.ITEMS_WHY())
    questionnaire = belongings.catalogue().questionnaires[scale.questionnaire_id]
    for movement in change.movements(scale.questionnaire_id):
        if movement.item_id in scale.item_ids:
            item = questionnaire.item(movement.item_id)
            said = words.ITEM_MOVED(item=as_label(item.title or item.text), says=as_label(movement.says))
            st.markdown("- " + said)
    st.caption(words.RELIABILITY())
    st.markdown(as_label(change.reliability(scale.questionnaire_id).says))
