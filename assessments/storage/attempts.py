"""A growing pause after wrong secrets, for each folder, as long as the process lives."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import Lock
from typing import Final

from assessments.storage.errors import TooSoon

_FREE_TRIES: Final = 3
_LONGEST_SECONDS: Final = 60.0

Seconds = Callable[[], float]


@dataclass
class _Tries:
    wrong: int = 0
    not_before: float = 0.0


_tries: dict[Path, _Tries] = {}
_guard = Lock()


def require_patience(folder: Path, monotonic: Seconds = time.monotonic) -> None:
    """Raise TooSoon while the pause after the last wrong secret is not over."""
    with _guard:
        tries = _tries.get(folder.resolve())
        left = tries.not_before - monotonic() if tries else 0.0
    if left > 0:
        raise TooSoon(timedelta(seconds=left))


def count_wrong(folder: Path, monotonic: Seconds = time.monotonic) -> timedelta:
    """Note a wrong secret; returns the pause before the next try: none three times, then 1, 2, 4 … 60 seconds."""
    with _guard:
        tries = _tries.setdefault(folder.resolve(), _Tries())
        tries.wrong += 1
        beyond = tries.wrong - _FREE_TRIES
        pause = min(2.0 ** (beyond - 1), _LONGEST_SECONDS) if beyond > 0 else 0.0
        tries.not_before = monotonic() + pause
    return timedelta(seconds=pause)


def forget_wrong(folder: Path) -> None:
    """Begin anew after a right secret."""
    with _guard:
        _tries.pop(folder.resolve(), None)
