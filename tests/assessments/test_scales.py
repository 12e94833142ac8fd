"""The list of figures that every chart, analysis and export uses."""

from __future__ import annotations

import pytest

from assessments.questionnaire import Item
from assessments.scoring import mean_answer, scale_range, scales, score
from tests.assessments.scoring_cases import item_ids, make_questionnaire


def test_a_questionnaire_without_subscales_has_its_total_alone() -> None:
    (whole,) = scales(make_questionnaire(4))
    assert (whole.questionnaire_id, whole.id, whole.item_ids) == ("example", "total", tuple(item_ids(4)))
    assert (whole.low, whole.high) == (0.0, 16.0)
    assert whole.key == "example.total"


def test_a_questionnaire_with_subscales_has_them_in_order_and_no_total() -> None:
    names = item_ids(7)
    divided = make_questionnaire(7, values=(1, 2, 3), subscales={"second": names[3:], "first": names[:3]})
    assert [(scale.id, scale.low, scale.high) for scale in scales(divided)] == [
        ("second", 4.0, 12.0),
        ("first", 3.0, 9.0),
    ]


def test_the_range_counts_only_the_items_that_are_in_the_total() -> None:
    items = [Item(id=name, text=name, in_total=name != "item-3") for name in item_ids(4)]
    questionnaire = make_questionnaire(items)
    assert scale_range(questionnaire, "total") == (0.0, 12.0)
    assert scales(questionnaire)[0].item_ids == tuple(item_ids(3))


def test_a_scale_that_a_questionnaire_does_not_have_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        scale_range(make_questionnaire(4), "first")
    names = item_ids(6)
    with pytest.raises(KeyError):
        scale_range(make_questionnaire(6, subscales={"first": names[:3], "second": names[3:]}), "total")


def test_a_scale_gathers_the_topics_of_its_items() -> None:
    items = [Item(id="a", text="a", topics=("x",)), Item(id="b", text="b", topics=("x", "y")), Item(id="c", text="c")]
    assert scales(make_questionnaire(items))[0].topics == {"x", "y"}


def test_the_range_is_what_the_lowest_and_highest_answers_score() -> None:
    items = [Item(id=name, text=name, reverse=place % 2 == 0) for place, name in enumerate(item_ids(5))]
    questionnaire = make_questionnaire(items, values=(-1, 0, 1, 2))
    turned = {item.id for item in items if item.reverse}
    lowest = score(questionnaire, {name: 2 if name in turned else -1 for name in item_ids(5)})
    highest = score(questionnaire, {name: -1 if name in turned else 2 for name in item_ids(5)})
    assert (lowest.total, highest.total) == scale_range(questionnaire, "total") == (-5.0, 10.0)


def test_the_mean_answer_speaks_the_options_own_values() -> None:
    questionnaire = make_questionnaire(6)
    found = score(questionnaire, dict.fromkeys(item_ids(5), 3))
    assert found.total is not None
    assert mean_answer(found.total, scales(questionnaire)[0]) == 3.0
