"""A shell with an empty home, and one whose vault has a passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessments.storage import create_vault
from tests.dashboard.command_line.shell import Shell
from tests.storage.material import entry

PASSPHRASE = "a quiet lake in may"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "home")


@pytest.fixture(scope="module")
def sealed_shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    folder = tmp_path_factory.mktemp("sealed") / "home"
    vault, _ = create_vault(folder, PASSPHRASE)
    with vault:
        vault.save(entry("behind a passphrase"))
    return Shell(folder)
