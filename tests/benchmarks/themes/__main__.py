"""Quality, stability and time of recurring themes, beside plain rivals: python -m tests.benchmarks.themes."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from threadpoolctl import threadpool_limits

from analysis.themes import Themes, find_themes
from tests.benchmarks.themes.bursts import print_bursts
from tests.benchmarks.themes.contenders import contenders, quietly
from tests.benchmarks.themes.diaries import (
    Diary,
    composed,
    dated_text,
    invented_person,
    labelled_passages,
    one_passage_an_entry,
)
from tests.benchmarks.themes.held_out import print_held_out
from tests.benchmarks.themes.measures import PeakMemory, agreement, information, precision_matched

PERSONS = (7, 101, 102)
SPEED_ENTRIES = 5000


def main() -> None:
    """Prints every table; what is absent is skipped aloud."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--lemotif", type=Path, help="labelled passages: one JSON object with text and label a line")
    reader.add_argument("--pepys", type=Path, help="a real diary: one JSON object with date and text a line")
    reader.add_argument(
        "--seeds", type=int, default=3, help="how many diaries are composed of the passages (seeds 0, 1, …)"
    )
    reader.add_argument(
        "--burst-diaries", type=int, default=16, help="how many diaries of each kind to look for bursts in"
    )
    reader.add_argument(
        "--splits", type=int, default=0, help="how often to choose all constants on one half and judge on the other"
    )
    reader.add_argument("--only-footbridge", action="store_true", help="leave the rivals out")
    chosen = reader.parse_args()
    with threadpool_limits(1):
        diaries = [invented_person(seed) for seed in PERSONS]
        passages = None
        if chosen.lemotif:
            passages = labelled_passages(chosen.lemotif)
            _passages(one_passage_an_entry(passages, "labelled passages"), chosen.only_footbridge)
            if chosen.splits:
                print_held_out(passages, chosen.splits)
            diaries = [composed(passages, "labelled passages", seed) for seed in range(chosen.seeds)] + diaries
        else:
            print("labelled passages and diaries composed of them: skipped, no --lemotif PATH")
        _quality(diaries, chosen.only_footbridge)
        print_bursts(passages, chosen.burst_diaries)
        _stability([diary.entries for diary in (diaries[0], diaries[-1])], [diaries[0].name, diaries[-1].name])
        _speed(diaries[0].entries)
        if chosen.pepys:
            real = dated_text(chosen.pepys)
            _stability([real], ["the real diary"])
            _shown(real)
        else:
            print("the real diary: skipped, no --pepys PATH")


def _rivals(alone: bool) -> dict[str, object]:
    able, skipped = contenders()
    for line in skipped:
        print(line)
    return {"Footbridge": able["Footbridge"]} if alone else dict(able)


def _passages(diary: Diary, alone: bool) -> None:
    print(f"\n{diary.name}: {len(diary.entries)} entries of one subject, {diary.truth.shape[1]} subjects")
    able, _ = contenders()
    for name in _rivals(alone):
        weights, seconds = _timed(name, able, diary)
        print(f"  {name:12} NMI {information(weights, diary.truth):.3f}  themes {weights.shape[1]:3}  {seconds:6.1f} s")


def _quality(diaries: list[Diary], alone: bool) -> None:
    able, _ = contenders()
    names = _rivals(alone)
    for diary in diaries:
        print(f"\n{diary.name}: {len(diary.entries)} entries, {diary.truth.shape[1]} subjects")
        for name in names:
            weights, seconds = _timed(name, able, diary)
            precision, _ = precision_matched(weights, diary.truth)
            print(f"  {name:12} average precision {precision:.3f}  themes {weights.shape[1]:3}  {seconds:6.1f} s")


def _timed(name: str, able: Mapping[str, Any], diary: Diary) -> tuple[pd.DataFrame, float]:
    begun = time.perf_counter()
    contender = able[name]
    assert callable(contender)
    return quietly(contender, diary.entries), time.perf_counter() - begun


def _stability(frames: list[pd.DataFrame], names: list[str]) -> None:
    for entries, name in zip(frames, names, strict=True):
        fewer = _found(entries.iloc[:-1])
        whole = _found(entries)
        tenth = entries.iloc[: round(len(entries) / 1.1)]
        before = _found(tenth)
        warm = find_themes(entries, before)
        assert isinstance(warm, Themes)
        kept = len({theme.id for theme in before.themes} & {theme.id for theme in warm.themes})
        sorted_in = find_themes(entries, fewer)
        assert isinstance(sorted_in, Themes)
        print(
            f"\nstability, {name}: the same twice {agreement(whole.weights, _found(entries).weights):.3f}; "
            f"one more entry, sorted in {agreement(fewer.weights, sorted_in.weights):.3f}, "
            f"fitted anew {agreement(fewer.weights, whole.weights):.3f}; "
            f"a tenth more, warm {agreement(before.weights, warm.weights):.3f}, "
            f"themes kept {kept} of {len(before.themes)}"
        )


def _speed(entries: pd.DataFrame) -> None:
    """Processor time for 5,000 entries, drawn with replacement from these, beside plain TF-IDF of the same text.

    The median of five and of three rounds, since a fifth of a second says little once.
    """
    drawn = np.random.default_rng(0).integers(0, len(entries), SPEED_ENTRIES)
    days = pd.date_range("2010-01-01", periods=SPEED_ENTRIES, freq="D", tz="UTC")
    many = pd.DataFrame(
        {"id": [f"m{at}" for at in range(SPEED_ENTRIES)], "written_at": days, "text": entries["text"].to_numpy()[drawn]}
    )
    plain = float(np.median([_processor_time(lambda: TfidfVectorizer().fit_transform(many["text"])) for _ in range(5)]))
    with PeakMemory() as memory:
        found = _found(many)
    fit = float(np.median([_processor_time(lambda: _found(many)) for _ in range(3)]))
    laps = []
    for at in range(50):
        begun = time.process_time()
        found.assign(many.iloc[[at]])
        laps.append(time.process_time() - begun)
    print(
        f"\n{SPEED_ENTRIES} entries: plain TF-IDF {plain:.2f} s of processor time, themes {fit:.1f} s = "
        f"{fit / plain:.1f} x; memory at its peak +{memory.peak_mb:.0f} MB, kept +{memory.kept_mb:.0f} MB; "
        f"sorting one new entry in, median {1000 * float(np.median(laps)):.1f} ms"
    )


def _processor_time(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _shown(entries: pd.DataFrame) -> None:
    """Names, words and quotes to look at."""
    for theme in _found(entries).themes:
        print(f"\n{theme.name}  ({theme.n_entries} entries, {theme.n_months} months, recurs {theme.recurs})")
        print(f"  {', '.join(theme.terms)}")
        for quote in theme.quotes:
            print(f"  {quote.written_at.date()}  {quote.text}")


def _found(entries: pd.DataFrame) -> Themes:
    found = find_themes(entries)
    assert isinstance(found, Themes)
    return found


if __name__ == "__main__":
    main()
