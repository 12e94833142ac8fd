"""The vault of an app that is killed: what stands in it before, and what must hold of it afterwards."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from assessments.records import Entry
from assessments.storage import Vault, WrongSecret, attempts, backups_in, create_vault, open_vault, restore_backup
from assessments.storage.backup_file import is_whole
from assessments.storage.schema import REVISIONS

PASSPHRASE: Final = "a long walk by the river"
FIXTURES: Final = Path(__file__).parents[1] / "storage" / "fixtures"
FIRST: Final = "the first words"
IMPORTED: Final = 400


@dataclass
class Told:
    """What the screen said before the kill."""

    saved: list[str] = field(default_factory=list)
    newest: str = FIRST
    attempted: str = FIRST
    typed: str = ""
    secrets: list[str] = field(default_factory=lambda: [PASSPHRASE])
    backups: int = 0
    imported: bool = False


def prepare(home: Path, *, is_old: bool) -> None:
    """Put a vault with one entry there, or one of the first schema."""
    if is_old:
        restore_backup(FIXTURES / f"schema-{REVISIONS[0]}-encrypted.backup", home)
        return
    shutil.copytree(_begun().name, home)


@cache
def _begun() -> TemporaryDirectory[str]:
    """A vault with one entry, made once."""
    folder = TemporaryDirectory()
    with create_vault(Path(folder.name), PASSPHRASE)[0] as vault:
        vault.save(Entry(happened_at=datetime.now(UTC), form="free", version=1, fields={"text": FIRST}))
    return folder


def check(home: Path, told: Told, *, is_edited: bool) -> None:
    """AssertionError where anything is lost or half there of what the screen called done."""
    with _opened_with_any(home, told.secrets) as vault:
        assert vault.verify() == []
        texts = [str(each.fields.get("text") or each.title) for each in vault.entries()]
        assert set(told.saved) <= set(texts), "a saved entry is gone"
        brought = sum("brought in" in text for text in texts)
        assert brought in ((IMPORTED,) if told.imported else (0, IMPORTED)), "half an import"
        if is_edited:
            assert {told.newest, told.attempted} & set(texts), "an edit was lost"
        if told.typed:
            (draft,) = vault.drafts()
            kept = dict(draft.value)["fields"]["text"]
            assert kept.startswith(told.typed), f"a draft was lost: {kept[:40]!r}"
    assert len(backups_in(home)) >= bool(told.backups)
    assert all(is_whole(each.path) for each in backups_in(home)), "a half backup is listed"


def _opened_with_any(home: Path, secrets: list[str]) -> Vault:
    """The vault, opened with the old or the new passphrase: exactly as a person would try."""
    for secret in secrets:
        attempts.forget_wrong(home)
        with suppress(WrongSecret):
            return open_vault(home, secret)
    raise AssertionError("neither the old nor the new passphrase opens the vault")
