"""Starts `streamlit run dashboard/app.py`, or says that it already runs or that its port is taken."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from assessments.storage.folder import home_folder

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
DEFAULT_PORT = 8501
PORT_VARIABLE = "FOOTBRIDGE_PORT"
NO_BROWSER_VARIABLE = "FOOTBRIDGE_NO_BROWSER"
NOWHERE = "http://127.0.0.1:9"
PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


def main() -> int:
    """Run the app until it is stopped; returns the exit code."""
    port = read_port(os.environ.get(PORT_VARIABLE, "").strip() or str(DEFAULT_PORT))
    if port is None:
        print(f"{PORT_VARIABLE} has to be a number from 1024 to 65535.", file=sys.stderr)
        return 2
    if is_taken(port):
        return say_taken(port)
    return run(port)


def read_port(text: str) -> int | None:
    """The port that was asked for; None where the text is not a port that may be used."""
    return int(text) if text.isascii() and text.isdigit() and 1024 <= int(text) <= 65535 else None


def say_taken(port: int) -> int:
    """Say what listens on the port; running already is no fault."""
    if is_ready(port) and port == marked_port():
        print(f"Footbridge already runs: open http://localhost:{port}")
        return 0
    other = port + 1 if port < 65535 else DEFAULT_PORT
    print(
        f"Port {port} is used by another program. Choose another one: {PORT_VARIABLE}={other} make run",
        file=sys.stderr,
    )
    return 1


def run(port: int) -> int:
    """Start the app, open the browser once it answers, and wait until it is stopped."""
    address, stopping = f"http://localhost:{port}", Event()
    Thread(target=open_when_ready, args=(port, address, stopping), daemon=True).start()
    print(f"Footbridge opens at {address} (stop it with Ctrl+C).", flush=True)
    try:
        with running_mark(port):
            return subprocess.run(command(port), cwd=ROOT, env=environ(), stdin=subprocess.DEVNULL).returncode
    except KeyboardInterrupt:
        return 0
    finally:
        stopping.set()


def command(port: int) -> list[str]:
    """The command that starts the app."""
    return [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.port", str(port)]


def environ() -> dict[str, str]:
    """The app's environment: whatever in it would ask the network by HTTP is sent to a port that nobody answers."""
    return {**os.environ, **dict.fromkeys(PROXY_VARIABLES, NOWHERE), "NO_PROXY": "", "no_proxy": ""}


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


if __name__ == "__main__":
    sys.exit(main())
