"""Check-ins as a person fills them in: by keyboard alone, for an earlier day, unseen, corrected."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import answer_all, click, enter_plain, go, press, settle, take, unfold, write
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser


@pytest.fixture
def began(inside: Page) -> Page:
    return inside


def test_the_keyboard_alone_answers_and_saves(began: Page) -> None:
    go(began, "Check in")
    click(began, began.locator(".st-key-answer-pulse button"))
    expect(began.get_by_role("radiogroup").first).to_be_visible()
    began.get_by_role("radiogroup").first.get_by_role("radio").first.focus()
    groups = began.get_by_role("radiogroup").count()
    for _ in range(groups):
        began.keyboard.press("Space")
        settle(began)
        began.keyboard.press("ArrowRight")
        settle(began)
        began.keyboard.press("Tab")
    assert began.locator("input[type=radio]:checked").count() == groups
    began.get_by_role("button", name="Save and see the result").focus()
    began.keyboard.press("Enter")
    expect(began.get_by_text("On average: about “rarely”.")).to_be_visible()


def test_a_check_in_can_be_saved_unseen_and_looked_at_later(began: Page) -> None:
    go(began, "Check in")
    click(began, began.locator(".st-key-answer-codependence button"))
    answer_all(began, "rarely")
    press(began, "Save, look another day")
    expect(began.get_by_text("Saved. It is under Progress, Every check-in.")).to_be_visible()
    assert began.get_by_text("of 32").count() == 0
    go(began, "Progress")
    click(began, began.get_by_text("Every check-in"))
    began.locator("[class*=st-key-look-] button").first.click()
    expect(began.get_by_text("8 of 32")).to_be_visible()


def test_the_menu_leads_back_from_a_result_and_from_an_entry_whose_words_stay_a_draft(began: Page) -> None:
    go(began, "Check in")
    click(began, began.locator(".st-key-answer-pulse button"))
    expect(began.get_by_text("0 of 7 answered")).to_be_visible()
    for group in began.get_by_role("radiogroup").all()[:7]:
        click(began, group.get_by_text("often", exact=True))
    press(began, "Save and see the result")
    expect(began.get_by_text("21 of 28").first).to_be_visible()
    expect(began.get_by_text("Higher is easier here.")).to_be_visible()
    go(began, "Check in")
    expect(began.locator(".st-key-answer-roots button")).to_be_visible()
    go(began, "Today")
    expect(began.get_by_text("Answered today: Pulse")).to_be_visible()
    press(began, "See the result")
    expect(began.get_by_text("21 of 28").first).to_be_visible()
    go(began, "Journal")
    press(began, "Write")
    go(began, "Journal")
    expect(began.get_by_role("button", name="A draft is waiting: Free writing")).to_have_count(0)
    press(began, "Write")
    write(began, "Half a line")
    go(began, "Journal")
    press(began, "A draft is waiting: Free writing")
    expect(began.locator("textarea").first).to_have_value("Half a line")
    press(began, "Leave it as a draft")


def test_a_correction_keeps_the_day_and_changes_the_figure(began: Page) -> None:
    go(began, "Check in")
    click(began, began.locator(".st-key-answer-balance button"))
    answer_all(began, "often")
    press(began, "Save and see the result")
    expect(began.get_by_text("15 of 20").first).to_be_visible()
    press(began, "Correct it")
    expect(began.get_by_text("You are correcting the check-in from")).to_be_visible()
    click(began, began.get_by_role("radiogroup").first.get_by_text("never", exact=True))
    press(began, "Save and see the result")
    expect(began.get_by_text("12 of 20")).to_be_visible()
    assert began.get_by_text("12 of 20").count() == 1


def test_a_check_in_can_be_about_an_earlier_day(began: Page) -> None:
    earlier = datetime.now(ZoneInfo("Europe/Dublin")).date() - timedelta(days=3)
    go(began, "Check in")
    click(began, began.locator(".st-key-answer-trust-building button"))
    answer_all(began, "sometimes")
    unfold(began, "Day and note")
    for part in ("day", "month", "year"):
        began.get_by_role("spinbutton", name=f"{part}, The day").fill(str(getattr(earlier, part)))
    began.keyboard.press("Tab")
    settle(began)
    press(began, "Save and see the result")
    shown = re.compile(f"^{earlier:%A},? {earlier.day} {earlier:%B} {earlier.year}$")
    expect(began.get_by_text(shown)).to_be_visible()


def test_a_result_begins_at_its_top_though_the_sheet_was_left_at_its_end(page: Page, app: AppProcess) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    enter_plain(page, app)
    take(page, "Answer the ten signs", "sometimes")
    expect(page.locator(".stVegaLiteChart svg").last).to_be_attached()
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
