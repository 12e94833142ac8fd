"""Taking everything out: an archive, open or encrypted, tables, FHIR, or notes, made only when asked for."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Final, Literal

from assessments.exchange.archive import write_archive, write_tables
from assessments.exchange.fhir_writing import write_fhir
from assessments.exchange.markdown_writing import write_markdown
from assessments.exchange.sealed import seal
from assessments.transfer import belongings_of, content_of
from dashboard import session
from dashboard.services.belongings import version

Kind = Literal["archive", "sealed", "tables", "fhir", "markdown"]
KINDS: Final[tuple[Kind, ...]] = ("archive", "sealed", "tables", "fhir", "markdown")
WITH_HISTORY: Final = ("archive", "sealed")
SEALED: Final = "_sealed_archive"
_FILES: Final[dict[Kind, tuple[str, str]]] = {
    "archive": ("footbridge-{day}.zip", "application/zip"),
    "sealed": ("footbridge-{day}.sealed", "application/octet-stream"),
    "tables": ("footbridge-tables-{day}.zip", "application/zip"),
    "fhir": ("footbridge-fhir-{day}.json", "application/fhir+json"),
    "markdown": ("footbridge-notes-{day}.zip", "application/zip"),
}


@dataclass(frozen=True)
class Download:
    """A file to be made: its name, its kind, and what makes it, which needs no session."""

    name: str
    mime: str
    make: Callable[[], bytes]


def download(kind: Kind, *, with_history: bool = False) -> Download:
    """The file of that kind; nothing is read of the vault before it is asked for."""
    vault, now = session.vault(), session.clock()()

    def write(target: BinaryIO) -> None:
        everything = belongings_of(vault, with_history=with_history)
        if kind == "tables":
            write_tables(everything, target)
        elif kind == "fhir":
            write_fhir(everything, target)
        elif kind == "markdown":
            write_markdown(everything, target, content_of(vault).catalogue)
        else:
            write_archive(everything, target, now)

    def make() -> bytes:
        write(target := io.BytesIO())
        return target.getvalue()

    return Download(*_named(kind), make)


def seal_archive(passphrase: str, *, with_history: bool) -> None:
    """Make the encrypted archive and keep it, still encrypted, until it is fetched or the vault changes."""
    content = download("archive", with_history=with_history).make()
    seal(io.BytesIO(content), target := io.BytesIO(), passphrase)
    session.put(SEALED, (version(), with_history, target.getvalue()))


def sealed_archive(*, with_history: bool) -> Download | None:
    """The encrypted archive that was made of the vault as it is now; None where there is none."""
    found: tuple[object, bool, bytes] | None = session.get(SEALED)
    if found is None or found[:2] != (version(), with_history):
        session.take(SEALED)
        return None
    content = found[2]
    return Download(*_named("sealed"), lambda: content)


def _named(kind: Kind) -> tuple[str, str]:
    name, mime = _FILES[kind]
    return name.format(day=session.clock()().date().isoformat()), mime
