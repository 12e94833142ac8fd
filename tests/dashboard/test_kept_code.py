"""A recovery code is asked after until it is put away, also where the app was killed before it was shown."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from assessments.storage import Vault, VaultBusy, WrongSecret, create_vault, open_vault
from dashboard import session
from dashboard.services import kept_code, your_data
from tests.cheap_derivation import derive_cheaply
from tests.storage.test_key_change_kills import (
    after_the_file_was_replaced,
    before_the_file_is_replaced,
    before_the_former_slots_are_dropped,
)

PASSPHRASE = "a long walk by the river"


@contextmanager
def opened(vault: Vault) -> Iterator[None]:
    """A session of its own that has opened the vault."""
    held: dict[str, Any] = {}
    with pytest.MonkeyPatch.context() as within, vault:
        within.setattr(session, "_state", lambda: held)
        session.unlock(vault, "own")
        yield


def made(folder: Path, passphrase: str | None = PASSPHRASE) -> Vault:
    return create_vault(folder, passphrase)[0]


def asks_after_it(folder: Path) -> bool:
    with opened(open_vault(folder, PASSPHRASE)):
        return kept_code.waits()


def new_code() -> object:
    return your_data.new_recovery_code(PASSPHRASE)


def new_key() -> object:
    return your_data.change_key(PASSPHRASE)


@pytest.mark.parametrize("make", [new_code, new_key])
def test_a_code_is_asked_after_from_when_it_is_made_until_it_is_put_away(
    tmp_path: Path, make: Callable[[], object]
) -> None:
    with opened(made(tmp_path)):
        assert not kept_code.waits()
        make()
        assert kept_code.waits()
    assert asks_after_it(tmp_path)
    with opened(open_vault(tmp_path, PASSPHRASE)):
        kept_code.put_away()
    assert not asks_after_it(tmp_path)


def test_the_code_of_a_passphrase_that_was_added_is_asked_after(tmp_path: Path) -> None:
    with opened(made(tmp_path, None)):
        your_data.add_passphrase(PASSPHRASE)
    assert asks_after_it(tmp_path)


@pytest.mark.parametrize("waited", [True, False], ids=["asked after before", "not asked after"])
def test_a_wrong_passphrase_makes_no_code_and_leaves_the_question_as_it_was(tmp_path: Path, waited: bool) -> None:
    with opened(made(tmp_path)):
        if waited:
            new_code()
        with pytest.raises(WrongSecret):
            your_data.change_key("another walk by the river")
        assert kept_code.waits() is waited


def test_where_another_program_has_the_file_no_code_is_made_and_none_is_asked_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> str:
        raise VaultBusy

    monkeypatch.setattr(Vault, "change_key", busy)
    with opened(made(tmp_path)):
        with pytest.raises(VaultBusy):
            new_key()
        assert not kept_code.waits()


def change_key_until_killed(folder: Path, arrange: Callable[[], None]) -> None:
    derive_cheaply()
    arrange()
    with opened(open_vault(folder, PASSPHRASE)):
        new_key()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked and killed")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize(
    "arrange", [before_the_file_is_replaced, after_the_file_was_replaced, before_the_former_slots_are_dropped]
)
def test_a_change_of_key_that_was_killed_before_its_code_was_shown_is_asked_after(
    tmp_path: Path, arrange: Callable[[], None]
) -> None:
    made(tmp_path).close()
    process = multiprocessing.get_context("fork").Process(
        target=change_key_until_killed, args=(tmp_path, arrange), daemon=True
    )
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert asks_after_it(tmp_path)
