"""Themes as a journal goes on: entries sorted in, fitted again, edited, removed."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.encoder_weights import DIMENSIONS, VERSION
from analysis.theme_model import model_to_data
from analysis.themes import (
    Hide,
    Merge,
    NotATheme,
    Rename,
    Split,
    Themes,
    edits_from_json,
    edits_to_json,
    find_themes,
    needs_refit,
)
from tests.analysis.composed_diary import composed_diary


def test_a_few_new_entries_are_sorted_in_without_moving_the_old(themes: Themes) -> None:
    longer = composed_diary(170)
    assert not needs_refit(themes, longer)
    grown = find_themes(longer, themes)
    assert isinstance(grown, Themes)
    old = grown.weights.loc[themes.weights.index, themes.weights.columns]
    pd.testing.assert_frame_equal(old, themes.weights, atol=1e-4)


def test_an_entry_that_is_gone_is_no_longer_counted_in_the_weeks(diary: pd.DataFrame, themes: Themes) -> None:
    fewer = find_themes(diary.iloc[3:], themes.without(list(diary["id"].head(3))))
    assert isinstance(fewer, Themes)
    assert themes.course.entries.sum() == len(diary)
    assert fewer.course.entries.sum() == len(diary) - 3


def test_a_refit_keeps_every_theme_and_the_persons_own_name(themes: Themes) -> None:
    longer = composed_diary(190)
    assert needs_refit(themes, longer)
    edits = (Rename(themes.themes[0].id, "Mine"),)
    grown = find_themes(longer, themes, edits)
    assert isinstance(grown, Themes)
    assert {theme.id for theme in themes.themes} <= {theme.id for theme in grown.themes}
    assert {theme.id: theme.name for theme in grown.themes}[themes.themes[0].id] == "Mine"
    old = themes.weights.idxmax(axis=1)
    new = grown.weights.loc[old.index].idxmax(axis=1)
    assert (old == new).mean() > 0.9


def test_a_cold_refit_carries_ids_to_the_themes_that_match(diary: pd.DataFrame, themes: Themes) -> None:
    again = find_themes(composed_diary(190), themes, cold=True)
    assert isinstance(again, Themes)
    shared = themes.weights.columns.intersection(again.weights.columns)
    assert len(shared) >= 3
    for theme in shared:
        assert np.corrcoef(themes.weights[theme], again.weights.loc[diary["id"], theme])[0, 1] > 0.5


def test_edits_last_across_refits_and_dropping_the_last_undoes_it(diary: pd.DataFrame, themes: Themes) -> None:
    one, two, three, four = (theme.id for theme in themes.themes[:4])
    edits = edits_from_json(edits_to_json((Merge((one, two)), Hide(three), NotATheme(four), Split(three))))
    edited = find_themes(diary, themes, edits)
    assert isinstance(edited, Themes)
    ids = {theme.id for theme in edited.themes}
    assert one in ids
    assert not {two, three, four} & ids
    assert {f"{three}.1", f"{three}.2"} <= ids
    assert (edited.weights[one] >= themes.weights[[one, two]].max(axis=1) - 0.05).all()
    assert (edited.weights[one] <= themes.weights[[one, two]].sum(axis=1) + 0.05).all()
    longer = find_themes(composed_diary(190), Themes.from_json(edited.to_json()), edits)
    assert isinstance(longer, Themes)
    assert ids <= {theme.id for theme in longer.themes}
    without_split = find_themes(diary, edited, edits[:-1])
    assert isinstance(without_split, Themes)
    assert {theme.id: theme.hidden for theme in without_split.themes}[three]
    undone = find_themes(diary, edited, ())
    assert isinstance(undone, Themes)
    assert {theme.id for theme in undone.themes} == {theme.id for theme in themes.themes}


def test_a_removed_entry_leaves_no_quote_and_no_weight(themes: Themes) -> None:
    gone = themes.themes[0].quotes[0]
    left = themes.without([gone.entry_id])
    assert gone.text not in left.to_json()
    assert gone.entry_id not in left.weights.index


def test_words_of_entries_that_are_gone_are_gone_from_what_is_kept(diary: pd.DataFrame) -> None:
    secret = "We hid marzipan from Wilhelmina behind the piano and talked of marzipan until Wilhelmina came home."
    kept = diary.assign(id="k" + diary["id"])
    told = kept.head(3).assign(id=["s1", "s2", "s3"], text=secret)
    with_secret = find_themes(pd.concat([kept, told]))
    assert isinstance(with_secret, Themes)
    assert "marzipan" in with_secret.to_json()
    after = find_themes(kept, with_secret.without(["s1", "s2", "s3"]))
    assert isinstance(after, Themes)
    for word in ("marzipan", "ilhelmina", "piano"):
        assert word not in after.to_json()
    assert "s1" not in after.weights.index


def test_themes_found_with_an_older_table_of_words_are_found_anew_with_every_edit_kept(
    diary: pd.DataFrame, themes: Themes
) -> None:
    kept = json.loads(themes.to_json())
    kept["format"] = 3
    del kept["model"]["encoder"]
    random = np.random.default_rng(1)
    centroids = themes.model.centroids.copy()
    centroids[:, :DIMENSIONS] = random.permutation(centroids[:, :DIMENSIONS].T).T
    old_centroids = model_to_data(replace(themes.model, centroids=centroids))["centroids"]
    kept["model"]["centroids"] = old_centroids
    old = Themes.from_json(json.dumps(kept))
    assert needs_refit(old, diary)
    named, hidden, refused, one, two = (theme.id for theme in themes.themes[:5])
    edits = (Rename(named, "Mine"), Hide(hidden), NotATheme(refused), Merge((one, two)))
    anew = find_themes(diary, old, edits)
    assert isinstance(anew, Themes)
    assert not needs_refit(anew, diary)
    by_id = {theme.id: theme for theme in anew.themes}
    assert by_id[named].name == "Mine"
    assert by_id[hidden].hidden
    assert not {refused, two} & set(by_id)
    for theme in (named, hidden):
        assert np.corrcoef(themes.weights[theme], anew.weights.loc[diary["id"], theme])[0, 1] > 0.9
    assert Themes.from_json(anew.to_json()).model.encoder == VERSION


def test_themes_found_by_an_older_recipe_are_found_anew(diary: pd.DataFrame, themes: Themes) -> None:
    kept = json.loads(themes.to_json())
    kept["format"] = 4
    del kept["model"]["recipe"]
    old = Themes.from_json(json.dumps(kept))
    assert needs_refit(old, diary)
    anew = find_themes(diary, old, (Rename(themes.themes[0].id, "Mine"),))
    assert isinstance(anew, Themes)
    assert not needs_refit(anew, diary)
    assert {theme.id: theme.name for theme in anew.themes}[themes.themes[0].id] == "Mine"
