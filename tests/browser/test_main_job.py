"""What belongs to the main job: coming back to a half-filled check-in, a skipped item, a check-in brought back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import click, enter_plain, go, open_app, press, take
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser


def test_leaving_a_half_filled_check_in_and_coming_back_keeps_the_answers(page: Page, app: AppProcess) -> None:
    enter_plain(page, app)
    press(page, "Answer the ten signs")
    first = page.get_by_role("radiogroup").first
    click(page, first.get_by_text("often", exact=True))
    page.reload()
    open_app(page, app.url)
    press(page, "Go on")
    expect(page.get_by_role("radiogroup").first.get_by_role("radio", name="often")).to_be_checked()
    checked = page.locator("input[type=radio]:checked").count()
    assert checked == 1


def test_a_skipped_item_is_asked_about_once_and_then_allowed(page: Page, app: AppProcess) -> None:
    enter_plain(page, app)
    press(page, "Answer the ten signs")
    expect(page.get_by_role("radiogroup").first).to_be_visible()
    for group in page.get_by_role("radiogroup").all()[1:]:
        click(page, group.get_by_text("rarely", exact=True))
    press(page, "Save and see the result")
    expect(page.get_by_text("One question is still open.")).to_be_visible()
    press(page, "Save without it")
    expect(page.get_by_text("10 of 40")).to_be_visible()
    expect(page.get_by_text("the figure stands on the others")).to_be_visible()


def test_a_removed_check_in_can_be_brought_back(page: Page, app: AppProcess) -> None:
    enter_plain(page, app)
    take(page, "Take the pulse", "often")
    press(page, "Remove")
    go(page, "Progress")
    expect(page.get_by_text("There is nothing to draw yet.")).to_be_visible()
    go(page, "Check in")
    press(page, "Bring it back")
    go(page, "Progress")
    expect(page.get_by_text("1 check-in.").first).to_be_visible()
