"""Marked words typed wherever a person can type are found nowhere but inside the encrypted vault."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import text

from assessments.storage import Vault, open_vault
from tests.browser import whole_use
from tests.browser.actions import click, press, unfold, unlock
from tests.browser.app_process import AppProcess
from tests.browser.conftest import FLAGS, chromium, whole_chromium
from tests.browser.marked_words import Marks, process_texts
from tests.browser.watched_process import Watch, watching

pytestmark = pytest.mark.browser

LOOPBACK = {"127.0.0.1", "::1"}
BROWSER_STORES = (
    "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, document.title, history.state])"
)


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    folder = tmp_path / "watch"
    folder.mkdir()
    with watching(folder) as watched:
        yield watched


@pytest.fixture
def app(watch: Watch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppProcess]:
    """An app whose person has a home, caches and a temporary folder of their own."""
    for variable, name in (
        ("HOME", "person"),
        ("XDG_CACHE_HOME", "person/cache"),
        ("XDG_CONFIG_HOME", "person/config"),
    ):
        (tmp_path / name).mkdir(exist_ok=True)
        monkeypatch.setenv(variable, str(tmp_path / name))
    running = AppProcess(home=tmp_path / "home", log=tmp_path / "app.log", temporary=tmp_path / "temporary")
    running.start()
    yield running
    running.stop()


@pytest.fixture
def context(browser: Browser, tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser that keeps its history on the disk, where this machine has a whole one."""
    kept = browser.browser_type.launch_persistent_context(
        tmp_path / "browser",
        executable_path=whole_chromium() or chromium(),
        args=list(FLAGS),
        locale="en-GB",
        timezone_id="Europe/Dublin",
    )
    kept.set_default_timeout(20_000)
    yield kept
    kept.close()


def test_nothing_that_was_typed_leaves_the_vault_and_no_request_leaves_the_machine(
    context: BrowserContext, app: AppProcess, watch: Watch, tmp_path: Path
) -> None:
    marks, page, asked = Marks(), context.pages[0], list[str]()
    missing = list[str]()
    context.on("request", lambda request: asked.append(request.url))
    context.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    page.on("websocket", lambda opened: asked.append(opened.url))
    page.on("framenavigated", lambda frame: asked.append(frame.url))
    passphrase = whole_use.begin(page, app.url, marks)
    icon = page.locator("link[rel*=icon]").first.evaluate("link => link.href")
    whole_use.seed(app.home, passphrase, marks)
    whole_use.write_every_form(page, marks)
    whole_use.search_and_edit(page, marks)
    whole_use.check_in(page, marks)
    whole_use.use_the_other_screens(page, marks)
    passphrase = whole_use.use_your_data(page, marks, passphrase)
    assert missing == []
    meet_a_fault(page, app, watch, marks)
    lock_and_mistype(page, marks, passphrase)
    stores = str(page.evaluate(BROWSER_STORES))
    assert app.process is not None
    processes = process_texts(app.process.pid)
    type_until_the_server_is_killed(page, app, marks)
    context.close()

    assert {urlsplit(url).hostname for url in [*asked, icon] if url.startswith(("http", "ws"))} == {"localhost"}
    assert any(url.endswith(".woff2") for url in asked)
    assert any(url.startswith("ws://localhost") for url in asked)
    assert watch.connected(), "the watcher saw nothing at all"
    assert {line.split("'")[1] for line in watch.connected() if line.startswith("(")} <= LOOPBACK
    assert set(watch.looked_up()) <= {"'127.0.0.1'", "'localhost'", "None"}
    assert watch.temporary() == []
    for where, content in (("URLs", "\n".join(asked)), ("browser stores", stores), ("log", app.printed())):
        assert marks.found_in(content.encode()) == set(), f"a word stood in the {where}"
    assert marks.found_in(processes) == set(), "a word stood in the process list"
    for place in ("home", "temporary", "person", "watch"):
        assert marks.found_under(tmp_path / place) == {}
    histories = list(tmp_path.glob("browser/**/History*"))
    assert histories or whole_chromium() is None
    for history in histories:
        assert marks.found_in(history.read_bytes()) == set()
    with open_vault(app.home, passphrase) as vault:
        expect_kept(vault, marks)


def expect_kept(vault: Vault, marks: Marks) -> None:
    """Every word that was to be kept stands in the open vault: proof that it was really typed and really arrived."""
    with vault._store.reading() as connection:
        tables = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
        rows = [row for table in tables for row in connection.execute(text(f"SELECT * FROM '{table}'"))]
    held = "\n".join(str(cell) for row in rows for cell in row)
    assert {place for word, place in marks.places.items() if word not in held and word not in marks.passing} == set()
    assert {place for word, place in marks.places.items() if word in held and word in marks.passing} == set()


def meet_a_fault(page: Page, app: AppProcess, watch: Watch, marks: Marks) -> None:
    """Let the program fail with a marked word in its fault, and go on."""
    watch.fault.write_text(marks.new("fault", kept=False), encoding="utf-8")
    go_on = page.get_by_role("button", name="Try again").first
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Journal").click()
    expect(page.get_by_text("Something went wrong on this page")).to_be_visible()
    watch.fault.unlink()
    click(page, go_on)
    assert "RuntimeError in" in app.printed()


def lock_and_mistype(page: Page, marks: Marks, passphrase: str) -> None:
    """Lock, type a wrong passphrase and a wrong code, and open again."""
    press(page, "Lock")
    page.get_by_role("textbox", name="Passphrase", exact=True).fill(marks.new("wrong passphrase", kept=False))
    press(page, "Open")
    expect(page.get_by_text("That is not the right passphrase or code.")).to_be_visible()
    unfold(page, "I forgot the passphrase")
    page.get_by_role("textbox", name="Recovery code").fill(marks.new("wrong code", kept=False))
    press(page, "Open with the code")
    page.wait_for_timeout(1_500)
    unlock(page, passphrase)


def type_until_the_server_is_killed(page: Page, app: AppProcess, marks: Marks) -> None:
    """Leave a draft half typed, and kill the server with it."""
    whole_use.open_list(page)
    press(page, "Write")
    page.locator("textarea").first.fill(marks.new("draft"))
    page.wait_for_timeout(4_500)
    app.stop(signal.SIGKILL)
