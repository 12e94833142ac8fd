"""Every command and every exit code is documented, and help is there for each."""

from __future__ import annotations

import re

import pytest

from dashboard.command_line.entry import PLACES
from dashboard.command_line.outcome import Exit
from dashboard.command_line.parser import COMMANDS, make_parser
from tests.dashboard.command_line.shell import ROOT, Shell

PAGE = (ROOT / "docs" / "command_line.md").read_text(encoding="utf-8")
NAMES = [name for name, *_ in COMMANDS]


def test_the_page_documents_every_command_and_no_other() -> None:
    assert re.findall(r"^\| `footbridge (\w+)", PAGE, re.MULTILINE) == NAMES
    assert list(PLACES) == NAMES


def test_the_page_and_the_help_document_every_exit_code() -> None:
    assert re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE) == [str(int(code)) for code in Exit]
    told = re.findall(r"[:;] (\d+) ", " ".join(make_parser().format_help().split()))
    assert told == [str(int(code)) for code in Exit]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_and_option_is_explained(name: str) -> None:
    parser = make_parser()
    (commands,) = [action for action in parser._actions if action.dest == "command"]
    assert isinstance(commands.choices, dict)
    command = commands.choices[name]
    assert command.description
    assert [action.dest for action in command._actions if not action.help] == []


def test_help_needs_no_vault_and_succeeds(shell: Shell) -> None:
    told = shell.done("--help")
    assert all(f"    {name} " in told for name in NAMES)
    assert "FOOTBRIDGE_HOME" in told
    assert "--map" in shell.done("import", "--help")
