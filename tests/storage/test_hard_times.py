"""A full disk, a folder that may not be written or that vanishes, a lock that is held, a clock that jumps."""

from __future__ import annotations

import logging
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from assessments.records import Entry
from assessments.storage import (
    DiskFull,
    FolderGone,
    Vault,
    VaultBusy,
    VaultError,
    create_vault,
    free_space,
    home_folder,
    open_vault,
)
from assessments.storage import connection as connection_file
from assessments.storage import store as store_file
from tests.small_disk import disk_of
from tests.storage.material import NOON, SetClock, entry


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of four megabytes."""
    with disk_of(4, tmp_path / "disk") as place:
        yield place


@pytest.mark.parametrize("look_first", [True, False], ids=["looked at", "not looked at"])
@pytest.mark.parametrize("secret", [None, "a passphrase"], ids=["plain", "encrypted"])
def test_a_full_disk_is_told_and_loses_nothing(
    small_disk: Path, secret: str | None, look_first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(free_space, "RESERVE_BYTES", 0)
    monkeypatch.setattr(store_file, "RESERVE_BYTES", 0)
    if not look_first:
        monkeypatch.setattr(free_space, "free_bytes", lambda _: None)
    saved: list[str] = []
    with create_vault(small_disk / "vault", secret)[0] as vault:
        vault.save_draft("new", {"text": "half a sentence"})
        with pytest.raises(DiskFull) as told:
            for number in range(10_000):
                saved.append(vault.save(entry(f"{number} " + "word " * 4_000), discard_draft="new"))
                vault.save_draft("new", {"text": "half a sentence"})
        assert "free some space" in told.value.says
        assert [one.id for one in vault.entries()] == saved
        assert vault.draft("new") is not None or len(saved) > 0
        with pytest.raises(DiskFull):
            vault.save_many(entry("word " * 4_000) for _ in range(200))
        with pytest.raises(DiskFull):
            vault.backup()
        assert vault.backups() == []
    with open_vault(small_disk / "vault", secret) as again:
        assert [one.id for one in again.entries()] == saved
        assert again.verify() == []
    assert sum(path.suffix == ".backup" for path in (small_disk / "vault").rglob("*")) == 0


def test_an_encryption_that_does_not_fit_leaves_the_plain_vault(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(free_space, "free_bytes", lambda _: None)
    with create_vault(small_disk / "vault")[0] as vault:
        vault.save_many(entry("word " * 1_000) for _ in range(170))
        with pytest.raises(DiskFull):
            vault.add_passphrase("a passphrase")
        assert len(vault.entries()) == 170
    with open_vault(small_disk / "vault") as again:
        assert len(again.entries()) == 170
        assert again.verify() == []


def test_little_free_space_is_noticed_before_anything_is_written(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    record = entry("x")
    vault.save(record)
    monkeypatch.setattr(free_space, "free_bytes", lambda _: 2_000_000)
    with pytest.raises(DiskFull, match=r"2\.0 MB"):
        vault.save(entry("y"))
    vault.remove(record.id)
    assert vault.entries() == []


_AS_NOBODY = """
import os, sys
from pathlib import Path
import sqlcipher3.dbapi2, sqlalchemy.dialects.sqlite
from assessments.storage import VaultError, open_vault
from tests.storage.material import entry
folder = Path(sys.argv[1])
os.setgid(65534); os.setuid(65534)
try:
    with open_vault(folder) as vault:
        print("opened", len(vault.entries()))
        vault.save(entry("more"))
except VaultError as told:
    print(type(told).__name__, told.says)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file modes of Unix")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_vault_that_may_not_be_written_says_so(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "vault"
    create_vault(folder)[0].close()
    if what == "file":
        (folder / "vault.db").chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        folder.chmod(0o777)
    else:
        (folder / "vault.db").chmod(0o666)
        folder.chmod(0o555)
    if os.getuid() == 0:
        for parent in folder.parents:
            if parent.stat().st_mode & 0o005 != 0o005 and parent.is_relative_to(tmp_path.parents[2]):
                parent.chmod(parent.stat().st_mode | 0o055)
        command = _AS_NOBODY
    else:
        command = _AS_NOBODY.replace("os.setgid(65534); os.setuid(65534)", "")
    done = subprocess.run([sys.executable, "-c", command, str(folder)], capture_output=True, text=True, check=False)
    expected = f"ReadOnlyVault Footbridge may not write to {folder}. Please allow it to, then try again.\n"
    assert done.stdout.removeprefix("opened 0\n") == expected, done.stderr[-500:]
    folder.chmod(0o755)
    (folder / "vault.db").chmod(0o600)
    open_vault(folder).close()


