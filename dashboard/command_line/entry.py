"""The door of the command line: reads the arguments, does the command, and turns every end into an exit code."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from babel import default_locale

from assessments.language import use_language
from dashboard.command_line.outcome import Exit, Refusal
from dashboard.command_line.terminal import note
from dashboard.translations import language_for
from dashboard.wording import command_line as words

# What each command needs is imported once it is asked for, so that `--help` is there at once.
PLACES: Final = {
    "run": ("running", "run"),
    "demo": ("running", "demo"),
    "import": ("importing", "import_file"),
    "export": ("exporting", "export"),
    "undo": ("upkeep", "undo"),
    "backup": ("upkeep", "backup"),
    "restore": ("upkeep", "restore"),
    "verify": ("upkeep", "verify"),
    "report": ("reporting", "report"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; gives the exit code, and never a traceback."""
    try:
        return int(_guarded(sys.argv[1:] if arguments is None else list(arguments)))
    except BrokenPipeError:
        # Whoever read the output went away; the rest of it has no reader, and neither has a complaint.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.NOT_DONE


def _guarded(arguments: list[str]) -> Exit:
    use_language(language_for(default_locale(), os.environ))
    try:
        return _do(_read(arguments))
    except Refusal as refusal:
        note(refusal.says)
        return refusal.code
    except KeyboardInterrupt:
        note("\n" + words.STOPPED())
        return Exit.STOPPED
    except BrokenPipeError:
        raise
    except Exception as fault:  # noqa: BLE001  a person never sees a traceback
        return _told(fault)


def _told(fault: Exception) -> Exit:
    """Say what storage refuses in its own sentence, and of any other fault its kind alone."""
    from assessments.storage import TooSoon, VaultError, WrongSecret  # the app starts without the store

    note(fault.says if isinstance(fault, VaultError) else words.UNEXPECTED(kind=type(fault).__name__))
    return Exit.NO_SECRET if isinstance(fault, (WrongSecret, TooSoon)) else Exit.NOT_DONE


def _read(arguments: list[str]) -> Namespace:
    from dashboard.command_line.parser import make_parser

    for each in arguments:
        if each.split("=", 1)[0] in ("--passphrase", "--password", "--archive-passphrase"):
            raise Refusal(words.NEVER_AN_ARGUMENT(), Exit.NOT_UNDERSTOOD)
    return make_parser().parse_args(arguments)


def _do(given: Namespace) -> Exit:
    module, function = PLACES[given.command]
    return Exit(getattr(import_module(f"dashboard.command_line.{module}"), function)(given))
