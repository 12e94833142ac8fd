"""150 actions of the seeded monkey on a real server; 10,000 are `python -m tests.benchmarks.monkey --actions 10000`."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.app_process import AppProcess
from tests.browser.monkey import Monkey
from tests.browser.monkey_traces import fill_home, lost_words, printed_faults

pytestmark = pytest.mark.browser

SEED = 11
ACTIONS = 150


def test_a_monkey_finds_no_traceback_no_console_error_and_loses_no_text(browser: Browser, tmp_path: Path) -> None:
    fill_home(tmp_path / "home")
    app = AppProcess(home=tmp_path / "home", log=tmp_path / "log", may_fork=True)
    app.start()
    context = browser.new_context(locale="en-GB", timezone_id="Europe/Dublin", viewport={"width": 1100, "height": 900})
    try:
        monkey = Monkey(context, app.url, SEED)
        monkey.run(ACTIONS)
    finally:
        context.close()
        app.stop()
    assert monkey.faults == [], monkey.told()
    assert printed_faults(app.printed()) == [], monkey.told()
    assert monkey.settled, "it never typed a long text, so this shows nothing about lost ones"
    assert lost_words(app.home, monkey.settled) == [], monkey.told(ACTIONS)
