"""Esc twice: what was typed is kept, the vault is locked, and nothing of the app is left on the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import enter_with_passphrase, go, open_app, press, settle
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser

SECRET = "She has read my letters again."
PASSPHRASE = "a bridge of many small planks"


def test_esc_twice_while_typing_keeps_the_draft_locks_and_leaves_a_blank_page(page: Page, app: AppProcess) -> None:
    enter_with_passphrase(page, app, PASSPHRASE)
    go(page, "Journal")
    press(page, "Write")
    page.locator("textarea").first.click()
    page.keyboard.press("Escape")
    settle(page)
    expect(page.locator("textarea").first).to_be_visible()

    page.keyboard.type(SECRET)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url("blob:**", timeout=10_000)
    assert page.title() == "New tab"
    assert page.inner_text("body").strip() == ""

    open_app(page, app.url)
    expect(page.get_by_role("heading", level=1, name="Locked")).to_be_visible()
    page.get_by_role("textbox", name="Passphrase", exact=True).fill(PASSPHRASE)
    press(page, "Open")
    go(page, "Journal")
    press(page, "A draft is waiting: Free writing")
    expect(page.locator("textarea").first).to_have_value(SECRET)
    assert SECRET not in app.printed()
