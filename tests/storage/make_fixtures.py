"""Writes one backup of the newest schema, plain and encrypted, to be kept for the restore drills of later versions.

Run `python -m tests.storage.make_fixtures` once for each new schema version; never again for an earlier one.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from assessments.records import Entry, Response
from assessments.storage import Vault, create_vault
from assessments.storage.schema import NEWEST_REVISION
from tests.storage.material import BERLIN, SetClock

FIXTURES = Path(__file__).parent / "fixtures"
PASSPHRASE = "a long walk by the river"


def fill(vault: Vault) -> None:
    """A little of everything that a vault keeps."""
    day = datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN)
    texts = ("A walk by the river.", "Rain, and a long call.", "Not to be kept.")
    entries = [
        Entry(happened_at=day.replace(hour=hour), form="free", version=1, fields={"text": text}, tags=("out",))
        for hour, text in enumerate(texts, 1)
    ]
    for entry in entries:
        vault.save(entry)
    vault.revise(replace(entries[2], title="changed first"))
    vault.remove(entries[2].id)
    answers = {"trust-1": 3, "trust-2": None}
    vault.save(Response(happened_at=day, questionnaire="pulse", version=1, answers=answers))
    vault.set_setting("theme", "dark")
    vault.save_draft("new", {"text": "half a sen"})


def write_fixtures(folder: Path, schema: str) -> None:
    """One plain and one encrypted backup of that schema."""
    for kind, passphrase in (("plain", None), ("encrypted", PASSPHRASE)):
        with tempfile.TemporaryDirectory() as place:
            vault, _ = create_vault(Path(place) / "vault", passphrase, clock=SetClock())
            with vault:
                fill(vault)
                shutil.copy(vault.backup(), folder / f"schema-{schema}-{kind}.backup")


if __name__ == "__main__":
    write_fixtures(FIXTURES, NEWEST_REVISION)
