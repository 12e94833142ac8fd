"""The commands and their arguments, explained for somebody who has never used a command line much."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from typing import Any, Final

from assessments.home import home_folder
from assessments.language import Sentence
from dashboard.wording import command_line as words

PROGRAM: Final = "footbridge"
EXPORT_FORMATS: Final = ("archive", "csv", "fhir", "markdown", "sealed")
IMPORT_FORMATS: Final = ("archive", "csv", "daylio", "day_one", "jrnl", "bearable", "markdown", "fhir")
PAPERS: Final = ("a4", "letter")


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` names the command that was given."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description=words.ABOUT(),
        epilog=words.MORE(folder=home_folder(os.environ)),
        formatter_class=_Plain,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(
        dest="command", title=words.COMMANDS(), metavar=words.COMMAND(), required=True, parser_class=_Command
    )
    for name, about, more, add in COMMANDS:
        add(commands.add_parser(name, help=about(), description=more(), allow_abbrev=False))
    return parser


class _Plain(argparse.RawDescriptionHelpFormatter):
    """Help whose paragraphs are filled to the width and keep their line ends."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = (argparse.HelpFormatter._fill_text(self, line, width, indent) for line in text.splitlines())
        return "\n".join(lines)


class _Command(argparse.ArgumentParser):
    """One command's parser."""


def _run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", help=words.PORT())
    parser.add_argument("--no-browser", action="store_true", help=words.NO_BROWSER())


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=words.IMPORT_FILE())
    parser.add_argument("--format", choices=IMPORT_FORMATS, help=words.FORMAT())
    parser.add_argument("--dry-run", action="store_true", help=words.DRY_RUN())
    parser.add_argument("--map", metavar="WORD=LEVEL,…", help=words.MAP())
    parser.add_argument("--new", action="store_true", help=words.NEW())
    parser.add_argument("--accept-doubtful", action="store_true", help=words.ACCEPT_DOUBTFUL())
    parser.add_argument("--bring-back", action="store_true", help=words.BRING_BACK())
    parser.add_argument("--zone", metavar="ZONE", help=words.ZONE())
    parser.add_argument("--date-pattern", metavar="PATTERN", help=words.DATE_PATTERN())
    order = parser.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_const", const=True, dest="day_first", help=words.DAY_FIRST())
    order.add_argument("--month-first", action="store_const", const=False, dest="day_first", help=words.MONTH_FIRST())
    _passphrase(parser)
    _archive_passphrase(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=EXPORT_FORMATS, required=True, help=words.EXPORT_FORMAT())
    parser.add_argument("target", metavar="TARGET", help=words.EXPORT_TARGET())
    parser.add_argument("--replace", action="store_true", help=words.REPLACE())
    parser.add_argument("--without-history", action="store_true", help=words.WITHOUT_HISTORY())
    _passphrase(parser)
    _archive_passphrase(parser)


def _undo(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("import_id", metavar="IMPORT", nargs="?", help=words.UNDO_ID())
    which.add_argument("--list", action="store_true", help=words.UNDO_LIST())
    _passphrase(parser)


def _restore(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("file", metavar="BACKUP", nargs="?", help=words.RESTORE_FILE())
    which.add_argument("--newest", action="store_true", help=words.RESTORE_NEWEST())
    which.add_argument("--list", action="store_true", help=words.RESTORE_LIST())


def _report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="TARGET", help=words.REPORT_TARGET())
    parser.add_argument("--since", metavar="DAY", help=words.REPORT_SINCE())
    parser.add_argument("--until", metavar="DAY", help=words.REPORT_UNTIL())
    parser.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help=words.REPORT_PAPER())
    parser.add_argument("--replace", action="store_true", help=words.REPLACE())
    _passphrase(parser)


def _passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--passphrase-fd", type=int, metavar="N", help=words.PASSPHRASE_FD())


def _archive_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--archive-passphrase-fd", type=int, metavar="N", help=words.ARCHIVE_PASSPHRASE_FD())


_Add = Callable[[argparse.ArgumentParser], Any]
COMMANDS: Final[tuple[tuple[str, Sentence, Sentence, _Add], ...]] = (
    ("run", words.RUN, words.RUN_MORE, _run),
    ("demo", words.DEMO, words.DEMO_MORE, _run),
    ("import", words.IMPORT, words.IMPORT_MORE, _import),
    ("export", words.EXPORT, words.EXPORT_MORE, _export),
    ("undo", words.UNDO, words.UNDO_MORE, _undo),
    ("backup", words.BACKUP, words.BACKUP_MORE, _passphrase),
    ("restore", words.RESTORE, words.RESTORE_MORE, _restore),
    ("verify", words.VERIFY, words.VERIFY_MORE, _passphrase),
    ("report", words.REPORT, words.REPORT_MORE, _report),
)
