"""Reads a frame of answers in blocks of rows, as numbers that can be summed, and names every answer not allowed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from assessments.answers import (
    AnswerProblem,
    allowed_values,
    as_value,
    asked_items,
    did_not_come_up,
    find_problem,
    find_situation_problem,
    has_gaps,
    known_items,
)
from assessments.language import say
from assessments.questionnaire import OCCASION, SITUATION, Item, Questionnaire

Mask: TypeAlias = np.ndarray[Any, np.dtype[np.bool_]]
Floats: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
Counts: TypeAlias = np.ndarray[Any, np.dtype[np.signedinteger[Any]]] | int

ROWS_AT_ONCE = 8_192  # ten items of these stay in a processor's second cache


@dataclass(frozen=True, eq=False)
class Block:
    """Some rows of a frame, items down and responses across.

    `steps` hold what each answer counts above the lowest option, the right way round, and 0 where nothing counts.
    Each mask is items x responses, or True or False where it holds for all of them alike.
    """

    rows: slice
    steps: Floats
    answered: Mask | bool
    asked: Mask | bool
    skipped: Mask | bool

    def count(self, mask: Mask | bool, places: Sequence[int]) -> Counts:
        """How many of the items at those places a mask holds for, in each response."""
        if isinstance(mask, bool):
            return len(places) * mask
        chosen = mask if len(places) == len(mask) else mask[places]
        counts: Counts = np.add.reduce(chosen.view(np.int8), axis=0, dtype=np.int8 if len(places) < 128 else np.int64)
        return counts


@dataclass(frozen=True, eq=False)
class _Column:
    """One item's answers in a frame: numbers (NaN where missing), and which of them "did not come up"."""

    item: Item
    given: pd.Series[Any] | None
    numbers: np.ndarray[Any, Any]
    no_occasion: Mask | None = None
    asked: Mask | None = None


def blocks(questionnaire: Questionnaire, frame: pd.DataFrame, problems: list[AnswerProblem]) -> Iterator[Block]:
    """The frame's answers, block by block; every answer that is not allowed is added to the problems on the way.

    A block is good until the next one is asked for: they share their memory.
    """
    columns = _columns(questionnaire, frame, problems)
    held = np.empty((len(columns), ROWS_AT_ONCE))
    whole = np.empty_like(held)
    for start in range(0, len(frame), ROWS_AT_ONCE):
        rows = slice(start, min(start + ROWS_AT_ONCE, len(frame)))
        values, rounded = held[:, : rows.stop - start], whole[:, : rows.stop - start]
        for place, column in enumerate(columns):
            values[place] = column.numbers[rows]
        np.rint(values, out=rounded)
        absent = np.isnan(values)
        if not _are_allowed(questionnaire, values, rounded, absent):
            for place, column in enumerate(columns):
                problems.extend(_refused(questionnaire, column, rows, values[place]))
        yield _block(questionnaire, columns, rows, values, absent)


def _columns(questionnaire: Questionnaire, frame: pd.DataFrame, problems: list[AnswerProblem]) -> list[_Column]:
    problems.extend(_column_problems(questionnaire, frame))
    places = {name: place for place, name in enumerate(frame.columns)}
    asked = _asked(questionnaire, frame, places.get(SITUATION), problems)
    columns = []
    for item in questionnaire.items:
        if item.id in places:
            given = frame.iloc[:, places[item.id]]
            numbers, no_occasion = _numbers(questionnaire, item, given, problems)
        else:
            given, numbers, no_occasion = None, np.full(len(frame), np.nan), None
        columns.append(_Column(item, given, numbers, no_occasion, asked.get(item.id)))
    return columns


def _column_problems(questionnaire: Questionnaire, frame: pd.DataFrame) -> Iterator[AnswerProblem]:
    known = {item.id for item in questionnaire.items} | {OCCASION}
    if questionnaire.situation is not None:
        known.add(SITUATION)
    for name in frame.columns[~frame.columns.isin(list(known))]:
        yield AnswerProblem(str(name), name, known_items(questionnaire))
    for name in frame.columns[frame.columns.duplicated() & frame.columns.isin(list(known))]:
        yield AnswerProblem(str(name), name, say("one column for each item"))


