"""Help: works locked and unlocked, and shows where people can be reached."""

from __future__ import annotations

import streamlit as st

from assessments.catalogue import load
from assessments.help_lines import HelpKind, HelpLine, HelpLines
from assessments.language import day as say_day
from assessments.language import spoken_locale
from dashboard import session
from dashboard.components.care_parts import draw_own_help
from dashboard.components.safe_text import as_label, as_option, with_calls
from dashboard.country import likely_country
from dashboard.services import vaults
from dashboard.wording import help as words

KINDS: tuple[tuple[HelpKind, str], ...] = (
    ("emergency", ""),
    ("crisis", "CRISIS"),
    ("domestic_abuse", "DOMESTIC_ABUSE"),
)


def draw() -> None:
    """Draw the lines of one region, the person's own people and plan, and how to find a line where none is listed."""
    lines = load().help_lines
    _draw_way_back()
    st.title(words.TITLE(), anchor=False)
    st.markdown(words.FIRST())
    is_listed = lines is not None and _draw_region(lines)
    if lines is not None and not is_listed:
        _draw_ways(words.WAYS_TO_FIND(), lines.ways_to_find)
    draw_own_help()
    if lines is not None:
        if is_listed:
            _draw_ways(words.WAYS_TO_FIND(), lines.ways_to_find)
        _draw_ways(words.COMPANY(), lines.ways_to_company)
        st.caption(_age(lines))
        st.caption(words.CHECK_IT())
    st.caption(words.NOT_WATCHED())


def _draw_way_back() -> None:
    """On a locked session nothing else leads from here to the door."""
    if session.opened() is not None:
        return
    is_new = vaults.own_door().state == "none"
    label = words.BACK_TO_BEGINNING() if is_new else words.BACK_TO_OPENING()
    if st.button(label, icon=":material/arrow_back:", key="to-door"):
        st.switch_page("screens/today.py")


def _draw_region(lines: HelpLines) -> bool:
    """Draw the lines of the place that is chosen; whether there are any."""
    titles = {region.id: region.title for region in lines.regions}
    here = lines.region_of(likely_country(st.context.timezone, spoken_locale()))
    ids = [*titles, ""]
    chosen = st.selectbox(
        words.WHERE(),
        ids,
        index=ids.index(here.id) if here else len(ids) - 1,
        format_func=lambda each: as_option(titles.get(each) or words.ANYWHERE()),
        key="help-region",
    )
    if not chosen:
        return False
    region = lines.region(chosen)
    for kind, word in KINDS:
        of_kind = [line for line in region.lines if line.kind == kind]
        if of_kind and word:
            st.header(getattr(words, word)(), anchor=False)
        if of_kind and kind == "crisis":
            st.markdown(words.NOT_ALONE())
        for line in of_kind:
            _draw_line(line)
    if region.note:
        st.markdown(as_label(region.note))
    return True


def _draw_line(line: HelpLine) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.markdown(f"**{as_label(line.name)}**")
        if line.call:
            st.html(f'<p class="fb-call">{with_calls(words.CALL(number=line.call))}</p>')
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
