"""Starts `streamlit run dashboard/app.py`, or says that it already runs or that its port is taken."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path
from threading import Event, Thread

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
DEFAULT_PORT = 8501
PORT_VARIABLE = "FOOTBRIDGE_PORT"
NO_BROWSER_VARIABLE = "FOOTBRIDGE_NO_BROWSER"


def main() -> int:
    """Run the app until it is stopped; returns the exit code."""
    port = int(os.environ.get(PORT_VARIABLE, DEFAULT_PORT))
    address = f"http://localhost:{port}"
    if is_taken(port):
        if is_streamlit(port):
            print(f"Footbridge already runs: open {address}")
            return 0
        print(
            f"Port {port} is used by another program. Choose another one: {PORT_VARIABLE}={port + 1} make run",
            file=sys.stderr,
        )
        return 1
    stopping = Event()
    Thread(target=open_when_ready, args=(port, address, stopping), daemon=True).start()
    print(f"Footbridge opens at {address} (stop it with Ctrl+C).", flush=True)
    try:
        return subprocess.run(command(port), cwd=ROOT, stdin=subprocess.DEVNULL).returncode
    except KeyboardInterrupt:
        return 0
    finally:
        stopping.set()


def command(port: int) -> list[str]:
    """The command that starts the app."""
    return [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.port", str(port)]


def is_taken(port: int) -> bool:
    """Whether something listens on that port of this machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def is_streamlit(port: int) -> bool:
    """Whether it is this app that listens there."""
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/_stcore/health", timeout=2) as answer:
            return bool(answer.read().strip() == b"ok")
    except (urllib.error.URLError, OSError):
        return False


def open_when_ready(port: int, address: str, stopping: Event) -> None:
    """Open the browser once the app answers, where there is one to open."""
    for _ in range(120):
        if stopping.wait(0.5):
            return
        if is_taken(port) and is_streamlit(port):
            if not os.environ.get(NO_BROWSER_VARIABLE):
                webbrowser.open(address)
            return


if __name__ == "__main__":
    sys.exit(main())
