"""After emptying or deleting, the words are in no file of the folder, and what still holds them is named."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from assessments.storage import Vault, VaultLocked, create_vault, open_vault, restore_backup, vault_exists
from tests.storage.material import entry

KEPT, CHANGED, REMOVED = "kumquat lanterns", "obsidian harbour", "periwinkle trellis"


def files_with(folder: Path, words: str) -> list[str]:
    """The files with any of the words' letters: a whole phrase may be cut in two by a page, a word hardly."""
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(word.encode() in path.read_bytes() for word in words.split())
    )


def filled(folder: Path) -> Vault:
    vault, _ = create_vault(folder)
    filler = [entry(f"{KEPT} {'and so on ' * 80}") for _ in range(60)]
    changed, removed = entry(CHANGED, tags=tuple(CHANGED.split())), entry(f"{REMOVED} " * 900, title=REMOVED)
    vault.save_many([*filler[:30], changed, removed, *filler[30:]])
    vault.set_derived("themes", REMOVED, [removed.id])
    vault.set_derived("names", CHANGED, [changed.id])
    vault.revise(replace(changed, fields={"text": "calm now"}, tags=()))
    vault.remove(removed.id)
    return vault


def test_removed_words_are_there_until_the_history_is_emptied_and_then_nowhere(folder: Path) -> None:
    with filled(folder) as vault:
        assert files_with(folder, REMOVED)
        assert files_with(folder, CHANGED)
        emptied = vault.empty_history()
        assert emptied.n == 3
        assert files_with(folder, REMOVED) == []
        assert files_with(folder, CHANGED) == []
        assert files_with(folder, KEPT)
        assert vault.removed() == []
        assert vault.verify() == []
    assert files_with(folder, REMOVED) == files_with(folder, CHANGED) == []


def test_backups_and_what_was_set_aside_are_named_and_can_be_deleted(folder: Path) -> None:
    with filled(folder) as vault:
        path = vault.backup()
    restore_backup(path, folder)
    with open_vault(folder) as vault:
        emptied = vault.empty_history()
        named = {str(one.path.relative_to(folder)) for one in emptied.backups} | {
            str((one / "vault.db").relative_to(folder)) for one in emptied.set_aside
        }
        assert set(files_with(folder, REMOVED)) == named
        assert len(named) == 2
        later = vault.backup()
        assert [one.path for one in vault.storage_facts().backups_with_removed_words] == [
            one.path for one in emptied.backups if one.path.exists()
        ]
        for one in emptied.backups:
            if one.path.exists():
                vault.delete_backup(one.path)
        for aside in emptied.set_aside:
            vault.delete_set_aside(aside)
        assert files_with(folder, REMOVED) == []
        assert later.exists()


def test_not_one_of_a_thousand_removed_words_stays_in_the_index(folder: Path) -> None:
    rng = random.Random(5)
    words = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=11)) for _ in range(1_000)]
    vault, _ = create_vault(folder)
    with vault:
        vault.save_many(entry("something that stays " * 20 + str(index)) for index in range(50))
        ids = [vault.save_many([entry(" ".join(words[start : start + 10]))])[0] for start in range(0, 1_000, 10)]
        for one in ids:
            vault.remove(one)
        vault.empty_history()
        held = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        assert [word for word in words if word.encode() in held] == []


def test_a_draft_that_is_gone_leaves_no_words_after_emptying(folder: Path) -> None:
    vault, _ = create_vault(folder)
    with vault:
        vault.save_draft("new", {"text": REMOVED})
        vault.discard_draft("new")
        vault.empty_history()
        assert files_with(folder, REMOVED) == []


@pytest.mark.parametrize("secret", [None, "a passphrase"])
def test_deleting_everything_leaves_backups_at_most(folder: Path, secret: str | None) -> None:
    vault, _ = create_vault(folder, secret)
    vault.save(entry(KEPT))
    path = vault.backup()
    other = open_vault(folder, secret)
    assert vault.delete_everything() == (path,)
    assert [one for one in folder.rglob("*") if one.is_file()] == [path]
    assert vault_exists(folder) == "none"
    for one in (vault, other):
        with pytest.raises(VaultLocked):
            one.entries()
    again, _ = create_vault(folder)
    assert again.entries() == []
    again.close()


def test_deleting_everything_can_take_the_backups_along(vault: Vault, folder: Path, tmp_path: Path) -> None:
    vault.set_backup_folder(tmp_path / "elsewhere")
    path = vault.backup()
    assert path.parent == tmp_path / "elsewhere"
    assert vault.delete_everything(backups_too=True) == ()
    assert not path.exists()


def test_only_backups_can_be_deleted_as_backups(vault: Vault, folder: Path) -> None:
    with pytest.raises(ValueError, match="not a backup"):
        vault.delete_backup(folder / "vault.db")
    with pytest.raises(ValueError, match="set aside"):
        vault.delete_set_aside(folder)
    assert vault.verify() == []
