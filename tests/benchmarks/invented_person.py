"""What is told of regenerated invented persons beside what was planted: python -m tests.benchmarks.invented_person."""

from __future__ import annotations

import argparse
import time

from analysis.changes import standing
from analysis.days_before import patterns
from analysis.frames import MAIN_SCALE, History, ScoreSeries, error_shares, score_series
from analysis.insights import insights, standings, what_goes_with_what
from analysis.results import Standing
from assessments.catalogue import load
from sample_data import generate

# The generator moves the pulse along with the ten signs (sample_data/README.md, "What is planted").
MOVES_ALONG = "pulse"


def main() -> None:
    """One line for each person and the sums: planted change found, other claims, links found and their number."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--persons", type=int, default=20)
    chosen = reader.parse_args()
    begun, catalogue = time.perf_counter(), load()
    found = along = others = ever_found = linked = 0
    for seed in range(101, 101 + chosen.persons):
        sample = generate(seed)
        history = History(catalogue, sample.responses, sample.entries, sample.practices_done, sample.events)
        series = score_series(history)
        standing_now = {key: now for key, now in standings(series, error_shares(catalogue)).items() if now.claimed}
        told = insights(history)
        main_series = next(one for one in series if one.key == MAIN_SCALE)
        first = _first_week(main_series)
        links = [pair for pair in what_goes_with_what(history, series) if pair.claimed]
        found += MAIN_SCALE in standing_now
        ever_found += first is not None
        beside = {key for key in standing_now if key != MAIN_SCALE}
        moved = {key for key in beside if key.startswith(MOVES_ALONG)}
        along += len(moved)
        others += len(beside - moved)
        linked += len(links)
        print(
            f"seed {seed}: main {MAIN_SCALE in standing_now}, first told after {first} check-ins, "
            f"moves along {sorted(moved)}, others {sorted(beside - moved)}, insights {[one.id for one in told]}, "
            f"links {[(pair.score, pair.feature, pair.stands) for pair in links]}, "
            f"features {patterns(history, series).features.shape[1]}",
            flush=True,
        )
    print(f"\n{chosen.persons} persons: planted change stands {found}, told at some look {ever_found}")
    print(f"the pulse, which is planted to move along {along}")
    print(f"other scales {others}, links claimed {linked}; {time.perf_counter() - begun:.0f} s")


def _first_week(series: ScoreSeries) -> int | None:
    times, values, answers = series.times, series.values, series.answers
    for n in range(8, len(times) + 1):
        items = None if answers is None else answers[:n]
        now = standing(times[:n], values[:n], low=0, high=40, share=0.5, items=items)
        if isinstance(now, Standing) and now.claimed:
            return n
    return None


if __name__ == "__main__":
    main()
