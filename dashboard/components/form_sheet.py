"""Draws any form from its definition as an entry being written: every keystroke becomes a draft within seconds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from assessments.form import Condition, Field, Form, Part
from dashboard import session
from dashboard.components.fields import draw_feelings, draw_field
from dashboard.components.long_text import long_text
from dashboard.components.refusal import draw_refusal
from dashboard.components.safe_text import as_label, as_option
from dashboard.components.unexpected import fragment
from dashboard.components.when import ask_moment, draw_day_ahead
from dashboard.services import drafts, journal, lists
from dashboard.wording import frame as frame_words
from dashboard.wording import journal as words

SECOND = 2
FREE = "free"
MOOD_VALUES = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class FormSheet:
    """One entry being written: where its draft is kept and what saving and leaving do."""

    form: Form
    draft_key: str
    start: Mapping[str, Any]
    sitting: int
    save: Callable[[Mapping[str, Any]], None]
    leave: Callable[[bool], None]


@fragment
def draw_form_sheet(sheet: FormSheet) -> None:
    """Draw the parts of the form up to the present sitting, then mood, feelings, tags, day and what else is beside."""
    draft = drafts.current(sheet.draft_key, sheet.start)
    fields = dict(draft.get("fields") or {})
    parts = [part for part in sheet.form.parts if part.sitting <= sheet.sitting]
    if sheet.sitting == SECOND:
        _draw_first_sitting(sheet, [part for part in parts if part.sitting < SECOND], fields)
        parts = [part for part in parts if part.sitting == SECOND]
    for part in parts:
        if _holds(part.when, fields):
            _draw_part(sheet, part, fields)
    _draw_pauses(sheet.form, fields)
    with st.expander(words.MORE(), icon=":material/tune:"):
        _ask_about_entry(sheet.draft_key, draft)
        for field in sheet.form.fields:
            if _is_beside(sheet.form, field):
                fields[field.id] = draw_field(field, fields.get(field.id), sheet.draft_key)
    draft["fields"] = fields
    if journal.is_empty(draft):
        draft["moment"] = None
    drafts.keep(sheet.draft_key, draft)
    draw_refusal()
    _draw_saving(sheet, draft)


def _draw_first_sitting(sheet: FormSheet, parts: list[Part], fields: dict[str, Any]) -> None:
    with st.expander(words.WROTE_BEFORE()):
        for part in parts:
            if _holds(part.when, fields):
                if part.title:
                    st.header(as_label(part.title), anchor=False)
                _draw_fields(sheet, part, fields)


def _draw_part(sheet: FormSheet, part: Part, fields: dict[str, Any]) -> None:
    title = as_label(part.title)
    if part.folded:
        with st.expander(title):
            _draw_fields(sheet, part, fields)
        return
    if title:
        st.header(title, anchor=False)
    _draw_fields(sheet, part, fields)


def _draw_fields(sheet: FormSheet, part: Part, fields: dict[str, Any]) -> None:
    if part.text:
        st.markdown(as_label(part.text))
    for field in part.fields:
        if _holds(field.when, fields) and not _is_beside(sheet.form, field):
            fields[field.id] = draw_field(field, fields.get(field.id), sheet.draft_key)


def _is_beside(form: Form, field: Field) -> bool:
    """Whether a field stands folded away beside mood and feelings: on a blank page nothing comes between the words."""
    return form.id == FREE and not field.is_theme_text


def _holds(condition: Condition | None, fields: Mapping[str, Any]) -> bool:
    return condition is None or condition.holds(fields)


def _draw_pauses(form: Form, fields: Mapping[str, Any]) -> None:
    for pause in form.pauses:
        if _holds(pause.when, fields):
            st.info(as_label(pause.text), icon=":material/pause_circle:")
            st.page_link("screens/help.py", label=frame_words.HELP(), icon=":material/support:")


def _ask_about_entry(key: str, draft: dict[str, Any]) -> None:
    draft["title"] = long_text(
        words.ENTRY_TITLE(),
        value=str(draft.get("title") or ""),
        key=f"{key}/title",
        token=key,
        lines=1,
        keep=partial(drafts.keep_text, key, ("title",)),
    )
    held = draft.get("mood")
    draft["mood"] = st.radio(
        words.MOOD(),
        MOOD_VALUES,
        index=MOOD_VALUES.index(held) if held in MOOD_VALUES else None,
        format_func=lambda value: words.MOODS[value - 1](),
        horizontal=True,
        key=f"{key}/mood",
    )
    draft["feelings"] = draw_feelings(words.FEELINGS(), draft.get("feelings") or {}, f"{key}/feelings")
    draft["tags"] = _ask_tags(key, draft.get("tags") or [])
    moment = draft.get("moment")
    chosen = ask_moment(key, journal.moment_read(moment) if moment else None, session.clock()())
    draft["moment"] = journal.moment_text(chosen)


def _ask_tags(key: str, held: list[str]) -> list[str]:
    known = list(dict.fromkeys([*held, *lists.tags()]))
    chosen = st.multiselect(
        words.TAGS(),
        known,
        default=held,
        format_func=as_option,
        accept_new_options=True,
        help=words.TAGS_HELP(),
        placeholder=words.CHOOSE(),
        key=f"{key}/tags",
        filter_mode="prefix",
        select_all=False,
    )
    return [tag.strip() for tag in chosen if tag.strip()]


def _latest_day(sheet: FormSheet) -> date:
    """Today, or the later day that an entry being edited came with."""
    came_with = sheet.start.get("moment")
    today = session.clock()().date()
    return max(today, journal.moment_read(came_with).date()) if came_with else today


def _draw_saving(sheet: FormSheet, draft: Mapping[str, Any]) -> None:
    moment = draft.get("moment")
    is_ahead = bool(moment) and draw_day_ahead(journal.moment_read(moment).date(), _latest_day(sheet))
    with st.container(horizontal=True):
        if st.button(frame_words.SAVE(), type="primary", key=f"{sheet.draft_key}/save"):
            if journal.is_empty(draft):
                st.warning(words.NOTHING_YET())
            elif not is_ahead:
                sheet.save(draft)
        if st.button(words.LEAVE(), type="tertiary"):
            sheet.leave(False)
        with st.popover(words.DISCARD(), type="tertiary"):
            if st.button(words.DISCARD_SURE()):
                sheet.leave(True)
    if drafts.is_kept(sheet.draft_key):
        st.caption(words.KEPT_AS_DRAFT())
