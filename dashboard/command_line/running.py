"""run and demo: the app in a process of its own, its port, the browser, and the mark of what runs."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
import webbrowser
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Final

from assessments.home import home_folder
from dashboard.command_line.outcome import Exit, Refusal
from dashboard.command_line.passphrases import ARCHIVE_VARIABLE, VARIABLE
from dashboard.command_line.terminal import tell
from dashboard.wording import command_line as words

APP: Final = Path(__file__).resolve().parents[1] / "app.py"
HOST: Final = "127.0.0.1"
DEFAULT_PORT: Final = 8501
PORT_VARIABLE: Final = "FOOTBRIDGE_PORT"
NO_BROWSER_VARIABLE: Final = "FOOTBRIDGE_NO_BROWSER"
DEMO_VARIABLE: Final = "FOOTBRIDGE_DEMO"
NOWHERE: Final = "http://127.0.0.1:9"
PROXY_VARIABLES: Final = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


def run(given: Namespace) -> Exit:
    """The app, until it is stopped."""
    return start(given.port, way_out="footbridge run --port {port}", opens_browser=not given.no_browser)


def demo(given: Namespace) -> Exit:
    """The app, showing the invented person, until it is stopped."""
    way_out = "footbridge demo --port {port}"
    return start(given.port, way_out=way_out, opens_browser=not given.no_browser, shows_demo=True)


def start(asked: str | None = None, *, way_out: str, opens_browser: bool = True, shows_demo: bool = False) -> Exit:
    """Run the app until it is stopped; a Refusal where its port is none or taken. Running already is no fault."""
    name = "--port" if asked else PORT_VARIABLE
    port = read_port(asked or os.environ.get(PORT_VARIABLE, "").strip() or str(DEFAULT_PORT))
    if port is None:
        raise Refusal(words.BAD_PORT(name=name), Exit.NOT_UNDERSTOOD)
    address = f"http://localhost:{port}"
    if is_taken(port):
        if is_ready(port) and port == marked_port():
            tell(words.ALREADY_RUNS(address=address))
            return Exit.DONE
        other = port + 1 if port < 65535 else DEFAULT_PORT
        raise Refusal(words.PORT_TAKEN(port=port, way_out=way_out.format(port=other)))
    stopping = Event()
    if opens_browser:
        Thread(target=open_when_ready, args=(port, address, stopping), daemon=True).start()
    tell(words.OPENS(address=address))
    try:
        with running_mark(port):
            ended = subprocess.run(
                command(port), cwd=APP.parents[1], env=environ(shows_demo=shows_demo), stdin=subprocess.DEVNULL
            )
            return Exit.DONE if ended.returncode == 0 else Exit.NOT_DONE
    except KeyboardInterrupt:
        return Exit.DONE
    finally:
        stopping.set()


def read_port(text: str) -> int | None:
    """The port that was asked for; None where the text is not a port that may be used."""
    return int(text) if text.isascii() and text.isdigit() and 1024 <= int(text) <= 65535 else None


def command(port: int) -> list[str]:
    """The command that starts the app; its settings lie beside it, whatever the folder one stands in."""
    return [sys.executable, "-m", "streamlit", "run", str(APP), "--server.port", str(port)]


def environ(*, shows_demo: bool = False) -> dict[str, str]:
    """The app's environment: no passphrase, and whatever in it would ask the network is sent where nobody answers."""
    kept = {name: value for name, value in os.environ.items() if name not in (VARIABLE, ARCHIVE_VARIABLE)}
    demo = {DEMO_VARIABLE: "1"} if shows_demo else {}
    return kept | dict.fromkeys(PROXY_VARIABLES, NOWHERE) | {"NO_PROXY": "", "no_proxy": ""} | demo


def mark_path() -> Path:
    """Where a running app writes down its port, so that a second start knows it from another program."""
    return home_folder(os.environ) / "running.json"


@contextmanager
def running_mark(port: int) -> Iterator[None]:
    """Keep the mark while the app runs; a folder that cannot be written to is the app's to explain."""
    path = mark_path()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(json.dumps({"port": port}), encoding="utf-8")
    except OSError:
        yield
        return
    try:
        yield
    finally:
        if marked_port() == port:
            path.unlink(missing_ok=True)


def marked_port() -> int | None:
    """The port that the person's running app wrote down."""
    try:
        return int(json.loads(mark_path().read_text(encoding="utf-8"))["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_taken(port: int) -> bool:
    """Whether something listens on that port of this machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def is_ready(port: int) -> bool:
    """Whether a Streamlit app answers there."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"http://{HOST}:{port}/_stcore/health", timeout=2) as answer:
            return bool(answer.read().strip() == b"ok")
    except (urllib.error.URLError, OSError, ValueError):
        return False


def has_display() -> bool:
    """Whether a browser could show a window; without one, some would take over the terminal."""
    if sys.platform in ("win32", "darwin") or os.environ.get("BROWSER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_when_ready(port: int, address: str, stopping: Event) -> None:
    """Open the browser once the app answers, where there is one to open."""
    if os.environ.get(NO_BROWSER_VARIABLE) or not has_display():
        return
    for _ in range(120):
        if stopping.wait(0.5):
            return
        if is_taken(port) and is_ready(port):
            webbrowser.open(address)
            return
