"""Two processes on one vault: both may write, and what rewrites the file waits until it is alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from assessments.storage import VaultBusy, create_vault, open_vault
from assessments.storage import folder_lock as folder_lock_file
from tests.storage.material import entry

_HOLD = """
import sys
from pathlib import Path
from assessments.storage import open_vault
with open_vault(Path(sys.argv[1])) as vault:
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself refuses")
def test_a_rewrite_waits_for_other_processes_and_then_gives_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_lock_file, "_WAIT_SECONDS", 0.1)
    with create_vault(folder)[0] as vault:
        vault.save(entry("x"))
        with subprocess.Popen(
            [sys.executable, "-c", _HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == b"open\n"
            with pytest.raises(VaultBusy):
                vault.add_passphrase("a passphrase")
            with pytest.raises(VaultBusy):
                vault.delete_everything()
            assert len(vault.entries()) == 1
            other.communicate()
        vault.add_passphrase("a passphrase")
        assert len(vault.entries()) == 1


_WRITE = """
import sys
from pathlib import Path
from assessments.storage import open_vault
from tests.storage.material import entry
with open_vault(Path(sys.argv[1])) as vault:
    for number in range(40):
        record = entry(f"{sys.argv[2]} {number}")
        vault.save(record)
        vault.revise(record, expected_revision=1)
        if number % 20 == 0:
            vault.backup()
        assert vault.get(record.id) is not None
"""


def test_two_processes_that_write_at_once_both_keep_everything(folder: Path) -> None:
    create_vault(folder)[0].close()
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITE, str(folder), name], stderr=subprocess.PIPE)
        for name in ("one", "two")
    ]
    faults = [writer.communicate(timeout=120)[1].decode() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0], faults
    with open_vault(folder) as vault:
        assert len(vault.entries()) == 80
        assert vault.verify() == []
        assert vault.change_count == 160
