"""Twenty seeded kills of a real process at work; the benchmark `vault_kills` has hundreds more."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.storage.kill_works import WORKS
from tests.storage.killing import kill_once

KILLS = 22


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked and killed")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_at_any_moment_loses_nothing_that_was_called_saved(seed: int, tmp_path: Path) -> None:
    work = WORKS[seed % len(WORKS)]
    kill_once(tmp_path / "vault", work, random.Random(seed))
