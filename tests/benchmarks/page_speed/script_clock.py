"""Put before an app's first line: notes how long the server worked at each rerun, its garbage collection included."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

TIMES = "FOOTBRIDGE_BENCHMARK_TIMES"
MODULES = "FOOTBRIDGE_BENCHMARK_MODULES"


def install() -> None:
    """Time every rerun of this process from now on, once however often it is called."""
    run_script = ScriptRunner._run_script
    if hasattr(run_script, "timed"):
        return

    def timed(runner: ScriptRunner, rerun_data: object) -> None:
        begun, worked = time.perf_counter(), time.thread_time()
        try:
            run_script(runner, rerun_data)  # type: ignore[arg-type]
        finally:
            took_ms, worked_ms = (time.perf_counter() - begun) * 1e3, (time.thread_time() - worked) * 1e3
            with Path(os.environ[TIMES]).open("a", encoding="ascii") as file:
                file.write(f"{took_ms:.2f} {worked_ms:.2f}\n")

    timed.timed = True  # type: ignore[attr-defined]
    ScriptRunner._run_script = timed  # type: ignore[method-assign, assignment]


def note_modules() -> None:
    """Write down which modules this process has imported."""
    Path(os.environ[MODULES]).write_text("\n".join(sorted(sys.modules)), encoding="utf-8")
