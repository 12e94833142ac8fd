"""Fixtures: a clock that stands still, no wrong tries yet, and a vault in both kinds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessments.storage import Vault, create_vault
from assessments.storage import attempts as attempts_file
from tests.storage.material import SetClock

PASSPHRASE = "a long walk by the river"


@pytest.fixture(autouse=True)
def _no_tries_yet() -> None:
    attempts_file._tries.clear()


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture(params=[None, PASSPHRASE], ids=["plain", "encrypted"])
def vault(request: pytest.FixtureRequest, folder: Path, clock: SetClock) -> Iterator[Vault]:
    """A new vault, without and with a passphrase."""
    made, _ = create_vault(folder, request.param, clock=clock)
    with made:
        yield made


@pytest.fixture
def secret(vault: Vault) -> str | None:
    """The passphrase of the vault, if it has one."""
    return PASSPHRASE if vault.encrypted else None
