"""Kills of the real app while a person works in it: `python -m tests.benchmarks.app_kills [kills] [seed]`."""

from __future__ import annotations

import random
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.app_killing import WORKS, kill_once
from tests.browser.app_process import AppProcess
from tests.browser.conftest import FLAGS, chromium


def main(kills: int = 300, seed: int = 1) -> int:
    """Kill that many times, evenly over all kinds of work; returns how many times anything was lost."""
    told: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for number in range(kills):
            work = WORKS[number % len(WORKS)]
            page = browser.new_page(locale="en-GB")
            with tempfile.TemporaryDirectory() as place:
                app = AppProcess(home=Path(place) / "home", log=Path(place) / "app.log")
                try:
                    said = kill_once(page, app, work, random.Random(seed * 1_000_003 + number))
                    told[work.__name__] += len(said.saved) + bool(said.typed) + said.backups + said.imported
                except Exception:  # noqa: BLE001
                    lost[work.__name__] += 1
                    print(f"kill {number} ({work.__name__}):\n{traceback.format_exc()}", flush=True)
                finally:
                    app.stop()
                    page.close()
        browser.close()
    for work in WORKS:
        name = work.__name__
        print(f"{name:12} {kills // len(WORKS):4} kills   {told[name]:5} times called saved   {lost[name]:3} faults")
    print(f"{kills} kills of the app, {sum(lost.values())} with a fault")
    return sum(lost.values())


if __name__ == "__main__":
    sys.exit(min(1, main(*map(int, sys.argv[1:]))))
