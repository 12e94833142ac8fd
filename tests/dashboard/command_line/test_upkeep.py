"""Backups made, listed and gone back to, damage found, and a stop that leaves nothing half done."""

from __future__ import annotations

import csv
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assessments.storage import open_vault, vault_exists
from tests.dashboard.command_line.shell import COMMAND, FOREIGN, ROOT, Shell


def test_a_backup_is_made_listed_and_gone_back_to(shell: Shell) -> None:
    shell.done("import", FOREIGN / "jrnl.json", "--new")
    path = shell.done("backup").strip().rpartition(": ")[2]
    assert Path(path).is_file()
    with open_vault(shell.home) as vault:
        before = vault.entries()
        vault.remove(before[0].id)
    assert path in shell.done("restore", "--list")
    told = shell.done("restore", path)
    assert f"Your file is now that of the backup {path}." in told
    assert Path(told.strip().rpartition(": ")[2]).is_dir()
    with open_vault(shell.home) as vault:
        assert vault.entries() == before

    Path(path).write_bytes(Path(path).read_bytes()[:-200])
    refused = shell.run("restore", path)
    assert (refused.returncode, refused.stdout) == (1, "")
    with open_vault(shell.home) as vault:
        assert vault.entries() == before


def test_damage_is_found_and_has_an_exit_code_of_its_own(shell: Shell) -> None:
    shell.done("import", FOREIGN / "jrnl.json", "--new")
    file = shell.home / "vault.db"
    content = bytearray(file.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = bytes(4096)
    file.write_bytes(content)
    ended = shell.run("verify")
    assert ended.returncode == 5
    assert "found" in ended.stderr or "damaged" in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of this kind is not there")
@pytest.mark.parametrize("there", [True, False], ids=["a vault that is there", "a vault in the making"])
def test_ctrl_c_in_the_middle_of_an_import_leaves_nothing_of_it(there: bool, shell: Shell, tmp_path: Path) -> None:
    if there:
        shell.done("import", FOREIGN / "jrnl.json", "--new")
    before = len(open_entries(shell)) if there else 0
    large = tmp_path / "large.csv"
    with large.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["full_date", "date", "weekday", "time", "mood", "activities", "note"])
        rows.writerows(["2025-01-01", "", "", "10:00", "meh", "", f"number {place}"] for place in range(20_000))
    process = subprocess.Popen(
        [*COMMAND, "import", str(large), "--new", "--map", "meh=3"],
        cwd=ROOT,
        env=shell.environ,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background work ignores it
    )
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("Saving: 30"):
            break
    process.send_signal(signal.SIGINT)
    told, complaint = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, ""), complaint
    assert "Stopped. Nothing was changed." in complaint
    if there:
        assert len(open_entries(shell)) == before
    assert vault_exists(shell.home) == ("plain" if there else "none")


def open_entries(shell: Shell) -> list[str]:
    with open_vault(shell.home) as vault:
        return [entry.id for entry in vault.entries()]
