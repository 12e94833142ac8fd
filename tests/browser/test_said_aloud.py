"""What waits, what was refused and what was found last is said where a person looks for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from assessments.records import Entry
from assessments.storage import create_vault
from tests.browser.actions import answer_all, enter_plain, go, press, settle, unfold, write
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser

ENTRIES = 66
SUBJECTS = ("the choir and its rehearsal", "my sister and the letter", "the garden with its fence")


def type_day(page: Page, day: date) -> None:
    """Type a day into the first date field, as British people write it."""
    page.get_by_test_id("stDateInput").first.get_by_role("spinbutton").first.click()
    page.keyboard.type(f"{day:%d%m%Y}")
    page.keyboard.press("Tab")
    settle(page)


def test_letters_and_enter_choose_the_one_feeling_that_they_begin_and_a_new_tag_as_it_was_typed(inside: Page) -> None:
    page = inside
    go(page, "Journal")
    press(page, "Write")
    unfold(page, "Mood, feelings, tags and day")
    write(page, "One feeling.")
    for field, letters in (("Feelings", "sa"), ("Tags", "or"), ("Tags", "choir"), ("Tags", "o")):
        page.get_by_role("combobox", name=field).click()
        page.keyboard.type(letters)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        settle(page)
    press(page, "Save")
    expect(page.get_by_text("sad: 50 of 100", exact=True)).to_be_visible()
    expect(page.get_by_text("or, choir", exact=False).first).to_be_visible()
    press(page, "All entries")


def test_a_change_that_was_left_is_not_called_saved_and_waits_in_sight(inside: Page) -> None:
    page = inside
    go(page, "Journal")
    press(page, "Write")
    write(page, "As it was.")
    press(page, "Save")
    press(page, "Edit")
    page.locator("textarea").first.fill("As it shall be.")
    page.keyboard.press("Tab")
    settle(page)
    press(page, "Leave it as a draft")
    expect(page.get_by_text("A change to this waits, not saved yet.")).to_be_visible()
    expect(page.get_by_text("Saved.", exact=True)).to_have_count(0)
    press(page, "All entries")
    expect(page.get_by_text("a change waits")).to_have_count(1)
    press(page, "Open")
    press(page, "Edit")
    expect(page.locator("textarea").first).to_have_value("As it shall be.")
    press(page, "Save")
    expect(page.get_by_text("A change to this waits")).to_have_count(0)
    press(page, "All entries")


def test_a_day_to_come_and_one_too_long_ago_are_refused_aloud(inside: Page) -> None:
    page, today = inside, datetime.now(UTC).date()
    go(page, "Journal")
    press(page, "Write")
    write(page, "Of another day.")
    unfold(page, "Mood, feelings, tags and day")
    type_day(page, today + timedelta(days=9))
    press(page, "Save")
    expect(page.get_by_text("is still to come")).to_be_visible()
    type_day(page, today - timedelta(days=2))
    press(page, "Save")
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    press(page, "All entries")
    go(page, "Check in")
    page.locator(".st-key-answer-pulse button").click()
    answer_all(page, "sometimes")
    unfold(page, "Day and note")
    type_day(page, today - timedelta(days=40))
    press(page, "Save and see the result")
    expect(page.get_by_text("is too long ago to be remembered well")).to_be_visible()
    type_day(page, today - timedelta(days=3))
    press(page, "Save and see the result")
    expect(page.get_by_text("This is an aid for reflection, not a clinical test.")).to_be_visible()
    press(page, "Check in")


def test_themes_found_after_the_report_was_seen_stand_in_it(page: Page, app: AppProcess) -> None:
    now = datetime.now(UTC)
    texts = [f"I thought about {SUBJECTS[number % 3]}. It rained." for number in range(ENTRIES)]
    with create_vault(app.home)[0] as vault:
        vault.save_many(
            [
                Entry(happened_at=now - timedelta(days=number), form="free", version=1, fields={"text": text})
                for number, text in enumerate(texts)
            ]
        )
    enter_plain(page, app)
    go(page, "Report")
    expect(page.get_by_text("Nothing from these days for:")).to_contain_text("Themes")
    go(page, "Patterns")
    press(page, "Look for themes")
    expect(page.get_by_role("heading", name="Themes over the weeks")).to_be_visible(timeout=60_000)
    go(page, "Report")
    expect(page.get_by_text("Nothing from these days for:")).not_to_contain_text("Themes")
    expect(page.locator(".fb-report")).to_contain_text("What comes back in what you write")
