"""Answers that are refused: each is named with its item, what was found and what is allowed, all in one pass."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from assessments.questionnaire import DID_NOT_COME_UP, OCCASION, SITUATION, Item
from assessments.scoring import AnswerError, AnswerProblem, score, score_frame
from tests.assessments.scoring_cases import SITUATIONS, item_ids, make_questionnaire

PLAIN = make_questionnaire(3)
OCCASIONAL = make_questionnaire([Item(id=name, text=name, may_not_come_up=True) for name in item_ids(3)])
SITUATED = make_questionnaire(3, situation=SITUATIONS)
REFUSED = [
    5,
    -1,
    2.5,
    True,
    False,
    np.True_,
    math.inf,
    -math.inf,
    65536,
    2**70,
    1e300,
    "3",
    "",
    "Did not come up",
    DID_NOT_COME_UP,
    Decimal(3),
    1j,
    [3],
    np.array([3, 3]),
    b"3",
]


def problems_of(questionnaire: Any, answers: dict[str, Any]) -> tuple[AnswerProblem, ...]:
    with pytest.raises(AnswerError) as caught:
        score(questionnaire, answers)
    return caught.value.problems


def frame_problems_of(questionnaire: Any, frame: pd.DataFrame) -> tuple[AnswerProblem, ...]:
    with pytest.raises(AnswerError) as caught:
        score_frame(questionnaire, frame)
    return caught.value.problems


@pytest.mark.parametrize("answer", REFUSED, ids=repr)
def test_anything_but_an_option_is_refused_by_item_value_and_range(answer: Any) -> None:
    (problem,) = problems_of(PLAIN, {"item-0": 1, "item-1": answer, "item-2": 1})
    assert problem.item == "item-1"
    assert problem.found is answer
    assert problem.allowed == "a whole number from 0 to 4"


@pytest.mark.parametrize("answer", REFUSED, ids=repr)
def test_a_frame_refuses_what_a_single_response_refuses(answer: Any) -> None:
    cells = np.empty(3, dtype=object)
    cells[:] = [2, answer, None]
    frame = pd.DataFrame({"item-0": [1, 1, 1], "item-1": cells, "item-2": [1, 1, 1]}, index=["a", "b", "c"])
    (problem,) = frame_problems_of(PLAIN, frame)
    assert (problem.item, problem.row) == ("item-1", "b")
    assert problem.found is answer
    assert problem.allowed == "a whole number from 0 to 4"


def test_did_not_come_up_is_named_as_allowed_where_it_is_offered() -> None:
    (problem,) = problems_of(OCCASIONAL, {"item-0": 9})
    assert problem.allowed == "a whole number from 0 to 4, or “did not come up”"


def test_a_value_between_options_is_refused() -> None:
    uneven = make_questionnaire(3, values=(0, 1, 3))
    (problem,) = problems_of(uneven, dict.fromkeys(item_ids(2), 3) | {"item-2": 2})
    assert (problem.item, problem.found, problem.allowed) == ("item-2", 2, "one of 0, 1, and 3")
    frame = pd.DataFrame({"item-0": [0.0, 1.0], "item-1": [3.0, 3.0], "item-2": [2.0, np.nan]})
    assert [(each.item, each.found, each.row) for each in frame_problems_of(uneven, frame)] == [("item-2", 2.0, 0)]


def test_an_unknown_item_is_refused_and_the_known_ones_are_named() -> None:
    (problem,) = problems_of(PLAIN, dict.fromkeys(item_ids(3), 1) | {"item-9": 1})
    assert problem.item == "item-9"
    assert all(name in problem.allowed for name in item_ids(3))
    (problem,) = frame_problems_of(PLAIN, pd.DataFrame({"item-0": [1], "item-9": [1]}))
    assert problem.item == "item-9"


def test_an_unknown_situation_is_refused_and_a_situation_where_none_is_asked() -> None:
    (problem,) = problems_of(SITUATED, {SITUATION: "elsewhere"})
    assert (problem.item, problem.found) == (SITUATION, "elsewhere")
    assert all(choice in problem.allowed for choice in ("near", "far", "away"))
    assert problems_of(SITUATED, {SITUATION: ["near"]})[0].item == SITUATION
    assert problems_of(PLAIN, {SITUATION: "near"})[0].item == SITUATION
    frame = pd.DataFrame({"item-0": [1, 1, 1], SITUATION: ["near", "elsewhere", None]}, index=[7, 8, 9])
    assert [(each.item, each.found, each.row) for each in frame_problems_of(SITUATED, frame)] == [
        (SITUATION, "elsewhere", 8)
    ]
    assert frame_problems_of(PLAIN, frame[["item-0", SITUATION]])[0].item == SITUATION


def test_an_answer_to_an_item_that_was_not_asked_is_still_checked() -> None:
    items = [*(Item(id=name, text=name) for name in item_ids(3))]
    items.append(Item(id="near-only", text="near-only", only_in_situations=("near",)))
    questionnaire = make_questionnaire(items, situation=SITUATIONS)
    (problem,) = problems_of(questionnaire, {SITUATION: "far", "near-only": 9})
    assert problem.item == "near-only"
    (problem,) = frame_problems_of(questionnaire, pd.DataFrame({SITUATION: ["far"], "near-only": [9]}))
    assert problem.item == "near-only"


def test_all_problems_are_told_in_one_pass() -> None:
    found = problems_of(PLAIN, {"item-0": 9, "item-1": "x", "nobody": 1, "item-2": True})
    assert [problem.item for problem in found] == ["item-0", "item-1", "nobody", "item-2"]


def test_all_problems_of_a_frame_are_told_in_one_pass_with_their_rows() -> None:
    rows = 20_000
    frame = pd.DataFrame({name: np.ones(rows) for name in item_ids(3)}, index=[f"row {row}" for row in range(rows)])
    frame.loc["row 3", "item-0"] = 7.0
    frame.loc["row 8191", "item-1"] = 1.5
    frame.loc["row 8192", "item-1"] = -1.0
    frame.loc["row 19999", "item-2"] = np.inf
    frame["nobody"] = 1
    told = {(each.item, each.row, each.found) for each in frame_problems_of(PLAIN, frame) if each.row is not None}
    assert told == {
        ("item-0", "row 3", 7.0),
        ("item-1", "row 8191", 1.5),
        ("item-1", "row 8192", -1.0),
        ("item-2", "row 19999", math.inf),
    }
    assert [each.item for each in frame_problems_of(PLAIN, frame) if each.row is None] == ["nobody"]


@pytest.mark.parametrize("kind", [bool, "boolean", "bool[pyarrow]", "complex128", "datetime64[ns]"])
def test_a_column_of_another_kind_is_refused_cell_by_cell_and_its_gaps_are_not(kind: Any) -> None:
    cells = pd.Series([1, 0, 1], index=list("abc")).astype(kind)
    frame = pd.DataFrame({"item-0": cells})
    assert [each.row for each in frame_problems_of(PLAIN, frame)] == ["a", "b", "c"]
    if kind in {"boolean", "bool[pyarrow]", "datetime64[ns]"}:
        frame.loc["b", "item-0"] = pd.NaT if kind == "datetime64[ns]" else pd.NA
        assert [each.row for each in frame_problems_of(PLAIN, frame)] == ["a", "c"]


@pytest.mark.parametrize("kind", ["int16", "int64", "uint64", "Int64", "float32", "Float64", "int64[pyarrow]"])
def test_out_of_range_numbers_are_refused_in_every_numeric_column(kind: Any) -> None:
    frame = pd.DataFrame({"item-0": pd.Series([1, 9, 2]).astype(kind)})
    assert [(each.row, each.found) for each in frame_problems_of(PLAIN, frame)] == [(1, 9)]


@pytest.mark.parametrize("kind", ["float32", "float64", "Float64", "double[pyarrow]"])
def test_a_number_between_two_options_is_refused_in_every_numeric_column(kind: Any) -> None:
    frame = pd.DataFrame({"item-0": pd.Series([1, 2.5, 2]).astype(kind)})
    assert [(each.row, each.found) for each in frame_problems_of(PLAIN, frame)] == [(1, 2.5)]


def test_numbers_that_would_wrap_around_in_a_small_type_are_refused() -> None:
    frame = pd.DataFrame({"item-0": pd.Series([256, 65536, 2**32, 2**63 - 1], dtype="int64")})
    assert [each.found for each in frame_problems_of(PLAIN, frame)] == [256, 65536, 2**32, 2**63 - 1]


def test_a_column_that_stands_twice_is_refused() -> None:
    frame = pd.DataFrame([[1, 2, 3]], columns=["item-0", "item-0", "item-1"])
    (problem,) = frame_problems_of(PLAIN, frame)
    assert (problem.item, problem.allowed) == ("item-0", "one column for each item")


def test_the_message_names_item_value_range_and_row() -> None:
    with pytest.raises(ValueError, match=r"item-1: found 7, allowed is a whole number from 0 to 4\."):
        score(PLAIN, {"item-1": 7})
    with pytest.raises(ValueError, match=r"Row b, item-1: found 7, allowed is a whole number from 0 to 4\."):
        score_frame(PLAIN, pd.DataFrame({"item-1": [1, 7]}, index=["a", "b"]))


def test_a_long_list_of_problems_is_kept_whole_and_told_short() -> None:
    with pytest.raises(AnswerError) as caught:
        score_frame(PLAIN, pd.DataFrame({"item-0": [9] * 1_000}))
    assert len(caught.value.problems) == 1_000
    assert str(caught.value).count("\n") == 20
    assert str(caught.value).endswith("980 more answers are not allowed.")


def test_the_mark_that_something_happened_is_refused_nowhere() -> None:
    frame = pd.DataFrame({name: [1] for name in item_ids(3)} | {OCCASION: ["something happened"]})
    assert score_frame(PLAIN, frame)["total"].tolist() == [3.0]
