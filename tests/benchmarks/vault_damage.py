"""Hundreds of damaged vaults: `python -m tests.benchmarks.vault_damage [cases] [seed]`."""

from __future__ import annotations

import random
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

from assessments.storage import attempts
from assessments.storage import slots as slots_file
from tests.storage.damaging import DAMAGES, Original, damage_once


def main(cases: int = 640, seed: int = 1) -> int:
    """Damage that many copies, plain and encrypted, in every way; returns how many were handled wrongly."""
    slots_file.MEMORY_KIB, slots_file.PASSES = 8, 1
    outcomes: Counter[tuple[str, str, str]] = Counter()
    wrong = 0
    with tempfile.TemporaryDirectory() as place:
        originals = {
            "plain": Original(Path(place) / "plain", None, 200),
            "encrypted": Original(Path(place) / "encrypted", "a passphrase", 200),
        }
        for number in range(cases):
            kind = ("plain", "encrypted")[number % 2]
            damage = DAMAGES[number // 2 % len(DAMAGES)]
            attempts.forget_wrong(Path(place) / "vault")
            try:
                rng = random.Random(seed * 1_000_003 + number)
                outcome = damage_once(originals[kind], damage, rng, Path(place))
            except Exception:  # noqa: BLE001
                wrong += 1
                outcome = "WRONG"
                print(f"case {number} ({kind}, {damage.__name__}):\n{traceback.format_exc()}")
            outcomes[kind, damage.__name__, outcome] += 1
    for (kind, name, outcome), count in sorted(outcomes.items()):
        print(f"{kind:10} {name:22} {outcome:22} {count:4}")
    print(f"{cases} cases, {wrong} handled wrongly")
    return wrong


if __name__ == "__main__":
    sys.exit(min(1, main(*map(int, sys.argv[1:]))))
