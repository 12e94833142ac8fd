"""A walk past every screen of the app, empty, with one check-in and with the invented person's two years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import Page, expect

from assessments.catalogue import load
from tests.browser.actions import answer_all, click, open_app, press, settle, write

PASSPHRASE = "five small words to remember"
THEMES_MS = 90_000
OPENED = {"Today": "Words that helped", "Progress": "Mark something"}
LONG_WORDS = ("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "https://example.org/" + "a" * 90)


def walk(page: Page, url: str) -> Iterator[str]:
    """The name of each screen, at the moment when the page shows it; the page comes back to a desk's width itself."""
    open_app(page, url)
    yield "welcome"
    yield from _begin(page)
    yield from _first_check_in(page)
    page.locator(".st-key-lock button").click()
    expect(page.get_by_role("heading", level=1, name="Locked")).to_be_visible()
    settle(page)
    yield "locked door"
    press(page, "Look around with an invented person")
    yield from _invented_person(page)


def to(page: Page, screen: str) -> None:
    """Go to a screen, whatever it shows."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=re.compile(f"{screen}$")).click()
    page.wait_for_timeout(200)
    settle(page)


def _begin(page: Page) -> Iterator[str]:
    press(page, "Begin your own")
    yield "choosing a passphrase"
    page.get_by_role("textbox", name="Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_role("textbox", name="The same passphrase again").fill(PASSPHRASE)
    press(page, "Begin with this passphrase")
    expect(page.get_by_role("heading", level=1, name="Your recovery code")).to_be_visible()
    yield "recovery code"
    press(page, "I have put it away")
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()
    settle(page)
    yield "Today, empty"


def _first_check_in(page: Page) -> Iterator[str]:
    to(page, "Progress")
    yield "Progress, empty"
    to(page, "Check in")
    page.locator(".st-key-answer-emotional-safety button").click()
    expect(page.get_by_role("radiogroup").first).to_be_visible()
    settle(page)
    yield "questionnaire"
    answer_all(page, "sometimes")
    press(page, "Save and see the result")
    expect(page.get_by_text("20 of 40")).to_be_visible()
    yield "first result"
    to(page, "Progress")
    yield "Progress, one point"
    to(page, "Your data")
    yield "Your data, one's own"


def _invented_person(page: Page) -> Iterator[str]:
    expect(page.get_by_role("button", name="Leave the invented person")).to_be_visible()
    for screen in ("Today", "Check in", "Progress"):
        to(page, screen)
        if screen == "Progress":
            _open_everything(page)
        yield screen
        if screen in OPENED:
            yield from _popover(page, OPENED[screen])
    to(page, "Journal")
    page.get_by_text("Narrow it down").click()
    yield "Journal"
    click(page, page.locator("[class*=st-key-open-] button").first)
    yield "entry"
    yield from _popover(page, "Print it")
    press(page, "All entries")
    yield from _forms(page)
    yield from _patterns(page)
    to(page, "The road")
    yield "The road"
    yield from _popover(page, "My aim")
    click(page, page.locator(".st-key-open-step-7 button"))
    yield "one step"
    yield from _popover(page, "With a note")
    for screen in ("Report", "Your data", "Help"):
        to(page, screen)
        yield screen
    to(page, "Your data")
    yield from _popover(page, "Delete everything")


def _popover(page: Page, label: str) -> Iterator[str]:
    """The page with one small window open above it."""
    page.get_by_role("button", name=label).first.click()
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
    settle(page)
    yield f"window “{label}”"
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)


def _open_everything(page: Page) -> None:
    """Unfold the first table and the closer look of Progress."""
    page.get_by_text("As a table").first.click()
    click(page, page.get_by_text("Look closer"))


def _forms(page: Page) -> Iterator[str]:
    for form in load().forms.values():
        if form.id != "free":
            press(page, "What would you like to write?")
            press(page, form.title)
            expect(page.get_by_role("button", name="Leave it as a draft")).to_be_visible()
            yield f"form {form.id}"
            press(page, "Leave it as a draft")
    press(page, "Write")
    page.get_by_text("Mood, feelings, tags and day").click()
    yield "form free"
    write(page, " ".join(LONG_WORDS))
    press(page, "Save")
    expect(page.get_by_text(LONG_WORDS[-1])).to_be_visible()
    yield "entry with long words"


def _patterns(page: Page) -> Iterator[str]:
    to(page, "Patterns")
    press(page, "Look for themes")
    expect(page.get_by_role("heading", name="Themes over the weeks")).to_be_visible(timeout=THEMES_MS)
    settle(page)
    yield "Patterns"
    yield from _popover(page, "Change this theme")
