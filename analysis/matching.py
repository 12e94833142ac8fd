"""Old themes and new ones matched one to one, so that a theme keeps its id and its person's name across refits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analysis.features import Floats

LEAST_OVERLAP = 0.2


def carry_ids(old: Floats, new: Floats, ids: Sequence[str], next_number: int) -> tuple[tuple[str, ...], int]:
    """An id for each new theme: its match's, or a fresh one, and the next free number.

    `old`, `new`: weights of the same entries (entries × themes). The overlap of two themes is Σ min / Σ max of their
    weights; the assignment with the largest total overlap is taken (Hungarian), pairs below 0.2 are no match.
    """
    from scipy.optimize import linear_sum_assignment

    overlap = np.array(
        [
            [np.minimum(before, after).sum() / max(float(np.maximum(before, after).sum()), 1e-9) for after in new.T]
            for before in old.T
        ]
    ).reshape(old.shape[1], new.shape[1])
    kept: dict[int, str] = {}
    for one, two in zip(*linear_sum_assignment(-overlap), strict=True):
        if overlap[one, two] >= LEAST_OVERLAP:
            kept[int(two)] = ids[int(one)]
    given = []
    for at in range(new.shape[1]):
        if at not in kept:
            kept[at] = f"t{next_number}"
            next_number += 1
        given.append(kept[at])
    return tuple(given), next_number
