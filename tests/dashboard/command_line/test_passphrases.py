"""A passphrase comes from a prompt, a file descriptor or the environment: never from an argument, never by waiting."""

from __future__ import annotations

import os
import sys

import pytest

from tests.dashboard.command_line.conftest import PASSPHRASE
from tests.dashboard.command_line.shell import COMMAND, ROOT, Shell

WHOLE = "All is as it was written: 0 check-ins, 1 journal entry, 0 practices done, and 0 life events.\n"


def test_without_a_terminal_it_says_so_and_ends(sealed_shell: Shell) -> None:
    ended = sealed_shell.run("verify")
    assert (ended.returncode, ended.stdout) == (4, "")
    assert "there is no terminal to ask on" in ended.stderr
    assert "--passphrase-fd" in ended.stderr
    assert "FOOTBRIDGE_PASSPHRASE" in ended.stderr


def test_the_environment_hands_it_over(sealed_shell: Shell) -> None:
    assert sealed_shell.done("verify", FOOTBRIDGE_PASSPHRASE=PASSPHRASE) == WHOLE
    wrong = sealed_shell.run("verify", FOOTBRIDGE_PASSPHRASE="another")
    assert (wrong.returncode, wrong.stdout) == (4, "")
    assert "That is not the right passphrase or code." in wrong.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are not handed down there")
def test_a_file_descriptor_hands_it_over(sealed_shell: Shell) -> None:
    reader, writer = os.pipe()
    os.write(writer, f"{PASSPHRASE}\n".encode())
    os.close(writer)
    ended = sealed_shell.run("verify", "--passphrase-fd", str(reader), pass_fds=[reader])
    os.close(reader)
    assert (ended.returncode, ended.stdout) == (0, WHOLE), ended.stderr
    closed = sealed_shell.run("verify", "--passphrase-fd", "77")
    assert (closed.returncode, closed.stderr) == (4, "File descriptor 77 cannot be read.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of this kind is not there")
def test_a_terminal_is_asked_and_shows_nothing_of_it(sealed_shell: Shell) -> None:
    import pty

    process, terminal = pty.fork()
    if process == 0:
        os.chdir(ROOT)
        os.execve(COMMAND[0], [*COMMAND, "verify"], sealed_shell.environ)
    shown = b""
    while b"Passphrase:" not in shown:
        shown += os.read(terminal, 4096)
    os.write(terminal, f"{PASSPHRASE}\n".encode())
    try:
        while part := os.read(terminal, 4096):
            shown += part
    except OSError:  # the other end of a pseudo terminal is gone once its process is
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0, shown
    assert WHOLE.strip().encode() in shown
    assert PASSPHRASE.encode() not in shown


def test_as_an_argument_it_is_refused_and_not_repeated(sealed_shell: Shell) -> None:
    for arguments in (["--passphrase", PASSPHRASE], [f"--passphrase={PASSPHRASE}"]):
        ended = sealed_shell.run("verify", *arguments)
        assert ended.returncode == 2
        assert "never given as an argument" in ended.stderr
        assert PASSPHRASE not in ended.stderr
