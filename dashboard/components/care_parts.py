"""The gentle pointer to Help after a text that asks for a hand, and the own contacts and plan on Help."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import session
from dashboard.components.helpful_words import draw_words_that_helped
from dashboard.components.long_text import long_text
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import read
from dashboard.components.unexpected import fragment
from dashboard.services import care, drafts
from dashboard.wording import care as words

DRAFT = "own-help"


def draw_gentle_pointer() -> None:
    """Draw the pointer once, where the text that was just saved asks for a hand."""
    if not care.shows_help():
        return
    with st.container(border=True, key="care"):
        st.markdown(words.GENTLY())
        with st.container(horizontal=True):
            if st.button(words.TO_HELP(), key="care-help", icon=":material/support:"):
                care.seen()
                st.switch_page("screens/help.py")
            if st.button(words.NOT_NOW(), key="care-later", type="tertiary"):
                care.seen()
                st.rerun()


def draw_own_help() -> None:
    """Draw the person's own contacts and plan; on a locked session, only that they exist inside."""
    if session.opened() is None:
        st.caption(words.OWN_LOCKED())
        return
    st.header(words.OWN(), anchor=False)
    contacts, plan = care.contacts(), care.plan()
    if not contacts and not plan:
        st.markdown(words.NOTHING_YET())
    for label, text in ((words.CONTACTS(), contacts), (words.PLAN(), plan)):
        if text:
            st.caption(label)
            read(text)
    draw_words_that_helped()
    with st.expander(words.CHANGE()):
        _ask(contacts, plan)


@fragment
def _ask(contacts: str, plan: str) -> None:
    draft = drafts.current(DRAFT, {"contacts": contacts, "plan": plan})
    for name, label, hint in (
        ("contacts", words.CONTACTS(), words.CONTACTS_HINT()),
        ("plan", words.PLAN(), words.PLAN_HINT()),
    ):
        draft[name] = long_text(
            label,
            value=str(draft.get(name) or ""),
            key=f"{DRAFT}/{name}",
            token=DRAFT,
            lines=4,
            placeholder=hint,
            keep=partial(drafts.keep_text, DRAFT, (name,)),
        )
    drafts.keep(DRAFT, draft)
    if st.button(words.KEEP(), key="own-help-keep") and succeed(lambda: care.keep(draft)):
        drafts.discard(DRAFT)
        st.rerun()
