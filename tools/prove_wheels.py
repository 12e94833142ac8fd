"""Proves, by downloading them, that requirements.txt has wheels for every Python and system it promises."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {
    "Linux": "x86_64-manylinux_2_28",
    "macOS": "aarch64-apple-darwin",
    "Windows": "x86_64-pc-windows-msvc",
}


def main() -> int:
    """Try every pair of Python and system; returns how many failed."""
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "uv"], check=True)
    failed = sum(not downloads(python, system) for python in PYTHONS for system in SYSTEMS)
    print("All have wheels." if not failed else f"{failed} pairs lack a wheel.")
    return failed


def downloads(python: str, system: str) -> bool:
    """Whether every pinned package has a wheel for that Python on that system."""
    pinned = [line for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines() if line[:1] != "-"]
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.txt"
        wanted.write_text("\n".join(pinned), encoding="utf-8")
        command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--only-binary=:all:", "--no-deps"]
        command += ["--python-version", python, "--python-platform", SYSTEMS[system], "--target", f"{folder}/out"]
        result = subprocess.run([*command, "-r", str(wanted)], capture_output=True, text=True)
    print(f"Python {python} on {system}: {'ok' if result.returncode == 0 else result.stderr.strip()}", flush=True)
    return result.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
