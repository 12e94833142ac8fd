"""A backup from before the passphrase is named under Your data and can be deleted there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import enter_plain, go, press
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser

PASSPHRASE = "a lamp beside the harbour"


def test_a_backup_from_before_the_passphrase_is_named_and_can_be_deleted(page: Page, app: AppProcess) -> None:
    enter_plain(page, app)
    go(page, "Your data")
    press(page, "Make a backup now")
    expect(page.get_by_text("Backup made:")).to_be_visible()
    page.get_by_role("textbox", name="The new passphrase").fill(PASSPHRASE)
    page.get_by_role("textbox", name="The new one again").fill(PASSPHRASE)
    press(page, "Add a passphrase")
    press(page, "I have put it away")
    expect(page.get_by_text("is not encrypted: anyone who has it can read it.").first).to_be_visible()
    while page.get_by_role("button", name="Delete this backup").count():
        press(page, "Delete this backup")
    expect(page.get_by_text("is not encrypted: anyone who has it can read it.")).to_have_count(0)
