"""The themes planted in the invented person's entries are found, and a house move is not called recurring."""

from __future__ import annotations

import pytest

from analysis.themes import Themes, find_themes
from tests.benchmarks.themes.contenders import plain_nmf
from tests.benchmarks.themes.diaries import Diary, invented_person
from tests.benchmarks.themes.measures import agreement, precision_matched

SEED = 7


@pytest.fixture(scope="module")
def diary() -> Diary:
    return invented_person(SEED)


@pytest.fixture(scope="module")
def themes(diary: Diary) -> Themes:
    found = find_themes(diary.entries)
    assert isinstance(found, Themes)
    return found


def test_the_planted_themes_are_found(diary: Diary, themes: Themes) -> None:
    precision, _ = precision_matched(themes.weights, diary.truth)
    assert precision >= 0.82


def test_they_are_found_better_than_a_plain_factorisation_finds_them(diary: Diary, themes: Themes) -> None:
    mine, _ = precision_matched(themes.weights, diary.truth)
    plain, _ = precision_matched(plain_nmf(diary.entries), diary.truth)
    assert mine > plain


def test_the_house_move_is_an_episode_and_the_choir_keeps_coming_back(diary: Diary, themes: Themes) -> None:
    _, matched = precision_matched(themes.weights, diary.truth)
    by_id = {theme.id: theme for theme in themes.themes}
    assert diary.burst is not None
    assert by_id[matched[diary.burst]].is_episode
    assert not by_id[matched[diary.burst]].recurs
    for subject in ("choir", "sleep", "sister", "mam"):
        assert by_id[matched[subject]].recurs, subject


def test_nearly_all_that_is_said_to_come_back_was_planted(diary: Diary, themes: Themes) -> None:
    _, matched = precision_matched(themes.weights, diary.truth)
    claimed = {theme.id for theme in themes.themes if theme.recurs}
    assert len(claimed & set(matched.values())) >= 0.75 * len(claimed)


def test_of_a_loose_group_nothing_is_claimed(themes: Themes) -> None:
    for theme in themes.themes:
        if theme.faint:
            assert (theme.recurs, theme.is_episode, theme.direction) == (False, False, None)
    assert sum(not theme.faint for theme in themes.themes) >= 10


def test_a_tenth_more_entries_keep_every_theme_and_most_entries_on_their_side(diary: Diary) -> None:
    before = find_themes(diary.entries.iloc[: round(len(diary.entries) / 1.1)])
    assert isinstance(before, Themes)
    warm = find_themes(diary.entries, before)
    assert isinstance(warm, Themes)
    assert {theme.id for theme in before.themes} <= {theme.id for theme in warm.themes}
    assert agreement(before.weights, warm.weights) >= 0.80
