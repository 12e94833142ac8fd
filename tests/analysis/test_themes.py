"""Themes of a composed diary: found, named, quoted, kept, and never claimed from little."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from analysis.passages import Passage
from analysis.recurrence import PRESENT_AT
from analysis.results import NotEnough
from analysis.theme_collection import entry_weights
from analysis.themes import (
    Themes,
    find_themes,
    kept_themes,
)


def test_importing_themes_does_not_import_scikit_learn() -> None:
    code = "import sys, analysis.themes; print('sklearn' in sys.modules, 'scipy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_below_twenty_entries_there_are_no_themes(diary: pd.DataFrame) -> None:
    found = find_themes(diary.head(19))
    assert isinstance(found, NotEnough)
    assert (found.n, found.needed) == (19, 20)


def test_themes_are_early_impressions_below_sixty_entries(diary: pd.DataFrame, themes: Themes) -> None:
    few = find_themes(diary.head(40))
    assert isinstance(few, Themes)
    assert few.early
    assert not themes.early


def test_the_same_entries_give_the_same_themes_in_any_order(diary: pd.DataFrame, themes: Themes) -> None:
    again = find_themes(diary.sample(frac=1, random_state=1))
    assert isinstance(again, Themes)
    pd.testing.assert_frame_equal(again.weights, themes.weights)
    assert [theme.name for theme in again.themes] == [theme.name for theme in themes.themes]


def test_a_weight_says_how_clearly_each_entry_holds_a_theme(diary: pd.DataFrame, themes: Themes) -> None:
    assert list(themes.weights.index) == list(diary["id"])
    weights = themes.weights.to_numpy()
    assert weights.min() >= 0
    assert weights.max() <= 1


def test_a_weight_is_a_third_each_of_share_clearest_passage_and_nearest_passage() -> None:
    frame = pd.DataFrame({"id": ["a", "b"]})
    found = [Passage(0, "", ()), Passage(0, "", ()), Passage(1, "", ())]
    shares = {"t1": np.array([0.9, 0.1, 0.5], dtype=np.float32)}
    near = {"t1": np.array([0.6, 0.2, 0.0], dtype=np.float32)}
    weights = entry_weights(shares, near, found, frame, ["t1"])
    np.testing.assert_allclose(weights["t1"], [(0.5 + 0.9 + 0.6) / 3, (0.5 + 0.5 + 0.0) / 3], atol=1e-6)


def test_a_theme_counts_the_entries_that_hold_it(themes: Themes) -> None:
    for theme in themes.themes:
        assert theme.n_entries == (themes.weights[theme.id] >= PRESENT_AT).sum()


def test_each_planted_subject_is_found(diary: pd.DataFrame, themes: Themes) -> None:
    for subject in ("garden", "swim", "rent", "sister"):
        planted = diary["subjects"].str.contains(subject).to_numpy()
        gap = themes.weights[planted].mean() - themes.weights[~planted].mean()
        assert gap.max() > 0.3, subject


def test_quotes_stand_verbatim_in_the_entry_they_name(diary: pd.DataFrame, themes: Themes) -> None:
    texts = diary.set_index("id")["text"]
    quotes = [quote for theme in themes.themes for quote in theme.quotes]
    assert quotes
    for quote in quotes:
        assert quote.text in texts[quote.entry_id]
        assert 6 <= len(quote.text.split()) <= 30


def test_an_entry_that_may_not_be_quoted_is_read_but_never_quoted(diary: pd.DataFrame, themes: Themes) -> None:
    quoted = {quote.entry_id for theme in themes.themes for quote in theme.quotes}
    found = find_themes(diary.assign(quotable=~diary["id"].isin(quoted)))
    assert isinstance(found, Themes)
    pd.testing.assert_frame_equal(found.weights, themes.weights)
    assert not quoted & {quote.entry_id for theme in found.themes for quote in theme.quotes}


def test_themes_come_back_from_json_as_they_were(diary: pd.DataFrame, themes: Themes) -> None:
    back = Themes.from_json(themes.to_json())
    pd.testing.assert_frame_equal(back.assign(diary), themes.assign(diary), check_dtype=False)
    for one, two in zip(back.themes, themes.themes, strict=True):
        assert (one.id, one.name, one.terms, one.quotes, one.recurs) == (
            two.id,
            two.name,
            two.terms,
            two.quotes,
            two.recurs,
        )
        np.testing.assert_allclose(one.weeks, two.weeks, atol=1e-4)
    assert back.to_json() == themes.to_json()


def test_text_of_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format"):
        Themes.from_json("[]")
    assert kept_themes("[]") is None and kept_themes(None) is None


def test_an_old_entry_is_assigned_as_it_was_fitted(diary: pd.DataFrame, themes: Themes) -> None:
    pd.testing.assert_frame_equal(themes.assign(diary.head(5)), themes.weights.loc[diary["id"].head(5)], atol=1e-4)


def test_progress_rises_to_one(diary: pd.DataFrame) -> None:
    heard: list[float] = []
    find_themes(diary, progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert len(heard) >= 4


def test_there_is_no_direction_below_a_hundred_entries(diary: pd.DataFrame) -> None:
    found = find_themes(diary.head(99))
    assert isinstance(found, Themes)
    assert {theme.direction for theme in found.themes} == {None}
