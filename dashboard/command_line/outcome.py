"""How a command ends: its exit code, and the one sentence that says why it could not do what it was asked."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The documented exit codes."""

    DONE = 0
    NOT_DONE = 1
    NOT_UNDERSTOOD = 2
    NEEDS_A_WORD = 3
    NO_SECRET = 4
    DAMAGE = 5
    STOPPED = 130


class Refusal(Exception):
    """The command cannot do what it was asked; `says` is the sentence for the person, nothing was changed."""

    def __init__(self, says: str, code: Exit = Exit.NOT_DONE) -> None:
        super().__init__(says)
        self.says = says
        self.code = code
