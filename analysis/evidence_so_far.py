"""The running evidence of a series that is looked at again and again: only what was not looked at before is worked out.

A look sees nothing that came after it, so that its evidence stands for as long as the points before it do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from analysis.running_evidence import running_evidence
from analysis.series import Floats, Integers
from analysis.single_answers import AnswerNoise

Evidence: TypeAlias = Callable[[Integers, Floats, Sequence[int], AnswerNoise | None], Floats]


@dataclass(frozen=True, eq=False)
class EvidenceSoFar:
    """E by look, the number of points that it saw, and the points of which that was found."""

    days: Integers
    values: Floats
    noise: AnswerNoise | None
    by_look: Mapping[int, float]


def evidence_after(
    before: EvidenceSoFar | None, days: Integers, values: Floats, looks: Sequence[int], noise: AnswerNoise | None
) -> EvidenceSoFar:
    """What `running_evidence` finds at these looks and what it found `before`, as far as the points are unchanged."""
    kept = {}
    if before is not None:
        unchanged = _unchanged(before, days, values, noise)
        kept = {look: found for look, found in before.by_look.items() if look <= unchanged}
    new = [look for look in looks if look not in kept]
    found = running_evidence(days, values, new, noise) if new else ()
    return EvidenceSoFar(days, values, noise, MappingProxyType(kept | dict(zip(new, map(float, found), strict=True))))


def _unchanged(before: EvidenceSoFar, days: Integers, values: Floats, noise: AnswerNoise | None) -> int:
    """How many points, from the first on, are as they were."""
    if (before.noise is None) != (noise is None):
        return 0
    pairs = [(before.days, days), (before.values, values)]
    if before.noise is not None and noise is not None:
        pairs += [(before.noise.variance, noise.variance), (before.noise.weight, noise.weight)]
    n = min(before.days.size, days.size)
    is_changed = np.any([then[:n] != now[:n] for then, now in pairs], axis=0)
    return int(np.argmax(is_changed)) if is_changed.any() else n
