"""What an analysis answers when there is too little to go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class NotEnough:
    """An ordinary result: `n` of the `needed` points (or entries) are there, and `says` tells the person so."""

    n: int
    needed: int
    says: str
    claimed: Literal[False] = False
