"""What holds for every questionnaire and every response, against an oracle in fractions."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.answers import asked_items
from assessments.questionnaire import DID_NOT_COME_UP, SITUATION, Questionnaire
from assessments.scoring import AnswerError, Score, mean_answer, scale_range, scales, score, score_frame
from tests.assessments.scoring_cases import make_questionnaire, questionnaires, responses, work_out


def figures_of(found: Score) -> dict[str, float | None]:
    whole = {"total": found.total} if not found.subscales else {}
    return whole | dict(found.subscales)


def bits(value: float | None) -> bytes:
    return np.float64(np.nan if value is None else value).tobytes()


@st.composite
def answered(draw: st.DrawFn) -> tuple[Questionnaire, dict[str, Any]]:
    questionnaire = draw(questionnaires())
    return questionnaire, draw(responses(questionnaire))


@given(answered())
def test_every_figure_is_the_oracle_s_rounded_once(case: tuple[Questionnaire, dict[str, Any]]) -> None:
    questionnaire, answers = case
    expected = {
        name: None if exact is None else float(exact) for name, exact in work_out(questionnaire, answers).items()
    }
    assert figures_of(score(questionnaire, answers)) == expected


@given(answered())
def test_every_figure_lies_within_the_range_of_its_scale(case: tuple[Questionnaire, dict[str, Any]]) -> None:
    questionnaire, answers = case
    found = score(questionnaire, answers)
    for scale in scales(questionnaire):
        low, high = scale_range(questionnaire, scale.id)
        value = found.figure(scale.id)
        if value is not None:
            assert low <= value <= high
            edge = 1e-12
            assert questionnaire.lowest_value - edge <= mean_answer(value, scale) <= questionnaire.highest_value + edge


@given(st.data(), questionnaires())
def test_a_frame_agrees_with_single_responses_to_the_last_bit(data: st.DataObject, made: Questionnaire) -> None:
    rows = data.draw(st.lists(responses(made), min_size=1, max_size=12))
    columns = [item.id for item in made.items] + ([SITUATION] if made.situation else [])
    frame = pd.DataFrame([{name: row.get(name) for name in columns} for row in rows], columns=columns, dtype=object)
    found = score_frame(made, frame)
    for place, row in enumerate(rows):
        alone = score(made, row)
        assert found["answered"].iloc[place] == alone.answered
        for name, value in figures_of(alone).items():
            assert bits(found[name].iloc[place]) == bits(value)


@given(st.data(), questionnaires())
def test_a_frame_of_floats_agrees_with_single_responses_too(data: st.DataObject, made: Questionnaire) -> None:
    plain = replace(made, situation=None)
    rows = data.draw(st.lists(responses(plain), min_size=1, max_size=12))
    kept = [
        {name: None if value == DID_NOT_COME_UP else value for name, value in row.items() if name != SITUATION}
        for row in rows
    ]
    frame = pd.DataFrame(
        [[row.get(item.id) for item in plain.items] for row in kept],
        columns=[item.id for item in plain.items],
        dtype="float64",
    )
    found = score_frame(plain, frame)
    for place, row in enumerate(kept):
        for name, value in figures_of(score(plain, row)).items():
            assert bits(found[name].iloc[place]) == bits(value)


@given(st.data(), answered())
def test_the_order_of_answers_and_items_does_not_matter(
    data: st.DataObject, case: tuple[Questionnaire, dict[str, Any]]
) -> None:
    questionnaire, answers = case
    shuffled = dict(data.draw(st.permutations(list(answers.items()))))
    turned = replace(questionnaire, items=tuple(data.draw(st.permutations(questionnaire.items))))
    assert figures_of(score(turned, shuffled)) == figures_of(score(questionnaire, answers))


@given(answered(), st.integers(-50, 50))
def test_shifting_every_option_shifts_every_figure_by_its_number_of_items(
    case: tuple[Questionnaire, dict[str, Any]], shift: int
) -> None:
    questionnaire, answers = case
    options = tuple(replace(option, value=option.value + shift) for option in questionnaire.options)
    moved = replace(questionnaire, options=options)
    exact = work_out(questionnaire, answers)
    shifted = {name: value + shift if type(value) is int else value for name, value in answers.items()}
    found = score(moved, shifted)
    for scale in scales(questionnaire):
        before = exact[scale.id]
        expected = None if before is None else float(before + shift * len(scale.item_ids))
        assert found.figure(scale.id) == expected


@given(st.data(), answered())
def test_a_higher_answer_never_lowers_a_figure_and_on_a_reversed_item_never_raises_it(
    data: st.DataObject, case: tuple[Questionnaire, dict[str, Any]]
) -> None:
    questionnaire, answers = case
    item = data.draw(st.sampled_from(questionnaire.items))
    if type(answers.get(item.id)) is not int or answers[item.id] == questionnaire.highest_value:
        answers = answers | {item.id: questionnaire.lowest_value}
    raised = answers | {item.id: answers[item.id] + 1}
    is_asked = item in asked_items(questionnaire, answers.get(SITUATION))
    before, after = score(questionnaire, answers), score(questionnaire, raised)
    for scale in scales(questionnaire):
        low, high = before.figure(scale.id), after.figure(scale.id)
        assert (low is None) == (high is None)
        if low is not None and high is not None:
            moves = is_asked and item.id in scale.item_ids
            assert low == high if not moves else (low > high if item.reverse else low < high)


@given(answered())
def test_a_prorated_figure_lies_between_what_the_missing_answers_could_have_made_it(
    case: tuple[Questionnaire, dict[str, Any]],
) -> None:
    questionnaire, answers = case
    low, high = questionnaire.lowest_value, questionnaire.highest_value
    found = score(questionnaire, answers)
    asked = asked_items(questionnaire, answers.get(SITUATION))
    silent = [item for item in asked if type(answers.get(item.id)) is not int]
    lowest = answers | {item.id: high if item.reverse else low for item in silent}
    highest = answers | {item.id: low if item.reverse else high for item in silent}
    for name in found.prorated_scales:
        bottom, value, top = (score(questionnaire, each).figure(name) for each in (lowest, answers, highest))
        assert bottom is not None and value is not None and top is not None
        assert bottom <= value <= top


@given(answered())
def test_every_item_asked_is_answered_skipped_or_did_not_come_up(case: tuple[Questionnaire, dict[str, Any]]) -> None:
    questionnaire, answers = case
    found = score(questionnaire, answers)
    asked = [item.id for item in asked_items(questionnaire, answers.get(SITUATION))]
    silent = sum(answers.get(name) == DID_NOT_COME_UP for name in asked)
    assert found.answered + len(found.missing) + silent == len(asked)
    assert set(found.missing) == {name for name in asked if answers.get(name) is None}
    assert found.prorated == bool(found.prorated_scales)


@given(answered())
def test_a_scale_is_prorated_exactly_when_it_has_a_figure_and_lacks_an_answer(
    case: tuple[Questionnaire, dict[str, Any]],
) -> None:
    questionnaire, answers = case
    found = score(questionnaire, answers)
    asked = {item.id for item in asked_items(questionnaire, answers.get(SITUATION))}
    for scale in scales(questionnaire):
        lacks = any(type(answers.get(name)) is not int for name in scale.item_ids if name in asked)
        expected = lacks and found.figure(scale.id) is not None
        assert (scale.id in found.prorated_scales) == expected


@given(answered())
def test_reversing_every_item_mirrors_every_figure_in_its_range(case: tuple[Questionnaire, dict[str, Any]]) -> None:
    questionnaire, answers = case
    turned = replace(
        questionnaire, items=tuple(replace(item, reverse=not item.reverse) for item in questionnaire.items)
    )
    exact = work_out(questionnaire, answers)
    for scale in scales(questionnaire):
        before = exact[scale.id]
        expected = None if before is None else float(Fraction(scale.low) + Fraction(scale.high) - before)
        assert score(turned, answers).figure(scale.id) == expected


@given(
    st.one_of(st.text(), st.floats(), st.integers(), st.booleans(), st.binary(), st.decimals(), st.none()),
)
def test_one_answer_and_a_frame_of_one_are_refused_or_taken_alike(answer: Any) -> None:
    questionnaire = make_questionnaire(3)
    names = [item.id for item in questionnaire.items]
    frame = pd.DataFrame({names[0]: pd.Series([answer], dtype=object), names[1]: [1], names[2]: [1]})
    try:
        alone = score(questionnaire, {names[0]: answer, names[1]: 1, names[2]: 1})
    except AnswerError as refused:
        with pytest.raises(AnswerError) as caught:
            score_frame(questionnaire, frame)
        assert [(each.item, each.allowed) for each in caught.value.problems] == [
            (each.item, each.allowed) for each in refused.problems
        ]
    else:
        assert bits(score_frame(questionnaire, frame)["total"].iloc[0]) == bits(alone.total)
