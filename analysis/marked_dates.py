"""Whether a difference at a marked date goes beyond wobble, where a dozen or two points must do: a likelihood ratio.

Model: y = b + d · after + s · noise, with d ~ N(0, (1.5 s)²) or none, flat b and 1/s on s; under each kind of noise the
likelihoods of `analysis.steps`. With a difference they are averaged over kinds about φ = .5, without one over kinds
about φ = .6: slow fading is what passes for a difference, and so few points cannot show by themselves how slow it is.
What ratio is beyond wobble, paths of wobble at the same dates tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from analysis.noise import ENOUGH_FOR_TWO_NOISES, SMALLEST_RSS, draw_noise, log_sum, noise_grid
from analysis.results import Interval
from analysis.series import Floats, Integers
from analysis.splits import sums_of_steps
from analysis.steps import log_step_factor

FEW_POINTS: Final = ENOUGH_FOR_TWO_NOISES - 1
ANY_PHI = 0.1
PATHS = 1_999
SEED = 20_261_127
PLACES, STEPS = 65, 40
KINDS: Final = noise_grid(FEW_POINTS)


def _about(phi: float, spread: float, anything: float = 0.0) -> Floats:
    """Weights of the kinds: ∝ exp(−½ ((φ − phi) / spread)²), and a part shared by all alike, (kinds,)."""
    near = np.exp(-0.5 * ((KINDS.phi - phi) / spread) ** 2)
    return np.asarray((1.0 - anything) * near / near.sum() + anything / near.size)


WITH: Final = np.log(_about(0.5, 0.1, ANY_PHI))[:, None]
WITHOUT: Final = np.log(_about(0.6, 0.1, ANY_PHI))[:, None]
BY_CHANCE: Final = _about(0.59, 0.1)  # so that at most .07 are told at any φ up to .7 where p ≤ .05


@dataclass(frozen=True, eq=False)
class _Sums:
    """Series against one step; `difference` and `rest` (kinds, series), the step's squared length `size` (kinds, 1)."""

    log_fixed: Floats
    size: Floats
    difference: Floats
    rest: Floats
    df: int

    def log_ratio(self, shift: Floats | float = 0.0) -> Floats:
        """Log of the ratio once `shift` is taken from all that is after the date; it broadcasts, (series,)."""
        left = self.difference - shift
        without = self.rest + self.size * left**2
        log_likely = self.log_fixed - 0.5 * self.df * np.log(without)
        factor = log_step_factor(self.size * left, self.size, without, self.df)
        return np.asarray(log_sum(WITH + log_likely + factor) - log_sum(WITHOUT + log_likely), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Judged:
    """One series' sums, and the log ratios of paths of wobble, rising, (paths,)."""

    sums: _Sums
    by_chance: Floats

    @property
    def p_value(self) -> float:
        """The share of paths that look at least as much like a difference as the series does."""
        as_much = np.count_nonzero(self.by_chance >= self.sums.log_ratio()[0])
        return float((1 + as_much) / (self.by_chance.size + 1))

    def interval(self, share: float) -> Interval:
        """All differences whose p would be above 1 − share."""
        bar = float(self.by_chance[-round((1.0 - share) * (self.by_chance.size + 1))])
        known = self.sums.difference[:, 0]
        places = np.linspace(known.min(), known.max(), PLACES)
        best = float(places[np.argmin(self.sums.log_ratio(places))])
        return self._edge(best, -1.0, bar), self._edge(best, 1.0, bar)

    def _edge(self, best: float, way: float, bar: float) -> float:
        """Where the ratio passes the bar on the way from the best place: doubling, then halving."""
        reach = way * float(np.sqrt(self.sums.rest / self.sums.df / self.sums.size).max())
        inside, outside = best, best + reach
        for _ in range(STEPS):
            if self.sums.log_ratio(outside)[0] > bar:
                break
            inside, outside = outside, best + 2.0 * (outside - best)
        for _ in range(STEPS):
            middle = 0.5 * (inside + outside)
            inside, outside = (inside, middle) if self.sums.log_ratio(middle)[0] > bar else (middle, outside)
        return inside


def judge(days: Integers, after: Floats, values: Floats) -> Judged:
    """Judge values (points,), 29 at most, that vary; `after` (points,) is 0 before the marked date and 1 from it on.

    The paths, 1,999 with φ about .59, stand at the same days. The ratio depends neither on level nor on SD, nor on a
    true difference once that is taken away, so that one set of paths serves p and interval (Casella & Berger 2002,
    section 9.2.1: the interval is what the test does not refuse).
    """
    randomness = np.random.default_rng([SEED, days.size])
    kinds = randomness.choice(KINDS.phi.size, size=PATHS, p=BY_CHANCE)
    paths = draw_noise(days, KINDS.phi[kinds], KINDS.lam[kinds], randomness)
    return Judged(_sums(days, after, values[:, None] - values.mean()), np.sort(_sums(days, after, paths).log_ratio()))


def _sums(days: Integers, after: Floats, values: Floats) -> _Sums:
    columns = np.column_stack([np.ones(days.size), after, values])
    size, _, overlap, without, _, log_fixed = sums_of_steps(days, KINDS, columns, 1)
    difference = overlap[:, 0] / size
    rest = np.maximum(without - size * difference**2, SMALLEST_RSS * without)
    return _Sums(log_fixed[:, None], size, difference, rest, days.size - 1)