def test_a_folder_that_vanishes_is_noticed_before_anything_is_called_saved(
    vault: Vault, folder: Path, tmp_path: Path, secret: str | None
) -> None:
    kept = vault.save(entry("x"))
    folder.rename(tmp_path / "moved")
    with pytest.raises(FolderGone):
        vault.save(entry("y"))
    with pytest.raises(VaultError):
        vault.backup()
    (tmp_path / "moved").rename(folder)
    vault.save(entry("z"))
    vault.close()
    with open_vault(folder, secret) as again:
        assert len(again.entries()) == 2
        assert again.get(kept) is not None


def test_another_file_in_the_vaults_place_is_not_written_to(vault: Vault, folder: Path) -> None:
    other = folder.parent / "other"
    create_vault(other)[0].close()
    (folder / "vault.db").rename(folder / "moved.db")
    shutil.copy(other / "vault.db", folder / "vault.db")
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(FolderGone):
        vault.save(entry("y"))
    assert (folder / "vault.db").read_bytes() == before


def test_a_log_that_was_deleted_under_our_feet_is_noticed(vault: Vault, folder: Path) -> None:
    vault.save(entry("x"))
    (folder / "vault.db-wal").unlink()
    with pytest.raises(FolderGone):
        vault.save(entry("y"))


def test_a_lock_that_is_held_for_long_is_told(vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = connection_file.connect(folder / "vault.db", vault._store.key)
    holder.execute("BEGIN IMMEDIATE")
    with vault._store.unshared_connection() as connection:
        connection.execute("PRAGMA busy_timeout = 50")
    with pytest.raises(VaultBusy):
        vault.save(entry("x"))
    holder.execute("ROLLBACK")
    holder.close()
    vault.save(entry("x"))


def test_a_clock_that_jumps_back_disturbs_neither_order_nor_history(vault: Vault, clock: SetClock) -> None:
    record = entry("first", NOON)
    vault.save(record)
    clock.forward(days=-400)
    vault.revise(entry("second", NOON, id=record.id))
    later = vault.save(entry("later", NOON + timedelta(minutes=1)))
    vault.save_draft("new", {"text": "x"})
    texts = [one.record.fields["text"] for one in vault.history(record.id) if isinstance(one.record, Entry)]
    assert texts == ["first", "second"]
    assert [one.id for one in vault.entries()] == [record.id, later]
    first, second = vault.history(record.id)
    assert second.recorded_at < first.recorded_at
    clock.forward(days=800)
    assert vault.backup().exists()
    clock.forward(days=-800)
    assert vault.backup().exists()


def test_no_word_and_no_statement_reaches_a_log_or_a_fault(
    vault: Vault, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    vault.save(entry("kumquat"))
    with pytest.raises(VaultError) as told, vault._store.writing() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": "kumquat"})
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__
    assert "kumquat" not in str(told.value) + told.value.says + caplog.text + "".join(capfd.readouterr())
    assert "INSERT" not in str(told.value)


def test_the_folder_is_the_persons_own_and_can_be_named(tmp_path: Path) -> None:
    assert home_folder({"FOOTBRIDGE_HOME": str(tmp_path)}) == tmp_path
    assert home_folder({}).name == "Footbridge"
    assert home_folder({"FOOTBRIDGE_HOME": "  "}) == home_folder({})


@pytest.mark.skipif(sys.platform == "win32", reason="file modes of Unix")
def test_nobody_else_may_read_the_files(vault: Vault, folder: Path) -> None:
    vault.save(entry("x"))
    vault.backup()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in folder.iterdir()} == {0}
