"""Care: a gentle pointer to Help once in a session, and the person's own contacts and plan for bad days."""

from __future__ import annotations

from collections.abc import Mapping

from assessments.care import asks_for_a_hand, entry_asks_for_a_hand
from assessments.records import Entry, FieldValue
from dashboard import kept_names, session

CONTACTS_SETTING = kept_names.CONTACTS
PLAN_SETTING = kept_names.PLAN
SHOWN = "_care_shown"
SHOWS = "care_shows"


def notice(entry: Entry) -> None:
    """Show Help on the next page where the saved entry asks for a hand and nothing was shown in this session yet."""
    _show_once(entry_asks_for_a_hand(entry.fields, entry.title))


def notice_text(text: str) -> None:
    """The same for a single text, such as a note."""
    _show_once(asks_for_a_hand(text))


def _show_once(asks: bool) -> None:
    if asks and not session.get(SHOWN):
        session.put(SHOWN, True)
        session.put(SHOWS, True)


def shows_help() -> bool:
    """Whether Help is to be shown on this page."""
    return bool(session.get(SHOWS))


def seen() -> None:
    """Put the pointer away until the next session."""
    session.take(SHOWS)


def contacts() -> str:
    """The person's own contacts, as they typed them."""
    return str(session.vault().setting(CONTACTS_SETTING, ""))


def plan() -> str:
    """The person's own plan for bad days, as they typed it."""
    return str(session.vault().setting(PLAN_SETTING, ""))


def keep(values: Mapping[str, FieldValue]) -> None:
    """Keep the contacts and the plan."""
    session.vault().set_setting(CONTACTS_SETTING, str(values.get("contacts") or ""))
    session.vault().set_setting(PLAN_SETTING, str(values.get("plan") or ""))
