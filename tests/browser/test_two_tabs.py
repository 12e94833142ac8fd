"""Two windows, crashes and odd text: nothing that was typed is lost, and no text comes alive."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.actions import click, enter_plain, go, open_app, press, settle, write
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def second_tab(inside: Page, shared_app: AppProcess) -> Iterator[Page]:
    """A second window on the same vault."""
    opened = inside.context.new_page()
    enter_plain(opened, shared_app)
    yield opened
    opened.close()


def replace_text(page: Page, text: str) -> None:
    """Put this text in the place of everything in the first long text of the page."""
    area = page.locator("textarea").first
    area.click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(text)


def write_entry(page: Page, text: str) -> None:
    """Write and save one free entry, which is then open for reading."""
    go(page, "Journal")
    press(page, "Write")
    write(page, text)
    press(page, "Save")
    expect(page.get_by_text("Saved.")).to_be_visible()


def open_entry(page: Page, text: str) -> None:
    """Open the entry with that text; entries of one minute may stand in either order."""
    go(page, "Journal")
    entry = page.locator("[class*=st-key-entry-]").filter(has_text=text)
    click(page, entry.get_by_role("button", name="Open", exact=True).first)


def edit(page: Page) -> None:
    """Edit the entry that is open, and wait until its text can be changed."""
    press(page, "Edit")
    expect(page.locator("textarea").first).to_be_visible()


def edit_in_both(page: Page, second_tab: Page) -> None:
    """One entry, opened for editing in two tabs, saved differently in the second and then in the first."""
    write_entry(page, "The first version.")
    open_entry(second_tab, "The first version.")
    edit(second_tab)
    edit(page)
    replace_text(second_tab, "Written in the second window.")
    press(second_tab, "Save")
    expect(second_tab.get_by_text("Saved.")).to_be_visible()
    replace_text(page, "Written in the first window.")
    press(page, "Save")
    expect(page.get_by_text("This was changed in another window in the meantime.")).to_be_visible()
    expect(page.get_by_text("Written in the second window.")).to_be_visible()
    expect(page.locator("textarea").first).to_have_value("Written in the first window.")


def expect_kept(page: Page, newest: str, earlier: list[str]) -> None:
    """The entry reads as `newest`, and its history holds the others."""
    expect(page.get_by_text(newest).first).to_be_visible()
    page.get_by_text("Earlier versions").click()
    for text in earlier:
        expect(page.get_by_text(text)).to_be_visible()


def test_two_tabs_editing_one_entry_are_told_and_keeping_mine_keeps_the_other_in_the_history(
    inside: Page, second_tab: Page
) -> None:
    edit_in_both(inside, second_tab)
    press(inside, "Keep what is here")
    expect(inside.locator("textarea").first).to_have_value("Written in the first window.")
    press(inside, "Save")
    expect(inside.get_by_text("Saved.")).to_be_visible()
    expect_kept(inside, "Written in the first window.", ["The first version.", "Written in the second window."])


def test_taking_the_other_version_shows_it(inside: Page, second_tab: Page) -> None:
    edit_in_both(inside, second_tab)
    press(inside, "Take the other version")
    expect_kept(inside, "Written in the second window.", ["The first version."])


def test_two_tabs_writing_one_new_entry_keep_two_drafts_which_wait_one_after_the_other(
    inside: Page, second_tab: Page
) -> None:
    for tab in (inside, second_tab):
        go(tab, "Journal")
        press(tab, "Write")
    for tab, text in ((inside, "From the first."), (second_tab, "From the second."), (inside, " More of it.")):
        write_on(tab, text)
    press(second_tab, "Save")
    expect(second_tab.get_by_text("From the second.", exact=True)).to_be_visible()
    leave_and_save(inside, "From the first. More of it.")
    press(inside, "All entries")
    expect(inside.get_by_text("A draft is waiting")).to_have_count(0)


def test_what_another_tab_has_added_to_a_draft_stays_a_draft_when_the_first_saves_it(
    inside: Page, second_tab: Page
) -> None:
    go(inside, "Journal")
    press(inside, "Write")
    write_on(inside, "From the first.")
    go(second_tab, "Journal")
    press(second_tab, "A draft is waiting: Free writing")
    write_on(second_tab, " Added in the second.")
    press(inside, "Save")
    expect(inside.get_by_text("From the first.", exact=True)).to_be_visible()
    leave_and_save(second_tab, "From the first. Added in the second.")


def leave_and_save(page: Page, text: str) -> None:
    """Leave what is written as a draft, find it waiting with that text, and save it."""
    press(page, "Leave it as a draft")
    press(page, "A draft is waiting: Free writing")
    expect(page.locator("textarea").first).to_have_value(text)
    press(page, "Save")
    expect(page.get_by_text(text, exact=True)).to_be_visible()


def write_on(page: Page, text: str) -> None:
    """Type at the end of the first long text of the page and leave the field, so that it arrives."""
    page.bring_to_front()
    page.locator("textarea").first.click()
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.insert_text(text)
    page.keyboard.press("Tab")
    settle(page)


def test_an_entry_removed_in_another_tab_while_it_is_edited_keeps_what_was_typed(
    inside: Page, second_tab: Page
) -> None:
    write_entry(inside, "The first version.")
    press(inside, "Edit")
    open_entry(second_tab, "The first version.")
    expect(second_tab.get_by_text("The first version.")).to_be_visible()
    press(second_tab, "Remove")
    expect(second_tab.get_by_text("The entry was removed.")).to_be_visible()
    replace_text(inside, "Typed after it was removed.")
    press(inside, "Save")
    expect(inside.get_by_text("This was removed in another window")).to_be_visible()
    expect(inside.locator("textarea").first).to_have_value("Typed after it was removed.")
    press(inside, "Save")
    expect(inside.get_by_text("Saved.")).to_be_visible()
    expect(inside.get_by_text("Typed after it was removed.").first).to_be_visible()


def test_a_killed_server_loses_at_most_the_last_seconds_of_typing(
    page: Page, browser: Browser, app: AppProcess
) -> None:
    enter_plain(page, app)
    go(page, "Journal")
    press(page, "Write")
    page.locator("textarea").first.click()
    page.keyboard.type("Long enough ago. ", delay=5)
    page.wait_for_timeout(4_500)
    page.keyboard.type("Just now.", delay=5)
    app.stop(signal.SIGKILL)
    page.close()
    app.start()
    later = browser.new_page(locale="en-GB")
    open_app(later, app.url)
    go(later, "Journal")
    click(later, later.get_by_role("button", name="A draft is waiting"))
    kept = later.locator("textarea").first.input_value()
    later.close()
    assert kept.startswith("Long enough ago.")
    assert "Long enough ago. Just now.".startswith(kept)
