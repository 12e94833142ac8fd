"""A cheap derivation of keys: what it costs is measured in a benchmark; in most tests it only has to be right."""

from __future__ import annotations

from assessments.storage import slots


def derive_cheaply() -> None:
    """From here on, this process makes slots whose secrets cost next to nothing."""
    slots.MEMORY_KIB, slots.PASSES = 8, 1
