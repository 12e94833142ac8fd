"""Rows of a CSV file by the names of their columns, with their lines, and a half-finished file refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import IO, Final

from assessments.exchange.json_stream import not_utf8
from assessments.exchange.sources import Refused, Source
from assessments.language import say

LARGEST_CELL: Final = 20_000_000
_PEEK_BYTES: Final = 65_536
DELIMITERS: Final = ",;\t"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")

Row = dict[str, str]


class Table:
    """The rows of one CSV file; `columns` are the header's names in small letters, without spaces around them."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file = file
        self._text = _text(file)
        self._name = name
        try:
            first = self._text.readline(_PEEK_BYTES)
        except UnicodeError as error:
            raise Refused(not_utf8(name)) from error
        self._delimiter = delimiter_of(first)
        self.columns = header_of(first)
        # A cell may be a long entry; the csv module's own limit is 131,072 characters.
        csv.field_size_limit(LARGEST_CELL)

    def rows(self) -> Iterator[tuple[int, Row, int]]:
        """(first line, row, number of cells) of each row that is not empty; Refused where the file is broken."""
        reader = csv.reader(self._text, delimiter=self._delimiter, strict=True)
        width, line, cells = len(self.columns), 2, 0
        try:
            for each in reader:
                cells = len(each)
                if any(each):
                    yield line, dict(zip(self.columns, each, strict=False)), cells
                line = reader.line_num + 2
        except csv.Error as error:
            raise Refused(
                say(
                    "{name} stops too early or is not a table from line {line} on; nothing was taken from it.",
                    name=self._name,
                    line=line,
                )
            ) from error
        except UnicodeError as error:
            raise Refused(not_utf8(self._name)) from error
        if 1 < cells < width and not self._ends_with_line():
            raise Refused(
                say("{name} stops in the middle of its last row; nothing was taken from it.", name=self._name)
            )

    def _ends_with_line(self) -> bool:
        try:
            self._file.seek(-1, io.SEEK_END)
            return self._file.read(1) in (b"\n", b"\r")
        except (OSError, ValueError):
            return True


def delimiter_of(first_line: str) -> str:
    """The sign that parts the cells of a header; a comma where none does."""
    return max(DELIMITERS, key=lambda sign: (first_line.count(sign), sign == ","))


def header_of(first_line: str) -> tuple[str, ...]:
    """The names in a header line, in small letters."""
    try:
        cells = next(csv.reader([first_line.rstrip("\r\n")], delimiter=delimiter_of(first_line)), [])
    except csv.Error:
        cells = []
    return tuple(cell.strip().casefold() for cell in cells)


def columns_of(source: Source) -> tuple[str, ...]:
    """The names of a file's first line, as far as it is one; empty where it is no text."""
    start = source.start(_PEEK_BYTES)
    encoding = "utf-16" if start[:2] in _UTF_16 else "utf-8-sig"
    return header_of(start.decode(encoding, "replace").replace("\r", "\n").split("\n", 1)[0])


def missing_columns(table: Table, needed: Sequence[str]) -> None:
    """Refused where the header lacks one of the names."""
    absent = [name for name in needed if name not in table.columns]
    if absent:
        raise Refused(say("The column {column} is missing, so this cannot be read.", column=absent[0]))


def _text(file: IO[bytes]) -> io.TextIOWrapper:
    start = file.read(2)
    file.seek(-len(start), io.SEEK_CUR)
    encoding = "utf-16" if start in _UTF_16 else "utf-8-sig"
    return io.TextIOWrapper(file, encoding=encoding, newline="")
