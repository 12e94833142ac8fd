"""The parts of the report's screen: what is chosen, the lines to tick, the files to take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import groupby

import streamlit as st

from assessments.language import day, listing, spoken_locale
from assessments.records import Entry
from dashboard import report
from dashboard.components.safe_text import as_label
from dashboard.components.spoken_language import speak
from dashboard.components.unexpected import deferred, guard
from dashboard.services import report as service
from dashboard.view_models.report_span import DEFAULT_SPAN, SPAN_NAMES, SpanName, named_span, usual_paper
from dashboard.wording import report as words

COLUMNS = 3
LOOK_AGAIN_SECONDS = 1.0
MIME = {"pdf": "application/pdf", "html": "text/html"}


def ask_choices() -> report.Choices:
    """Ask for the span, the parts, the paper, and the lines to quote."""
    span, paper = st.columns([2, 1])
    with span:
        name: SpanName = st.selectbox(
            words.SPAN(),
            SPAN_NAMES,
            index=SPAN_NAMES.index(DEFAULT_SPAN),
            format_func=_span_words,
            persist_state="session",
            key="report-span",
        )
    with paper:
        chosen_paper = ask_paper("report-paper")
    first, last = named_span(name, today=service.today(), first_kept=service.first_kept_day())
    if name == "own":
        first, last = _ask_days(first, last)
    parts = _ask_parts(service.parts_with_something(first, last))
    plain = report.Choices(first_day=first, last_day=last, parts=parts, paper=chosen_paper)
    return _ask_quotes(plain) if "themes" in parts else plain


def ask_paper(key: str) -> report.Paper:
    """Ask which paper; the one that is usual where the person lives comes first."""
    usual = usual_paper(spoken_locale())
    return st.selectbox(
        words.PAPER(),
        report.PAPERS,
        index=report.PAPERS.index(usual),
        format_func=lambda each: words.PAPER_NAMES[each](),
        persist_state="session",
        key=key,
    )


def draw_what_is_missing(choices: report.Choices, made: report.Report) -> None:
    """Name the parts that are ticked and have nothing to show for these days."""
    named = [words.PART_NAMES[part]() for part in report.PARTS if part in choices.parts - set(made.parts)]
    if named:
        st.caption(words.NOTHING_FOR(parts=listing(named)))


@st.fragment(run_every=LOOK_AGAIN_SECONDS)
def wait_for_what_stands_out(choices: report.Choices) -> None:
    """Say that it is still being worked out, and draw the page anew once it is; waiting is no use of the app."""
    speak()
    guard(lambda: _look_again(choices), name="report-waiting")


def _look_again(choices: report.Choices) -> None:
    if service.knows_what_stands_out(choices.last_day):
        st.rerun(scope="app")
    st.caption(words.LOOKING())


def draw_files(made: report.Report, name: str) -> None:
    """Offer the report as files, each made when it is asked for."""
    st.markdown(words.NOT_ENCRYPTED())
    with st.container(horizontal=True):
        _draw_download(words.AS_PDF(), made.to_pdf, f"{name}.pdf")
        _draw_download(words.AS_HTML(), lambda: made.to_html().encode(), f"{name}.html")


def draw_entry_printing(entry: Entry) -> None:
    """Offer one journal entry as files for printing."""
    with st.popover(words.PRINT_ENTRY(), icon=":material/print:"):
        paper = ask_paper("entry-paper")
        as_pdf, as_html = service.entry_files(entry, paper)
        name = f"entry-{entry.happened_at.date().isoformat()}"
        st.markdown(words.NOT_ENCRYPTED())
        _draw_download(words.AS_PDF(), as_pdf, f"{name}.pdf")
        _draw_download(words.AS_HTML(), as_html, f"{name}.html")


def _draw_download(label: str, make: Callable[[], bytes], name: str) -> None:
    made, kind = deferred(make), MIME[name.rsplit(".", 1)[1]]
    st.download_button(label, data=made, file_name=name, mime=kind, on_click="ignore", key=f"take-{name}")


def _span_words(name: SpanName) -> str:
    fixed = {"year": words.SPAN_YEAR, "all": words.SPAN_ALL, "own": words.SPAN_OWN}
    return fixed[name]() if name in fixed else words.SPAN_WEEKS(int(name))


def _ask_days(first: date, last: date) -> tuple[date, date]:
    from_column, to_column = st.columns(2)
    with from_column:
        first = st.date_input(words.FROM_DAY(), value=first, key="report-from", persist_state="session")
    with to_column:
        last = st.date_input(words.TO_DAY(), value=last, key="report-to", persist_state="session")
    if last < first:
        st.caption(words.SPAN_TURNED())
    return min(first, last), max(first, last)


def _ask_parts(offered: frozenset[report.Part]) -> frozenset[report.Part]:
    """Ask about the parts that may hold something; those that hold nothing are named as missing and need no tick."""
    st.markdown(words.WHICH_PARTS())
    columns = st.columns(COLUMNS)
    chosen = set(report.PARTS) - offered
    asked = [part for part in report.PARTS if part in offered]
    for place, part in enumerate(asked):
        with columns[place * COLUMNS // len(asked)]:
            label = words.PART_NAMES[part]()
            if st.checkbox(label, value=True, key=f"report-part-{part}", persist_state="session"):
                chosen.add(part)
    return frozenset(chosen)


def _ask_quotes(choices: report.Choices) -> report.Choices:
    with st.expander(words.QUOTES()):
        st.markdown(words.QUOTES_WHY())
        if not service.has_themes():
            st.caption(words.NO_THEMES())
            return choices
        allowed = st.checkbox(words.QUOTES_EXPERIENCE(), value=False, key="report-experience", persist_state="session")
        wished = replace(choices, experience_allowed=allowed)
        offered = service.quotes(wished)
        if not offered:
            st.caption(words.NO_QUOTES())
        ticked = []
        for theme, quotes in groupby(offered, key=lambda quote: quote.theme_name):
            st.caption(as_label(theme))
            ticked += [each.id for each in quotes if _is_ticked(each)]
        return replace(wished, quotes=frozenset(ticked))


def _is_ticked(quote: report.OfferedQuote) -> bool:
    label = words.QUOTE_TICK(text=as_label(quote.text), day=as_label(day(quote.written_at)))
    return st.checkbox(label, value=False, key=f"report-quote-{quote.theme_id}-{quote.id}", persist_state="session")
