"""The real app in a process of its own, started the way the README says, on a free port and an own folder."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.fork_server import IS_POSSIBLE, ForkedProcess, fork_app

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 90


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Ports:
    """The ports of this process's apps, each used again, so that a browser knows the scripts that come from there."""

    used: list[int] = field(default_factory=list)
    lent: set[int] = field(default_factory=set)

    def lend(self) -> int:
        """A port that no app of this process has and nothing listens on."""
        for port in self.used:
            if port not in self.lent and not _listens(port):
                break
        else:
            port = free_port()
            self.used.append(port)
        self.lent.add(port)
        return port


PORTS: Final = Ports()


def origins_used() -> list[str]:
    """Where apps of this process are or were, as a browser names places."""
    return [f"http://localhost:{port}" for port in PORTS.used]


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@dataclass
class AppProcess:
    """One running app; `home` is its data folder, `log` what it printed, `temporary` its own TMPDIR if it has one.

    Where `may_fork`, it is forked from a process that has imported the libraries, where that can be done.
    """

    home: Path
    log: Path
    port: int = field(default_factory=PORTS.lend)
    environ: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | ForkedProcess | None = None
    temporary: Path | None = None
    may_fork: bool = False

    def __post_init__(self) -> None:
        weakref.finalize(self, PORTS.lent.discard, self.port)

    @property
    def url(self) -> str:
        """Where the app is."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Start the README's command, or an app forked in its stead, and wait until it answers."""
        environ = {**os.environ, "FOOTBRIDGE_HOME": str(self.home), "FOOTBRIDGE_PORT": str(self.port)}
        environ |= {"FOOTBRIDGE_NO_BROWSER": "1", "PYTHON": sys.executable} | self.environ
        if self.temporary is not None:
            self.temporary.mkdir(exist_ok=True)
            environ["TMPDIR"] = str(self.temporary)
        if self.may_fork and IS_POSSIBLE:
            self.process = fork_app(environ, self.log, self.port)
        else:
            self.process = self._run(environ)
        self.wait_until_ready()

    def _run(self, environ: dict[str, str]) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                ["make", "run"],
                cwd=ROOT,
                env=environ,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wait_until_ready(self) -> None:
        """Wait until the server says that it is well."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            assert self.process is not None
            if self.process.poll() is not None:
                raise AssertionError(f"the app ended: {self.log.read_text(encoding='utf-8')}")
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=1) as answer:
                    if answer.read().strip() == b"ok":
                        return
            except (urllib.error.URLError, OSError):
                self._pause_a_moment()
        raise AssertionError(f"the app did not start: {self.log.read_text(encoding='utf-8')}")

    def pause(self) -> None:
        """Let nothing of it run until it may go on."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it run again."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGCONT)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End the processes that this one started, and no others."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, how)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait(15)
            self._wait_until_gone()
        self.process = None

    def _wait_until_gone(self) -> None:
        """Wait until the server has let go of its port, so that the next one finds it free."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if not _listens(self.port):
                return
            self._pause_a_moment()
        raise AssertionError("the app did not end")

    @staticmethod
    def _pause_a_moment() -> None:
        threading.Event().wait(0.1)

    def printed(self) -> str:
        """Everything that the app printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")
