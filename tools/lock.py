"""Pins what requirements.in and requirements-dev.in ask for, for Python 3.11 to 3.14 on every system."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALL_HEAD = "# The install: every dependency pinned for Python 3.11 to 3.14, from requirements.in by 'make lock'."
DEV_HEAD = "# What tests and checks need beside requirements.txt, from requirements-dev.in by 'make lock'."


def main() -> int:
    """Write both files anew."""
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "uv"], check=True)
    pinned = resolve((ROOT / "requirements.in").read_text(encoding="utf-8"))
    (ROOT / "requirements.txt").write_text("\n".join([INSTALL_HEAD, *pinned, "-e .", ""]), encoding="utf-8")
    wanted = (ROOT / "requirements-dev.in").read_text(encoding="utf-8")
    dev = resolve(wanted, constraints=pinned)
    (ROOT / "requirements-dev.txt").write_text("\n".join([DEV_HEAD, *dev, ""]), encoding="utf-8")
    return 0


def resolve(wanted: str, constraints: list[str] | None = None) -> list[str]:
    """The pinned lines for what is wanted, the same on every system, kept to the constraints."""
    with tempfile.TemporaryDirectory() as folder:
        source, pins, target = (Path(folder) / name for name in ("wanted.in", "pins.txt", "pinned.txt"))
        lines = [line for line in wanted.splitlines() if not line.startswith("-c")]
        source.write_text("\n".join(lines), encoding="utf-8")
        pins.write_text("\n".join(constraints or []), encoding="utf-8")
        command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
        command += ["--no-emit-index-url", "--no-header", "--no-annotate", "-c", str(pins), str(source)]
        subprocess.run([*command, "-o", str(target)], check=True)
        text = target.read_text(encoding="utf-8")
    return [line.rstrip() for line in text.splitlines() if line and not line.startswith("#")]


if __name__ == "__main__":
    sys.exit(main())
