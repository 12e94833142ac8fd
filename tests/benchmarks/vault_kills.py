"""Hundreds of kills of a real process at work on a vault: `python -m tests.benchmarks.vault_kills [kills] [seed]`."""

from __future__ import annotations

import random
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

from assessments.storage import slots as slots_file
from tests.storage.kill_works import WORKS, encryption, key_changes
from tests.storage.killing import kill_once


def main(kills: int = 330, seed: int = 1) -> int:
    """Kill that many times, evenly over all kinds of work; returns how many times anything was lost."""
    slots_file.MEMORY_KIB, slots_file.PASSES = 8, 1
    told: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for number in range(kills):
        work = WORKS[number % len(WORKS)]
        with tempfile.TemporaryDirectory() as place:
            try:
                longest = 1.5 if work in (key_changes, encryption) else 0.4
                expected = kill_once(Path(place) / "vault", work, random.Random(seed * 1_000_003 + number), longest)
            except Exception:  # noqa: BLE001
                lost[work.__name__] += 1
                print(f"kill {number} ({work.__name__}):\n{traceback.format_exc()}")
            else:
                told[work.__name__] += len(expected.done) + len(expected.titles) + (expected.draft_told + 1)
    for work in WORKS:
        name = work.__name__
        print(f"{name:12} {kills // len(WORKS):4} kills   {told[name]:7} writes called saved   {lost[name]:3} faults")
    print(f"{kills} kills, {sum(told.values())} writes called saved, {sum(lost.values())} kills with a fault")
    return sum(lost.values())


if __name__ == "__main__":
    sys.exit(min(1, main(*map(int, sys.argv[1:]))))
