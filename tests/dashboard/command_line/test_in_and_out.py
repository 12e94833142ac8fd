"""In with a dry run first, out in every format, and back in: what people script."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from assessments.exchange.archive_reading import read_back
from assessments.exchange.readers import READERS, recognise
from assessments.storage import open_vault, vault_exists
from dashboard.command_line import main
from dashboard.command_line.parser import EXPORT_FORMATS, IMPORT_FORMATS
from tests.dashboard.command_line.shell import FOREIGN, Shell

DAYLIO = FOREIGN / "daylio_2025.csv"
ARCHIVE = FOREIGN.parent / "archives" / "version_1.zip"
LEVELS = "--map=meh=3,awful=1,wonderful=none"


def entries_of(shell: Shell) -> dict[str, int | None]:
    with open_vault(shell.home) as vault:
        return {each.id: each.mood for each in vault.entries()}


def test_a_dry_run_tells_what_would_come_and_what_is_doubtful_and_changes_nothing(shell: Shell) -> None:
    told = shell.run("import", DAYLIO, "--new", "--dry-run", LEVELS)
    assert told.returncode == 3
    assert "Would add:\n  3 journal entries" in told.stdout
    assert "daylio_2025.csv, line 5: 2025-13-28" in told.stdout
    assert vault_exists(shell.home) == "none"


def test_an_import_asks_for_moods_first_is_safe_to_run_twice_and_is_taken_back_whole(shell: Shell) -> None:
    asked = shell.run("import", DAYLIO, "--new")
    assert asked.returncode == 3
    assert '--map "meh=3,awful=1,wonderful=none"' in asked.stderr
    assert vault_exists(shell.home) == "none"

    first = shell.run("import", DAYLIO, "--new", "--accept-doubtful", LEVELS)
    assert "Added:\n  4 journal entries" in first.stdout
    assert "Began a file without a passphrase" in first.stderr
    moods = entries_of(shell)
    assert sorted(moods.values(), key=str) == [1, 3, 3, None]

    again = shell.run("import", DAYLIO, "--accept-doubtful", LEVELS)
    assert "Nothing new." in again.stdout
    assert "4 are there already and stay as they are." in again.stdout
    assert entries_of(shell) == moods

    remembered = shell.run("import", DAYLIO, "--dry-run")
    assert '--map "wonderful=none"' in remembered.stderr

    (name,) = re.findall(r"footbridge undo (\S+)", first.stderr)
    assert name in shell.done("undo", "--list")
    assert shell.done("undo", name) == "Took back 4 records.\n"
    assert entries_of(shell) == {}
    assert shell.run("undo", name).returncode == 1
    assert "--bring-back" in shell.run("import", DAYLIO, "--accept-doubtful", LEVELS).stdout


def test_a_vault_made_from_an_archive_makes_the_same_archive_again(shell: Shell, tmp_path: Path) -> None:
    brought = shell.run("import", ARCHIVE, "--new")
    assert "1 was removed before the archive was made and stays removed." in brought.stdout
    shell.done("export", "--format", "archive", tmp_path / "one.zip")
    other = str(tmp_path / "other")
    assert shell.run("import", tmp_path / "one.zip", "--new", FOOTBRIDGE_HOME=other).returncode == 0
    assert shell.run("export", "--format", "archive", tmp_path / "two.zip", FOOTBRIDGE_HOME=other).returncode == 0
    assert files_of(tmp_path / "one.zip") == files_of(tmp_path / "two.zip")
    shell.done("export", "--format", "archive", "--without-history", tmp_path / "bare.zip")
    assert files_of(tmp_path / "one.zip").keys() - files_of(tmp_path / "bare.zip").keys() == {
        "removed.json",
        "earlier_states.json",
    }


def files_of(archive: Path) -> dict[str, bytes]:
    """The files of an archive but the one that says when it was made."""
    with zipfile.ZipFile(archive) as packed:
        return {name: packed.read(name) for name in packed.namelist() if name != "manifest.json"}


def test_every_export_is_written_whole_and_says_whether_it_is_encrypted(shell: Shell, tmp_path: Path) -> None:
    shell.done("import", FOREIGN / "jrnl_folder", "--new", "--zone", "Europe/Berlin")
    there = entries_of(shell)
    assert there
    places = {"archive": "out.zip", "csv": "tables", "fhir": "out.json", "markdown": "notes", "sealed": "out.sealed"}
    assert set(places) == set(EXPORT_FORMATS)
    for kind, name in places.items():
        target = tmp_path / name
        ended = shell.run("export", "--format", kind, target, FOOTBRIDGE_ARCHIVE_PASSPHRASE="of its own")
        assert (ended.returncode, ended.stdout) == (0, f"Written: {target}\n"), ended.stderr
        assert ("It is not encrypted" in ended.stderr) == (kind != "sealed")
        assert target.stat().st_mode & 0o077 == 0
    assert recognise(tmp_path / "out.sealed") == "sealed"
    assert {each.id for each in read_back(tmp_path / "out.zip").entries} == set(there)
    assert not list(tmp_path.glob("*.unfinished*"))

    other = Shell(tmp_path / "other")
    other.done("import", tmp_path / "out.sealed", "--new", FOOTBRIDGE_ARCHIVE_PASSPHRASE="of its own")
    assert entries_of(other) == there
    wrong = other.run("import", tmp_path / "out.sealed", FOOTBRIDGE_ARCHIVE_PASSPHRASE="another")
    assert (wrong.returncode, wrong.stdout) == (4, "")


def test_what_stands_in_an_exports_place_is_never_written_over_unasked(shell: Shell, tmp_path: Path) -> None:
    shell.done("import", FOREIGN / "jrnl.json", "--new")
    mine = tmp_path / "mine.zip"
    mine.write_text("mine")
    refused = shell.run("export", "--format", "archive", mine)
    assert (refused.returncode, mine.read_text()) == (1, "mine")
    assert "--replace" in refused.stderr
    shell.done("export", "--format", "archive", mine, "--replace")
    assert recognise(mine) == "archive"
    nowhere = shell.run("export", "--format", "fhir", tmp_path / "no" / "such" / "folder.json")
    assert nowhere.returncode == 1
    assert "cannot be written" in nowhere.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("import", "/no/such/file", "--new"), 1, "cannot be opened"),
        (("import", DAYLIO), 1, "Add --new"),
        (("import", DAYLIO, "--new", "--map=meh=9"), 2, "“meh=9” is no level"),
        (("import", DAYLIO, "--new", "--zone=Nowhere/Town"), 2, "There is no time zone “Nowhere/Town”"),
        (("export", "--format", "archive", "x.zip"), 1, "Nothing of yours is kept in"),
        (("backup",), 1, "Nothing of yours is kept in"),
        (("restore", "--newest"), 1, "There is no backup."),
        (("imprt",), 2, "invalid choice"),
    ],
    ids=lambda value: str(value[0]) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    arguments: tuple[str | Path, ...],
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("FOOTBRIDGE_HOME", str(tmp_path))
    assert ended(*arguments) == code
    told = capsys.readouterr()
    assert (told.out, said in told.err) == ("", True), told.err
    assert vault_exists(tmp_path) == "none"


def ended(*arguments: str | Path) -> int:
    """The exit code of a command done in this process, which spares starting one."""
    try:
        return main([str(each) for each in arguments])
    except SystemExit as end:
        return int(end.code or 0)


@pytest.mark.parametrize(
    "typed",
    [("export", "--format", "csv", "x"), ("report", "x.html")],
    ids=lambda typed: str(typed[0]),
)
def test_a_command_finds_all_that_it_needs_in_a_process_that_has_imported_nothing(
    typed: tuple[str, ...], shell: Shell
) -> None:
    refused = shell.start(typed)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert str(shell.home) in refused.stderr


def test_every_format_that_can_be_read_can_be_named() -> None:
    assert set(IMPORT_FORMATS) == set(READERS)
