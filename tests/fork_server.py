"""Apps and commands forked from one process that has imported already what every start would import again.

Nothing of it looks at its environment as it is imported; what is forked lives and dies as a process of its own, which
derives keys cheaply.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import runpy
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Event
from typing import Final, NoReturn

from assessments.catalogue import load
from dashboard import charts, components, services
from dashboard.command_line import entry, running
from dashboard.services import later_imports
from tests.cheap_derivation import derive_cheaply

IS_POSSIBLE: Final = sys.platform == "linux"
LIBRARIES: Final = (
    "streamlit.web.cli",
    "streamlit.starlette",
    "streamlit.elements.vega_charts",
    "altair",
    "cryptography.hazmat.primitives.ciphers.aead",
    "sqlalchemy.dialects.sqlite",
)
COMMANDS: Final = ("importing", "exporting", "upkeep", "reporting")
COMMAND_SECONDS: Final = 120
COMMAND_LEAVES: Final = ("code", "printed", "complained")


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
    return _fork({"environ": environ, "log": str(log), "port": port})


def fork_command(arguments: Sequence[str], environ: dict[str, str], folder: Path) -> tuple[int, str, str]:
    """Run `footbridge` with those arguments to its end: its exit code, and what it printed and complained of.

    TimeoutExpired where it does not end.
    """
    _fork({"environ": environ, "arguments": list(arguments), "folder": str(folder)}).wait(COMMAND_SECONDS)
    code, printed, complained = ((folder / name).read_text(encoding="utf-8") for name in COMMAND_LEAVES)
    return int(code), printed, complained


def _fork(asked: dict[str, object]) -> ForkedProcess:
    server = _server()
    assert server.stdin is not None and server.stdout is not None
    server.stdin.write(json.dumps(asked) + "\n")
    server.stdin.flush()
    return ForkedProcess(int(server.stdout.readline()))


@cache
def _server() -> subprocess.Popen[str]:
    """One for each worker; it ends with the worker, whose end of the pipe is then closed."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.fork_server"],
        cwd=running.APP.parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )


def serve() -> None:
    """Fork an app or a command for each line that is read, and answer with its number."""
    commands = (f"dashboard.command_line.{name}" for name in COMMANDS)
    for name in (*LIBRARIES, *later_imports.DOOR, *later_imports.LATER, *commands, *_parts_of_pages()):
        importlib.import_module(name)
    load()
    derive_cheaply()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them, so that none stays behind as a zombie
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            asked = json.loads(line)
            _begin_anew(asked.pop("environ"))
            _become_command(**asked) if "arguments" in asked else _become_app(**asked)
        print(pid, flush=True)


def _parts_of_pages() -> Iterator[str]:
    """The names of all modules that pages are made of."""
    for package in (components, services, charts):
        yield from (found.name for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."))


def _begin_anew(environ: dict[str, str]) -> None:
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(environ)
    time.tzset()
    tempfile.tempdir = None


def _become_app(log: str, port: int) -> NoReturn:
    _speak_into(log, log)
    code = 1
    try:
        code = _run_app(port)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _become_command(arguments: list[str], folder: str) -> NoReturn:
    code, printed, complained = (Path(folder) / name for name in COMMAND_LEAVES)
    _speak_into(str(printed), str(complained))
    ended: object = 1
    try:
        ended = entry.main(arguments)
    except SystemExit as end:
        ended = end.code or 0
    except BaseException:  # noqa: BLE001  what a process of its own would print as it ends
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        code.write_text(str(ended), encoding="utf-8")
        os._exit(0)


def _speak_into(printed: str, complained: str) -> None:
    """Let what this process prints and complains of go to the ends of these files; it is told nothing."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, place in ((1, printed), (2, complained)):
        os.dup2(os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), number)


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
