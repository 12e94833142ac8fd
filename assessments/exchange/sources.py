"""Files, folders and ZIPs opened with bounds: how large, how many, how deep, and where their names may point."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, Final

from assessments.language import number, say

LARGEST_TEXT_BYTES: Final = 250_000_000
LARGEST_ARCHIVE_BYTES: Final = 400_000_000
MOST_MEMBERS: Final = 200_000
LARGEST_RATIO: Final = 200
RATIO_COUNTS_FROM_BYTES: Final = 20_000_000
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_PACKED_FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)


class Refused(Exception):
    """A file that cannot be taken at all; the message is a sentence for a person."""


@dataclass(frozen=True)
class Source:
    """One file, folder or upload: its name as a person knows it, and where its bytes are."""

    name: str
    path: Path | None = None
    content: bytes | None = None

    @classmethod
    def of(cls, given: Path | str | bytes, name: str = "") -> Source:
        """A source from a path or from the bytes of an upload."""
        if isinstance(given, bytes):
            return cls(name or say("the file"), content=given)
        path = Path(given)
        return cls(name or path.name or str(path), path=path)

    @property
    def is_folder(self) -> bool:
        """Whether this is a folder."""
        return self.path is not None and self.path.is_dir()

    @property
    def size(self) -> int:
        """Bytes; Refused where the file cannot be looked at."""
        if self.content is not None:
            return len(self.content)
        try:
            return self.path.stat().st_size if self.path else 0
        except OSError as error:
            raise _cannot_open(self.name, error) from error

    def start(self, n: int) -> bytes:
        """The first bytes; Refused where the file cannot be read."""
        with self.open(largest=None) as file:
            return file.read(n)

    @contextmanager
    def open(self, largest: int | None = LARGEST_TEXT_BYTES) -> Iterator[BinaryIO]:
        """The bytes to read; Refused where they are more than `largest` or cannot be read."""
        if largest is not None and self.size > largest:
            raise Refused(_too_large(self.name, largest))
        if self.content is not None:
            yield io.BytesIO(self.content)
            return
        try:
            with (self.path or Path()).open("rb") as file:
                yield file
        except OSError as error:
            raise _cannot_open(self.name, error) from error


def is_zip(source: Source) -> bool:
    """Whether the content begins as a ZIP does."""
    return not source.is_folder and source.start(4) in (b"PK\x03\x04", b"PK\x05\x06")


class Folder:
    """The files of a folder or a ZIP by their names with slashes; nothing is ever unpacked to disk."""

    def __init__(self, source: Source, packed: zipfile.ZipFile | None, largest: int) -> None:
        self._source = source
        self._packed = packed
        self._left = largest
        self._largest = largest
        self.names: tuple[str, ...] = tuple(self._zip_names() if packed else self._file_names())

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """One file to read; Refused as soon as it gives more bytes than may be."""
        try:
            if self._packed is None:
                self._take((self._root / name).stat().st_size)
                with (self._root / name).open("rb") as file:
                    yield file
            else:
                info = self._packed.getinfo(name)
                self._take(info.file_size)
                if info.file_size > RATIO_COUNTS_FROM_BYTES and info.file_size > LARGEST_RATIO * info.compress_size:
                    raise Refused(
                        say("{name} is packed far tighter than writing ever is; nothing was taken from it.", name=name)
                    )
                with self._packed.open(info) as member:
                    yield member
        except _PACKED_FAULTS as error:
            if isinstance(error, UnicodeDecodeError):
                raise
            raise Refused(_damaged(self._source.name)) from error

    def read(self, name: str) -> bytes:
        """One file whole."""
        with self.open(name) as file:
            return file.read()

    def read_once(self, name: str) -> bytes:
        """One file whole, which is then forgotten, so that a ZIP of many small files needs less memory."""
        content = self.read(name)
        if self._packed is not None:
            self._packed.filelist.clear()
            self._packed.NameToInfo.pop(name, None)
        return content

    @property
    def _root(self) -> Path:
        return self._source.path or Path()

    def _take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise Refused(_too_large(self._source.name, self._largest))

    def _file_names(self) -> Iterator[str]:
        try:
            for n, path in enumerate(sorted(self._root.rglob("*"))):
                if n > MOST_MEMBERS:
                    raise Refused(_too_many(self._source.name))
                if path.is_file() and not path.is_symlink():
                    yield path.relative_to(self._root).as_posix()
        except OSError as error:
            raise _cannot_open(self._source.name, error) from error

    def _zip_names(self) -> Iterator[str]:
        infos = self._packed.infolist() if self._packed else []
        if len(infos) > MOST_MEMBERS:
            raise Refused(_too_many(self._source.name))
        seen: set[str] = set()
        for info in infos:
            _check_member(info, seen, self._source.name)
            if not info.is_dir():
                yield info.filename


@contextmanager
def open_folder(source: Source, largest: int = LARGEST_TEXT_BYTES) -> Iterator[Folder]:
    """The files of a folder or ZIP; at most `largest` bytes of them, unpacked, are ever read."""
    if source.is_folder:
        yield Folder(source, None, largest)
        return
    with source.open(largest=None) as file:
        try:
            packed = zipfile.ZipFile(file)
        except _PACKED_FAULTS as error:
            raise Refused(_damaged(source.name)) from error
        with packed:
            yield Folder(source, packed, largest)


def is_hidden(name: str) -> bool:
    """Whether a file belongs to a system or an app and not to the person (".obsidian/…", "__MACOSX/…")."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _check_member(info: zipfile.ZipInfo, seen: set[str], file: str) -> None:
    name = info.filename
    if name.startswith("/") or "\\" in name or "\0" in name or _DRIVE.match(name) or ".." in name.split("/"):
        raise Refused(say("{file} holds a file whose name points outside it; nothing was taken from it.", file=file))
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Refused(say("{file} holds a link to another place; nothing was taken from it.", file=file))
    if info.flag_bits & 0x1:
        raise Refused(say("{file} is locked with a password; unpack it first and bring the folder.", file=file))
    if name in seen:
        raise Refused(say("{file} holds two files of the same name; nothing was taken from it.", file=file))
    seen.add(name)


def _too_large(file: str, largest: int) -> str:
    return say(
        "{file} holds more than {n} megabytes of writing, which is more than can be read; nothing was taken from it.",
        file=file,
        n=number(largest // 1_000_000),
    )


def _too_many(file: str) -> str:
    return say("{file} holds more than {n} files; nothing was taken from it.", file=file, n=number(MOST_MEMBERS))


def _damaged(file: str) -> str:
    return say("{file} is damaged or only half there; nothing was taken from it.", file=file)


def _cannot_open(file: str, error: OSError) -> Refused:
    reason = error.strerror or type(error).__name__
    return Refused(say("{file} cannot be opened ({reason}).", file=file, reason=reason))
