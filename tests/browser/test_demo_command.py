"""`footbridge demo` shows the invented person at once, leaves one's own vault alone, and ends with Ctrl+C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessments.storage import vault_exists
from dashboard.wording import frame, welcome
from tests.browser.actions import go, press
from tests.browser.app_process import ROOT, AppProcess

pytestmark = pytest.mark.browser


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of this kind is not there")
def test_the_demo_opens_at_once_and_leaving_it_leads_to_ones_own_door(page: Page, tmp_path: Path) -> None:
    app = AppProcess(home=tmp_path / "home", log=tmp_path / "log")
    with app.log.open("ab") as log:
        app.process = subprocess.Popen(
            [sys.executable, "-m", "dashboard.command_line", "demo", "--no-browser", "--port", str(app.port)],
            cwd=ROOT,
            env={**os.environ, "FOOTBRIDGE_HOME": str(app.home)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # background work ignores it
        )
    process = app.process
    try:
        app.wait_until_ready()
        page.goto(app.url)
        expect(page.get_by_text(frame.DEMO_BANNER())).to_be_visible(timeout=60_000)
        go(page, frame.PROGRESS())
        press(page, frame.LEAVE_DEMO())
        expect(page.get_by_role("heading", level=1, name=welcome.TITLE())).to_be_visible()
        assert vault_exists(app.home) == "none"
        press(page, welcome.BEGIN())
        press(page, welcome.WITHOUT())
        expect(page.get_by_role("heading", level=1, name=frame.TODAY())).to_be_visible()
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(30) == 0, app.printed()
        assert "Traceback" not in app.printed()
        assert not (app.home / "running.json").exists()
    finally:
        app.stop(signal.SIGKILL)
