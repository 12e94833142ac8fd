"""Takes the README's screenshots from the running demo, so that they stay true."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.actions import go, open_app, press
from tests.browser.app_process import ROOT, AppProcess
from tests.browser.conftest import FLAGS, chromium
from tests.browser.looking import DESK, PHONE, wait_until_drawn

FOLDER = ROOT / "docs" / "screenshots"


def main() -> int:
    """Start the app with an empty folder, look around as the invented person, and write the pictures."""
    path = chromium()
    if path is None:
        print("Chromium is needed for the screenshots.", file=sys.stderr)
        return 1
    folder = Path(tempfile.mkdtemp(prefix="footbridge-screenshots-"))
    app = AppProcess(home=folder / "home", log=folder / "app.log")
    FOLDER.mkdir(parents=True, exist_ok=True)
    app.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
            desktop = browser.new_page(viewport=DESK, locale="en-GB", timezone_id="Europe/Dublin")
            take_desktop(desktop, app.url)
            dark = browser.new_page(viewport=PHONE, locale="en-GB", timezone_id="Europe/Dublin", color_scheme="dark")
            take_phone(dark, app.url)
            browser.close()
    finally:
        app.stop()
        shutil.rmtree(folder, ignore_errors=True)
    shrink()
    return 0


def take_desktop(page: Page, url: str) -> None:
    """Progress and Patterns, light."""
    open_app(page, url)
    press(page, "Look around with an invented person")
    go(page, "Progress")
    wait_until_drawn(page)
    page.screenshot(path=str(FOLDER / "progress.png"))
    go(page, "Patterns")
    press(page, "Look for themes")
    expect(page.get_by_role("heading", name="Themes over the weeks")).to_be_visible(timeout=60_000)
    wait_until_drawn(page)
    page.screenshot(path=str(FOLDER / "patterns.png"))


def take_phone(page: Page, url: str) -> None:
    """A questionnaire on a phone, dark."""
    open_app(page, url)
    press(page, "Look around with an invented person")
    press(page, "Answer the ten signs")
    wait_until_drawn(page)
    page.screenshot(path=str(FOLDER / "check-in-phone-dark.png"))


def shrink() -> None:
    """Make the files small where a tool for it is installed."""
    if shutil.which("optipng"):
        subprocess.run(["optipng", "-quiet", *map(str, FOLDER.glob("*.png"))], check=True, env=dict(os.environ))


if __name__ == "__main__":
    sys.exit(main())
