"""Seeded kills of the real app at work, one for each kind; the benchmark `app_kills` has as many as one likes."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import go, open_app, unlock
from tests.browser.app_killing import PASSPHRASE, WORKS, drafts, kill_once
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("seed", range(len(WORKS)), ids=[work.__name__ for work in WORKS])
def test_a_killed_app_keeps_what_it_called_saved_and_offers_the_draft(seed: int, page: Page, tmp_path: Path) -> None:
    app = AppProcess(home=tmp_path / "home", log=tmp_path / "app.log")
    try:
        told = kill_once(page, app, WORKS[seed], random.Random(seed))
        if WORKS[seed] is drafts:
            app.start()
            open_app(page, app.url)
            unlock(page, PASSPHRASE)
            go(page, "Journal")
            page.get_by_role("button", name="A draft is waiting").click()
            expect(page.locator("textarea").first).to_have_value(re.compile(f"^{told.typed}"))
    finally:
        app.stop()
