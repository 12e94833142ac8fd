"""A passphrase from a file descriptor, the environment or a prompt; never from an argument."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import MutableMapping
from typing import Final

from assessments.language import Sentence
from dashboard.command_line.outcome import Exit, Refusal
from dashboard.wording import command_line as words

VARIABLE: Final = "FOOTBRIDGE_PASSPHRASE"
ARCHIVE_VARIABLE: Final = "FOOTBRIDGE_ARCHIVE_PASSPHRASE"
_LONGEST_BYTES: Final = 65_536


def vault_passphrase(descriptor: int | None, environ: MutableMapping[str, str] = os.environ) -> str:
    """The passphrase of the vault; a Refusal where there is no way to learn it."""
    return _given(descriptor, VARIABLE, environ) or _asked(words.ASK_PASSPHRASE, "--passphrase-fd", VARIABLE)


def archive_passphrase(descriptor: int | None, *, is_new: bool, environ: MutableMapping[str, str] = os.environ) -> str:
    """The passphrase of an encrypted archive, asked for twice where a new one is chosen."""
    given = _given(descriptor, ARCHIVE_VARIABLE, environ)
    if given:
        return given
    option = "--archive-passphrase-fd"
    chosen = _asked(words.ASK_ARCHIVE_PASSPHRASE, option, ARCHIVE_VARIABLE)
    if is_new and not chosen:
        raise Refusal(words.EMPTY_PASSPHRASE(), Exit.NO_SECRET)
    if is_new and _asked(words.ASK_AGAIN, option, ARCHIVE_VARIABLE) != chosen:
        raise Refusal(words.NOT_THE_SAME(), Exit.NO_SECRET)
    return chosen


def _given(descriptor: int | None, variable: str, environ: MutableMapping[str, str]) -> str:
    """What was handed over; the variable is taken out of the environment, so that no other process inherits it."""
    from_environ = environ.pop(variable, "")
    return _read(descriptor) if descriptor is not None else from_environ


def _read(descriptor: int) -> str:
    try:
        with os.fdopen(descriptor, "rb") as file:
            return file.read(_LONGEST_BYTES).decode().removesuffix("\n").removesuffix("\r")
    except (OSError, ValueError) as error:
        raise Refusal(words.NOT_A_DESCRIPTOR(number=descriptor), Exit.NO_SECRET) from error


def _asked(question: Sentence, option: str, variable: str) -> str:
    if not (sys.stdin and sys.stdin.isatty()):
        raise Refusal(words.NO_TERMINAL(option=option, variable=variable), Exit.NO_SECRET)
    return getpass.getpass(question())
