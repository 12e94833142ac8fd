"""Locked by a reload, by time, from another window, and opened again with the recovery code; nothing is lost by it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.actions import (
    begin_with_passphrase,
    enter_with_passphrase,
    go,
    open_app,
    press,
    settle,
    unfold,
    unlock,
    write,
)
from tests.browser.app_process import AppProcess
from tests.browser.looking import PHONE

pytestmark = pytest.mark.browser

PASSPHRASE = "seven quiet herons at dusk"
NEXT = "an umbrella in the hallway"


def expect_locked(page: Page) -> None:
    """The locked door, and no error."""
    expect(page.get_by_role("heading", level=1, name="Locked")).to_be_visible()
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_session_that_nobody_uses_locks_itself_and_the_draft_waits(page: Page, app: AppProcess) -> None:
    page.clock.install()
    enter_with_passphrase(page, app, PASSPHRASE)
    go(page, "Journal")
    press(page, "Write")
    write(page, "Half a thought")
    page.clock.fast_forward("14:00")
    settle(page)
    expect(page.locator("textarea").first).to_have_value("Half a thought")
    page.mouse.move(300, 300)
    page.clock.fast_forward("10:00")
    settle(page)
    expect(page.locator("textarea").first).to_be_visible()
    page.clock.fast_forward("06:00")
    expect_locked(page)
    unlock(page, PASSPHRASE)
    go(page, "Journal")
    press(page, "A draft is waiting: Free writing")
    expect(page.locator("textarea").first).to_have_value("Half a thought")


def test_the_recovery_code_opens_and_a_new_passphrase_is_chosen_at_once(page: Page, app: AppProcess) -> None:
    code = enter_with_passphrase(page, app, PASSPHRASE)
    page.reload()
    expect_locked(page)
    unfold(page, "I forgot the passphrase")
    page.get_by_role("textbox", name="Recovery code").fill(code)
    press(page, "Open with the code")
    expect(page.get_by_role("heading", level=1, name="Choose a new passphrase")).to_be_visible()
    page.get_by_role("textbox", name="Passphrase", exact=True).fill(NEXT)
    page.get_by_role("textbox", name="The same passphrase again").fill(NEXT)
    press(page, "Use this passphrase from now on")
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()
    page.reload()
    expect_locked(page)
    page.get_by_role("textbox", name="Passphrase", exact=True).fill(PASSPHRASE)
    press(page, "Open")
    expect(page.get_by_text("That is not the right passphrase or code.")).to_be_visible()
    page.wait_for_timeout(2_500)
    unlock(page, NEXT)


def test_another_window_that_loses_its_key_shows_the_door_and_no_error(
    page: Page, browser: Browser, app: AppProcess
) -> None:
    enter_with_passphrase(page, app, PASSPHRASE)
    context = browser.new_context(locale="en-GB")
    other = context.new_page()
    open_app(other, app.url)
    expect_locked(other)
    unlock(other, PASSPHRASE)
    go(other, "Your data")
    go(page, "Your data")
    unfold(page, "Change the key too")
    page.get_by_role("textbox", name="Your passphrase, which stays the same").fill(PASSPHRASE)
    press(page, "Write the file anew under a new key")
    expect(page.get_by_role("heading", level=1, name="Your recovery code")).to_be_visible()
    press(other, "Make a backup now")
    expect_locked(other)
    unlock(other, PASSPHRASE)
    context.close()


def test_a_code_that_was_never_put_away_is_asked_after_and_help_leads_back_to_the_door(
    page: Page, app: AppProcess
) -> None:
    asked = page.get_by_text("You have not put a recovery code away yet.")
    begin_with_passphrase(page, app.url, PASSPHRASE, puts_code_away=False)
    press(page, "Lock")
    expect_locked(page)
    unlock(page, PASSPHRASE)
    expect(asked).to_be_visible()
    go(page, "Help")
    expect(asked).to_have_count(0)
    press(page, "Lock")
    expect_locked(page)

    page.get_by_role("link", name="Help").click()
    expect(page.get_by_role("link", name="112", exact=True)).to_have_attribute("href", "tel:112")
    assert page.locator(".fb-call a").first.inner_text() == "112"
    press(page, "Back to opening it")
    expect_locked(page)
    unlock(page, PASSPHRASE)
    press(page, "I have put it away")
    expect(asked).to_have_count(0)
    page.reload()
    expect_locked(page)
    unlock(page, PASSPHRASE)
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()
    expect(asked).to_have_count(0)
    stands_in_one_row(page)


def stands_in_one_row(page: Page) -> None:
    """On a phone the menu, the quick way out, Help and the lock stand beside each other, and stay when it scrolls."""
    page.set_viewport_size(PHONE)
    header = [page.get_by_test_id("stExpandSidebarButton"), page.get_by_role("button", name="Leave quickly")]
    header += [page.locator(".st-key-around").get_by_role("link", name="Help")]
    header += [page.get_by_role("button", name="Lock", exact=True)]
    page.mouse.move(200, 500)
    for distance in (0, 400):
        page.mouse.wheel(0, distance)
        settle(page)
        boxes = [each.bounding_box() for each in header]
        middles = [box["y"] + box["height"] / 2 for box in boxes if box]
        assert len(middles) == len(header)
        assert max(middles) - min(middles) < 12
        assert 0 < min(middles) < 60
