"""The audit passes only where the advisory service answered for every pin and knows nothing against it."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from tools import audit

FINE = {"name": "alembic", "version": "1.20.1", "vulns": []}
HOLED = {"name": "starlette", "version": "0.1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["0.2"], "aliases": []}]}
SKIPPED = {"name": "pandas", "skip_reason": "Dependency not found on PyPI and could not be audited: pandas (1.0)"}


@pytest.mark.parametrize(
    ("packages", "code", "says"),
    [
        ([FINE], audit.CLEAN, "No hole is known in any of the 1 pinned packages."),
        ([FINE, HOLED], audit.HOLES, "starlette 0.1: PYSEC-1, mended in 0.2"),
        ([FINE, SKIPPED], audit.NOT_ASKED, "Not checked, since the advisory service did not answer for them: pandas"),
        ([], audit.NOT_ASKED, ""),
        (None, audit.NOT_ASKED, "The advisory service could not be asked, so nothing was checked. no route"),
    ],
)
def test_the_audit_never_passes_by_silence(
    packages: list[Any] | None,
    code: int,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    output = "" if packages is None else json.dumps({"dependencies": packages, "fixes": []})
    done = subprocess.CompletedProcess([], 1, stdout=output, stderr="a warning\nno route")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    assert audit.main() == code
    assert says in capsys.readouterr().out
