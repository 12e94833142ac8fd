"""One response scored: the missing rule, reversal, totals, subscales and situations."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from assessments.questionnaire import DID_NOT_COME_UP, OCCASION, SITUATION, SOMETHING_HAPPENED, Item
from assessments.scoring import score
from tests.assessments.scoring_cases import (
    SITUATIONS,
    answer_in_order,
    item_ids,
    make_questionnaire,
)


def total_of(count: int, answers: list[object]) -> float | None:
    questionnaire = make_questionnaire(count)
    return score(questionnaire, answer_in_order(questionnaire, answers)).total


def test_a_full_response_scores_the_sum_of_its_answers() -> None:
    assert total_of(5, [0, 1, 2, 3, 4]) == 10.0


def test_a_skipped_item_is_prorated_only_in_scales_of_six_or_more() -> None:
    assert total_of(6, [0, 1, 2, 3, 4, None]) == 12.0
    assert total_of(5, [0, 1, 2, 3, None]) is None


def test_a_second_skip_leaves_no_score() -> None:
    assert total_of(10, [4] * 8 + [None] * 2) is None


def test_three_answers_are_needed_whatever_else_is_allowed() -> None:
    items = [Item(id=name, text=name, may_not_come_up=True) for name in item_ids(5)]
    questionnaire = make_questionnaire(items)
    assert score(questionnaire, answer_in_order(questionnaire, [1, 2, 3] + [DID_NOT_COME_UP] * 2)).total == 10.0
    assert score(questionnaire, answer_in_order(questionnaire, [1, 2] + [DID_NOT_COME_UP] * 3)).total is None


def test_an_absent_item_counts_as_skipped() -> None:
    questionnaire = make_questionnaire(6)
    given = dict.fromkeys(item_ids(5), 2)
    assert score(questionnaire, given) == score(questionnaire, given | {"item-5": None})
    assert score(questionnaire, given).missing == ("item-5",)


def test_no_answers_score_nothing_even_if_the_rule_asks_for_none() -> None:
    questionnaire = make_questionnaire(6)
    lax = replace(questionnaire, missing_rule=replace(questionnaire.missing_rule, answers_at_least=0, skips_allowed=9))
    assert score(lax, {}).total is None


def test_did_not_come_up_is_an_answer_of_its_own_and_does_not_use_up_the_skip() -> None:
    items = [Item(id=name, text=name, may_not_come_up=name == "item-0") for name in item_ids(6)]
    questionnaire = make_questionnaire(items)
    found = score(questionnaire, answer_in_order(questionnaire, [DID_NOT_COME_UP, None, 1, 1, 1, 1]))
    assert found.total == 6.0
    assert found.missing == ("item-1",)
    assert found.answered == 4


def test_an_optional_item_left_out_is_not_called_missing() -> None:
    items = [Item(id=name, text=name) for name in item_ids(3)]
    questionnaire = make_questionnaire([*items, Item(id="extra", text="extra", optional=True, in_total=False)])
    found = score(questionnaire, dict.fromkeys(item_ids(3), 1))
    assert found.missing == ()
    assert (found.total, found.prorated) == (3.0, False)


def test_a_reversed_item_counts_lowest_plus_highest_minus_its_value() -> None:
    items = [Item(id="up", text="up"), Item(id="down", text="down", reverse=True), Item(id="too", text="too")]
    questionnaire = make_questionnaire(items, values=(1, 2, 3, 4, 5))
    assert score(questionnaire, {"up": 5, "down": 5, "too": 5}).total == 11.0
    assert score(questionnaire, {"up": 1, "down": 1, "too": 1}).total == 7.0
    assert score(questionnaire, {"up": 5, "down": 1, "too": 5}).total == 15.0


def test_reversal_works_on_a_range_below_zero() -> None:
    items = [Item(id=name, text=name, reverse=True) for name in item_ids(3)]
    questionnaire = make_questionnaire(items, values=(-2, -1, 0, 1))
    assert score(questionnaire, dict.fromkeys(item_ids(3), -2)).total == 3.0


def test_a_skipped_reversed_item_is_prorated_on_the_turned_values() -> None:
    items = [Item(id=name, text=name, reverse=True) for name in item_ids(6)]
    questionnaire = make_questionnaire(items)
    found = score(questionnaire, answer_in_order(questionnaire, [4, 4, 4, 4, 3, None]))
    assert found.total == float(Fraction(1 * 6, 5))


def test_a_questionnaire_with_subscales_has_no_total() -> None:
    names = item_ids(7)
    questionnaire = make_questionnaire(7, subscales={"first": names[:3], "second": names[3:]})
    found = score(questionnaire, answer_in_order(questionnaire, [1, 2, 3, 4, 4, 4, 4]))
    assert found.total is None
    assert dict(found.subscales) == {"first": 6.0, "second": 16.0}
    assert list(found.subscales) == ["first", "second"]


def test_the_total_counts_only_the_items_that_are_in_it() -> None:
    items = [Item(id=name, text=name, in_total=name != "item-3") for name in item_ids(4)]
    questionnaire = make_questionnaire(items)
    found = score(questionnaire, dict.fromkeys(item_ids(4), 4))
    assert (found.total, found.answered) == (12.0, 4)


def test_prorated_names_the_scales_that_stand_on_fewer_answers() -> None:
    names = item_ids(9)
    questionnaire = make_questionnaire(9, subscales={"long": names[:6], "short": names[6:]})
    found = score(questionnaire, answer_in_order(questionnaire, [1, 1, 1, 1, 1, None, 1, 1, 1]))
    assert (found.prorated, found.prorated_scales) == (True, frozenset({"long"}))


def test_a_scale_without_a_score_is_not_called_prorated() -> None:
    names = item_ids(9)
    questionnaire = make_questionnaire(9, subscales={"long": names[:6], "short": names[6:]})
    found = score(questionnaire, answer_in_order(questionnaire, [1, 1, 1, 1, 1, 1, 1, 1, None]))
    assert found.subscales["short"] is None
    assert (found.prorated, found.prorated_scales) == (False, frozenset())


def test_figure_finds_the_total_and_every_subscale_by_name() -> None:
    names = item_ids(6)
    divided = make_questionnaire(6, subscales={"first": names[:3], "second": names[3:]})
    found = score(divided, answer_in_order(divided, [1, 1, 1, 2, 2, 2]))
    assert [found.figure(name) for name in ("first", "second", "total")] == [3.0, 6.0, None]
    whole = make_questionnaire(3)
    assert score(whole, dict.fromkeys(item_ids(3), 1)).figure("total") == 3.0


@pytest.mark.parametrize("three", [3, 3.0, np.int8(3), np.int64(3), np.uint8(3), np.float32(3), np.float64(3)])
def test_three_is_three_in_every_numeric_type(three: object) -> None:
    assert total_of(3, [three, 1, 1]) == 5.0


@pytest.mark.parametrize("nothing", [None, float("nan"), np.float32("nan"), pd.NA, pd.NaT])
def test_none_nan_and_na_are_a_skipped_item(nothing: object) -> None:
    assert total_of(6, [nothing, 2, 2, 2, 2, 2]) == 12.0


def situated() -> list[Item]:
    return [Item(id=name, text=name, only_in_situations=("near",) if name > "item-2" else ()) for name in item_ids(6)]


SITUATED = make_questionnaire(
    situated(), subscales={"always": item_ids(3), "near": item_ids(6)[3:]}, situation=SITUATIONS
)


def test_a_subscale_that_is_not_asked_is_none_and_nothing_of_it_is_missing() -> None:
    found = score(SITUATED, {SITUATION: "far"} | dict.fromkeys(item_ids(3), 2))
    assert dict(found.subscales) == {"always": 6.0, "near": None}
    assert (found.answered, found.missing, found.prorated) == (3, (), False)


def test_answers_to_items_that_were_not_asked_are_not_counted() -> None:
    found = score(SITUATED, {SITUATION: "far"} | dict.fromkeys(item_ids(6), 2))
    assert dict(found.subscales) == {"always": 6.0, "near": None}
    assert found.answered == 3


def test_a_hidden_situation_scores_nothing_and_misses_nothing() -> None:
    found = score(SITUATED, {SITUATION: "away"})
    assert dict(found.subscales) == {"always": None, "near": None}
    assert (found.answered, found.missing) == (0, ())


def test_where_the_situation_was_not_kept_every_item_counts_as_asked() -> None:
    found = score(SITUATED, dict.fromkeys(item_ids(5), 2))
    assert dict(found.subscales) == {"always": 6.0, "near": None}
    assert found.missing == ("item-5",)


def test_a_scale_asked_in_part_keeps_its_range_and_is_not_prorated() -> None:
    questionnaire = make_questionnaire(situated(), situation=SITUATIONS)
    found = score(questionnaire, {SITUATION: "far"} | dict.fromkeys(item_ids(3), 4))
    assert (found.total, found.prorated) == (24.0, False)


def test_the_number_of_items_asked_decides_whether_one_may_be_skipped() -> None:
    questionnaire = make_questionnaire(
        [*situated(), Item(id="item-6", text="item-6"), Item(id="item-7", text="item-7")], situation=SITUATIONS
    )
    names = ["item-0", "item-1", "item-2", "item-6"]
    assert score(questionnaire, {SITUATION: "far"} | dict.fromkeys(names, 4)).total is None
    assert score(questionnaire, {SITUATION: "near"} | dict.fromkeys(item_ids(7), 4)).total == 32.0


def test_the_mark_that_something_happened_is_no_answer() -> None:
    questionnaire = make_questionnaire(3)
    found = score(questionnaire, dict.fromkeys(item_ids(3), 1) | {OCCASION: SOMETHING_HAPPENED})
    assert (found.total, found.answered) == (3.0, 3)
