"""The main job from the first visit to tomorrow, in a real browser against the README's command."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import answer_all, begin_by_hand, click, enter_plain, go, open_app, press, write
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser


def test_a_person_answers_writes_and_finds_everything_again_after_a_restart(page: Page, app: AppProcess) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    begin_by_hand(page, app.url)
    press(page, "Answer the ten signs")
    answer_all(page, "sometimes")
    press(page, "Save and see the result")
    expect(page.get_by_text("On average: about “sometimes”.")).to_be_visible()
    expect(page.get_by_text("20 of 40")).to_be_visible()
    go(page, "Journal")
    press(page, "Write")
    write(page, "My sister rang about the move. I said what I needed.")
    press(page, "Save")
    expect(page.get_by_text("My sister rang about the move. I said what I needed.")).to_be_visible()
    go(page, "Progress")
    expect(page.get_by_text("1 check-in.").first).to_be_visible()

    app.stop()
    app.start()
    open_app(page, app.url)
    go(page, "Journal")
    expect(page.get_by_text("My sister rang about the move.")).to_be_visible()
    go(page, "Progress")
    expect(page.get_by_text("1 check-in.").first).to_be_visible()
    go(page, "Patterns")
    expect(page.get_by_text("Themes can be looked for after 20 entries (you have 1).")).to_be_visible()
    assert errors == []
    assert "Traceback" not in app.printed()


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
    press(page, "Take the pulse")
    answer_all(page, "often")
    press(page, "Save and see the result")
    press(page, "Remove")
    go(page, "Progress")
    expect(page.get_by_text("There is nothing to draw yet.")).to_be_visible()
    go(page, "Check in")
    press(page, "Bring it back")
    go(page, "Progress")
    expect(page.get_by_text("1 check-in.").first).to_be_visible()
