"""How long a search takes among 5,000 entries: python -m tests.benchmarks.search."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np

from assessments.records import Entry
from assessments.storage import SearchHit, Vault, create_vault
from sample_data import generate

ENTRIES = 5000
ROUNDS = 15
SEED = 7


def main() -> None:
    """Prints the median of each kind of question, in a vault with a passphrase."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--entries", type=int, default=ENTRIES)
    chosen = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder, _filled(Path(folder), chosen.entries) as vault:
        print(f"{chosen.entries} entries (invented person, seed {SEED}, repeated), encrypted; medians of {ROUNDS}:")
        for name, ask in _questions(vault).items():
            hits = len(ask())
            laps = []
            for _ in range(ROUNDS):
                begun = time.perf_counter()
                ask()
                laps.append(time.perf_counter() - begun)
            print(f"  {name:34} {1000 * float(np.median(laps)):6.1f} ms  {hits:4} hits")


def _filled(folder: Path, n: int) -> Vault:
    written = [entry for entry in generate(SEED).entries if entry.form == "free"]
    start = datetime(2012, 1, 1, 20, tzinfo=UTC)
    vault, _ = create_vault(folder, "a passphrase for a benchmark")
    vault.save_many(
        [
            Entry(
                happened_at=start + timedelta(days=at),
                form="free",
                version=1,
                fields={"text": f"{written[at % len(written)].fields['text']} {at}"},
                title=written[at % len(written)].title,
                tags=written[at % len(written)].tags,
                feelings=written[at % len(written)].feelings,
            )
            for at in range(n)
        ]
    )
    return vault


def _questions(vault: Vault) -> dict[str, Callable[[], list[SearchHit]]]:
    some = [entry.id for entry in vault.entries()[::10]]
    return {
        "one word, in few entries": lambda: vault.search("marmalade"),
        "one word, in many entries": lambda: vault.search("choir"),
        "a word's beginning": lambda: vault.search("reh"),
        "two words": lambda: vault.search("sister phone"),
        "a phrase": lambda: vault.search('"the library"'),
        "a word within two years": lambda: vault.search("choir", since=date(2014, 1, 1), until=date(2015, 12, 31)),
        "a word with a tag": lambda: vault.search("choir", tags=["choir"]),
        "a word with a feeling": lambda: vault.search("choir", feelings=["calm"]),
        "a word of one form": lambda: vault.search("choir", forms=["free"]),
        "a word among a theme's entries": lambda: vault.search("choir", ids=some),
        "a word that is nowhere": lambda: vault.search("zyzzyva"),
    }


if __name__ == "__main__":
    main()
