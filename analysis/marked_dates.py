"""Whether a difference at a marked date goes beyond wobble, where a dozen or two points must do: a likelihood ratio.

Model: y = b + d · after + s · noise, with d ~ N(0, (1.5 s)²) or none, flat b and 1/s on s; under each kind of noise the
likelihoods of `analysis.steps`. With a difference they are averaged over kinds about φ = .5, without one over kinds
about φ = .6 (SD .1, a tenth of the weight over all φ): slow fading is what passes for a difference, and so few points
cannot show by themselves how slow it is. Seven kinds in ten have noise in single points, so that two check-ins within
a day or two, one on each side of the date, are no proof. What ratio is beyond wobble, paths of wobble at the same dates
tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from analysis.noise import ENOUGH_FOR_TWO_NOISES, SMALLEST_RSS, NoiseGrid, draw_noise, log_sum
from analysis.results import Interval
from analysis.series import Floats, Integers
from analysis.splits import sums_of_steps
from analysis.steps import log_step_factor

FEW_POINTS: Final = ENOUGH_FOR_TWO_NOISES - 1
SHARES_OF_LAM = {1.0: 0.3, 0.85: 0.3, 0.7: 0.4}
PHI_SPREAD, ANY_PHI = 0.1, 0.1
WITH_PHI, WITHOUT_PHI, BY_CHANCE_PHI = 0.5, 0.6, 0.65
PATHS, PATHS_AT_A_TIME = 4_999, 1_000
SEED = 20_261_127
PLACES_WITHIN, PLACES_BEYOND, FARTHEST = 64, 40, 40.0
HALVINGS = 40
PHIS = np.linspace(0.0, 0.9, 10)
KINDS: Final = NoiseGrid(np.tile(PHIS, 3), np.repeat(list(SHARES_OF_LAM), PHIS.size), np.zeros(3 * PHIS.size))


def _about(phi: float, anything: float = 0.0) -> Floats:
    """Weights of the kinds, about that φ but for a part shared by all, (kinds,)."""
    shares = np.array([SHARES_OF_LAM[float(lam)] for lam in KINDS.lam])
    near = np.exp(-0.5 * ((KINDS.phi - phi) / PHI_SPREAD) ** 2) * shares
    return np.asarray((1.0 - anything) * near / near.sum() + anything * shares / shares.sum())


LOG_WITH: Final = np.log(_about(WITH_PHI, ANY_PHI))[:, None]
LOG_WITHOUT: Final = np.log(_about(WITHOUT_PHI, ANY_PHI))[:, None]


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
        return np.asarray(log_sum(LOG_WITH + log_likely + factor) - log_sum(LOG_WITHOUT + log_likely), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Judged:
    """One series' sums, the log ratios of paths of wobble, rising, (paths,), and those of the series at some shifts.

    `shifts` rise and hold 0; `best` is where the ratio is smallest.
    """

    sums: _Sums
    by_chance: Floats
    shifts: Floats
    ratios: Floats
    best: int

    @property
    def p_value(self) -> float:
        """The share of paths that look at least as much like a difference as the series does.

        The series' ratio is the smallest of those at 0 and beyond it, so that a larger difference never makes p larger.
        """
        zero = int(np.searchsorted(self.shifts, 0.0))
        beyond = self.ratios[: zero + 1] if zero <= self.best else self.ratios[zero:]
        as_much = np.count_nonzero(self.by_chance >= beyond.min())
        return float((1 + as_much) / (self.by_chance.size + 1))

    def interval(self, share: float) -> Interval:
        """From the smallest to the largest difference that this test, with p ≤ 1 − share, does not refuse."""
        bar = float(self.by_chance[-round((1.0 - share) * (self.by_chance.size + 1))])
        accepted = np.flatnonzero(self.ratios <= bar)
        first, last = (int(accepted[0]), int(accepted[-1])) if accepted.size else (self.best, self.best)
        before, after = max(first - 1, 0), min(last + 1, self.shifts.size - 1)
        return self._edge(first, before, bar), self._edge(last, after, bar)

    def _edge(self, accepted: int, refused: int, bar: float) -> float:
        inside, outside = float(self.shifts[accepted]), float(self.shifts[refused])
        for _ in range(HALVINGS):
            middle = 0.5 * (inside + outside)
            inside, outside = (inside, middle) if self.sums.log_ratio(middle)[0] > bar else (middle, outside)
        return inside


def judge(days: Integers, after: Floats, values: Floats) -> Judged:
    """Judge values (points,), 29 at most, that vary; `after` (points,) is 0 before the marked date and 1 from it on.

    The paths, 4,999 with φ about .65, stand at the same days and hang on nothing else. The ratio depends neither on
    level nor on SD, nor on a true difference once that is taken away, so that one set of paths serves p and
    interval (Casella & Berger 2002, section 9.2.1: the interval is what the test does not refuse).
    """
    randomness = np.random.default_rng([SEED, *(days - days[0]).tolist()])
    kinds = randomness.choice(KINDS.phi.size, size=PATHS, p=_about(BY_CHANCE_PHI))
    paths = draw_noise(days, KINDS.phi[kinds], KINDS.lam[kinds], randomness)
    starts = range(0, PATHS, PATHS_AT_A_TIME)
    by_chance = [_sums(days, after, paths[:, start : start + PATHS_AT_A_TIME]).log_ratio() for start in starts]
    sums = _sums(days, after, values[:, None] - values.mean())
    shifts = _shifts(sums)
    ratios = sums.log_ratio(shifts)
    return Judged(sums, np.sort(np.concatenate(by_chance)), shifts, ratios, int(np.argmin(ratios)))


def _shifts(sums: _Sums) -> Floats:
    """Differences to try: 0, between those that the kinds of noise estimate, and up to 40 standard errors beyond."""
    known = sums.difference[:, 0]
    error = float(np.sqrt(sums.rest / sums.df / sums.size).max())
    beyond = error * np.geomspace(0.05, FARTHEST, PLACES_BEYOND)
    within = np.linspace(known.min(), known.max(), PLACES_WITHIN)
    return np.unique(np.concatenate([[0.0], known.min() - beyond, within, known.max() + beyond]))


def _sums(days: Integers, after: Floats, values: Floats) -> _Sums:
    columns = np.column_stack([np.ones(days.size), after, values])
    size, _, overlap, without, _, log_fixed = sums_of_steps(days, KINDS, columns, 1)
    difference = overlap[:, 0] / size
    rest = np.maximum(without - size * difference**2, SMALLEST_RSS * without)
    return _Sums(log_fixed[:, None], size, difference, rest, days.size - 1)
