"""The objects of a long JSON array one after the other, so that a large file never stands in memory whole."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import IO, Any, Final

from assessments.exchange.sources import Refused
from assessments.language import say

_AT_ONCE: Final = 1 << 16
_SPACE: Final = " \t\n\r"
DEEPEST: Final = 200


def read_array(file: IO[bytes], name: str, key: str | None = None) -> Iterator[tuple[int, Any]]:
    """The elements of the outermost array, or of that under `key` in the outermost object, each with its first line.

    Every other value of the object is yielded with line 0, as {key: value}. Refused where the text is no JSON,
    has anything after its end, or stops before it.
    """
    text = _Text(io.TextIOWrapper(file, encoding="utf-8-sig", newline=""), name)
    try:
        first = text.next_sign()
        if first == "[":
            text.skip()
            yield from _elements(text)
        elif first == "{":
            text.skip()
            yield from _members(text, key)
        else:
            raise text.fault()
        if text.next_sign():
            raise text.fault()
    except UnicodeDecodeError as error:
        raise Refused(not_utf8(name)) from error
    except RecursionError as error:
        raise Refused(say("{name} is nested too deep to be a diary; nothing was taken from it.", name=name)) from error


def read_whole(file: IO[bytes], name: str) -> Any:
    """The whole JSON value of a small file; Refused where it is none."""
    try:
        return json.loads(file.read().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused(not_utf8(name)) from error
    except json.JSONDecodeError as error:
        raise Refused(_not_json(name, error.lineno)) from error
    except (ValueError, RecursionError) as error:
        raise Refused(_not_json(name, 1)) from error


def not_utf8(name: str) -> str:
    """The sentence about a file in another encoding."""
    return say("{name} is not UTF-8 text; save it as UTF-8 and try again. Nothing was taken from it.", name=name)


def _not_json(name: str, line: int) -> str:
    return say(
        "{name} stops too early or is not JSON from line {line} on; nothing was taken from it.", name=name, line=line
    )


def _elements(text: _Text) -> Iterator[tuple[int, Any]]:
    if text.next_sign() == "]":
        text.skip()
        return
    while True:
        text.next_sign()
        line = text.line
        yield line, text.value()
        sign = text.next_sign()
        text.skip()
        if sign == "]":
            return
        if sign != ",":
            raise text.fault()


def _members(text: _Text, key: str | None) -> Iterator[tuple[int, Any]]:
    if text.next_sign() == "}":
        text.skip()
        return
    while True:
        if text.next_sign() != '"':
            raise text.fault()
        name = text.value()
        if text.next_sign() != ":":
            raise text.fault()
        text.skip()
        if name == key and text.next_sign() == "[":
            text.skip()
            yield from _elements(text)
        else:
            text.next_sign()
            yield 0, {name: text.value()}
        sign = text.next_sign()
        text.skip()
        if sign == "}":
            return
        if sign != ",":
            raise text.fault()


class _Text:
    """A window that moves over the text and knows the line it stands on."""

    def __init__(self, file: io.TextIOWrapper, name: str) -> None:
        self._file = file
        self._name = name
        self._window = ""
        self._at = 0
        self._ended = False
        self._decoder = json.JSONDecoder()
        self.line = 1

    def next_sign(self) -> str:
        """The next character that is no white space, without passing it; empty at the end."""
        while True:
            while self._at < len(self._window) and self._window[self._at] in _SPACE:
                self.line += self._window[self._at] == "\n"
                self._at += 1
            if self._at < len(self._window):
                return self._window[self._at]
            if not self._more(_AT_ONCE):
                return ""

    def skip(self) -> None:
        """Pass one character."""
        self._at += 1

    def value(self) -> Any:
        """The JSON value that begins here."""
        size = _AT_ONCE
        while True:
            try:
                value, end = self._decoder.raw_decode(self._window, self._at)
                # A number at the end of the window may go on in the next.
                if end < len(self._window) or self._ended:
                    self.line += self._window.count("\n", self._at, end)
                    self._at = end
                    return value
            except json.JSONDecodeError as error:
                if self._ended:
                    raise self.fault() from error
                if error.pos < len(self._window) - DEEPEST and not error.msg.startswith("Unterminated"):
                    raise self.fault() from error
            except ValueError as error:
                raise self.fault() from error
            self._more(size)
            size *= 2

    def fault(self) -> Refused:
        """That the text is no JSON from here on."""
        return Refused(_not_json(self._name, self.line))

    def _more(self, size: int) -> bool:
        read = self._file.read(size)
        self._window = self._window[self._at :] + read
        self._at = 0
        self._ended = not read
        return bool(read)
