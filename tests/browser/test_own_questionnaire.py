"""A questionnaire built in the app is answered, scored and changed; a bad file gets every problem named at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import answer_all, begin_plain, go, press, settle
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser

BAD_FILE = 'id = "sleep"\nversion = 1\ntitle = "Sleep"\nrecall_days = "seven"\ncolour = "blue"\n'


def fill(page: Page, label: str, text: str) -> None:
    """Fill a text field by its label and wait until it was sent."""
    page.get_by_role("textbox", name=label).fill(text)
    page.keyboard.press("Tab")
    settle(page)


def test_an_own_questionnaire_is_built_answered_and_scored(page: Page, app: AppProcess, tmp_path: Path) -> None:
    begin_plain(page, app.url)
    go(page, "Check in")
    press(page, "Put one together")
    fill(page, "What it is called", "Evenings")
    fill(page, "The questions, one on each line", "I slept well.\nI rang a friend.\nI lay awake.")
    press(page, "I lay awake.")
    expect(page.get_by_role("radiogroup")).to_have_count(4)
    press(page, "Keep it")
    expect(page.get_by_text("Kept. It stands among the questionnaires now.")).to_be_visible()

    page.locator(".st-key-answer-own-1 button").click()
    settle(page)
    answer_all(page, "often")
    press(page, "Save and look")
    expect(page.get_by_text("7 of 12")).to_be_visible()

    press(page, "Check in")
    page.get_by_text("Bring a TOML file").first.click()
    bad = tmp_path / "sleep.toml"
    bad.write_text(BAD_FILE, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(bad)
    settle(page)
    for key in ("lead", "items", "recall_days", "colour"):
        expect(page.get_by_role("listitem").filter(has_text=key).first).to_be_visible()

    go(page, "Progress")
    expect(page.get_by_text("1 check-in.").first).to_be_visible()
    assert "Traceback" not in app.printed()
