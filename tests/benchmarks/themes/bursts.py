"""How often a subject that lasts one stretch of time is called recurring, how often any other is, and no subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd
from sklearn.metrics import average_precision_score

from analysis.themes import Theme, Themes, find_themes
from tests.analysis.composed_diary import BURST, composed_diary
from tests.benchmarks.themes.diaries import Diary, composed, invented_person

FOUND_FROM = 0.5
COUNTS = 9


def diaries_with_bursts(passages: pd.DataFrame | None, n: int) -> Iterator[tuple[str, Diary]]:
    """n diaries of each kind, with seeds that no other table uses: of labelled passages, of templates, invented."""
    for seed in range(1000, 1000 + n):
        if passages is not None:
            yield "labelled passages", composed(passages, "labelled passages", seed)
        yield "templates", from_templates(seed)
        yield "invented persons", invented_person(seed)


def from_templates(seed: int) -> Diary:
    """A diary of 200 entries put together from templates, one of its six subjects a burst."""
    entries = composed_diary(200, seed)
    truth = entries["subjects"].str.get_dummies(" ").astype(bool).set_axis(entries["id"])
    return Diary(f"templates, seed {seed}", entries, truth, BURST)


def print_bursts(passages: pd.DataFrame | None, n: int) -> None:
    """One line for each kind of diary and one for all."""
    counts: dict[str, list[int]] = {}
    for kind, diary in diaries_with_bursts(passages, n):
        counts[kind] = [one + two for one, two in zip(counts.get(kind, [0] * COUNTS), told(diary), strict=True)]
    counts["all"] = [sum(column) for column in zip(*counts.values(), strict=True)]
    print(f"\nbursts (seeds 1000 to {999 + n} of each kind)")
    for kind, (bursts, found, wrong, others, recurring, loose, none, none_recurring, none_loose) in counts.items():
        share = f"{100 * wrong / found:.1f} %" if found else "none found"
        print(
            f"  {kind:18} {bursts} bursts, {found} found, of these called recurring {wrong} ({share}); "
            f"other subjects found {others}, called recurring {recurring}, too loose for a word {loose}; "
            f"themes of no subject {none}, called recurring {none_recurring}, too loose for a word {none_loose}"
        )


def told(diary: Diary) -> tuple[int, ...]:
    """Three for bursts: all, found, called recurring; three each for other subjects found and for themes of no subject.

    These three are all, called recurring, called loose. A subject counts as found where one theme's average precision
    for it is a half or more: a theme below that is about something else, and where it is for every subject of none.
    """
    themes = find_themes(diary.entries)
    assert isinstance(themes, Themes)
    held = diary.truth.loc[themes.weights.index]
    bursts = found = wrong = 0
    others: list[Theme] = []
    best_of = dict.fromkeys(themes.weights, 0.0)
    for subject in held.columns:
        precision = {theme: average_precision_score(held[subject], themes.weights[theme]) for theme in themes.weights}
        best_of = {theme: max(best_of[theme], precision[theme]) for theme in best_of}
        best = max(precision, key=lambda theme: precision[theme])
        theme = next(theme for theme in themes.themes if theme.id == best)
        is_found = precision[best] >= FOUND_FROM
        if subject == diary.burst:
            bursts, found, wrong = bursts + 1, found + is_found, wrong + (is_found and theme.recurs)
        elif is_found:
            others.append(theme)
    none = [theme for theme in themes.themes if best_of[theme.id] < FOUND_FROM]
    return bursts, found, wrong, *_called(others), *_called(none)


def _called(themes: Sequence[Theme]) -> tuple[int, int, int]:
    return len(themes), sum(theme.recurs for theme in themes), sum(theme.faint for theme in themes)
