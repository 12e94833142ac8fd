"""The archive: one ZIP of documented JSON, CSV and TOML that gives back everything, exactly."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import IO, Any, BinaryIO, Final, cast

from assessments.catalogue import write_questionnaire_text
from assessments.exchange.archive_guide import archive_guide
from assessments.exchange.belongings import Belongings
from assessments.exchange.beside_json import beside_lines, kept_line
from assessments.exchange.moments import write_moment
from assessments.exchange.record_json import KINDS, write_json
from assessments.exchange.tables import tables, write_table
from assessments.questionnaire import Questionnaire

FORMAT: Final = "footbridge-archive"
FORMAT_VERSION: Final = 2
MANIFEST: Final = "manifest.json"
SETTINGS: Final = "settings.json"
QUESTIONNAIRES: Final = "questionnaires"
BUILT_IN: Final = "built_in"
OWN: Final = "own"
PUT_AWAY: Final = "put_away"
# A ZIP without a clock carries the earliest date that the format knows.
_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)


def write_archive(belongings: Belongings, target: Path | str | BinaryIO, made_at: datetime | None = None) -> None:
    """Write everything into one ZIP, not encrypted; a path is replaced only once the whole archive is written."""
    if not isinstance(target, (Path, str)):
        _write(belongings, target, made_at)
        return
    path = Path(target)
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        with unfinished.open("wb") as file:
            _write(belongings, file, made_at)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def write_tables(belongings: Belongings, target: Path | str | BinaryIO) -> None:
    """Write the CSV tables alone: into a ZIP, or into a folder where `target` is one."""
    if isinstance(target, (Path, str)) and Path(target).is_dir():
        for name, rows in tables(belongings).items():
            with (Path(target) / name).open("wb") as file:
                write_table(rows(), file)
        return
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, rows in tables(belongings).items():
            with packed.open(zipfile.ZipInfo(name, _NO_DATE), "w", force_zip64=True) as member:
                write_table(rows(), member)


def _write(belongings: Belongings, target: BinaryIO, made_at: datetime | None) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        writer = _Writer(packed, made_at)
        writer.add("README.md", archive_guide())
        beside = belongings.beside
        for name, (_, kind) in KINDS.items():
            writer.add_lines(name, (kept_line(each, beside) for each in belongings.records() if type(each) is kind))
        writer.add(SETTINGS, write_json(dict(belongings.settings), indent=2) + "\n")
        for name, lines in beside_lines(beside).items():
            writer.add_lines(name, lines)
        for questionnaire in beside.put_away:
            writer.add(questionnaire_file(questionnaire, PUT_AWAY), write_questionnaire_text(questionnaire))
        for questionnaire in belongings.questionnaires:
            writer.add(questionnaire_file(questionnaire), write_questionnaire_text(questionnaire))
        for name, rows in tables(belongings).items():
            writer.fill("csv/" + name, lambda file, rows=rows: write_table(rows(), file))  # type: ignore[misc]
        counts = {
            name.removesuffix(".json"): sum(type(r) is kind for r in belongings.records())
            for name, (_, kind) in KINDS.items()
        }
        writer.add(MANIFEST, write_json(_manifest(counts, writer.sums, made_at), indent=2) + "\n")


def questionnaire_file(questionnaire: Questionnaire, folder: str = "") -> str:
    """Where a questionnaire stands in an archive."""
    folder = folder or (BUILT_IN if questionnaire.built_in else OWN)
    return f"{QUESTIONNAIRES}/{folder}/{questionnaire.id}-{questionnaire.version}.toml"


def _manifest(counts: dict[str, int], sums: dict[str, str], made_at: datetime | None) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "made_at": None if made_at is None else write_moment(made_at),
        "encrypted": False,
        "counts": counts,
        "sha256": sums,
    }


class _Writer:
    """Files going into a ZIP, with a sum of each."""

    def __init__(self, packed: zipfile.ZipFile, made_at: datetime | None) -> None:
        self._packed = packed
        self._date = made_at.timetuple()[:6] if made_at is not None and 1980 <= made_at.year <= 2107 else _NO_DATE
        self.sums: dict[str, str] = {}

    def fill(self, name: str, write: Callable[[IO[bytes]], None]) -> None:
        info = zipfile.ZipInfo(name, self._date)
        info.compress_type = zipfile.ZIP_DEFLATED
        with self._packed.open(info, "w", force_zip64=True) as member:
            summed = _Summed(member)
            write(cast(IO[bytes], summed))
        self.sums[name] = summed.sum.hexdigest()

    def add(self, name: str, text: str) -> None:
        def write(file: IO[bytes]) -> None:
            file.write(text.encode())

        self.fill(name, write)

    def add_lines(self, name: str, objects: Iterable[str]) -> None:
        def write(file: IO[bytes]) -> None:
            file.write(b"[")
            for n, line in enumerate(objects):
                file.write((",\n" if n else "\n").encode() + line.encode())
            file.write(b"\n]\n")

        self.fill(name, write)


class _Summed(io.RawIOBase):
    """A file that is written through, with a SHA-256 sum of what went by."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file
        self.sum = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.sum.update(data)
        return self._file.write(data)
