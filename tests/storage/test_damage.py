"""Damage is noticed, told in a sentence, never written over, and a backup brings everything back."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from assessments.storage import (
    DamagedVault,
    NewerSchema,
    VaultExists,
    create_vault,
    open_vault,
    read_damaged,
    set_aside,
    vault_exists,
)
from assessments.storage.connection import connect
from tests.storage.conftest import PASSPHRASE
from tests.storage.damaging import DAMAGES, Damage, Original, damage_once


@pytest.fixture(scope="module", params=[None, PASSPHRASE], ids=["plain", "encrypted"])
def original(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Original:
    return Original(tmp_path_factory.mktemp("original") / "vault", request.param)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_no_damage_goes_unnoticed_or_is_made_worse(original: Original, damage: Damage, tmp_path: Path) -> None:
    outcomes = Counter(damage_once(original, damage, random.Random(seed), tmp_path) for seed in range(4))
    assert sum(outcomes.values()) == 4


def test_a_newer_schema_is_left_alone(original: Original, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(original.folder, folder)
    with open_vault(folder, original.passphrase) as vault:
        key = vault._store.key
    connection = connect(folder / "vault.db", key)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(NewerSchema):
        open_vault(folder, original.passphrase)
    assert (folder / "vault.db").read_bytes() == before


def test_what_can_be_read_is_counted_and_what_cannot_too(original: Original, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(original.folder, folder)
    whole = read_damaged(folder, original.passphrase)
    assert ({one.id for one in whole.records}, whole.unreadable) == (set(original.records), 0)
    database = folder / "vault.db"
    pages = database.stat().st_size // 4096
    with database.open("r+b") as file:
        file.seek((pages // 2) * 4096)
        file.write(bytes(4096))
    before = database.read_bytes()
    left = read_damaged(folder, original.passphrase)
    assert database.read_bytes() == before
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
    assert all(original.records[one.id] == one for one in left.records)
    assert len(left.records) + (left.unreadable or 0) <= len(original.records)


def test_a_damaged_vault_is_never_created_over_and_can_be_set_aside(original: Original, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(original.folder, folder)
    (folder / "vault.db").write_bytes(b"something else")
    with pytest.raises(VaultExists):
        create_vault(folder)
    with pytest.raises(DamagedVault):
        open_vault(folder, original.passphrase)
    aside = set_aside(folder)
    assert aside is not None
    assert (aside / "vault.db").read_bytes() == b"something else"
    assert vault_exists(folder) == "none"
    create_vault(folder)[0].close()


def test_a_vault_file_that_vanished_is_not_taken_for_a_first_visit(folder: Path, passphrase: str) -> None:
    create_vault(folder, passphrase)[0].close()
    (folder / "vault.db").unlink()
    assert vault_exists(folder) == "damaged"
    with pytest.raises(VaultExists):
        create_vault(folder, passphrase)
