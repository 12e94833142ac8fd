"""Where the command line speaks: results on standard output, all else on standard error."""

from __future__ import annotations

import sys
from typing import TextIO

from dashboard.wording import command_line as words


def tell(text: str) -> None:
    """One line of the result."""
    _write(sys.stdout, text + "\n")


def note(text: str) -> None:
    """One line beside the result: progress, a caution, a refusal."""
    _write(sys.stderr, text + "\n")


def _write(stream: TextIO, text: str) -> None:
    """Write what the terminal can show; a sign that it cannot becomes an escape, never an error."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


class ProgressLine:
    """How far a long work is: one line that is drawn over on a terminal, a line per tenth elsewhere."""

    def __init__(self) -> None:
        self._shown: int | None = None
        self._over = sys.stderr.isatty()

    def __call__(self, done: int, of: int) -> None:
        """Show that `done` of `of` are done."""
        share = 100 if of == 0 else done * 100 // of
        share = share if self._over else share // 10 * 10
        if share == self._shown:
            return
        self._shown = share
        text = words.SAVING(share=share)
        _write(sys.stderr, f"\r{text}" + ("\n" if share == 100 else "") if self._over else text + "\n")
