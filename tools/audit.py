"""Asks the advisory service about every pinned dependency; where it could not be asked, that is no pass."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PINNED = ("requirements.txt", "requirements-dev.txt")
CLEAN, HOLES, NOT_ASKED = 0, 1, 2


@dataclass(frozen=True)
class Audit:
    """What the service said: how many packages were asked about, the known holes, and what it did not answer for."""

    asked: int
    holes: tuple[str, ...]
    unanswered: tuple[str, ...]


def main(options: Sequence[str] = ()) -> int:
    """Audit; 0 where nothing is known against any pin, 1 where something is, 2 where not everything could be asked.

    The options go to pip-audit as they are, such as another advisory service.
    """
    with TemporaryDirectory() as place:
        pins = Path(place) / "pins.txt"
        pins.write_text("\n".join(pinned()), encoding="utf-8")
        done = subprocess.run([*command(pins), *options], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    audit = read(done.stdout)
    if audit is None:
        lines = done.stderr.strip().splitlines()
        print(f"The advisory service could not be asked, so nothing was checked. {lines[-1] if lines else ''}")
        return NOT_ASKED
    for hole in audit.holes:
        print(hole)
    if audit.unanswered:
        print(f"Not checked, since the advisory service did not answer for them: {', '.join(audit.unanswered)}")
    if audit.holes:
        return HOLES
    if audit.unanswered or not audit.asked:
        return NOT_ASKED
    print(f"No hole is known in any of the {audit.asked} pinned packages.")
    return CLEAN


def pinned() -> list[str]:
    """The pins of both files; the project itself, which no service knows, is none of them."""
    lines = [line for name in PINNED for line in (ROOT / name).read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if "==" in line]


def command(pins: Path) -> list[str]:
    """The command that asks."""
    return [
        *(sys.executable, "-m", "pip_audit", "--requirement", str(pins)),
        *("--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off"),
    ]


def read(output: str) -> Audit | None:
    """What the command's JSON says; None where it is none."""
    try:
        packages = json.loads(output)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    holes = [_says(package, hole) for package in packages for hole in package.get("vulns", ())]
    unanswered = [package["name"] for package in packages if "skip_reason" in package]
    return Audit(len(packages), tuple(holes), tuple(unanswered))


def _says(package: dict[str, Any], hole: dict[str, Any]) -> str:
    mended = ", ".join(hole["fix_versions"]) or "no version yet"
    return f"{package['name']} {package['version']}: {hole['id']}, mended in {mended}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
