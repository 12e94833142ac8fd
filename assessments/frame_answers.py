"""Reads a frame of answers column by column into whole numbers, and names every answer that is not allowed."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from assessments.answers import (
    AnswerProblem,
    allowed_values,
    as_value,
    find_problem,
    find_situation_problem,
    is_missing,
)
from assessments.language import say
from assessments.questionnaire import DID_NOT_COME_UP, OCCASION, SITUATION, Item, Questionnaire

Mask = np.ndarray[Any, np.dtype[np.bool_]]
Values = np.ndarray[Any, np.dtype[np.int16]]


@dataclass(frozen=True, eq=False)
class Column:
    """One item's answers: scored values (0 where none), and masks that are None where they hold for every row.

    `given`: answered (None: all); `asked`: asked in the row's situation (None: all); `skipped`: asked, not answered
    and not "did not come up" (None: none).
    """

    values: Values
    given: Mask | None
    asked: Mask | None
    skipped: Mask | None


def read_columns(
    questionnaire: Questionnaire, frame: pd.DataFrame
) -> tuple[dict[str, Column], tuple[AnswerProblem, ...]]:
    """The columns of every item and every problem in the frame."""
    problems = _unknown_columns(questionnaire, frame)
    situations = _situations(questionnaire, frame, problems)
    columns = {}
    for item in questionnaire.items:
        asked = _asked(questionnaire, item, situations)
        if item.id in frame.columns:
            columns[item.id] = _read(questionnaire, item, frame[item.id], asked, problems)
        else:
            nothing = np.zeros(len(frame), dtype=bool)
            skipped = ~nothing if asked is None else asked
            columns[item.id] = Column(np.zeros(len(frame), dtype=np.int16), nothing, asked, skipped)
    return columns, tuple(problems)


def _unknown_columns(questionnaire: Questionnaire, frame: pd.DataFrame) -> list[AnswerProblem]:
    known = {item.id for item in questionnaire.items} | {OCCASION}
    if questionnaire.situation is not None:
        known.add(SITUATION)
    names = ", ".join(item.id for item in questionnaire.items)
    allowed = say("an item of the questionnaire: {items}", items=names)
    return [AnswerProblem(str(name), name, allowed) for name in frame.columns if name not in known]


def _situations(
    questionnaire: Questionnaire, frame: pd.DataFrame, problems: list[AnswerProblem]
) -> np.ndarray[Any, np.dtype[np.object_]] | None:
    if questionnaire.situation is None:
        return None
    if SITUATION not in frame.columns:
        return np.full(len(frame), None, dtype=object)
    said: pd.Series[Any] = frame[SITUATION]
    held = np.array([None if is_missing(answer) else answer for answer in said], dtype=object)
    for row, answer in zip(frame.index, held, strict=True):
        problem = find_situation_problem(questionnaire, answer, row)
        if problem is not None:
            problems.append(problem)
    return held


def _asked(
    questionnaire: Questionnaire, item: Item, situations: np.ndarray[Any, np.dtype[np.object_]] | None
) -> Mask | None:
    if situations is None or questionnaire.situation is None:
        return None
    here = [
        choice
        for choice, _ in questionnaire.situation.choices
        if any(each.id == item.id for each in questionnaire.items_in(choice))
    ]
    return np.isin(situations.astype(str), here)


def _read(
    questionnaire: Questionnaire,
    item: Item,
    series: pd.Series[Any],
    asked: Mask | None,
    problems: list[AnswerProblem],
) -> Column:
    kind = series.dtype
    if isinstance(kind, np.dtype) and kind.kind in "fiu":
        held, missing, passed = series.to_numpy(), None, None
    else:
        held, missing, passed = _loose(questionnaire, item, series, problems)
    return _column(questionnaire, item, series, held, missing, passed, asked, problems)


def _loose(
    questionnaire: Questionnaire, item: Item, series: pd.Series[Any], problems: list[AnswerProblem]
) -> tuple[np.ndarray[Any, Any], Mask, Mask]:
    """Any other kind of column, one answer at a time; faults are noted here and read as missing."""
    rows = list(zip(series.index, series.to_numpy(dtype=object), strict=True))
    held = np.full(len(rows), np.nan)
    passed = np.zeros(len(rows), dtype=bool)
    for place, (row, answer) in enumerate(rows):
        problem = find_problem(questionnaire, item, answer, row)
        if problem is not None:
            problems.append(problem)
        elif not is_missing(answer):
            value = as_value(answer)
            passed[place] = answer == DID_NOT_COME_UP
            held[place] = np.nan if value is None else value
    return held, np.isnan(held), passed


def _column(
    questionnaire: Questionnaire,
    item: Item,
    series: pd.Series[Any],
    held: np.ndarray[Any, Any],
    missing: Mask | None,
    passed: Mask | None,
    asked: Mask | None,
    problems: list[AnswerProblem],
) -> Column:
    with np.errstate(invalid="ignore"):
        values = held.astype(np.int16)
    exact = values == held
    low, high = questionnaire.lowest_value, questionnaire.highest_value
    if not exact.all():
        missing = np.isnan(held) if missing is None else missing
        _note(questionnaire, item, series, ~exact & ~missing, problems)
        values[~exact] = low
    if values.size and (values.min() < low or values.max() > high or _has_gaps(questionnaire)):
        options = [option.value for option in questionnaire.options]
        _note(questionnaire, item, series, exact & ~np.isin(values, options), problems)
    if item.reverse:
        values = (low + high - values).astype(np.int16)
    given: Mask | None = None if missing is None or not missing.any() else ~missing
    if asked is not None:
        given = asked if given is None else given & asked
    if given is None:
        return Column(values, None, asked, None)
    values[~given] = 0
    skipped = ~given if passed is None else ~given & ~passed
    return Column(values, given, asked, skipped if asked is None else skipped & asked)


def _has_gaps(questionnaire: Questionnaire) -> bool:
    return len(questionnaire.options) != questionnaire.highest_value - questionnaire.lowest_value + 1


def _note(
    questionnaire: Questionnaire, item: Item, series: pd.Series[Any], wrong: Mask, problems: list[AnswerProblem]
) -> None:
    rows: list[Hashable] = list(series.index[wrong])
    for row, answer in zip(rows, series.to_numpy()[wrong], strict=True):
        problems.append(AnswerProblem(item.id, answer, allowed_values(questionnaire, item), row))
