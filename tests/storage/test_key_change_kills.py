"""A change of key that is killed at either side of the moment when the new file takes the old one's place."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from assessments.storage import DamagedVault, WrongSecret, create_vault, open_vault
from assessments.storage.files import replace_durably
from assessments.storage.key_file import KeyFile, read_key_file, write_key_file
from tests.cheap_derivation import derive_cheaply
from tests.storage.material import entry

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked and killed"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


def killed(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def before_the_file_is_replaced() -> None:
    patch("assessments.storage.rekeying.replace_durably", killed)


def after_the_file_was_replaced() -> None:
    def replaced_and_killed(new: Path, place: Path) -> None:
        replace_durably(new, place)
        killed()

    patch("assessments.storage.rekeying.replace_durably", replaced_and_killed)


def before_the_former_slots_are_dropped() -> None:
    calls: list[KeyFile] = []

    def write_once(folder: Path, key_file: KeyFile) -> None:
        if calls:
            killed()
        calls.append(key_file)
        write_key_file(folder, key_file)

    patch("assessments.storage.vault_secrets.write_key_file", write_once)


def patch(name: str, instead: Callable[..., None]) -> None:
    pytest.MonkeyPatch().setattr(name, instead)


def change_key_until_killed(folder: Path, passphrase: str, arrange: Callable[[], None]) -> None:
    derive_cheaply()
    arrange()
    with open_vault(folder, passphrase) as vault:
        vault.change_key(passphrase)


def cut_short(folder: Path, passphrase: str, arrange: Callable[[], None]) -> tuple[str, str | None]:
    """A vault whose change of key was killed: the id of the entry in it and its recovery code of before."""
    vault, code = create_vault(folder, passphrase)
    with vault:
        kept = vault.save(entry("the first words"))
    process = multiprocessing.get_context("fork").Process(
        target=change_key_until_killed, args=(folder, passphrase, arrange), daemon=True
    )
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert read_key_file(folder).previous, "the process was not killed in the middle of the change"
    return kept, code


@pytest.mark.parametrize(
    "arrange", [before_the_file_is_replaced, after_the_file_was_replaced, before_the_former_slots_are_dropped]
)
def test_the_vault_opens_with_its_passphrase_and_every_word(
    tmp_path: Path, passphrase: str, arrange: Callable[[], None]
) -> None:
    folder = tmp_path / "vault"
    kept, _ = cut_short(folder, passphrase, arrange)
    with open_vault(folder, passphrase) as vault:
        assert vault.verify() == []
        assert [one.id for one in vault.entries()] == [kept]
    assert not read_key_file(folder).previous
    assert not list(folder.glob("*.new*"))
    with open_vault(folder, passphrase) as vault:
        vault.change_key(passphrase)


def test_the_recovery_code_of_before_opens_it_as_long_as_the_file_is_the_one_of_before(
    tmp_path: Path, passphrase: str
) -> None:
    _, code = cut_short(tmp_path / "a", passphrase, before_the_file_is_replaced)
    open_vault(tmp_path / "a", recovery_code=code).close()
    _, code = cut_short(tmp_path / "b", passphrase, after_the_file_was_replaced)
    with pytest.raises(WrongSecret):
        open_vault(tmp_path / "b", recovery_code=code)


def test_a_file_that_is_damaged_as_well_is_not_called_a_wrong_passphrase(tmp_path: Path, passphrase: str) -> None:
    cut_short(tmp_path / "vault", passphrase, before_the_file_is_replaced)
    file = tmp_path / "vault" / "vault.db"
    file.write_bytes(os.urandom(file.stat().st_size))
    with pytest.raises(DamagedVault):
        open_vault(tmp_path / "vault", passphrase)
