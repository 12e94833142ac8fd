"""Patterns: what keeps coming back in the entries."""

from __future__ import annotations

import streamlit as st

from analysis.themes import Quote, Theme, Themes
from assessments.language import day as say_day
from assessments.language import listing, number
from dashboard import session
from dashboard.components.pattern_parts import draw_edits, draw_facets, draw_months, draw_what_goes_with
from dashboard.components.picture_frame import show
from dashboard.components.safe_text import as_label, read
from dashboard.services import patterns, themes
from dashboard.wording import patterns as words

SHOWN_FIRST = 5
ENOUGH_FOR_WORDS = 5
ALL_SHOWN = "all_themes_shown"


def draw() -> None:
    """Draw the themes that were found, or the way to look for them."""
    st.title(words.TITLE(), anchor=False)
    st.markdown(words.WHAT())
    going = themes.finding()
    if going is not None:
        _draw_progress()
    found = None if going is not None else themes.kept()
    if found is not None:
        _draw_themes(found)
    elif going is None:
        _draw_beginning()
    if len(themes.texts()):
        draw_months()
        draw_facets()


def _draw_beginning() -> None:
    if not len(themes.texts()):
        st.markdown(words.EMPTY())
        return
    if not themes.are_enough():
        st.markdown(words.TOO_FEW(needed=number(themes.NEEDED), n=number(len(themes.texts()))))
    else:
        if why := themes.not_enough_says():
            st.markdown(as_label(why))
        if st.button(words.FIND(), type="primary"):
            themes.begin_finding()
            st.rerun()
    _draw_words()


@st.fragment(run_every=1.0)
def _draw_progress() -> None:
    """How far the search is; it goes on beside every page, and this one is drawn anew when it is done."""
    going = themes.finding()
    if going is None:
        st.rerun()
    st.progress(min(going.share, 1.0), text=words.FINDING())


def _draw_words() -> None:
    found = patterns.words()
    if found and len(themes.texts()) >= ENOUGH_FOR_WORDS:
        st.caption(words.COMMON_WORDS())
        st.markdown(
            as_label(listing([words.WORD_COUNT(word=each.word, n=number(each.n_entries)) for each in found[:20]]))
        )


def _draw_themes(found: Themes) -> None:
    if found.notice:
        st.info(as_label(found.notice))
        _draw_words()
    if found.early:
        st.caption(words.EARLY())
    st.header(words.OVER_WEEKS(), anchor=False)
    show(patterns.picture(found), "themes")
    cards = [theme for theme in found.themes if themes.shown(theme)]
    more = len(cards) - SHOWN_FIRST
    for theme in cards if session.get(ALL_SHOWN) else cards[:SHOWN_FIRST]:
        _draw_card(found, theme)
    if more > 0 and not session.get(ALL_SHOWN) and st.button(words.SHOW_MORE(more), key="show-more-themes"):
        session.put(ALL_SHOWN, True)
        st.rerun()
    _draw_faint(found)
    _draw_hidden(found)
    with st.container(horizontal=True):
        if themes.edits() and st.button(words.UNDO(), icon=":material/undo:"):
            themes.undo()
            st.rerun()
        if st.button(words.AGAIN(), type="tertiary"):
            themes.begin_finding(cold=True)
            st.rerun()


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
        show(patterns.line(found, theme.id), f"line-{theme.id}")
        for place, quote in enumerate(theme.quotes):
            _draw_quote(quote, f"{theme.id}-{place}")
        st.caption(as_label(words.WORDS(words=listing(theme.terms))))
        draw_what_goes_with(found, theme)
        draw_edits(found, theme)


def _draw_quote(quote: Quote, key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"row-quote-{key}"):
        read(f"“{quote.text}”")
        if st.button(words.OPEN_ENTRY(day=say_day(quote.written_at)), key=f"quote-{key}", type="tertiary"):
            session.put("reading", quote.entry_id)
            session.take("writing")
            st.switch_page("screens/journal.py")


def _draw_faint(found: Themes) -> None:
    """Groups of everyday words: named, so that nothing is kept back, and nothing is claimed of them."""
    faint = [theme for theme in found.themes if theme.faint and not theme.hidden]
    if not faint:
        return
    with st.expander(words.FAINT()):
        st.caption(words.FAINT_WHY())
        for theme in faint:
            st.markdown(as_label(words.FAINT_ROW(name=theme.name, entries=words.IN_ENTRIES(theme.n_entries))))
            draw_edits(found, theme)


def _draw_hidden(found: Themes) -> None:
    hidden = [theme.name for theme in found.themes if theme.hidden]
    if hidden:
        st.caption(as_label(words.HIDDEN(names=listing(hidden))))


draw()
