"""Our pages beside a bare empty Streamlit app, by turns in one real browser: python -m tests.benchmarks.page_speed."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.page_speed.launches import DRAWN, compare_launches, memory_mb
from tests.benchmarks.page_speed.scenarios import measure, scenarios
from tests.benchmarks.page_speed.servers import Server, app_as_it_is, bare_app, our_app
from tests.benchmarks.page_speed.stopwatch import listen
from tests.benchmarks.page_speed.vaults import kept_vault, locked_vault
from tests.browser.conftest import FLAGS, chromium, whole_chromium

MANY_YEARS, ONE_YEAR = 10, 1
LONGER_AT_MOST, LAUNCH_AT_MOST, MEMORY_AT_MOST = 1.3, 1.15, 1.5
WARM_UP_MS = 15_000


def main() -> None:
    """Print one line for each thing that is measured, with its bound."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--rounds", type=int, default=15, help="turns for each page")
    reader.add_argument("--launches", type=int, default=5, help="turns for the first page from launch")
    reader.add_argument("--vaults", type=Path, help="a folder in which the made vaults are kept for the next run")
    reader.add_argument("--only", default="", help="measure only what has this in its name")
    chosen = reader.parse_args()
    with _folder() as work, sync_playwright() as playwright:
        kept = chosen.vaults or work / "vaults"
        homes = {years: _copied(kept_vault(kept, years), work, years) for years in (MANY_YEARS, ONE_YEAR)}
        browser = playwright.chromium.launch(executable_path=whole_chromium() or chromium(), args=list(FLAGS))
        bare, ours = bare_app(work / "bare"), our_app(work / "ours")
        if chosen.only in "first page from launch":
            launched = app_as_it_is(work / "launched")
            _print_launches(browser, bare, launched, locked_vault(work / "locked"), chosen.launches, "locked")
            _print_launches(browser, bare, launched, homes[MANY_YEARS], chosen.launches, "ten years")
        if chosen.only in "memory":
            weight, imported = memory_mb(browser, ours, homes[MANY_YEARS])
            _print(
                "memory, MB beside imports alone", weight / imported, MEMORY_AT_MOST, f"{weight:.0f} / {imported:.0f}"
            )
        _print_pages(browser, (bare, ours), homes, chosen.rounds, chosen.only)


def _print_launches(browser: Browser, bare: Path, ours: Path, home: Path, rounds: int, what: str) -> None:
    floor, found = compare_launches(browser, bare, ours, home, rounds)
    _print(f"first page from launch, {what}", found / floor, LAUNCH_AT_MOST, f"{found:.2f} s / {floor:.2f} s")


def _print_pages(browser: Browser, scripts: tuple[Path, Path], homes: dict[int, Path], rounds: int, only: str) -> None:
    with ExitStack() as running:
        bare, many, one = (
            running.enter_context(_opened(browser, Server(script, home)))
            for script, home in zip((scripts[0], scripts[1], scripts[1]), (homes[1], homes[10], homes[1]), strict=True)
        )
        many[0].wait_for_timeout(WARM_UP_MS)
        for scenario in scenarios():
            if only not in scenario.name:
                continue
            floor, long, short = measure(scenario, bare, [many, one], rounds)
            server = f"server {long.server_ms:.0f} / {floor.server_ms:.0f}"
            shown = f"{long.browser_ms:.0f} ms / {floor.browser_ms:.0f} ms; {server} ms at work"
            _print(scenario.name, long.browser_ms / floor.browser_ms, scenario.at_most, shown, scenario.aim)
            shown = f"{long.browser_ms:.0f} ms / {short.browser_ms:.0f} ms"
            _print("  ten years beside one", long.browser_ms / short.browser_ms, LONGER_AT_MOST, shown)


def _print(name: str, ratio: float, at_most: float, shown: str, aim: float | None = None) -> None:
    aimed = f", aim {aim:.1f}" if aim else ""
    fits = "ok" if ratio <= at_most else "TOO MUCH"
    print(f"{name:<36}{ratio:6.2f}  (≤ {at_most:.2f}{aimed}) {fits:<9} {shown}", flush=True)


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="footbridge-page-speed-") as name:
        yield Path(name)


def _copied(vault: Path, work: Path, years: int) -> Path:
    """A copy to work in: measuring adds check-ins."""
    return Path(shutil.copytree(vault, work / f"home-{years}"))


@contextmanager
def _opened(browser: Browser, server: Server) -> Iterator[tuple[Page, Server]]:
    context = browser.new_context(locale="en-GB", timezone_id="Europe/Dublin", viewport={"width": 1100, "height": 900})
    listen(context)
    with server:
        server.wait_until_ready()
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(server.url)
        page.wait_for_function(DRAWN)
        yield page, server
        context.close()


if __name__ == "__main__":
    main()
