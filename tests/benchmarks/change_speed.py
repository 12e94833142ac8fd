"""How long ten years of weekly check-ins with forty features take: python -m tests.benchmarks.change_speed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.associations import associations
from analysis.changes import change_point, has_it_changed, since, standing
from analysis.noise import noise_band
from analysis.reliability import item_movements, within_person_reliability
from analysis.trends import trend

WEEKS, FEATURES, ROUNDS = 520, 40, 3
DAYS = 3_650


def main() -> None:
    """Print each part's seconds, also of processor time, the best of three rounds; then sums, the cold round's too.

    Last the button "has it changed?" over ten years of daily points, which is no part of the sums.
    """
    randomness = np.random.default_rng(1)
    days = [date(2016, 1, 4) + timedelta(days=7 * k + int(randomness.integers(-2, 3))) for k in range(WEEKS)]
    items = np.clip(np.round(2 + randomness.normal(size=(WEEKS, 10))), 0, 4)
    values = items.sum(axis=1)
    index = pd.Index(days, dtype=object)
    features = pd.DataFrame(
        randomness.integers(0, 2, (WEEKS, FEATURES)) * 1.0, index=index, columns=[f"f{k}" for k in range(FEATURES)]
    ).mask(pd.DataFrame(randomness.random((WEEKS, 1)) < 0.2, index=index)[0])
    answers = pd.DataFrame(items, index=index)
    scores = pd.Series(values, index=index, name="score")
    parts: dict[str, Callable[[], object]] = {
        "noise band": lambda: noise_band(days, values, low=0, high=40),
        "standing": lambda: standing(days, values, low=0, high=40, items=items),
        "trend": lambda: trend(days, values, low=0, high=40),
        "change point": lambda: change_point(days, values, low=0, high=40),
        "marked date": lambda: since(days, values, days[260], low=0, high=40),
        "40 associations": lambda: associations(scores, features),
        "reliability": lambda: within_person_reliability(answers),
        "items": lambda: item_movements(answers),
    }
    seconds = {name: [_seconds(part) for _ in range(ROUNDS)] for name, part in parts.items()}
    for name, taken in seconds.items():
        _print(name, [min(column) for column in zip(*taken, strict=True)])
    _print("all", np.sum([np.min(taken, axis=0) for taken in seconds.values()], axis=0))
    _print("all, first time", np.sum([taken[0] for taken in seconds.values()], axis=0))
    every_day = [date(2016, 1, 4) + timedelta(days=k) for k in range(DAYS)]
    daily = np.clip(np.round(20 + 4 * randomness.normal(size=DAYS)), 0, 40)
    _print("button, every day", _seconds(lambda: has_it_changed(every_day, daily, low=0, high=40)))


def _print(name: str, figures: Sequence[float] | npt.NDArray[np.float64]) -> None:
    print(f"{name:<18}{figures[0]:8.3f} s{figures[1]:8.3f} s of processor")


def _seconds(part: Callable[[], object]) -> tuple[float, float]:
    begun = time.perf_counter(), time.process_time()
    part()
    return time.perf_counter() - begun[0], time.process_time() - begun[1]


if __name__ == "__main__":
    main()
