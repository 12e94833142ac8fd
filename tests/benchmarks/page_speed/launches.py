"""How long the first page takes from the launch, ours by turns with the bare app's; and what a server weighs."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.benchmarks.page_speed.scenarios import go
from tests.benchmarks.page_speed.servers import Server
from tests.browser.app_process import ROOT

PAGES = ("today", "check_in", "journal", "progress", "patterns", "road", "your_data", "help", "modules")
DRAWN = """
() => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"
      && document.querySelector("h1") !== null
"""
IMPORT_ALL = """
import importlib, sys, psutil
for name in open(sys.argv[1]).read().split():
    try:
        importlib.import_module(name)
    except Exception as fault:
        print(f"left out: {name}: {fault}", file=sys.stderr)
print(psutil.Process().memory_info().rss / 1e6)
"""
OUR_PACKAGES = ("analysis", "assessments", "dashboard", "sample_data", "tests", "__main__", "__mp_main__")
WORK_SECONDS = 20


def first_page_seconds(browser: Browser, server: Server) -> float:
    """From starting the process until its first page is drawn in a fresh window."""
    context = browser.new_context()
    page = context.new_page()
    begun = time.perf_counter()
    with server:
        server.wait_until_ready()
        page.goto(server.url, wait_until="commit")
        page.wait_for_function(DRAWN, polling=20)
        took = time.perf_counter() - begun
        context.close()
    return took


def compare_launches(browser: Browser, bare: Path, ours: Path, home: Path, rounds: int) -> tuple[float, float]:
    """The middle of the seconds until the first page: the bare app's, ours."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(-1, rounds):
        for script, seconds in zip((bare, ours), taken, strict=True):
            found = first_page_seconds(browser, Server(script, home))
            if number >= 0:
                seconds.append(found)
    return median(taken[0]), median(taken[1])


def memory_mb(browser: Browser, ours: Path, home: Path) -> tuple[float, float]:
    """The megabytes of our server after one visit to every page, and of a process that imported the same libraries."""
    with Server(ours, home) as server:
        server.wait_until_ready()
        page = browser.new_page()
        page.goto(server.url)
        page.wait_for_function(DRAWN)
        page.wait_for_timeout(WORK_SECONDS * 1000)
        for path in PAGES:
            if page.locator(f'[data-testid=stSidebarNav] a[href$="/{path}"]').count():
                go(page, path)
        weight = server.memory_mb()
        page.close()
        libraries = [name for name in server.modules() if name.split(".")[0] not in OUR_PACKAGES]
    return weight, _imported_mb(libraries, ours.parent / "libraries.txt")


def _imported_mb(libraries: list[str], kept: Path) -> float:
    kept.write_text("\n".join(libraries), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, str(kept)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])
