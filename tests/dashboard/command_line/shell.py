"""A person's shell: real processes of `python -m dashboard.command_line`, with a home of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FOREIGN = ROOT / "tests" / "fixtures" / "foreign"
COMMAND = (sys.executable, "-m", "dashboard.command_line")
PATIENCE_SECONDS = 120


@dataclass
class Shell:
    """Where `footbridge …` is typed; nobody sits at a terminal unless a test says so."""

    home: Path
    environ: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("FOOTBRIDGE")}
        self.environ = kept | {"FOOTBRIDGE_HOME": str(self.home), "LC_ALL": "C.UTF-8", "COLUMNS": "100"}

    def run(
        self, *arguments: str | Path, pass_fds: Sequence[int] = (), **environ: str
    ) -> subprocess.CompletedProcess[str]:
        """Type a command and wait for its end."""
        ended = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            cwd=ROOT,
            env=self.environ | environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE_SECONDS,
            pass_fds=pass_fds,
        )
        assert "Traceback" not in ended.stderr, ended.stderr
        return ended

    def done(self, *arguments: str | Path, **environ: str) -> str:
        """Type a command that must succeed; what it printed as its result."""
        ended = self.run(*arguments, pass_fds=(), **environ)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout
