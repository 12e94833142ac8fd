"""The servers that are compared: a bare empty app, and ours with one page more that has nothing on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from threading import Event

import psutil

from tests.benchmarks.page_speed.script_clock import MODULES, TIMES
from tests.browser.app_process import ROOT, free_port

DASHBOARD = ROOT / "dashboard"
LOOK_EVERY_SECONDS, START_SECONDS = 0.01, 60
CLOCK = "from tests.benchmarks.page_speed import script_clock\n\nscript_clock.install()\n"
OURS, STREAMLITS = "postScriptGC = false", "postScriptGC = true"
BARE = 'import streamlit as st\n\nst.title("Bare")\n'
EMPTY_PAGE = 'import streamlit as st\n\nst.title("Empty", anchor=False)\n'
MODULES_PAGE = EMPTY_PAGE + "from tests.benchmarks.page_speed import script_clock\n\nscript_clock.note_modules()\n"
WIRING = "    from dashboard import wiring\n"
MORE_SCREENS = """    from tests.benchmarks.page_speed import script_clock

    script_clock.install()
    for name in ("empty", "modules"):
        screen = (f"screens/{name}.py", name.title, "crop_square", False)
        if screen[0] not in [each[0] for each in wiring.SCREENS]:
            wiring.SCREENS += (screen,)
"""


def bare_app(folder: Path) -> Path:
    """The floor: an empty script under our configuration, but collecting garbage as Streamlit does by itself."""
    folder.mkdir(parents=True)
    shutil.copytree(DASHBOARD / ".streamlit", folder / ".streamlit")
    config = folder / ".streamlit" / "config.toml"
    config.write_text(config.read_text(encoding="utf-8").replace(OURS, STREAMLITS), encoding="utf-8")
    script = folder / "bare.py"
    script.write_text(CLOCK + BARE, encoding="utf-8")
    return script


def app_as_it_is(folder: Path) -> Path:
    """Our app's own wiring and screens."""
    folder.mkdir(parents=True)
    shutil.copytree(DASHBOARD / ".streamlit", folder / ".streamlit")
    shutil.copytree(DASHBOARD / "screens", folder / "screens")
    return Path(shutil.copy(DASHBOARD / "app.py", folder / "app.py"))


def our_app(folder: Path) -> Path:
    """Our app, and beside its pages an empty one and one that tells what was imported."""
    script = app_as_it_is(folder)
    (folder / "screens" / "empty.py").write_text(EMPTY_PAGE, encoding="utf-8")
    (folder / "screens" / "modules.py").write_text(MODULES_PAGE, encoding="utf-8")
    head, tail = script.read_text(encoding="utf-8").split(WIRING)
    script.write_text(head + WIRING + MORE_SCREENS + tail, encoding="utf-8")
    return script


class Server:
    """One running app with a data folder of its own; ended with the block."""

    def __init__(self, script: Path, home: Path) -> None:
        self.script, self.home, self.port = script, home, free_port()
        self._times = script.with_suffix(f".{self.port}.times")
        self._modules = script.with_suffix(f".{self.port}.modules")
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://localhost:{self.port}"

    def __enter__(self) -> Server:
        environ = {**os.environ, "FOOTBRIDGE_HOME": str(self.home), "PYTHONPATH": str(ROOT)}
        environ |= {TIMES: str(self._times), MODULES: str(self._modules)}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a person's Python compiles each module once, at the first launch
        command = [sys.executable, "-m", "streamlit", "run", str(self.script), "--server.port", str(self.port)]
        self._log = self.script.with_suffix(f".{self.port}.log").open("wb")
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=environ, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log
        )
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(30)
        self._log.close()

    def wait_until_ready(self) -> None:
        """Wait until the server answers."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=1):
                    return
            except (urllib.error.URLError, OSError):
                Event().wait(LOOK_EVERY_SECONDS)
        raise RuntimeError(f"{self.script} did not start")

    def script_ms(self) -> float:
        """How long the thread of the latest rerun was at work on the server (other processes' turns left out)."""
        return float(self._times.read_text(encoding="ascii").split()[-1])

    def modules(self) -> list[str]:
        """The modules that it had imported when its page of that name was drawn."""
        return self._modules.read_text(encoding="utf-8").split()

    def memory_mb(self) -> float:
        """Its memory now, resident."""
        assert self._process is not None
        return float(psutil.Process(self._process.pid).memory_info().rss / 1e6)
