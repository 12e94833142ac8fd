"""How long `score_frame` takes on a million responses of ten items, beside a bare row sum of the same matrix.

Run `python -m tests.benchmarks.scoring`. Times differ between machines, ratios hardly: each round measures the row sum
and every frame one after the other, and the median over the rounds is told. The aim is at most five row sums for a
frame of float64, with gaps and without, validation included.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial
from statistics import median

import numpy as np
import pandas as pd

from assessments.catalogue import load
from assessments.scoring import score, score_frame

AIM = 5.0
QUESTIONNAIRE = "emotional-safety"
SHARE_MISSING = 0.03


def measure(work: Callable[[], object]) -> float:
    """The seconds that one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def frames(rows: int, seed: int) -> tuple[np.ndarray, dict[str, pd.DataFrame]]:
    """One matrix of answers, and the frames made of it that are timed."""
    random = np.random.default_rng(seed)
    names = [item.id for item in load().questionnaires[QUESTIONNAIRE].items]
    matrix = random.integers(0, 5, (rows, len(names))).astype(np.float64)
    gaps = np.where(random.random(matrix.shape) < SHARE_MISSING, np.nan, matrix)
    whole = pd.DataFrame(matrix, columns=names)
    return matrix, {
        "float64": whole,
        f"float64, {SHARE_MISSING:.0%} missing": pd.DataFrame(gaps, columns=names),
        "int8": whole.astype("int8"),
        "Int64, nullable": whole.astype("Int64"),
    }


def main() -> None:
    """Measure, and print a line for each frame."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=9)
    arguments.add_argument("--seed", type=int, default=20)
    chosen = arguments.parse_args()
    questionnaire = load().questionnaires[QUESTIONNAIRE]
    matrix, made = frames(chosen.rows, chosen.seed)
    by_column = np.asfortranarray(matrix)
    row_sums, column_sums = [], []
    seconds: dict[str, list[float]] = {name: [] for name in made}
    for _ in range(chosen.rounds):
        row_sums.append(measure(lambda: matrix.sum(axis=1)))
        column_sums.append(measure(lambda: by_column.sum(axis=1)))
        for name, frame in made.items():
            seconds[name].append(measure(partial(score_frame, questionnaire, frame)))
    base, strict = median(row_sums), median(column_sums)
    print(f"{chosen.rows:,} responses x {matrix.shape[1]} items, median of {chosen.rounds} rounds")
    print(f"{'bare row sum, C order':28} {base * 1000:8.1f} ms")
    print(f"{'bare row sum, Fortran order':28} {strict * 1000:8.1f} ms")
    for name, each in seconds.items():
        ratio = median(each) / base
        told = "within" if ratio <= AIM else "ABOVE"
        print(
            f"{name:28} {median(each) * 1000:8.1f} ms = {ratio:5.2f} row sums ({told} the aim of {AIM:g}), "
            f"{median(each) / strict:5.2f} of those in Fortran order"
        )
    answers = dict.fromkeys((item.id for item in questionnaire.items), 2)
    single = median(measure(lambda: score(questionnaire, answers)) for _ in range(2_000))
    print(f"{'one response alone':28} {single * 1e6:8.1f} µs")


if __name__ == "__main__":
    main()
