"""Other languages, odd text and odd moments are read without an error, and said so."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.results import NotEnough
from analysis.themes import (
    Themes,
    find_themes,
)


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
