"""A frame of responses scored at once, in every kind of column that it may come in."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from assessments.questionnaire import DID_NOT_COME_UP, SITUATION, Item
from assessments.scoring import score, score_frame
from tests.assessments.scoring_cases import SITUATIONS, item_ids, make_questionnaire

SIX = make_questionnaire(6)
OCCASIONAL = make_questionnaire([Item(id=name, text=name, may_not_come_up=True) for name in item_ids(6)])


def test_the_columns_are_the_total_where_there_is_one_each_subscale_and_answered() -> None:
    names = item_ids(6)
    divided = make_questionnaire(6, subscales={"first": names[:3], "second": names[3:]})
    assert list(score_frame(SIX, pd.DataFrame(columns=names)).columns) == ["total", "answered"]
    assert list(score_frame(divided, pd.DataFrame(columns=names)).columns) == ["first", "second", "answered"]


def test_an_empty_frame_gives_an_empty_frame() -> None:
    found = score_frame(SIX, pd.DataFrame(columns=item_ids(6)))
    assert len(found) == 0
    assert found["total"].dtype == np.float64
    assert found["answered"].dtype == np.int64


def test_the_index_is_kept_whatever_it_is() -> None:
    index = pd.MultiIndex.from_tuples([("a", 1), ("a", 1), ("b", 2)], names=["who", "when"])
    found = score_frame(SIX, pd.DataFrame({name: [1, 2, 3] for name in item_ids(6)}, index=index))
    assert found.index.equals(index)
    assert found["total"].tolist() == [6.0, 12.0, 18.0]


def test_the_frame_given_is_left_as_it_was() -> None:
    reversed_items = make_questionnaire([Item(id=name, text=name, reverse=True) for name in item_ids(6)])
    frame = pd.DataFrame({name: [1.0, np.nan, 3.0] for name in item_ids(6)})
    before = frame.copy(deep=True)
    score_frame(reversed_items, frame)
    pd.testing.assert_frame_equal(frame, before)


def test_the_order_of_the_columns_does_not_matter() -> None:
    frame = pd.DataFrame(np.random.default_rng(1).integers(0, 5, (50, 6)).astype(float), columns=item_ids(6))
    pd.testing.assert_frame_equal(score_frame(SIX, frame[frame.columns[::-1]]), score_frame(SIX, frame))


def test_an_item_without_a_column_counts_as_skipped() -> None:
    frame = pd.DataFrame({name: [2.0] for name in item_ids(5)})
    assert score_frame(SIX, frame)["total"].tolist() == [12.0]
    assert score_frame(SIX, frame.drop(columns="item-0"))["total"].isna().all()


@pytest.mark.parametrize(
    "kind",
    [
        "float16",
        "float32",
        "float64",
        "object",
        "Int8",
        "Int64",
        "UInt8",
        "Float32",
        "Float64",
        "int8[pyarrow]",
        "int64[pyarrow]",
        "double[pyarrow]",
        "category",
        "Sparse[float64]",
    ],
)
def test_every_kind_of_numeric_column_scores_alike_and_nan_or_na_is_a_skip(kind: Any) -> None:
    plain = pd.DataFrame({name: [place % 5, 4, 0] for place, name in enumerate(item_ids(6))}, dtype="float64")
    plain.loc[1, "item-2"] = np.nan
    plain.loc[2, ["item-2", "item-3"]] = np.nan
    whole = plain.astype("Int64") if "nt" in kind else plain
    expected = pd.DataFrame({"total": [10.0, 24.0, np.nan], "answered": [6, 5, 4]})
    pd.testing.assert_frame_equal(score_frame(SIX, whole.astype(kind)), expected)


@pytest.mark.parametrize("kind", ["int8", "int64", "uint8", "uint64"])
def test_plain_whole_number_columns_score_as_they_are(kind: Any) -> None:
    frame = pd.DataFrame({name: [1, 4] for name in item_ids(6)}, dtype=kind)
    assert score_frame(SIX, frame)["total"].tolist() == [6.0, 24.0]


@pytest.mark.parametrize("kind", ["object", "category", "string", "str", "string[pyarrow]"])
def test_did_not_come_up_is_read_from_every_kind_of_text_column(kind: Any) -> None:
    silent = pd.Series([DID_NOT_COME_UP, None], dtype="object").astype(kind)
    frame = pd.DataFrame({"item-0": silent} | {name: [2, 2] for name in item_ids(5)[1:]} | {"item-5": [np.nan] * 2})
    found = score_frame(OCCASIONAL, frame)
    assert found["total"].tolist()[0] == 12.0
    assert np.isnan(found["total"].tolist()[1])
    assert found["answered"].tolist() == [4, 4]


def test_numbers_and_did_not_come_up_may_stand_in_one_column() -> None:
    mixed = pd.Series([3, DID_NOT_COME_UP, np.nan, 3.0, pd.NA, None], dtype="object")
    frame = pd.DataFrame({"item-0": mixed} | {name: [1] * 6 for name in item_ids(6)[1:]})
    assert score_frame(OCCASIONAL, frame)["total"].tolist() == [8.0, 6.0, 6.0, 8.0, 6.0, 6.0]


@pytest.mark.parametrize("kind", ["object", "category", "str", "string[pyarrow]"])
def test_the_situation_decides_row_by_row_what_was_asked(kind: Any) -> None:
    items = [Item(id=name, text=name, only_in_situations=("near",) if name > "item-2" else ()) for name in item_ids(6)]
    parts = {"always": item_ids(3), "near": item_ids(6)[3:]}
    questionnaire = make_questionnaire(items, subscales=parts, situation=SITUATIONS)
    said = pd.Series(["near", "far", "away", None]).astype(kind)
    found = score_frame(questionnaire, pd.DataFrame({SITUATION: said} | {name: [1, 1, 1, 1] for name in item_ids(6)}))
    nan = np.nan
    expected = pd.DataFrame({"always": [3.0, 3.0, nan, 3.0], "near": [3.0, nan, nan, 3.0], "answered": [6, 3, 0, 6]})
    pd.testing.assert_frame_equal(found, expected)


def test_a_gap_where_nothing_was_asked_is_no_skip() -> None:
    items = [Item(id=name, text=name, only_in_situations=("near",) if name > "item-2" else ()) for name in item_ids(6)]
    questionnaire = make_questionnaire(items, situation=SITUATIONS)
    gaps = {name: [1.0, 1.0] if name < "item-3" else [np.nan, np.nan] for name in item_ids(6)}
    found = score_frame(questionnaire, pd.DataFrame({SITUATION: ["far", "near"]} | gaps))
    np.testing.assert_array_equal(found["total"], [6.0, np.nan])


def test_blocks_of_rows_meet_without_a_seam() -> None:
    rng = np.random.default_rng(2)
    rows = 3 * 8_192 + 17
    matrix = rng.integers(0, 5, (rows, 6)).astype(float)
    matrix[rng.random(matrix.shape) < 0.1] = np.nan
    found = score_frame(SIX, pd.DataFrame(matrix, columns=item_ids(6)))
    given = (~np.isnan(matrix)).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        expected = np.where(given >= 5, np.nansum(matrix, axis=1) * 6 / given, np.nan)
    np.testing.assert_array_equal(found["total"].to_numpy(), expected)
    np.testing.assert_array_equal(found["answered"].to_numpy(), given)


def test_minus_zero_scores_zero_as_it_does_alone() -> None:
    frame = pd.DataFrame({name: [-0.0] for name in item_ids(6)})
    total = score_frame(SIX, frame)["total"].iloc[0]
    alone = score(SIX, dict.fromkeys(item_ids(6), -0.0)).total
    assert alone is not None
    assert np.signbit(total) == np.signbit(alone)
    assert total == alone == 0.0
