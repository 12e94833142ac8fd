"""What is folded away is drawn when it is opened, and keeps what was typed in it when it is closed again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dashboard.wording import frame as frame_words
from dashboard.wording import life_events as words
from dashboard.wording import practices as practice_words
from tests.browser.actions import enter_plain, go, open_app, press, settle, take, unfold
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser


def test_a_table_and_a_mark_open_on_demand_and_a_typed_name_survives_closing(page: Page, app: AppProcess) -> None:
    enter_plain(page, app)
    take(page, "Take the pulse", "often")
    go(page, "Progress")
    expect(page.get_by_test_id("stDataFrame")).to_have_count(0)
    page.get_by_text(frame_words.AS_TABLE(), exact=True).first.click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    page.get_by_role("button", name=words.ADD()).click()
    page.get_by_role("textbox", name=words.NAME()).fill("Moved flat")
    page.keyboard.press("Tab")
    settle(page)
    page.get_by_role("heading", level=1).click()
    expect(page.get_by_role("textbox", name=words.NAME())).to_have_count(0)
    settle(page)
    page.get_by_role("button", name=words.ADD()).click()
    expect(page.get_by_role("textbox", name=words.NAME())).to_have_value("Moved flat")
    press(page, words.KEEP())
    expect(page.get_by_role("paragraph").filter(has_text="Moved flat")).to_be_visible()


def test_the_page_that_is_chosen_while_something_is_unfolded_comes_and_a_reloaded_one_stays(
    page: Page, app: AppProcess
) -> None:
    enter_plain(page, app)
    take(page, "Take the pulse", "often")
    for screen in ("Today", "Journal", "Patterns"):
        go(page, "Progress")
        page.get_by_role("button", name=words.ADD()).click()
        expect(page.get_by_role("textbox", name=words.NAME())).to_be_visible()
        go(page, screen)
        settle(page)
        expect(page.get_by_role("heading", level=1, name=screen, exact=True)).to_be_visible()
    page.goto(f"{app.url}/progress")
    press(page, words.ADD())
    page.get_by_role("textbox", name=words.NAME()).fill("After a reload")
    page.keyboard.press("Tab")
    settle(page)
    expect(page.get_by_role("heading", level=1, name="Progress", exact=True)).to_be_visible()
    expect(page.get_by_role("textbox", name=words.NAME())).to_have_value("After a reload")


def test_the_page_on_which_a_window_begins_stays_while_a_part_of_it_is_drawn_anew(page: Page, app: AppProcess) -> None:
    enter_plain(page, app)
    open_app(page, app.url)
    page.get_by_role("heading", level=1).evaluate("title => { title.dataset.stayed = 'yes'; }")
    unfold(page, practice_words.SOMETHING_SMALL())
    press(page, practice_words.DID_IT())
    expect(page.get_by_text(practice_words.NOTED_TODAY(), exact=True)).to_be_visible()
    press(page, practice_words.TAKE_BACK())
    expect(page.get_by_role("button", name=practice_words.DID_IT())).to_be_visible()
    page.get_by_role("button", name=practice_words.WORDS_THAT_HELPED()).click()
    expect(page.get_by_text(practice_words.NO_WORDS(), exact=True)).to_be_visible()
    expect(page.locator("h1[data-stayed=yes]")).to_be_visible()
