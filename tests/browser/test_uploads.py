"""Uploads stay in memory, are bounded, and go with the lock, as what was made to download does."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import FilePayload, Page, Response, expect

from tests.browser.actions import click, enter_plain, go, press, settle
from tests.browser.app_process import AppProcess
from tests.browser.watched_process import Watch, watching

pytestmark = pytest.mark.browser

MB = 1_000_000
FIGURES_KEPT_MS = 5_500
TRIES = 6
HELD = re.compile(r'cache_memory_bytes\{cache_type="UploadedFileManager"[^}]*\} (\d+)')


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    folder = tmp_path / "watch"
    folder.mkdir()
    with watching(folder) as watched:
        yield watched


@pytest.fixture
def app_with_own_temp(watch: Watch, tmp_path: Path) -> Iterator[AppProcess]:
    running = AppProcess(home=tmp_path / "home", log=tmp_path / "app.log", temporary=tmp_path / "temporary")
    running.start()
    yield running
    running.stop()


def held_bytes(app: AppProcess) -> int:
    """How much of uploads the server holds."""
    with urllib.request.urlopen(f"http://127.0.0.1:{app.port}/_stcore/metrics", timeout=10) as answer:
        return sum(map(int, HELD.findall(answer.read().decode())))


def bring(page: Page, size: int) -> Response:
    """Upload a questionnaire file of that size; gives the server's answer."""
    line = b"# a line that nobody needs to keep\n"
    content = (line * (size // len(line) + 1))[:size]
    with page.expect_response(lambda answer: "upload_file" in answer.url and answer.request.method == "PUT") as put:
        page.locator("input[type=file]").first.set_input_files(
            FilePayload(name="mine.toml", mimeType="text/plain", buffer=content)
        )
    return put.value


def send_past_the_page(page: Page, url: str, size: int) -> int:
    """Send that many bytes to an upload's address, as a page would that knows no bound; gives the status."""
    script = """async ([url, size]) => {
        const form = new FormData()
        form.append("file", new Blob([new Uint8Array(size)]), "mine.toml")
        const token = /_streamlit_xsrf=([^;]+)/.exec(document.cookie)
        const headers = token ? {"X-Xsrftoken": token[1]} : {}
        return (await fetch(url, {method: "PUT", body: form, headers})).status
    }"""
    return int(page.evaluate(script, [url, size]))


def is_there(url: str) -> bool:
    """Whether the server gives that file to whoever asks."""
    try:
        with urllib.request.urlopen(url, timeout=10):
            return True
    except urllib.error.HTTPError:
        return False


def test_an_upload_is_bounded_never_written_to_a_temporary_file_and_goes_with_the_lock(
    page: Page, app_with_own_temp: AppProcess, watch: Watch
) -> None:
    enter_plain(page, app_with_own_temp)
    go(page, "Check in")
    page.get_by_text("Bring a TOML file").first.click()
    before = watch.temporary()
    sent = bring(page, 6 * MB)
    assert sent.status == 204
    assert send_past_the_page(page, sent.url, 49 * MB) == 204
    assert send_past_the_page(page, sent.url, 54 * MB) == 413
    settle(page)
    assert held_bytes(app_with_own_temp) >= 49 * MB
    assert watch.temporary() == before, "an upload was spooled to a temporary file"
    assert app_with_own_temp.temporary is not None
    assert [path for path in app_with_own_temp.temporary.rglob("*") if path.stat().st_size > MB] == []

    go(page, "Your data")
    click(page, page.get_by_text("Tables for a spreadsheet", exact=True))
    with page.expect_download() as made:
        page.get_by_role("button", name="Download", exact=True).click()
    assert is_there(made.value.url)
    press(page, "Close")
    expect(page.get_by_role("heading", level=1, name="Closed")).to_be_visible()
    assert not is_there(made.value.url)
    page.wait_for_timeout(FIGURES_KEPT_MS)
    assert held_bytes(app_with_own_temp) == 0


def test_a_tab_that_is_closed_without_locking_is_forgotten_within_seconds(page: Page, app: AppProcess) -> None:
    enter_plain(page, app)
    go(page, "Check in")
    page.get_by_text("Bring a TOML file").first.click()
    assert bring(page, 6 * MB).status == 204
    settle(page)
    assert held_bytes(app) >= 6 * MB
    page.close()
    for _ in range(TRIES):
        Event().wait(FIGURES_KEPT_MS / 1_000)
        if held_bytes(app) == 0:
            return
    raise AssertionError("the upload of a closed tab is still held")
