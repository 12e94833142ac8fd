"""Draws any questionnaire from its definition: all items on one calm page, nothing preselected, every answer kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import streamlit as st

from assessments.language import long_day
from assessments.questionnaire import OCCASION, SITUATION, SOMETHING_HAPPENED, Item, Questionnaire
from assessments.records import Answer
from dashboard import session
from dashboard.components.answer_sheet import answer_sheet
from dashboard.components.folded import draw_folded
from dashboard.components.long_text import long_text
from dashboard.components.safe_text import as_label
from dashboard.components.unexpected import fragment
from dashboard.components.when import FIRST_DAY, LAST_DAY, date_format, draw_day_ahead
from dashboard.services import drafts
from dashboard.services.check_ins import BACKDATE_DAYS
from dashboard.wording import check_in as words

LOOK, UNSEEN, ASKED = "look", "unseen", "asked"


@dataclass(frozen=True)
class Sheet:
    """One questionnaire being answered: where its draft is kept and what to do with the finished answers."""

    questionnaire: Questionnaire
    draft_key: str
    start: Mapping[str, object]
    save: Callable[[Mapping[str, Answer], date, str, bool], None]
    leave: Callable[[bool], None]


@fragment
def draw_sheet(sheet: Sheet) -> None:
    """Draw the sheet; each answer is kept as it comes, and only saving or leaving redraws the page around it."""
    draft = drafts.current(sheet.draft_key, sheet.start)
    situation = _ask_situation(sheet, draft)
    items = sheet.questionnaire.items_in(situation)
    if items and _is_asked_to_save(sheet):
        with st.container():
            _draw_items(sheet, items)
    elif items:
        _draw_items_alone(sheet, items)
    elif situation is not None:
        st.markdown(words.HIDDEN_SITUATION())
    drafts.keep(sheet.draft_key, draft)
    draw_folded(words.MORE(), partial(_ask_context, sheet), f"{sheet.draft_key}/more", is_open=bool(draft.get("note")))
    if items or situation is not None:
        _draw_saving(sheet, drafts.current(sheet.draft_key, sheet.start), items)


def _is_asked_to_save(sheet: Sheet) -> bool:
    """Whether what is said beside the buttons depends on each answer."""
    names = (LOOK, UNSEEN, ASKED)
    return any(session.get(f"{sheet.draft_key}/{name}") for name in names)


def _draw_items(sheet: Sheet, items: tuple[Item, ...]) -> None:
    with st.container(key="sheet"):
        answer_sheet(
            sheet.questionnaire,
            items,
            held=drafts.current(sheet.draft_key, sheet.start),
            key=f"{sheet.draft_key}/answers",
            token=sheet.draft_key,
            keep=partial(drafts.keep_values, sheet.draft_key),
        )


@fragment
def _draw_items_alone(sheet: Sheet, items: tuple[Item, ...]) -> None:
    """So that an answer costs no more than the items themselves."""
    _draw_items(sheet, items)


def _ask_situation(sheet: Sheet, draft: dict[str, object]) -> str | None:
    asked = sheet.questionnaire.situation
    if asked is None:
        return None
    labels = dict(asked.choices)
    ids = list(labels)
    chosen = st.radio(
        as_label(asked.text),
        ids,
        index=ids.index(str(draft[SITUATION])) if draft.get(SITUATION) in ids else None,
        format_func=lambda choice: as_label(labels[choice]),
        key=f"{sheet.draft_key}/{SITUATION}",
    )
    draft[SITUATION] = chosen
    return chosen


def _ask_context(sheet: Sheet) -> None:
    draft = drafts.current(sheet.draft_key, sheet.start)
    today = session.clock()().date()
    held = draft.get("day")
    day = date.fromisoformat(str(held)) if held else today
    chosen = st.date_input(
        words.ABOUT_DAY(),
        value=day,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format=date_format(),
        help=words.ABOUT_DAY_HELP(),
        key=f"{sheet.draft_key}/day",
    )
    draft["day"] = chosen.isoformat() if isinstance(chosen, date) and chosen != today else None
    happened = st.checkbox(words.BECAUSE(), value=bool(draft.get(OCCASION)), key=f"{sheet.draft_key}/occasion")
    draft[OCCASION] = SOMETHING_HAPPENED if happened else None
    draft["note"] = long_text(
        words.NOTE(),
        value=str(draft.get("note") or ""),
        key=f"{sheet.draft_key}/note",
        token=sheet.draft_key,
        lines=2,
        keep=partial(drafts.keep_text, sheet.draft_key, ("note",)),
    )
    drafts.keep(sheet.draft_key, draft)


def _draw_saving(sheet: Sheet, draft: Mapping[str, object], items: tuple[Item, ...]) -> None:
    open_items = [item for item in items if draft.get(item.id) is None and not item.optional]
    is_empty = bool(items) and all(draft.get(item.id) is None for item in items)
    asked_key = f"{sheet.draft_key}/{ASKED}"
    is_refused = _draw_refused_day(sheet, draft)
    with st.container(horizontal=True):
        look = st.button(words.SAVE(), type="primary", key=f"{sheet.draft_key}/{LOOK}")
        unseen = st.button(words.SAVE_UNSEEN(), key=f"{sheet.draft_key}/{UNSEEN}")
    if is_refused:
        look = unseen = False
    if (look or unseen) and is_empty:
        st.warning(words.NOTHING_YET())
    elif (look or unseen) and (not open_items or session.get(asked_key)):
        _save(sheet, draft, items, seen=look)
    else:
        if look or unseen:
            session.put(asked_key, "look" if look else "unseen")
        if open_items and not is_empty and session.get(asked_key) and _draw_open_items(open_items):
            _save(sheet, draft, items, seen=session.get(asked_key) == "look")
    with st.container(horizontal=True):
        if st.button(words.LEAVE(), type="tertiary"):
            sheet.leave(False)
        with st.popover(words.DISCARD(), type="tertiary"):
            st.markdown(words.DISCARD_WHAT())
            if st.button(words.DISCARD_SURE()):
                sheet.leave(True)


def _draw_refused_day(sheet: Sheet, draft: Mapping[str, object]) -> bool:
    """Whether the day is one that a check-in cannot be about; then that is said."""
    if not draft.get("day"):
        return False
    today, day = session.clock()().date(), date.fromisoformat(str(draft["day"]))
    came_with = date.fromisoformat(str(sheet.start["day"])) if sheet.start.get("day") else today
    earliest = min(came_with, today - timedelta(days=BACKDATE_DAYS))
    if day < earliest:
        st.error(words.DAY_TOO_EARLY(day=long_day(day), earliest=long_day(earliest)), icon=":material/error:")
    return day < earliest or draw_day_ahead(day, max(came_with, today))


def _save(sheet: Sheet, draft: Mapping[str, object], items: tuple[Item, ...], *, seen: bool) -> None:
    held = draft.get("day")
    day = date.fromisoformat(str(held)) if held else session.clock()().date()
    answers = {item.id: draft.get(item.id) for item in items}
    answers |= {name: draft.get(name) for name in (SITUATION, OCCASION)}
    sheet.save(answers, day, str(draft.get("note") or ""), seen)  # type: ignore[arg-type]


def _draw_open_items(open_items: list[Item]) -> bool:
    """Say what is still open; whether it is to be saved without."""
    with st.container(border=True):
        st.markdown(words.OPEN_ITEMS(len(open_items)))
        for item in open_items:
            st.markdown("- " + as_label(item.text))
        return st.button(words.SAVE_WITHOUT(len(open_items)))
