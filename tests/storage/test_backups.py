"""Backups are whole, rotate by a rule, and come back from every earlier schema."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.storage import (
    BackupFolderGone,
    BackupFolderRefused,
    DamagedBackup,
    NewerSchema,
    Vault,
    VaultLocked,
    WrongSecret,
    backups_in,
    create_vault,
    newest_good_backup,
    open_vault,
    restore_backup,
    vault_exists,
)
from assessments.storage import restoring as restoring_file
from assessments.storage.backup_file import is_whole
from assessments.storage.rotation import to_keep
from assessments.storage.schema import REVISIONS
from tests.storage.material import SetClock, entry

FIXTURES = Path(__file__).parent / "fixtures"


def test_a_backup_holds_everything_up_to_its_moment(
    vault: Vault, folder: Path, secret: str | None, tmp_path: Path
) -> None:
    before = vault.save(entry("before"))
    path = vault.backup()
    after = vault.save(entry("after"))
    restore_backup(path, tmp_path / "elsewhere")
    with open_vault(tmp_path / "elsewhere", secret) as restored:
        assert restored.get(before) == vault.get(before)
        assert restored.get(after) is None
        assert restored.verify() == []
    assert b"before" not in path.read_bytes() or not vault.encrypted


def test_restoring_sets_the_present_vault_aside_whole(vault: Vault, folder: Path, secret: str | None) -> None:
    path = vault.backup()
    later = vault.save(entry("later"))
    aside = restore_backup(path, folder)
    with pytest.raises(VaultLocked):
        vault.entries()
    with open_vault(folder, secret) as restored:
        assert restored.entries() == []
        assert restored.storage_facts().set_aside == (aside,)
    assert aside is not None
    with open_vault(aside, secret) as former:
        assert former.get(later) is not None


def test_a_plain_backup_comes_back_over_an_encrypted_vault(folder: Path, passphrase: str, tmp_path: Path) -> None:
    vault, _ = create_vault(folder)
    vault.save(entry("x"))
    path = shutil.copy(vault.backup(), tmp_path / "kept.backup")
    vault.add_passphrase(passphrase)
    vault.close()
    restore_backup(path, folder)
    assert vault_exists(folder) == "plain"
    with open_vault(folder) as restored:
        assert len(restored.entries()) == 1


def test_a_backup_opens_with_the_secret_of_its_day(folder: Path, passphrase: str, clock: SetClock) -> None:
    vault, _ = create_vault(folder, passphrase, clock=clock)
    path = vault.backup()
    vault.change_passphrase(passphrase, "new one")
    assert [one.opens_with_older_secret for one in vault.backups()] == [True]
    clock.forward(days=1)
    vault.backup()
    assert [one.opens_with_older_secret for one in vault.backups()] == [False, True]
    restore_backup(path, folder)
    with pytest.raises(WrongSecret):
        open_vault(folder, "new one")
    open_vault(folder, passphrase).close()


def test_a_backup_is_due_once_a_day_and_only_after_a_change(vault: Vault, clock: SetClock) -> None:
    vault.save(entry("x"))
    assert vault.backup_if_due() is not None
    assert vault.backup_if_due() is None
    vault.save(entry("y"))
    assert vault.backup_if_due() is None
    clock.forward(days=1)
    assert vault.backup_if_due() is not None
    clock.forward(days=1)
    assert vault.backup_if_due() is None
    vault.save(entry("z"))
    clock.forward(days=-30)
    assert vault.backup_if_due() is not None


def test_a_year_of_daily_backups_leaves_days_weeks_and_months() -> None:
    start = datetime(2025, 1, 1, 20, tzinfo=UTC)
    kept: set[datetime] = set()
    for day in range(400):
        kept.add(start + timedelta(days=day))
        kept = to_keep((one, one) for one in kept)
    newest = start + timedelta(days=399)
    assert {newest - timedelta(days=n) for n in range(7)} <= kept
    assert len(kept) <= 7 + 4 + 12
    assert len({(one.year, one.month) for one in kept}) == 12
    assert len({one.isocalendar()[:2] for one in kept if one > newest - timedelta(days=28)}) >= 4


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), unique=True, max_size=60))  # noqa: DTZ001
def test_the_newest_is_always_kept_and_keeping_twice_changes_nothing(made: list[datetime]) -> None:
    moments = [one.replace(tzinfo=UTC) for one in made]
    kept = to_keep((one, one) for one in moments)
    assert kept <= set(moments)
    assert not moments or max(moments) in kept
    assert to_keep((one, one) for one in kept) == kept


def test_rotation_leaves_other_vaults_backups_alone(tmp_path: Path, clock: SetClock) -> None:
    shared = tmp_path / "shared"
    vaults = [create_vault(tmp_path / name, clock=clock)[0] for name in ("one", "two")]
    for vault in vaults:
        vault.set_backup_folder(shared)
    for _ in range(10):
        for vault in vaults:
            vault.backup()
        clock.forward(days=1)
    assert [len(vault.backups()) for vault in vaults] == [7, 7]
    assert {date.fromordinal(one.made_at.toordinal()) for one in vaults[0].backups()} >= {
        (clock.now - timedelta(days=n)).date() for n in range(1, 8)
    }
    assert len(backups_in(tmp_path / "one")) == 14
    for vault in vaults:
        vault.close()


def test_a_damaged_backup_is_passed_over_and_never_restored(
    vault: Vault, folder: Path, clock: SetClock, secret: str | None
) -> None:
    kept = vault.save(entry("x"))
    good = vault.backup()
    clock.forward(days=1)
    bad = vault.backup()
    content = bytearray(bad.read_bytes())
    content[len(content) // 2] ^= 4
    bad.write_bytes(content)
    assert not is_whole(bad)
    found = newest_good_backup(folder)
    assert found is not None
    assert found.path == good
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(DamagedBackup):
        restore_backup(bad, folder)
    assert (folder / "vault.db").read_bytes() == before
    with open_vault(folder, secret) as again:
        assert again.get(kept) is not None


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip at all" * 100])
def test_any_other_file_is_no_backup(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.backup"
    path.write_bytes(content)
    with pytest.raises(DamagedBackup):
        restore_backup(path, tmp_path / "vault")
    assert vault_exists(tmp_path / "vault") == "none"


def test_a_backup_of_a_newer_footbridge_is_left_alone(
    vault: Vault, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = vault.backup()
    monkeypatch.setattr(restoring_file, "REVISIONS", REVISIONS[:1])
    with pytest.raises(NewerSchema):
        restore_backup(path, tmp_path / "elsewhere")


@pytest.mark.parametrize("kind", ["plain", "encrypted"])
@pytest.mark.parametrize("schema", REVISIONS)
def test_a_backup_of_every_schema_comes_back(schema: str, kind: str, tmp_path: Path, passphrase: str) -> None:
    restore_backup(FIXTURES / f"schema-{schema}-{kind}.backup", tmp_path / "vault")
    with open_vault(tmp_path / "vault", passphrase if kind == "encrypted" else None) as vault:
        assert [one.fields["text"] for one in vault.entries()] == ["A walk by the river.", "Rain, and a long call."]
        assert [one.answers for one in vault.responses()] == [{"trust-1": 3, "trust-2": None}]
        (removed,) = vault.removed()
        assert len(vault.history(removed.record.id)) == 3
        assert len(vault.search("river")) == 1
        assert vault.setting("theme") == "dark"
        assert vault.draft("new") == {"text": "half a sen"}
        assert vault.verify() == []
        vault.save(entry("and on it goes"))
        if schema != REVISIONS[-1]:
            assert [one.schema for one in vault.backups()] == [schema]


def test_backups_made_in_another_folder_before_stay_known_and_can_be_deleted(
    vault: Vault, clock: SetClock, tmp_path: Path
) -> None:
    removed = vault.save(entry("to be erased"))
    made = [vault.backup()]
    for place in (tmp_path / "first", tmp_path / "second", None):
        clock.forward(days=1)
        vault.set_backup_folder(place)
        made.append(vault.backup())
    beside = made[0].parent
    assert [path.parent for path in made] == [beside, tmp_path / "first", tmp_path / "second", beside]
    assert [one.path for one in vault.backups()] == made[::-1]
    vault.remove(removed)
    assert {one.path for one in vault.empty_history().backups} == set(made)
    for path in made:
        vault.delete_backup(path)
    assert vault.backups() == []


@pytest.mark.parametrize("unfit", ["relative", "", "inside", "file"])
def test_a_folder_that_cannot_hold_backups_is_refused_and_the_former_one_stays(
    vault: Vault, folder: Path, tmp_path: Path, unfit: str
) -> None:
    (tmp_path / "file").write_text("a file")
    chosen = {"relative": Path("relative"), "": Path(), "inside": folder / "set aside", "file": tmp_path / "file"}
    vault.set_backup_folder(tmp_path / "good")
    with pytest.raises(BackupFolderRefused):
        vault.set_backup_folder(chosen[unfit])
    assert vault.backup().parent == tmp_path / "good"


def test_a_backup_folder_that_disappears_is_told_and_not_made_anew(vault: Vault, tmp_path: Path) -> None:
    chosen = tmp_path / "drive"
    vault.set_backup_folder(chosen)
    vault.backup()
    shutil.move(chosen, tmp_path / "unplugged")
    with pytest.raises(BackupFolderGone, match="is not there at the moment"):
        vault.backup()
    assert not chosen.exists()
    vault.save(entry("life goes on"))
    shutil.move(tmp_path / "unplugged", chosen)
    assert vault.backup().parent == chosen
