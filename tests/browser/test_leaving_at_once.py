"""What is typed or answered in the very moment of leaving a page is kept, and the page that was asked for comes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import click, enter_plain, go, open_app, press, settle
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser

WORDS = "Half a line"
A_GESTURE_MS = 80
GONE_SECONDS = 0.4


def choose(page: Page, screen: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=re.compile(f"{screen}$")).click()


def in_one_moment(page: Page) -> None:
    page.keyboard.insert_text(WORDS)
    choose(page, "Today")


def a_gesture_apart(page: Page) -> None:
    page.keyboard.insert_text(WORDS)
    page.locator("textarea").first.blur()
    page.wait_for_timeout(A_GESTURE_MS)
    choose(page, "Today")


def by_going_back(page: Page) -> None:
    page.keyboard.insert_text(WORDS)
    page.evaluate("history.back()")
    page.wait_for_timeout(A_GESTURE_MS)


@contextmanager
def holding_its_breath(app: AppProcess) -> Iterator[None]:
    """A server that reads nothing for a moment, and then everything at once."""
    app.pause()
    try:
        yield
    finally:
        app.go_on()


@pytest.mark.parametrize("leave", [in_one_moment, a_gesture_apart, by_going_back])
@pytest.mark.parametrize("is_slow", [True, False], ids=["slow", "quick"])
def test_words_typed_as_the_page_is_left_wait_as_a_draft(
    inside: Page, shared_app: AppProcess, leave: Callable[[Page], None], is_slow: bool
) -> None:
    page = inside
    go(page, "Today")
    go(page, "Journal")
    press(page, "Write")
    page.locator("textarea").first.click()
    if is_slow:
        with holding_its_breath(shared_app):
            leave(page)
    else:
        leave(page)
    expect(page.get_by_role("heading", level=1, name="Today", exact=True)).to_be_visible()
    settle(page)
    expect(page.get_by_role("heading", level=1, name="Today", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", level=1, name="Today", exact=True)).to_be_visible()
    settle(page)
    go(page, "Journal")
    press(page, "A draft is waiting: Free writing")
    expect(page.locator("textarea").first).to_have_value(WORDS)
    press(page, "Save")
    expect(page.get_by_text("Saved.")).to_be_visible()
    press(page, "All entries")


def reloading(page: Page) -> None:
    page.evaluate("setTimeout(() => location.reload())")


def closing_the_tab(page: Page) -> None:
    page.close(run_before_unload=True)


@pytest.mark.parametrize("leave", [reloading, closing_the_tab])
@pytest.mark.parametrize("is_slow", [True, False], ids=["slow", "quick"])
def test_words_typed_just_before_the_page_goes_wait_as_a_draft(
    page: Page, shared_app: AppProcess, leave: Callable[[Page], None], is_slow: bool
) -> None:
    """A slow server hears of the words and of the page's going in one moment."""
    enter_plain(page, shared_app)
    go(page, "Journal")
    press(page, "Write")
    page.locator("textarea").first.click()
    context = page.context
    with holding_its_breath(shared_app) if is_slow else nullcontext():
        page.keyboard.type(WORDS)
        leave(page)
        time.sleep(GONE_SECONDS)
    again = context.new_page()
    open_app(again, shared_app.url)
    go(again, "Journal")
    press(again, "A draft is waiting: Free writing")
    expect(again.locator("textarea").first).to_have_value(WORDS)
    press(again, "Save")
    expect(again.get_by_text("Saved.")).to_be_visible()


@pytest.mark.parametrize("is_slow", [True, False], ids=["slow", "quick"])
def test_an_answer_given_as_the_page_is_left_waits_with_the_others(
    inside: Page, shared_app: AppProcess, is_slow: bool
) -> None:
    page = inside
    go(page, "Check in")
    click(page, page.locator(".st-key-answer-pulse button"))
    groups = page.get_by_role("radiogroup")
    click(page, groups.nth(0).get_by_text("often", exact=True))
    with holding_its_breath(shared_app) if is_slow else nullcontext():
        groups.nth(1).get_by_text("never", exact=True).click()
        choose(page, "Today")
    expect(page.get_by_role("heading", level=1, name="Today", exact=True)).to_be_visible()
    settle(page)
    page.reload()
    settle(page)
    go(page, "Check in")
    press(page, "Go on")
    expect(page.get_by_text("2 of 7 answered")).to_be_visible()
    expect(groups.nth(1).get_by_role("radio", name="never")).to_be_checked()
    press(page, "Delete these answers")
    press(page, "Yes, delete them")
