"""A questionnaire built in the app is answered, scored and changed; a bad file gets every problem named at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import answer_all, enter_plain, go, press, settle
from tests.browser.app_process import AppProcess
from tests.browser.looking import look

pytestmark = pytest.mark.browser

BAD_FILE = 'id = "sleep"\nversion = 1\ntitle = "Sleep"\nrecall_days = "seven"\ncolour = "blue"\n'
RESTING = ["I slept well.", "I went to bed in time.", "I woke up easily."]
SEEING = ["I rang a friend.", "I ate with somebody.", "I laughed with somebody."]


def fill(page: Page, label: str, text: str) -> None:
    """Fill a text field by its label and wait until it was sent."""
    page.get_by_role("textbox", name=label).fill(text)
    page.keyboard.press("Tab")
    settle(page)


def test_an_own_questionnaire_is_built_answered_and_scored(page: Page, app: AppProcess, tmp_path: Path) -> None:
    enter_plain(page, app)
    go(page, "Check in")
    press(page, "Put one together")
    fill(page, "What it is called", "Evenings")
    fill(page, "The questions, one on each line", "I slept well.\nI rang a friend.\nI lay awake.")
    press(page, "I lay awake.")
    assert look(page, "putting a questionnaire together").ours == []
    expect(page.get_by_role("radiogroup")).to_have_count(4)
    press(page, "Keep it")
    expect(page.get_by_text("Kept. It stands among the questionnaires now.")).to_be_visible()

    page.locator(".st-key-answer-own-1 button").click()
    settle(page)
    answer_all(page, "often")
    press(page, "Save and see the result")
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


def test_parts_are_scored_apart_and_a_changed_wording_is_a_seam(page: Page, app: AppProcess) -> None:
    enter_plain(page, app)
    go(page, "Check in")
    press(page, "Put one together")
    fill(page, "What it is called", "Evenings")
    fill(page, "The questions, one on each line", "\n".join(RESTING + SEEING))
    fill(page, "Parts with a figure of their own", "Rest\nCompany")
    for part, questions in (("Rest", RESTING), ("Company", SEEING)):
        group = page.get_by_test_id("stButtonGroup").filter(has_text=f"Questions of “{part}”")
        for question in questions:
            group.get_by_role("button", name=question).click()
            settle(page)
    press(page, "Keep it")
    answer_own(page, "often")
    expect(page.get_by_text("9 of 12")).to_have_count(2)

    press(page, "Check in")
    page.locator(".st-key-own-own-1").get_by_role("button", name="Change").click()
    settle(page)
    fill(page, "The questions, one on each line", "\n".join([*RESTING[:2], "I woke up rested.", *SEEING]))
    page.get_by_test_id("stButtonGroup").filter(has_text="Questions of “Rest”").get_by_role(
        "button", name="I woke up rested."
    ).click()
    settle(page)
    press(page, "Keep it")
    answer_own(page, "rarely")
    expect(page.get_by_text("3 of 12")).to_have_count(2)

    go(page, "Progress")
    expect(page.get_by_text(re.compile(r"2 check-ins\..*Dashed line:.* new wording from")).first).to_be_visible()
    for part in ("Rest", "Company"):
        expect(page.get_by_test_id("stButtonGroup").get_by_text(part, exact=True)).to_be_visible()
    assert "Traceback" not in app.printed()


def answer_own(page: Page, option: str) -> None:
    """Answer the own questionnaire from the list with one option throughout, and save."""
    page.locator(".st-key-answer-own-1 button").click()
    settle(page)
    answer_all(page, option)
    press(page, "Save and see the result")
