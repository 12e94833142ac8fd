"""What the vault costs, as ratios in one run: `python -m tests.benchmarks.vault_speed`.

Ten years of data: 5,000 entries of about 1 kB and 4,000 responses.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from assessments.records import Entry, Response
from assessments.storage import Vault, create_vault, open_vault
from assessments.storage.slots import LANES, MEMORY_KIB, PASSES, _derive
from tests.storage.material import NOON, entry

PASSPHRASE = "ten years of words"
ROUNDS = 15


def seconds(action: Callable[[], object]) -> float:
    """How long the action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def interleaved(actions: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """The median time of each action, all of them taken in turn so that a busy machine hits them alike."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(rounds):
        for name, action in actions.items():
            taken[name].append(seconds(action))
    return {name: statistics.median(times) for name, times in taken.items()}


def ten_years() -> tuple[list[Entry], list[Response]]:
    """5,000 entries of about 1 kB and 4,000 responses of ten items."""
    rng = random.Random(7)
    words = ["".join(rng.choices("etaoinshrdlu", k=rng.randint(2, 9))) for _ in range(4_000)]
    entries = [entry(" ".join(rng.choices(words, k=160)), NOON - timedelta(hours=17 * n)) for n in range(5_000)]
    responses = [
        Response(
            happened_at=NOON - timedelta(hours=21 * n),
            questionnaire="emotional-safety",
            version=1,
            answers={f"item-{item}": rng.randint(0, 4) for item in range(10)},
        )
        for n in range(4_000)
    ]
    return entries, responses


def main() -> None:
    """Print the ratios."""
    entries, responses = ten_years()
    with tempfile.TemporaryDirectory() as place:
        plain_folder, folder = Path(place) / "plain", Path(place) / "encrypted"
        vaults = {"plain": create_vault(plain_folder)[0], "encrypted": create_vault(folder, PASSPHRASE)[0]}
        for name, vault in vaults.items():
            taken = seconds(lambda vault=vault: vault.save_many(entries))  # type: ignore[misc]
            print(f"import, {name}: {len(entries) / taken:,.0f} entries a second")
            vault.save_many(responses)
        _report_unlocking(folder)
        _report_reading_and_saving(vaults)
        for vault in vaults.values():
            vault.close()


def _report_unlocking(folder: Path) -> None:
    taken = interleaved(
        {
            "derivation": lambda: _derive(PASSPHRASE.encode(), bytes(16), MEMORY_KIB, PASSES, LANES),
            "unlocking": lambda: open_vault(folder, PASSPHRASE).close(),
        }
    )
    ratio = taken["unlocking"] / taken["derivation"]
    print(f"unlocking / derivation alone: {ratio:.2f} (≤ 1.2; derivation {taken['derivation'] * 1e3:.0f} ms)")


def _report_reading_and_saving(vaults: dict[str, Vault]) -> None:
    def read(vault: Vault) -> None:
        if len(vault.entries()) < 5_000 or len(vault.responses()) < 4_000:
            raise RuntimeError("not everything was read")

    for what, action, bound in (
        ("reading everything", read, 5.0),
        ("a durable save", lambda vault: vault.save(entry("word " * 200)), 1.2),
        ("a search", lambda vault: vault.search("eta"), 0.0),
    ):
        rounds = 60 if what == "a durable save" else ROUNDS
        taken = interleaved(
            {name: lambda vault=vault, action=action: action(vault) for name, vault in vaults.items()},  # type: ignore[misc]
            rounds,
        )
        ratio = taken["encrypted"] / taken["plain"]
        wanted = f" (≤ {bound})" if bound else ""
        times = ", ".join(f"{name} {took * 1e3:.1f} ms" for name, took in taken.items())
        print(f"{what}, encrypted / plain: {ratio:.2f}{wanted}; {times}")


if __name__ == "__main__":
    main()
