"""Days stand on the pages as the browser's locale writes them, whatever language the app speaks."""

from __future__ import annotations

import pytest
from babel.dates import format_date
from playwright.sync_api import Browser, expect

from assessments.storage.clock import system_clock
from dashboard.wording import welcome
from sample_data import load_sample
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("locale", ["de-DE", "ar"])
def test_days_stand_on_the_page_as_the_browsers_locale_writes_them(
    locale: str, browser: Browser, shared_app: AppProcess
) -> None:
    last = max(each.happened_at for each in load_sample(until=system_clock().date()).responses)
    context = browser.new_context(locale=locale, timezone_id="Europe/Dublin")
    page = context.new_page()
    page.goto(shared_app.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("button", name=welcome.LOOK_AROUND()).click()
    written = format_date(last, format="medium", locale=locale.replace("-", "_"))
    expect(page.get_by_test_id("stMain")).to_contain_text(written)
    context.close()
