"""Passphrases, recovery codes and keys: what opens a vault, what does not, and what is left of the old."""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from importlib.util import find_spec, module_from_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.storage import (
    DamagedVault,
    TooSoon,
    VaultLocked,
    WrongSecret,
    attempts,
    create_vault,
    open_vault,
    vault_exists,
)
from assessments.storage.key_file import read_key_file
from assessments.storage.recovery_code import new_recovery_code, read_code, write_code
from tests.storage.material import SetClock, entry

WORDS = "marzipan zeppelin"


def files_with(folder: Path, words: str = WORDS) -> list[str]:
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and words.encode() in path.read_bytes()
    )


def test_the_derivation_of_the_app_itself_is_as_costly_as_it_was_decided() -> None:
    found = find_spec("assessments.storage.slots")
    assert found is not None
    assert found.loader is not None
    afresh = module_from_spec(found)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, found.name, afresh)
        found.loader.exec_module(afresh)
    assert (afresh.MEMORY_KIB, afresh.PASSES, afresh.LANES) == (65_536, 3, 1)


def test_nothing_that_was_written_stands_in_any_file_of_an_encrypted_vault(folder: Path, passphrase: str) -> None:
    vault, code = create_vault(folder, passphrase)
    with vault:
        vault.save(entry(WORDS, tags=(WORDS,), title=WORDS))
        vault.save_draft(WORDS, {"text": WORDS})
        vault.set_setting(WORDS, WORDS)
        vault.set_derived(WORDS, WORDS)
        vault.save_questionnaire(WORDS, 1, WORDS)
        vault.backup()
        assert files_with(folder) == []
        assert (folder / "vault.db").read_bytes()[:16] != b"SQLite format 3\x00"
        key = vault._store.key
        assert key is not None
        for secret in (passphrase.encode(), str(code).encode(), key, key.hex().encode()):
            assert files_with(folder, secret.decode("latin-1")) == []
            assert not any(secret in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert files_with(folder) == []


def test_a_plain_vault_does_show_its_words_so_that_the_test_above_can_fail(folder: Path) -> None:
    vault, code = create_vault(folder)
    vault.save(entry(WORDS))
    vault.close()
    assert code is None
    assert files_with(folder) == ["vault.db"]


def test_only_the_right_secret_opens(folder: Path, passphrase: str) -> None:
    vault, code = create_vault(folder, passphrase)
    record_id = vault.save(entry("x"))
    vault.close()
    assert vault_exists(folder) == "encrypted"
    for wrong in (None, "", "x", passphrase.upper(), passphrase + " "):
        attempts.forget_wrong(folder)
        with pytest.raises(WrongSecret) as told:
            open_vault(folder, wrong)
        assert passphrase not in told.value.says
    attempts.forget_wrong(folder)
    with pytest.raises(WrongSecret):
        open_vault(folder, recovery_code=new_recovery_code())
    with open_vault(folder, passphrase) as again:
        assert again.get(record_id) is not None
    with open_vault(folder, recovery_code=code) as again:
        assert again.get(record_id) is not None


def test_a_passphrase_is_the_same_however_its_letters_are_composed(folder: Path) -> None:
    create_vault(folder, "Z\u00fcrich")[0].close()
    open_vault(folder, "Zu\u0308rich").close()


def test_a_new_passphrase_takes_the_place_of_the_old(folder: Path, passphrase: str) -> None:
    vault, code = create_vault(folder, passphrase)
    with vault:
        with pytest.raises(WrongSecret):
            vault.change_passphrase("not it", "new one")
        vault.change_passphrase(passphrase, "new one")
    with pytest.raises(WrongSecret):
        open_vault(folder, passphrase)
    open_vault(folder, "new one").close()
    open_vault(folder, recovery_code=code).close()


def test_the_recovery_code_leads_to_a_new_passphrase(folder: Path, passphrase: str) -> None:
    vault, code = create_vault(folder, passphrase)
    vault.close()
    with open_vault(folder, recovery_code=str(code).lower().replace("-", " ")) as opened:
        opened.set_passphrase_after_recovery("new one")
        new_code = opened.new_recovery_code("new one")
    with pytest.raises(WrongSecret):
        open_vault(folder, recovery_code=code)
    open_vault(folder, recovery_code=new_code).close()
    open_vault(folder, "new one").close()


def test_a_new_key_leaves_nothing_to_the_old_one(folder: Path, passphrase: str) -> None:
    vault, code = create_vault(folder, passphrase)
    with vault:
        record_id = vault.save(entry("x"))
        old_key, old_keys = vault._store.key, (folder / "keys.json").read_bytes()
        new_code = vault.change_key(passphrase)
        assert vault._store.key != old_key
        assert vault.get(record_id) is not None
        assert vault.verify() == []
        vault.save(entry("y"))
    assert read_key_file(folder).previous == ()
    with pytest.raises(WrongSecret):
        open_vault(folder, recovery_code=code)
    open_vault(folder, recovery_code=new_code).close()
    (folder / "keys.json").write_bytes(old_keys)
    with pytest.raises(DamagedVault):
        open_vault(folder, passphrase)


def test_a_passphrase_added_later_leaves_no_plain_word(folder: Path, passphrase: str, clock: SetClock) -> None:
    vault, _ = create_vault(folder, clock=clock)
    record_id = vault.save(entry(WORDS))
    vault.save_draft("d", {"text": WORDS})
    plain_backup = vault.backup()
    assert len(files_with(folder)) >= 2
    code = vault.add_passphrase(passphrase)
    assert files_with(folder) == [str(plain_backup.relative_to(folder))]
    assert [one.path for one in vault.storage_facts().plain_backups] == [plain_backup]
    vault.delete_backup(plain_backup)
    assert files_with(folder) == []
    assert [hit.id for hit in vault.search("marzi")] == [record_id]
    vault.close()
    assert vault_exists(folder) == "encrypted"
    with open_vault(folder, recovery_code=code) as again:
        assert again.get(record_id) is not None
        assert again.draft("d") == {"text": WORDS}


def test_the_old_plain_file_itself_is_overwritten(folder: Path, passphrase: str) -> None:
    vault, _ = create_vault(folder)
    vault.save(entry(WORDS))
    with (folder / "vault.db").open("rb") as old_file:
        vault.backup()
        vault.add_passphrase(passphrase)
        old_file.seek(0)
        assert not old_file.read().strip(b"\0")
    vault.close()


def test_other_windows_of_the_process_are_locked_by_a_new_key(folder: Path, passphrase: str) -> None:
    vault, _ = create_vault(folder, passphrase)
    other = open_vault(folder, passphrase)
    vault.change_key(passphrase)
    with pytest.raises(VaultLocked):
        other.entries()
    vault.save(entry("x"))
    vault.close()


def test_wrong_secrets_must_wait_longer_and_longer(folder: Path) -> None:
    now = [0.0]
    waits = []
    for _ in range(12):
        attempts.require_patience(folder, lambda: now[0])
        wait = attempts.count_wrong(folder, lambda: now[0])
        waits.append(wait.total_seconds())
        if wait:
            now[0] += wait.total_seconds() / 2
            with pytest.raises(TooSoon) as told:
                attempts.require_patience(folder, lambda: now[0])
            now[0] -= wait.total_seconds() / 2
            assert told.value.wait == pytest.approx(wait / 2, abs=timedelta(milliseconds=1))
        now[0] += wait.total_seconds()
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    attempts.forget_wrong(folder)
    attempts.require_patience(folder, lambda: now[0])


def test_during_the_pause_not_even_the_right_passphrase_is_tried(folder: Path, passphrase: str) -> None:
    create_vault(folder, passphrase)[0].close()
    for _ in range(4):
        with pytest.raises(WrongSecret):
            open_vault(folder, "not it")
    with pytest.raises(TooSoon):
        open_vault(folder, passphrase)


def test_a_damaged_key_file_is_told_from_a_wrong_passphrase_and_its_copy_helps(folder: Path, passphrase: str) -> None:
    create_vault(folder, passphrase)[0].close()
    keys, copy = folder / "keys.json", folder / "keys-copy.json"
    whole = keys.read_bytes()
    for position in range(0, len(whole), 7):
        keys.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        open_vault(folder, passphrase).close()
        assert json.loads(keys.read_bytes()) == json.loads(whole)
    keys.write_bytes(whole[:-30])
    copy.write_bytes(whole[30:])
    with pytest.raises(DamagedVault):
        open_vault(folder, passphrase)


@given(st.binary(min_size=16, max_size=16))
def test_a_recovery_code_comes_back_from_careless_typing(secret: bytes) -> None:
    code = write_code(secret)
    assert read_code(code) == secret
    assert read_code(code.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == secret


@given(st.binary(min_size=16, max_size=16), st.integers(0, 27), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_sign_in_a_code_is_nearly_always_noticed(secret: bytes, place: int, sign: str) -> None:
    signs = write_code(secret).replace("-", "")
    typed = signs[:place] + sign + signs[place + 1 :]
    assert read_code(typed) in ((secret,) if typed == signs else (None,)) or read_code(typed) != secret


def test_a_slip_in_a_code_is_called_a_slip(folder: Path, passphrase: str) -> None:
    vault, code = create_vault(folder, passphrase)
    vault.close()
    with pytest.raises(WrongSecret) as told:
        open_vault(folder, recovery_code=str(code)[:-1])
    assert "typing mistake" in told.value.says
