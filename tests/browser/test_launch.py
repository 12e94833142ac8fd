"""`make run` on a terminal of its own: it never waits for an answer, and says what is in its way."""

from __future__ import annotations

import http.server
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.browser.app_process import ROOT, free_port

if sys.platform == "win32":
    pytest.skip("a terminal of this kind is not there on Windows", allow_module_level=True)

import fcntl
import pty
import termios

READY_SECONDS = 90
OTHERS = ("STREAMLIT", "FOOTBRIDGE", "MAKE", "MFLAGS")  # what a person's shell does not have, but `make test` does


@dataclass
class Terminal:
    """A process on a pseudo terminal that it may read from; nobody types there unless a test does."""

    command: list[str]
    environ: dict[str, str]
    printed: str = ""
    process: subprocess.Popen[bytes] = field(init=False)
    _ours: int = field(init=False)

    def __post_init__(self) -> None:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=self.environ,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)

    def read_until(self, text: str) -> None:
        """Read what is printed until this text stands there."""
        end = time.monotonic() + READY_SECONDS
        while text not in self.printed:
            assert time.monotonic() < end, f"it still waits after: {self.printed!r}"
            if not self._read(0.5) and self.process.poll() is not None:
                raise AssertionError(f"it ended without {text!r}: {self.printed!r}")

    def read_to_the_end(self) -> int:
        """Read until the process ends; its exit code."""
        end = time.monotonic() + READY_SECONDS
        while self._read(0.5) or self.process.poll() is None:
            assert time.monotonic() < end, f"it still waits after: {self.printed!r}"
        return self.process.wait(5)

    def type(self, keys: bytes) -> None:
        """Press these keys on the terminal."""
        os.write(self._ours, keys)

    def close(self) -> None:
        """End the processes that were started here."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)
        os.close(self._ours)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            said = os.read(self._ours, 65_536)
        except OSError:
            return False
        self.printed += said.decode(errors="replace").replace("\r\n", "\n")
        return bool(said)


@dataclass
class Person:
    """A person who has never used Streamlit: an empty home, an own folder, a browser that writes down its pages."""

    folder: Path
    port: int = field(default_factory=free_port)
    terminals: list[Terminal] = field(default_factory=list)

    def run(self, **more: str) -> Terminal:
        """Type `make run`."""
        browser = self.folder / "browser"
        browser.write_text(f'#!/bin/sh\necho "$1" >> "{self.opened}"\n', encoding="utf-8")
        browser.chmod(0o755)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OTHERS)}
        environ = kept | {"HOME": str(self.folder), "BROWSER": f"{browser} %s", "PYTHON": sys.executable}
        environ |= {"FOOTBRIDGE_HOME": str(self.folder / "vault"), "FOOTBRIDGE_PORT": str(self.port), **more}
        self.terminals.append(Terminal(["make", "run"], environ))
        return self.terminals[-1]

    @property
    def opened(self) -> Path:
        """Where the browser writes down what it was asked to open."""
        return self.folder / "opened.txt"

    def wait_for_browser(self) -> str:
        """The address that the browser was asked to open."""
        end = time.monotonic() + READY_SECONDS
        while not self.opened.exists():
            assert time.monotonic() < end, "no browser was opened"
            threading.Event().wait(0.1)
        return self.opened.read_text(encoding="utf-8").strip()


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    somebody = Person(tmp_path)
    yield somebody
    for terminal in somebody.terminals:
        terminal.close()


def test_it_starts_without_a_question_opens_the_browser_and_ends_with_ctrl_c(person: Person) -> None:
    terminal = person.run()
    terminal.read_until("Footbridge opens at")
    assert person.wait_for_browser() == f"http://localhost:{person.port}"
    terminal.read_until("URL:")
    for question in ("mail", "?", "[y/n]", "Welcome", "Traceback"):
        assert question not in terminal.printed

    second = person.run()
    assert second.read_to_the_end() == 0
    assert second.printed.strip() == f"Footbridge already runs: open http://localhost:{person.port}"

    terminal.type(b"\x03")
    terminal.read_to_the_end()
    assert "Traceback" not in terminal.printed
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", person.port)) != 0
    assert not (person.folder / "vault" / "running.json").exists()


class Healthy(http.server.BaseHTTPRequestHandler):
    """Another program that answers as any Streamlit app does."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.mark.parametrize("kind", ["silent", "another Streamlit app"])
def test_a_port_that_another_program_uses_is_named_with_a_way_out(person: Person, kind: str) -> None:
    server: http.server.ThreadingHTTPServer | None = None
    with socket.socket() as silent:
        if kind == "silent":
            silent.bind(("127.0.0.1", person.port))
            silent.listen()
        else:
            server = http.server.ThreadingHTTPServer(("127.0.0.1", person.port), Healthy)
            threading.Thread(target=server.serve_forever, daemon=True).start()
        terminal = person.run()
        code = terminal.read_to_the_end()
    if server is not None:
        server.shutdown()
        server.server_close()
    assert code != 0
    said = f"Port {person.port} is used by another program. Choose another one: FOOTBRIDGE_PORT={person.port + 1}"
    assert said in terminal.printed
    assert "already runs" not in terminal.printed
    assert "Traceback" not in terminal.printed


@pytest.mark.parametrize("port", ["many", "80", "70000"])
def test_a_port_that_is_none_is_refused_in_one_sentence(person: Person, port: str) -> None:
    terminal = person.run(FOOTBRIDGE_PORT=port)
    assert terminal.read_to_the_end() != 0
    assert "FOOTBRIDGE_PORT has to be a number from 1024 to 65535." in terminal.printed
    assert "Traceback" not in terminal.printed
