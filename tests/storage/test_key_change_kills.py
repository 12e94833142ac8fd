"""A change of key that is killed at either side of the moment when the new file takes the old one's place."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from assessments.storage import create_vault, open_vault
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


@pytest.mark.parametrize(
    "arrange", [before_the_file_is_replaced, after_the_file_was_replaced, before_the_former_slots_are_dropped]
)
def test_the_vault_opens_with_its_passphrase_and_every_word(
    tmp_path: Path, passphrase: str, arrange: Callable[[], None]
) -> None:
    folder = tmp_path / "vault"
    vault, _ = create_vault(folder, passphrase)
    with vault:
        kept = entry("the first words")
        vault.save(kept)
    process = multiprocessing.get_context("fork").Process(
        target=change_key_until_killed, args=(folder, passphrase, arrange), daemon=True
    )
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert read_key_file(folder).previous, "the process was not killed in the middle of the change"
    with open_vault(folder, passphrase) as vault:
        assert vault.verify() == []
        assert [one.id for one in vault.entries()] == [kept.id]
    assert not read_key_file(folder).previous
    assert not list(folder.glob("*.new*"))
    with open_vault(folder, passphrase) as vault:
        vault.change_key(passphrase)
