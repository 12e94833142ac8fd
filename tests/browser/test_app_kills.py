"""Twenty seeded kills of the real app at work, of every kind; the benchmark `app_kills` has hundreds more."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import go, open_app, unlock
from tests.browser.app_killing import WORKS, drafts, kill_once
from tests.browser.app_process import AppProcess
from tests.browser.killed_vault import PASSPHRASE

pytestmark = pytest.mark.browser


KILLS = 20


@pytest.mark.parametrize(
    "seed", range(KILLS), ids=[f"{WORKS[seed % len(WORKS)].__name__}-{seed}" for seed in range(KILLS)]
)
def test_a_killed_app_keeps_what_it_called_saved_and_offers_the_draft(seed: int, page: Page, tmp_path: Path) -> None:
    app = AppProcess(home=tmp_path / "home", log=tmp_path / "app.log", may_fork=True)
    try:
        work = WORKS[seed % len(WORKS)]
        told = kill_once(page, app, work, random.Random(seed))
        if work is drafts:
            app.start()
            open_app(page, app.url)
            unlock(page, PASSPHRASE)
            go(page, "Journal")
            page.get_by_role("button", name="A draft is waiting").click()
            expect(page.locator("textarea").first).to_have_value(re.compile(f"^{told.typed}"))
    finally:
        app.stop()
