"""Apps forked from one process that has imported already what every app's start would import again.

Nothing of it looks at its environment as it is imported; what is forked lives and dies as a process of its own.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Event
from typing import Final, NoReturn

from dashboard.command_line import running
from dashboard.services import later_imports

IS_POSSIBLE: Final = sys.platform == "linux"
LIBRARIES: Final = (
    "streamlit.web.cli",
    "streamlit.starlette",
    "streamlit.elements.vega_charts",
    "altair",
    "cryptography.hazmat.primitives.ciphers.aead",
    "sqlalchemy.dialects.sqlite",
)


@dataclass(frozen=True)
class ForkedProcess:
    """One forked app, as far as its tests look at it: its number, whether it has ended, and waiting for that."""

    pid: int

    def poll(self) -> int | None:
        """None while it lives; its exit code is not known here."""
        return None if Path(f"/proc/{self.pid}").exists() else 0

    def wait(self, timeout: float) -> int:
        """Wait until it has ended; TimeoutExpired where it does not."""
        end = time.monotonic() + timeout
        while self.poll() is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired("a forked app", timeout)
            Event().wait(0.02)
        return 0


def fork_app(environ: dict[str, str], log: Path, port: int) -> ForkedProcess:
    """A new app in that environment, in a session of its own, whose output goes to the end of `log`."""
    server = _server()
    assert server.stdin is not None and server.stdout is not None
    server.stdin.write(json.dumps({"environ": environ, "log": str(log), "port": port}) + "\n")
    server.stdin.flush()
    return ForkedProcess(int(server.stdout.readline()))


@cache
def _server() -> subprocess.Popen[str]:
    """One for each worker; it ends with the worker, whose end of the pipe is then closed."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.browser.fork_server"],
        cwd=running.APP.parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )


def serve() -> None:
    """Fork an app for each line that is read, and answer with its number."""
    for name in (*LIBRARIES, *later_imports.DOOR, *later_imports.LATER):
        importlib.import_module(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them, so that none stays behind as a zombie
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _become_app(**json.loads(line))
        print(pid, flush=True)


def _become_app(environ: dict[str, str], log: str, port: int) -> NoReturn:
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(environ)
    time.tzset()
    tempfile.tempdir = None
    gc.unfreeze()
    output = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    code = 1
    try:
        code = _run_app(port)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _run_app(port: int) -> int:
    """What `make run` does once it has found the port free, within this process."""
    os.environ.update(running.environ())
    sys.argv = running.command(port)[2:]
    with running.running_mark(port):
        try:
            runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else 1
    return 0


if __name__ == "__main__":
    serve()
