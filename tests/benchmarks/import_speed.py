"""How fast 10,000 foreign entries come in, set beside a plain insert of the same rows, and what memory that takes.

    python -m tests.benchmarks.import_speed [--entries N]

The plain insert is SQLite's own: one table, one transaction, each record as one JSON text, in the same run. Memory is
what reading the file, planning and keeping its records in a vault adds to the process at most (resident set, a fresh
process for each format), and what of that the reading and planning alone adds. "CPU all/s" counts entries for each
second of work, whatever else the machine does meanwhile.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path

import psutil
from sqlcipher3 import dbapi2 as sqlite

from assessments.catalogue import load
from assessments.exchange.plan import plan
from assessments.exchange.readers import read
from assessments.exchange.reading import Options
from assessments.exchange.record_json import record_object, write_json
from assessments.storage import create_vault
from tests.benchmarks.import_files import write

FILES = (
    "daylio.csv",
    "day_one.zip",
    "jrnl.json",
    "bearable.csv",
    "markdown.zip",
    "archive.zip",
    "tables.zip",
    "fhir.json",
)


def main() -> None:
    """Write the files and measure each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--only", help="one file, measured in this process")
    given = parser.parse_args()
    if given.only:
        measure(Path(given.only), given.entries)
        return
    with tempfile.TemporaryDirectory() as folder:
        columns = ("MB", "read/s", "all/s", "CPU all/s", "plain/s", "share", "memory", "reading")
        print(f"{'file':14}" + "".join(f"{column:>10}" for column in columns))
        for name in FILES:
            path = Path(folder) / name
            write(path, given.entries)
            command = [sys.executable, "-m", "tests.benchmarks.import_speed", "--only", str(path)]
            subprocess.run([*command, "--entries", str(given.entries)], check=True)


def measure(path: Path, n: int) -> None:
    """One line of figures."""
    options = Options(moods={"good": 4, "meh": 3}, catalogue=load())
    warm_up(path.parent)
    vault, _ = create_vault(path.parent / f"vault-{path.stem}")
    peak = Peak()
    began, worked = time.perf_counter(), time.process_time()
    found = plan(read(path, options))
    reading = time.perf_counter() - began
    added_reading = peak.so_far()
    if len(found.to_add) != n:
        raise SystemExit(f"{path.name}: {len(found.to_add)} of {n} entries were read: {found.refused}")
    with vault:
        began = time.perf_counter()
        vault.save_many(found.to_add)
        saving = time.perf_counter() - began
    worked = time.process_time() - worked
    added = peak.added()
    plain = plain_insert(path.parent / f"plain-{path.stem}.db", [write_json(record_object(r)) for r in found.to_add])
    size = unpacked_bytes(path)
    both, bare = n / (reading + saving), n / plain
    rates = (n / reading, both, n / worked, bare)
    print(
        f"{path.name:14}{size / 1e6:10.1f}"
        + "".join(f"{rate:10.0f}" for rate in rates)
        + f"{both / bare:10.3f}{added / size:8.2f} ×{added_reading / size:8.2f} ×",
        flush=True,
    )


def warm_up(folder: Path) -> None:
    """Load what is loaded once in a process, so that the figures are those of the file alone."""
    small = folder / "warm.csv"
    small.write_text("full_date,date,weekday,time,mood,activities,note\n2025-01-01,1 May,Wed,10:00,good,,x\n")
    vault, _ = create_vault(folder / f"warm-{os.getpid()}")
    with vault:
        vault.save_many(read(small).records)


def plain_insert(path: Path, rows: list[str]) -> float:
    """Seconds to insert the same rows as they are."""
    connection = sqlite.connect(str(path))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE plain (seq INTEGER PRIMARY KEY, body TEXT)")
    began = time.perf_counter()
    with connection:
        connection.executemany("INSERT INTO plain (body) VALUES (?)", ((row,) for row in rows))
    seconds = time.perf_counter() - began
    connection.close()
    return seconds


def unpacked_bytes(path: Path) -> int:
    """The size of the file, of a ZIP the size of what is read in it."""
    if path.suffix != ".zip":
        return path.stat().st_size
    with zipfile.ZipFile(path) as packed:
        return sum(info.file_size for info in packed.infolist() if not info.filename.startswith("csv/"))


class Peak:
    """The highest resident set since the start, watched by a thread."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self._start: int = self._process.memory_info().rss
        self._highest = self._start
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def so_far(self) -> int:
        """Bytes above the start, at the highest until now."""
        return int(max(self._highest, self._process.memory_info().rss) - self._start)

    def added(self) -> int:
        """Bytes above the start, at the highest."""
        self._done.set()
        self._thread.join()
        return int(self._highest - self._start)

    def _watch(self) -> None:
        while not self._done.wait(0.002):
            self._highest = max(self._highest, self._process.memory_info().rss)
        self._highest = max(self._highest, self._process.memory_info().rss)


if __name__ == "__main__":
    main()