def _asked(
    questionnaire: Questionnaire, frame: pd.DataFrame, place: int | None, problems: list[AnswerProblem]
) -> dict[str, Mask]:
    """For each item that some situation leaves out, the rows in which it was asked."""
    if questionnaire.situation is None or place is None:
        return {}
    choices = [choice for choice, _ in questionnaire.situation.choices]
    said = frame.iloc[:, place].astype(object)
    codes = np.array([choices.index(each) if isinstance(each, str) and each in choices else -1 for each in said])
    for row, each in zip(frame.index[codes == -1], said[codes == -1], strict=True):
        problem = find_situation_problem(questionnaire, each, row)
        if problem is not None:
            problems.append(problem)
    masks = {}
    for item in questionnaire.items:
        left_out = [code for code, choice in enumerate(choices) if item not in asked_items(questionnaire, choice)]
        masks[item.id] = ~np.isin(codes, left_out)
    return masks


def _numbers(
    questionnaire: Questionnaire, item: Item, given: pd.Series[Any], problems: list[AnswerProblem]
) -> tuple[np.ndarray[Any, Any], Mask | None]:
    """A column as numbers with NaN where nothing was answered, and where it "did not come up"."""
    if isinstance(given.dtype, np.dtype) and given.dtype.kind in "fiu":
        return given.to_numpy(), None
    if pd.api.types.is_integer_dtype(given.dtype) or pd.api.types.is_float_dtype(given.dtype):
        return given.to_numpy(dtype=np.float64, na_value=np.nan), None
    numbers = np.full(len(given), np.nan)
    no_occasion = np.zeros(len(given), dtype=bool)
    for place, (row, answer) in enumerate(zip(given.index, given.astype(object), strict=True)):
        value = as_value(answer)
        problem = find_problem(questionnaire, item, answer, row)
        if problem is not None:
            problems.append(problem)
        elif value is not None:
            numbers[place] = value
        else:
            no_occasion[place] = did_not_come_up(answer)
    return numbers, no_occasion


def _are_allowed(questionnaire: Questionnaire, values: Floats, rounded: Floats, absent: Mask) -> bool:
    low, high = questionnaire.lowest_value, questionnaire.highest_value
    lowest, highest = np.fmin.reduce(values, axis=None), np.fmax.reduce(values, axis=None)
    if lowest < low or highest > high or not np.all((rounded == values) | absent):
        return False
    return not has_gaps(questionnaire)


def _refused(questionnaire: Questionnaire, column: _Column, rows: slice, numbers: Floats) -> Iterator[AnswerProblem]:
    wrong = ~np.isnan(numbers) & ~np.isin(numbers, [option.value for option in questionnaire.options])
    if column.given is None or not wrong.any():
        return
    allowed = allowed_values(questionnaire, column.item)
    refused = column.given.iloc[rows][wrong]
    for row, found in zip(refused.index, refused.tolist(), strict=True):
        yield AnswerProblem(column.item.id, found, allowed, row)


def _block(
    questionnaire: Questionnaire, columns: Sequence[_Column], rows: slice, values: Floats, absent: Mask
) -> Block:
    _count_steps(questionnaire, columns, values)
    asked = _stacked([column.asked for column in columns], rows, usual=True)
    no_occasion = _stacked([column.no_occasion for column in columns], rows, usual=False)
    if asked is True and not absent.any():
        return Block(rows, values, answered=True, asked=True, skipped=False)
    np.fmax(values, 0.0, out=values)  # NaN becomes 0
    answered = ~absent
    skipped = absent if isinstance(no_occasion, bool) else absent & ~no_occasion
    if not isinstance(asked, bool):
        np.copyto(values, 0.0, where=~asked)
        answered, skipped = answered & asked, skipped & asked
    return Block(rows, values, answered, asked, skipped)


def _count_steps(questionnaire: Questionnaire, columns: Sequence[_Column], values: Floats) -> None:
    """Turn values into steps above the lowest figure that their item can count, in place."""
    for place, column in enumerate(columns):
        if column.item.reverse:
            np.subtract(questionnaire.highest_value, values[place], out=values[place])
        elif questionnaire.lowest_value:
            np.subtract(values[place], questionnaire.lowest_value, out=values[place])


def _stacked(masks: Sequence[Mask | None], rows: slice, usual: bool) -> Mask | bool:
    if all(mask is None for mask in masks):
        return usual
    length = rows.stop - rows.start
    return np.stack([np.full(length, usual) if mask is None else mask[rows] for mask in masks])
