"""A brave step in two sittings, with a restart of the server between them."""

from __future__ import annotations

import signal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import click, enter_plain, go, open_app, press, settle
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser


def test_a_brave_step_planned_before_a_crash_waits_on_today_for_its_second_half(page: Page, app: AppProcess) -> None:
    enter_plain(page, app)
    go(page, "Journal")
    press(page, "What would you like to write?")
    press(page, "A brave step")
    expect(page.get_by_text("If saying no to this person frightens you")).to_be_visible()
    expect(page.get_by_text("What became of the step?")).to_have_count(0)
    page.get_by_role("textbox", name="What would you like to share?").fill("That the move frightens me.")
    page.keyboard.press("Tab")
    settle(page)
    press(page, "Save")
    expect(page.get_by_text("Kept. The second half is on Today for whenever you want it.")).to_be_visible()

    app.stop(signal.SIGKILL)
    app.start()
    open_app(page, app.url)
    expect(page.get_by_text("A brave step waits for its second half.")).to_be_visible()
    press(page, "Look again")
    expect(page.get_by_text("How did the person respond?")).to_have_count(0)
    click(page, page.get_by_text("Not now", exact=True))
    expect(page.get_by_text("Then it stands here as a step you thought about. That counts too.")).to_be_visible()
    expect(page.get_by_text("How did the person respond?")).to_have_count(0)
    click(page, page.get_by_text("I took it", exact=True))
    page.get_by_role("textbox", name="How did the person respond?").fill("She listened.")
    page.keyboard.press("Tab")
    settle(page)
    press(page, "Save")
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    expect(page.get_by_text("That the move frightens me.").first).to_be_visible()
    expect(page.get_by_text("She listened.").first).to_be_visible()
    go(page, "Today")
    expect(page.get_by_text("A brave step waits for its second half.")).to_have_count(0)
