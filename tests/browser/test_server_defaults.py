"""Streamlit's defaults are tamed: proven against the running server, not against its settings."""

from __future__ import annotations

import base64
import json
import os
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import enter_plain, go, press, settle
from tests.browser.app_process import AppProcess
from tests.browser.watched_process import Watch, watching

pytestmark = pytest.mark.browser

REST_SECONDS = 0.5
BASE_PATH_GUESSES = {"/journal/_stcore/health", "/journal/_stcore/host-config"}


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    with watching(tmp_path_factory.mktemp("watch")) as watched:
        yield watched


@pytest.fixture(scope="module")
def watched_app(watch: Watch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppProcess]:
    folder = tmp_path_factory.mktemp("app")
    running = AppProcess(home=folder / "home", log=folder / "app.log")
    running.start()
    yield running
    running.stop()


def other_addresses() -> list[str]:
    """The addresses of this machine that are not its loopback."""
    found = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None)}
    for family, far in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((far, 9))
                found.add(probe.getsockname()[0])
            except OSError:
                continue
    return sorted(str(address) for address in found if not str(address).startswith(("127.", "::1")))


def handshake(port: int, host: str, origin: str, path: str = "/_stcore/stream") -> int:
    """The status that a WebSocket handshake with these headers gets."""
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", f"Origin: {origin}", "Upgrade: websocket", "Connection: Upgrade"]
    lines += [f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "", ""]
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall("\r\n".join(lines).encode())
        return int(connection.recv(64).split()[1])


def test_it_listens_on_this_machine_alone(watched_app: AppProcess) -> None:
    with socket.create_connection(("127.0.0.1", watched_app.port), timeout=5):
        pass
    for address in [*other_addresses(), "127.0.0.2"]:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family) as probe:
            probe.settimeout(5)
            assert probe.connect_ex((address, watched_app.port)) != 0, address


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_the_page_itself_may_open_its_connection(watched_app: AppProcess, host: str) -> None:
    here = f"{host}:{watched_app.port}"
    assert handshake(watched_app.port, here, f"http://{here}") == 101


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("rebound.example:{port}", "http://rebound.example:{port}"),
        ("rebound.example:{port}", "http://localhost:{port}"),
        ("localhost.rebound.example:{port}", "http://localhost.rebound.example:{port}"),
        ("localhost:{port}", "https://elsewhere.example"),
        ("localhost:{port}", "null"),
    ],
)
def test_a_connection_from_a_foreign_page_or_a_rebound_name_is_refused(
    watched_app: AppProcess, host: str, origin: str
) -> None:
    port = watched_app.port
    assert handshake(port, host.format(port=port), origin.format(port=port)) == 403


def test_the_agent_api_is_off(watched_app: AppProcess) -> None:
    base = f"http://127.0.0.1:{watched_app.port}/_stcore/agent"
    for path in ("interact", "mcp"):
        request = urllib.request.Request(f"{base}/{path}", b"{}", {"Content-Type": "application/json"})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=5)
        assert refused.value.code in (400, 403, 404, 405)
        assert "result" not in json.loads(refused.value.read())
    with urllib.request.urlopen(f"{base}/openapi.json", timeout=5) as answer:
        assert json.load(answer)["info"]["x-streamlit-agent-api"] == "disabled"


def test_a_page_that_is_refused_does_not_make_the_server_ask_who_it_is(watched_app: AppProcess, watch: Watch) -> None:
    before = asked_at_rest(watch)
    assert handshake(watched_app.port, f"localhost:{watched_app.port}", "https://elsewhere.example") == 403
    assert asked_at_rest(watch) == before


def asked_at_rest(watch: Watch) -> list[str]:
    """All that was looked up and connected to, once a while has passed without more of it."""
    asked: list[str] = []
    while (now := [*watch.looked_up(), *watch.connected()]) != asked:
        asked = now
        Event().wait(REST_SECONDS)
    return asked


def test_a_fault_of_the_program_shows_no_details(page: Page, watched_app: AppProcess, watch: Watch) -> None:
    watch.fault.touch()
    try:
        page.goto(watched_app.url)
        expect(page.get_by_text("Something went wrong on this page")).to_be_visible()
        seen = page.locator("body").inner_text() + page.content()
    finally:
        watch.fault.unlink()
    for telling in ("Traceback", "RuntimeError", "deliberate", "private words", "frame.py", "line ", str(Path.cwd())):
        assert telling not in seen
    press(page, "Try again")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_reloading_a_screen_asks_for_nothing_missing_but_streamlit_s_two_guesses_of_its_base_path(
    page: Page, app: AppProcess
) -> None:
    enter_plain(page, app)
    go(page, "Journal")
    missing: set[str] = set()
    page.on("response", lambda answer: missing.add(urlsplit(answer.url).path) if answer.status >= 400 else None)
    page.reload()
    expect(page.get_by_role("heading", level=1, name="Journal")).to_be_visible()
    settle(page)
    assert missing <= BASE_PATH_GUESSES
