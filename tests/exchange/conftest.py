"""A vault of one's own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessments.storage import Vault, create_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _ = create_vault(tmp_path / "vault")
    with made:
        yield made
