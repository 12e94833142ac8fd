"""The main job from the first visit to tomorrow: run by `test_no_network`, on a machine without any network."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import begin_by_hand, go, open_app, press, take, write
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser


def test_a_person_answers_writes_and_finds_everything_again_after_a_restart(page: Page, app: AppProcess) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    begin_by_hand(page, app.url)
    take(page, "Answer the ten signs", "sometimes")
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
