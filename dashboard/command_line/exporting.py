"""export: everything of the vault in one of the formats, whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Final

from assessments.catalogue import Catalogue
from assessments.exchange.archive import write_archive, write_tables
from assessments.exchange.belongings import Belongings
from assessments.exchange.fhir_writing import write_fhir
from assessments.exchange.markdown_writing import write_markdown
from assessments.exchange.sealed import seal
from assessments.transfer import belongings_of, content_of
from dashboard.command_line.outcome import Exit, Refusal
from dashboard.command_line.passphrases import archive_passphrase
from dashboard.command_line.terminal import note, tell
from dashboard.command_line.vaults import clock, opened
from dashboard.wording import command_line as words

FORMATS: Final = ("archive", "csv", "fhir", "markdown", "sealed")
_WITH_HISTORY: Final = ("archive", "sealed")
_FOLDER_FORMATS: Final = ("csv", "markdown")


def export(given: Namespace) -> Exit:
    """Write the export beside its place first, so that a stop leaves neither a half of it nor a loss."""
    target = Path(given.target)
    is_folder = given.format in _FOLDER_FORMATS and target.suffix.lower() != ".zip"
    require_free(target, replace=given.replace)
    with opened(given) as vault:
        belongings = belongings_of(vault, with_history=given.format in _WITH_HISTORY and not given.without_history)
        catalogue = content_of(vault).catalogue
    write = writer(given, belongings, catalogue)
    write_whole(target, write, is_folder=is_folder)
    tell(words.WRITTEN(path=target))
    note(words.SEALED() if given.format == "sealed" else words.NOT_ENCRYPTED())
    return Exit.DONE


def require_free(target: Path, *, replace: bool) -> None:
    """A Refusal where something stands in the place that may not be replaced."""
    if target.is_dir():
        if any(target.iterdir()):
            raise Refusal(words.FOLDER_IN_THE_WAY(path=target))
    elif target.exists() and not replace:
        raise Refusal(words.IN_THE_WAY(path=target))


def writer(given: Namespace, belongings: Belongings, catalogue: Catalogue) -> Callable[[Path], None]:
    """What writes the format that was asked for to a path."""
    if given.format == "sealed":
        passphrase = archive_passphrase(given.archive_passphrase_fd, is_new=True)
        return lambda path: _write_sealed(belongings, path, passphrase)
    writers: dict[str, Callable[[Path], None]] = {
        "archive": lambda path: _write_archive(belongings, path),
        "csv": lambda path: write_tables(belongings, path),
        "fhir": lambda path: write_fhir(belongings, path),
        "markdown": lambda path: write_markdown(belongings, path, catalogue),
    }
    return writers[given.format]


def write_whole(target: Path, write: Callable[[Path], None], *, is_folder: bool = False) -> None:
    """Write into an unfinished file or folder beside the target, for this account alone, then put it in its place."""
    unfinished = target.with_name(f"{target.name}.unfinished-{os.getpid()}")
    try:
        if is_folder:
            unfinished.mkdir(mode=0o700)
        else:
            unfinished.touch(mode=0o600, exist_ok=False)
        write(unfinished)
        if is_folder and target.is_dir():
            target.rmdir()
        unfinished.replace(target)
    except OSError as error:
        raise Refusal(words.CANNOT_WRITE(path=target, why=error.strerror or type(error).__name__)) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.unlink(missing_ok=True)


def _write_archive(belongings: Belongings, path: Path) -> None:
    """Into the file that is there: given a path, the archive would make another, with other rights."""
    with path.open("wb") as file:
        write_archive(belongings, file, clock()())


def _write_sealed(belongings: Belongings, path: Path, passphrase: str) -> None:
    plain = io.BytesIO()
    write_archive(belongings, plain, clock()())
    plain.seek(0)
    with path.open("wb") as file:
        seal(plain, file, passphrase)
