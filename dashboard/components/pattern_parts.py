"""The parts of Patterns beside the cards: changing a theme, people, new words, and when a person writes."""

from __future__ import annotations

import streamlit as st

from analysis.themes import Edit, Hide, Merge, NotATheme, Rename, Split, Theme, Themes
from assessments.language import listing, number, weekday_names
from dashboard.components.picture_frame import show
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label, as_option
from dashboard.services import patterns, themes
from dashboard.wording import patterns as words

NAMED = 12


def draw_edits(found: Themes, theme: Theme) -> None:
    """Rename, merge, split, hide or drop one theme."""
    with st.popover(words.CHANGE(), icon=":material/tune:", type="tertiary"):
        name = st.text_input(words.NAME(), value=theme.name, key=f"name-{theme.id}")
        if st.button(words.RENAME(), key=f"rename-{theme.id}") and name.strip():
            _edit(Rename(theme.id, name.strip()))
        others = {each.id: each.name for each in found.themes if each.id != theme.id and not each.hidden}
        other = st.selectbox(
            words.MERGE_WITH(),
            list(others),
            index=None,
            format_func=lambda each: as_option(others[each]),
            placeholder=words.CHOOSE(),
            key=f"other-{theme.id}",
        )
        if st.button(words.MERGE(), key=f"merge-{theme.id}") and other:
            _edit(Merge((theme.id, other)))
        for label, made in ((words.SPLIT(), Split), (words.HIDE(), Hide), (words.NOT_A_THEME(), NotATheme)):
            if st.button(label, key=f"{made.__name__}-{theme.id}", type="tertiary"):
                _edit(made(theme.id))


def _edit(edit: Edit) -> None:
    if succeed(lambda: themes.edit(edit)):
        st.rerun()


def draw_what_goes_with(found: Themes, theme: Theme) -> None:
    """The feelings noted beside a theme, and, when asked, the scales that stand higher or lower around it."""
    noted, feelings = patterns.feelings_with(found, theme.id)
    if feelings:
        counts = [words.WORD_COUNT(word=label, n=number(n)) for label, n in feelings]
        st.caption(as_label(words.FEELINGS_WITH(noted, feelings=listing(counts))))
    key = f"scales-{theme.id}"
    if st.button(words.SCALES_WITH(), key=key, type="tertiary"):
        said = patterns.scales_with(theme.id)
        st.markdown(as_label(" ".join(said)) if said else words.NO_SCALES_WITH())


def draw_months() -> None:
    """Feelings and thinking traps over time, where any were noted."""
    for title, picture, key in (
        (words.FEELINGS_OVER_TIME, patterns.feelings_over_time(), "patterns-feelings"),
        (words.TRAPS_OVER_TIME, patterns.traps_over_time(), "patterns-traps"),
    ):
        if picture.chart is not None:
            st.header(title(), anchor=False)
            show(picture, key)


def draw_facets() -> None:
    """People, words that are new this month, weekdays and times of day, each with its count."""
    with st.expander(words.MORE()):
        people = patterns.named_people()[:NAMED]
        if people:
            st.caption(words.PEOPLE())
            named = [words.WORD_COUNT(word=each.name, n=number(each.n_entries)) for each in people]
            st.markdown(as_label(listing(named)))
        fresh = [words.WORD_COUNT(word=each.word, n=number(each.n_entries)) for each in patterns.words_new_this_month()]
        if fresh:
            st.caption(words.NEW_WORDS())
            st.markdown(as_label(listing(fresh)))
        _draw_times()


def _draw_times() -> None:
    found = patterns.times_of_writing()
    st.caption(words.WEEKDAYS(found.n))
    _draw_counts(list(zip(weekday_names(), found.weekdays, strict=True)))
    st.caption(words.HOURS(found.n))
    parts = (words.NIGHT(), words.MORNING(), words.AFTERNOON(), words.EVENING())
    _draw_counts([(name, sum(found.hours[6 * at : 6 * at + 6])) for at, name in enumerate(parts)])


def _draw_counts(counts: list[tuple[str, int]]) -> None:
    st.markdown(as_label(listing([words.WORD_COUNT(word=name, n=number(n)) for name, n in counts])))
