"""Themes of a composed diary: found, named, quoted, kept, edited, and never claimed from little."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from analysis.recurrence import PRESENT_AT
from analysis.results import NotEnough
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


@pytest.fixture(scope="module")
def diary() -> pd.DataFrame:
    return composed_diary(160)


@pytest.fixture(scope="module")
def themes(diary: pd.DataFrame) -> Themes:
    found = find_themes(diary)
    assert isinstance(found, Themes)
    return found


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
    one_sentence = (diary["text"].str.count(r"\.") == 1).to_numpy()
    np.testing.assert_allclose(themes.weights[one_sentence].sum(axis=1), 1, atol=1e-4)


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


def test_an_old_entry_is_assigned_as_it_was_fitted(diary: pd.DataFrame, themes: Themes) -> None:
    pd.testing.assert_frame_equal(themes.assign(diary.head(5)), themes.weights.loc[diary["id"].head(5)], atol=1e-5)


def test_a_few_new_entries_are_sorted_in_without_moving_the_old(themes: Themes) -> None:
    longer = composed_diary(170)
    assert not needs_refit(themes, longer)
    grown = find_themes(longer, themes)
    assert isinstance(grown, Themes)
    pd.testing.assert_frame_equal(
        grown.weights.loc[themes.weights.index, themes.weights.columns], themes.weights, atol=1e-4
    )


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


def test_a_journal_in_another_language_gets_a_notice_instead_of_themes() -> None:
    german = (
        "Heute war ich lange im Garten und habe die Tomaten gegossen, danach rief meine Schwester an und wir lachten."
    )
    days = pd.date_range("2024-01-01", periods=40)
    frame = pd.DataFrame({"id": [str(n) for n in range(40)], "written_at": days, "text": german})
    found = find_themes(frame)
    assert isinstance(found, NotEnough)
    assert "English" in found.says


def test_entries_in_another_language_are_left_out_and_counted(diary: pd.DataFrame) -> None:
    french = "Ce matin je suis allée au marché avec ma mère et nous avons acheté des pommes et du pain."
    extra = pd.DataFrame({"id": ["fr"], "written_at": [diary["written_at"].iloc[3]], "text": [french]})
    found = find_themes(pd.concat([diary, extra]))
    assert isinstance(found, Themes)
    assert "fr" not in found.weights.index
    assert found.notice.startswith("1 entry")


def test_progress_rises_to_one(diary: pd.DataFrame) -> None:
    heard: list[float] = []
    find_themes(diary, progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert len(heard) >= 4


def test_of_an_id_given_twice_the_last_counts(diary: pd.DataFrame, themes: Themes) -> None:
    older = diary.head(1).assign(text="An older wording of the entry that was written over since.")
    found = find_themes(pd.concat([older, diary]))
    assert isinstance(found, Themes)
    pd.testing.assert_frame_equal(found.weights, themes.weights)


_PLAIN = "We walked along the river and talked about the garden and her mother's house."
_ODD: dict[str, list[object]] = {
    "empty": [""] * 40,
    "not a number": [float("nan")] * 20 + [_PLAIN] * 20,
    "one word": ["rain"] * 40,
    "white space": [" \n\t\u00a0 "] * 40,
    "the same": [_PLAIN] * 40,
    "pictures": ["😀 🌧️ 🎉"] * 40,
    "names alone": ["Tomorrow with Ruth and Conor. And Ruth saw Conor."] * 40,
    "other scripts": ["今日は日本語テキストを書いた。", "Сегодня я долго гулял у реки и думал о сестре."] * 20,
    "numbers": ["12 14 15,5 % 3/4"] * 40,
    "half characters": ["\ud800 walked in the garden with my sister"] * 40,
    "no breath": ["word" * 5_000] * 30,
    "no full stop": [_PLAIN.replace(".", " and ") * 260] * 20,
    "mixed": ["", "Ok.", None, 12, _PLAIN] * 8,
}


@pytest.mark.parametrize("kind", _ODD)
def test_odd_text_is_never_an_error(kind: str) -> None:
    texts = _ODD[kind]
    days = pd.date_range("2024-01-01", periods=len(texts))
    ids = [f"e{at}" for at in range(len(texts))]
    frame = pd.DataFrame({"id": ids, "written_at": days, "text": pd.Series(texts, dtype=object)})
    found = find_themes(frame)
    if isinstance(found, NotEnough):
        assert found.n < found.needed
    else:
        assert np.isfinite(found.weights.to_numpy()).all()
        assert Themes.from_json(found.to_json()).assign(frame).shape == found.weights.shape


def test_moments_may_be_naive_aware_or_unreadable(diary: pd.DataFrame, themes: Themes) -> None:
    aware = diary["written_at"].tolist()
    moments = [moment if at % 2 else moment.tz_convert("UTC").tz_localize(None) for at, moment in enumerate(aware)]
    found = find_themes(
        pd.concat([diary.assign(written_at=moments), diary.head(1).assign(id="x", written_at="no day")])
    )
    assert isinstance(found, Themes)
    pd.testing.assert_frame_equal(found.weights, themes.weights)


def test_there_is_no_direction_below_a_hundred_entries(diary: pd.DataFrame) -> None:
    found = find_themes(diary.head(99))
    assert isinstance(found, Themes)
    assert {theme.direction for theme in found.themes} == {None}
