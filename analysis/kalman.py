"""A Kalman filter with one state at uneven dates, for many kinds of noise at a time (Harvey 1989, section 3.4)."""

from __future__ import annotations

from math import isqrt

import numpy as np

from analysis.series import Floats, Integers

DAYS_A_WEEK = 7.0


def fading(days: Integers, phi: Floats) -> Floats:
    """The autocorrelation between each point and the one before, (kinds, points − 1)."""
    weeks = np.diff(days) / DAYS_A_WEEK
    return np.asarray(phi[:, None] ** weeks[None, :], dtype=np.float64)


def kalman_gains(rho: Floats, lam: Floats) -> tuple[Floats, Floats]:
    """The innovations' variance and the gain at each point, both (kinds, points).

    With w = 1 − λ and s the state's variance as foretold, a variance is v = s + w and its gain 1 − w / v; the next s
    is λ (1 − ρ²) + ρ² w (1 − w / v), so that each v comes of the one before in two steps.
    """
    white, kept = 1.0 - lam, rho.T**2
    variances = [np.ones(lam.size)]
    for most, less in zip(1.0 - kept * (lam - white), kept * white**2, strict=True):
        variances.append(most - less / variances[-1])
    variance = np.array(variances).T
    return variance, 1.0 - white[:, None] / variance


def innovations(rho: Floats, variance: Floats, gain: Floats, columns: Floats) -> Floats:
    """What each point adds to those before it, in units of its own SD: (kinds, points, columns)."""
    learnt, kept = ((rho * part[:, :-1]).T[:, None, :] for part in (gain, 1.0 - gain))
    surprise = np.repeat(columns[:, :, None], rho.shape[0], axis=2)
    surprise[1:] -= running_sum(kept, learnt * columns[:-1, :, None])
    surprise /= np.sqrt(variance).T[:, None, :]
    return np.ascontiguousarray(surprise.transpose(2, 0, 1))


def running_sum(kept: Floats, added: Floats) -> Floats:
    """Sums that keep a part of themselves from point to point, x[k] = kept[k] · x[k − 1] + added[k], from x[−1] = 0.

    Both are (points, …) and broadcast. Blocks of about √points are summed side by side, each as if it were the first,
    and then take over, one after another, what the block before has come to: 2 √points steps, and not points.
    """
    points = added.shape[0]
    length = max(1, isqrt(points))
    sums, parts = _blocks(added, length), _blocks(kept, length)
    for place in range(1, length):
        sums[:, place] += parts[:, place] * sums[:, place - 1]
    left = parts.cumprod(axis=1)
    for block in range(1, sums.shape[0]):
        sums[block] += left[block] * sums[block - 1, -1]
    return sums.reshape(-1, *added.shape[1:])[:points]


def _blocks(rows: Floats, length: int) -> Floats:
    """The rows (points, …) as (blocks, length, …), filled up with zeros."""
    count = -(-rows.shape[0] // length)
    filled = np.zeros((count * length, *rows.shape[1:]))
    filled[: rows.shape[0]] = rows
    return filled.reshape(count, length, *rows.shape[1:])
