"""A person's shell: `footbridge` in processes of its own, with a home of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from tests.fork_server import IS_POSSIBLE, fork_command

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
        """Type a command and wait for its end; forked from a process that has imported the libraries, where it can be.

        A command that is handed open files is always started in full.
        """
        typed = [str(each) for each in arguments]
        if IS_POSSIBLE and not pass_fds:
            with tempfile.TemporaryDirectory() as folder:
                ended = subprocess.CompletedProcess(
                    [*COMMAND, *typed], *fork_command(typed, self.environ | environ, Path(folder))
                )
        else:
            ended = self.start(typed, pass_fds, environ)
        assert "Traceback" not in ended.stderr, ended.stderr
        return ended

    def start(
        self, typed: Sequence[str], pass_fds: Sequence[int] = (), environ: Mapping[str, str] = MappingProxyType({})
    ) -> subprocess.CompletedProcess[str]:
        """Type a command in a process that has imported nothing yet, and wait for its end."""
        return subprocess.run(
            [*COMMAND, *typed],
            cwd=ROOT,
            env=self.environ | dict(environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE_SECONDS,
            pass_fds=pass_fds,
        )

    def done(self, *arguments: str | Path, **environ: str) -> str:
        """Type a command that must succeed; what it printed as its result."""
        ended = self.run(*arguments, pass_fds=(), **environ)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout
