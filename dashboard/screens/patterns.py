"""Patterns: what keeps coming back in the entries."""

from __future__ import annotations

import streamlit as st

from analysis.results import NotEnough
from analysis.themes import Theme, Themes
from assessments.language import day as say_day
from assessments.language import listing, number
from dashboard import session
from dashboard.components.pattern_parts import draw_edits, draw_facets
from dashboard.components.picture_frame import show
from dashboard.components.safe_text import as_label, read
from dashboard.services import themes
from dashboard.wording import patterns as words


def draw() -> None:
    """Draw the themes that were found, or the way to look for them."""
    st.title(words.TITLE(), anchor=False)
    st.markdown(words.WHAT())
    found = themes.kept()
    if found is None and not _look():
        return
    found = themes.kept() or found
    if found is None:
        return
    if found.notice:
        st.info(as_label(found.notice))
    if found.early:
        st.caption(words.EARLY())
    st.header(words.OVER_WEEKS(), anchor=False)
    show(themes.picture(found), "themes")
    for theme in found.themes:
        if not theme.hidden:
            _draw_card(found, theme)
    draw_facets()
    with st.container(horizontal=True):
        if themes.edits() and st.button(words.UNDO(), icon=":material/undo:"):
            themes.undo()
            st.rerun()
        if st.button(words.AGAIN(), type="tertiary"):
            themes.find(cold=True)
            st.rerun()


def _look() -> bool:
    """Look for themes where the person asks to; whether there are some now."""
    if not len(themes.texts()):
        st.markdown(words.EMPTY())
        return False
    if not st.button(words.FIND(), type="primary"):
        _draw_words()
        return False
    bar = st.progress(0.0, text=words.FINDING())

    def tell(share: float) -> None:
        bar.progress(min(share, 1.0), text=words.FINDING())

    found = themes.find(tell)
    bar.empty()
    if isinstance(found, NotEnough):
        st.markdown(as_label(found.says))
        _draw_words()
        return False
    st.rerun()


def _draw_words() -> None:
    found = themes.words()
    if found:
        st.caption(words.COMMON_WORDS())
        st.markdown(
            as_label(listing([words.WORD_COUNT(word=each.word, n=number(each.n_entries)) for each in found[:20]]))
        )


def _draw_card(found: Themes, theme: Theme) -> None:
    with st.container(border=True, key=f"theme-{theme.id}"):
        st.subheader(as_label(theme.name), anchor=False)
        facts = [words.IN_ENTRIES(theme.n_entries), words.IN_MONTHS(theme.n_months)]
        if theme.recurs:
            facts.append(words.RECURS())
        elif theme.is_episode:
            facts.append(words.EPISODE())
        if theme.direction is not None:
            facts.append(words.RISES() if theme.direction == "rises" else words.FALLS())
        st.caption(" · ".join(facts))
        show(themes.line(found, theme.id), f"line-{theme.id}")
        st.caption(as_label(words.WORDS(words=listing(theme.terms))))
        draw_edits(found, theme)
        for place, quote in enumerate(theme.quotes):
            read(f"“{quote.text}”")
            if st.button(
                words.OPEN_ENTRY(day=say_day(quote.written_at)), key=f"quote-{theme.id}-{place}", type="tertiary"
            ):
                session.put("reading", quote.entry_id)
                session.take("writing")
                st.switch_page("screens/journal.py")


draw()
