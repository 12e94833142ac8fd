"""Two apps at once on one vault: both write, both find everything, and an edit in both is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessments.storage import create_vault, open_vault
from tests.browser.actions import go, open_app, press, settle, write
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser


def test_two_apps_on_one_vault_lose_nothing(page: Page, tmp_path: Path) -> None:
    home = tmp_path / "home"
    create_vault(home)[0].close()
    apps = [AppProcess(home=home, log=tmp_path / f"{name}.log") for name in ("one", "two")]
    other = page.context.new_page()
    try:
        for app, window in zip(apps, (page, other), strict=True):
            app.start()
            open_app(window, app.url)
            go(window, "Journal")
            press(window, "Write")
            write(window, f"Written on port {app.port}.")
            press(window, "Save")
            expect(window.get_by_text("Saved.")).to_be_visible()
            press(window, "All entries")
        go(page, "Journal")
        for app in apps:
            expect(page.get_by_text(f"Written on port {app.port}.")).to_be_visible()
        for window in (page, other):
            go(window, "Journal")
            press(window, "Open")
            press(window, "Edit")
            window.locator("textarea").first.fill(f"Changed in {window.url}")
            window.keyboard.press("Tab")
            settle(window)
        press(page, "Save")
        expect(page.get_by_text("Saved.")).to_be_visible()
        press(other, "Save")
        expect(other.get_by_text("This was changed in another window in the meantime.")).to_be_visible()
        expect(other.locator("textarea").first).to_have_value(f"Changed in {other.url}")
    finally:
        for app in apps:
            app.stop()
    with open_vault(home) as vault:
        assert vault.verify() == []
        assert f"Changed in {apps[0].url}/journal" in {entry.fields["text"] for entry in vault.entries()}
