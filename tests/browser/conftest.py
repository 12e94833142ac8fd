"""A real Chromium and a real server for the browser tests; without Chromium they are skipped aloud, or fail in CI."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

from tests.browser.actions import enter_plain
from tests.browser.app_process import AppProcess, origins_used

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ONE_PROCESS_FOR_PAGES = "--renderer-process-limit=1"
expect.set_options(timeout=20_000)

# The one without windows first: the same engine, and a fifth less work for the two cores.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")


def chromium(names: tuple[str, ...] = NAMES) -> str | None:
    """The Chromium of this machine; None where there is none."""
    return next((found for name in names if (found := shutil.which(name))), None)


def whole_chromium() -> str | None:
    """The Chromium that people use, which keeps a history; None where there is none."""
    return chromium(NAMES[1:])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        if os.environ.get("FOOTBRIDGE_BROWSER_TESTS") == "required":
            pytest.fail("the browser tests are required here, and there is no Chromium")
        pytest.skip("no Chromium on this machine; the browser tests need one")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*FLAGS, ONE_PROCESS_FOR_PAGES])
        yield started
        started.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where a test of one page fails, say what the page showed and when it last sent, got and drew something."""
    report = yield
    given = getattr(item, "funcargs", {})
    page = given.get("page") or given.get("inside")
    if report.failed and isinstance(page, Page) and not page.is_closed():
        with suppress(Error):
            at = page.evaluate("() => JSON.stringify({...window.watched, now: performance.now()})")
            report.sections.append(("what the page showed", f"{page.url} {at}\n{page.locator('body').inner_text()}"))
    return report


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """The browser window of most tests, whose one process for pages has read Streamlit's scripts once.

    A page of the same site that is never closed keeps that process alive.
    """
    context = browser.new_context(
        locale="en-GB",
        timezone_id="Europe/Dublin",
        viewport={"width": 1100, "height": 900},
        reduced_motion="reduce",
    )
    context.set_default_timeout(20_000)
    keeper = context.new_page()
    keeper.route("**/*", lambda asked: asked.fulfill(body=""))
    keeper.goto("http://localhost/")
    yield context
    context.close()


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    """A page of its own, in a window that has forgotten what earlier pages left in it."""
    with _page_that_is_forgotten(window) as one:
        yield one


@pytest.fixture(scope="module")
def inside(window: BrowserContext, shared_app: AppProcess) -> Iterator[Page]:
    """One page for all tests of a file that begin with the menu, in the shared app's vault without a passphrase."""
    with _page_that_is_forgotten(window) as one:
        enter_plain(one, shared_app)
        yield one


@contextmanager
def _page_that_is_forgotten(window: BrowserContext) -> Iterator[Page]:
    there = list(window.pages)
    try:
        yield window.new_page()
    finally:
        for opened in window.pages:
            if opened not in there:
                opened.close()
        _empty(window)


def _empty(window: BrowserContext) -> None:
    window.clear_cookies()
    told = window.new_cdp_session(window.pages[0])
    for origin in origins_used():
        told.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    told.detach()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[AppProcess]:
    """An app with an empty folder of its own."""
    running = AppProcess(home=tmp_path / "home", log=tmp_path / "app.log", may_fork=True)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def shared_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppProcess]:
    """One app for all tests of a file, with a folder of its own."""
    folder = tmp_path_factory.mktemp("app")
    running = AppProcess(home=folder / "home", log=folder / "app.log", may_fork=True)
    running.start()
    yield running
    running.stop()
