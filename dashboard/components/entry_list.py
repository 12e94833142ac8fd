"""The journal's list: begin an entry, take up a draft, search, and page through what is there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from assessments.language import long_day
from assessments.records import Entry
from assessments.storage import SearchHit
from dashboard import session
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_html, as_label, as_option
from dashboard.components.when import FIRST_DAY, LAST_DAY, date_format
from dashboard.components.writing import start_writing
from dashboard.services import belongings, drafts, journal, lists
from dashboard.services import themes as theme_services
from dashboard.view_models.entry_words import first_words
from dashboard.wording import frame as frame_words
from dashboard.wording import journal as words

PAGE_LENGTH = 10
FIRST_LINE_CHARACTERS = 140


def draw_list() -> None:
    """Draw the list, the newest entry first, or what a search found."""
    st.title(words.TITLE(), anchor=False)
    _draw_removed()
    waiting = drafts.waiting()
    _draw_beginning(waiting)
    entries = journal.newest_first()
    if not entries:
        st.markdown(words.EMPTY())
        return
    _draw_search_and_entries(entries, waiting)


def _draw_beginning(waiting: Collection[str]) -> None:
    catalogue = belongings.catalogue()
    with st.container(horizontal=True):
        if st.button(words.WRITE(), type="primary", icon=":material/edit_note:"):
            start_writing(catalogue.forms["free"])
            st.rerun()
        for form in catalogue.newest_forms():
            if journal.draft_key(form) in waiting and st.button(
                words.DRAFT_FOUND(title=as_label(form.title)), icon=":material/draft:", key=f"go-on-{form.id}"
            ):
                start_writing(form)
                st.rerun()
        with st.popover(words.WRITE_WHAT()):
            for form in catalogue.newest_forms():
                if form.id != "free" and st.button(as_label(form.title), key=f"begin-{form.id}", type="tertiary"):
                    start_writing(form)
                    st.rerun()


def _draw_removed() -> None:
    if removed := session.get("removed_entry"):
        st.info(words.REMOVED())
        if st.button(frame_words.BRING_BACK()) and succeed(lambda: journal.bring_back(removed)):
            session.take("removed_entry")
            st.rerun()


def _draw_search_and_entries(entries: Sequence[Entry], waiting: Collection[str]) -> None:
    text = st.text_input(words.SEARCH(), key="search", icon=":material/search:")
    with st.expander(words.NARROW()):
        since = st.date_input(words.FROM_DAY(), None, FIRST_DAY, LAST_DAY, key="search-since", format=date_format())
        until = st.date_input(words.TO_DAY(), None, FIRST_DAY, LAST_DAY, key="search-until", format=date_format())
        tags = _choose(words.WITH_TAGS(), {tag: tag for tag in lists.tags()})
        feelings = _choose(words.WITH_FEELINGS(), lists.feelings())
        forms = _choose(words.OF_FORM(), {form.id: form.title for form in belongings.catalogue().newest_forms()})
        chosen = _choose(words.WITH_THEMES(), theme_services.names())
    if not (text.strip() or since or until or tags or feelings or forms or chosen):
        _draw_page(entries, {}, waiting)
        return
    hits = journal.search(text, since, until, tuple(tags), tuple(feelings), tuple(forms), tuple(chosen))
    by_id = {entry.id: entry for entry in entries}
    found = [by_id[hit.id] for hit in hits if hit.id in by_id]
    if not found:
        st.markdown(words.NONE_FOUND())
        return
    _draw_page(found, {hit.id: hit for hit in hits}, waiting)


def _choose(label: str, named: Mapping[str, str]) -> list[str]:
    return st.multiselect(
        label,
        list(named),
        format_func=lambda each: as_option(named[each]),
        placeholder=words.CHOOSE(),
        filter_mode="contains",
        select_all=False,
    )


def _draw_page(entries: Sequence[Entry], hits: dict[str, SearchHit], waiting: Collection[str]) -> None:
    st.caption(words.FOUND(len(entries)))
    pages = -(-len(entries) // PAGE_LENGTH)
    page = min(int(session.get("journal-page", 1)), pages)
    for entry in entries[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH]:
        _draw_row(entry, hits.get(entry.id), waiting)
    if pages > 1:
        st.pagination(pages, key="journal-page")


def _draw_row(entry: Entry, hit: SearchHit | None, waiting: Collection[str]) -> None:
    form = belongings.catalogue().forms[entry.form, entry.version]
    with st.container(border=True, key=f"entry-{entry.id}", gap="xsmall"):
        facts = [long_day(entry.happened_at)]
        if entry.form != "free":
            facts.append(form.title)
        if entry.mood is not None:
            facts.append(words.MOODS[entry.mood - 1]())
        if journal.draft_key(form, entry.id) in waiting:
            facts.append(words.CHANGE_WAITS())
        with st.container(horizontal=True, vertical_alignment="center", key=f"row-of-{entry.id}"):
            st.caption(as_label(" · ".join([*facts, *entry.tags])))
            if st.button(words.OPEN(), key=f"open-{entry.id}", type="tertiary"):
                session.put("reading", entry.id)
                st.rerun()
        if entry.title:
            st.markdown(f"**{as_label(entry.title)}**")
        _draw_first_words(entry, hit)


def _draw_first_words(entry: Entry, hit: SearchHit | None) -> None:
    if hit is not None and hit.pieces:
        marked = "".join(f"<mark>{as_html(p.text)}</mark>" if p.marked else as_html(p.text) for p in hit.pieces)
        st.html(f'<div class="fb-reading" dir="auto">{marked}</div>')
        return
    if shown := first_words(entry, FIRST_LINE_CHARACTERS):
        st.html(f'<div class="fb-reading" dir="auto">{as_html(shown)}</div>')
