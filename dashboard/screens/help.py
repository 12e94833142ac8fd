"""Help: works locked and unlocked, and shows where people can be reached."""

from __future__ import annotations

import streamlit as st

from assessments.catalogue import load
from assessments.help_lines import HelpKind, HelpLine, HelpLines
from assessments.language import day as say_day
from assessments.language import spoken_locale
from dashboard import session
from dashboard.components.care_parts import draw_own_help
from dashboard.components.safe_text import as_label, as_option
from dashboard.wording import help as words

KINDS: tuple[tuple[HelpKind, str], ...] = (
    ("emergency", "EMERGENCY"),
    ("crisis", "CRISIS"),
    ("domestic_abuse", "DOMESTIC_ABUSE"),
)


def draw() -> None:
    """Draw the lines of one region, and how to find one where none is vouched for."""
    lines = load().help_lines
    st.title(words.TITLE(), anchor=False)
    st.markdown(words.FIRST())
    st.markdown(words.NOT_ALONE())
    draw_own_help()
    if lines is not None:
        _draw_region(lines)
        _draw_ways(words.WAYS_TO_FIND(), lines.ways_to_find)
        _draw_ways(words.COMPANY(), lines.ways_to_company)
        st.caption(_age(lines))
        st.caption(words.CHECK_IT())
    st.caption(words.NOT_WATCHED())


def _draw_region(lines: HelpLines) -> None:
    titles = {region.id: region.title for region in lines.regions}
    here = lines.region_of(spoken_locale().rsplit("_", 1)[-1])
    ids = [*titles, ""]
    chosen = st.selectbox(
        words.WHERE(),
        ids,
        index=ids.index(here.id) if here else len(ids) - 1,
        format_func=lambda each: as_option(titles.get(each) or words.ANYWHERE()),
        key="help-region",
    )
    if not chosen:
        return
    region = lines.region(chosen)
    if region.note:
        st.markdown(as_label(region.note))
    for kind, word in KINDS:
        of_kind = [line for line in region.lines if line.kind == kind]
        if of_kind:
            st.header(getattr(words, word)(), anchor=False)
            for line in of_kind:
                _draw_line(line)


def _draw_line(line: HelpLine) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.markdown(f"**{as_label(line.name)}**")
        if line.call:
            st.markdown(words.CALL(number=as_label(line.call)))
        if line.write:
            st.markdown(words.WRITE_TO(how=as_label(line.write)))
        if line.web:
            st.markdown(words.WEB(address=as_label(line.web)))
        for more in (line.hours, line.note):
            if more:
                st.caption(as_label(more))


def _draw_ways(title: str, ways: tuple[str, ...]) -> None:
    if ways:
        st.header(title, anchor=False)
        st.markdown("\n".join("- " + as_label(way) for way in ways))


def _age(lines: HelpLines) -> str:
    age_days = lines.age_days(session.clock()().date())
    shown = say_day(lines.checked)
    return words.SET_DOWN(age_days, day=shown) if age_days else words.SET_DOWN_TODAY(day=shown)


draw()
