"""The kinds of wobble that the running evidence weighs against each other, with and without the single answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.noise import NoiseGrid
from analysis.series import Floats

USUAL_PHI, PHI_SPREAD, ANY_PHI = 0.55, 0.2, 0.01


@dataclass(frozen=True, eq=False)
class WobbleKinds:
    """Kinds of noise, and of each the share of its variance that single answers bring, (kinds,)."""

    noise: NoiseGrid
    answers_share: Floats


def _kinds(independent: Floats, phi: Floats, shares: Floats, white: float) -> WobbleKinds:
    """Independent weeks (φ = 0) with those shares and together the weight `white`; every φ with every other share."""
    likely = np.exp(-0.5 * ((phi - USUAL_PHI) / PHI_SPREAD) ** 2) + ANY_PHI
    each = np.repeat(likely / likely.sum() / shares.size, shares.size)
    prior = np.concatenate([np.full(independent.size, white / independent.size), (1.0 - white) * each])
    lam = np.concatenate([np.ones(independent.size), np.tile(1.0 - shares, phi.size)])
    return WobbleKinds(
        NoiseGrid(np.concatenate([np.zeros(independent.size), np.repeat(phi, shares.size)]), lam, np.log(prior)),
        np.concatenate([independent, np.tile(shares, phi.size)]),
    )


FROM_FIGURES = _kinds(np.ones(1), np.linspace(0.085, 0.85, 10), np.array([0.15]), 0.8)
WITH_ANSWERS = _kinds(
    np.array([0.06, 0.18, 0.42, 0.8]), np.array([0.15, 0.35, 0.55, 0.7, 0.85]), np.array([0.06, 0.18, 0.42]), 0.7
)
