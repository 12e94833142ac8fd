"""Turns answers into scores: one response at a time, or a whole frame of them with the very same result."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from assessments.answers import AnswerError, AnswerProblem, as_value, find_problems
from assessments.frame_answers import Column, read_columns
from assessments.questionnaire import DID_NOT_COME_UP, SITUATION, Band, Questionnaire
from assessments.scales import TOTAL, Scale, mean_answer, scale_range, scales

__all__ = [
    "TOTAL",
    "AnswerError",
    "AnswerProblem",
    "Scale",
    "Score",
    "mean_answer",
    "scale_range",
    "scales",
    "score",
    "score_frame",
]

EDGE = 1e-9


@dataclass(frozen=True)
class Score:
    """What one response scores; None where too little was answered or there is no such figure.

    `missing` names the skipped items ("did not come up" is an answer), optional ones left aside;
    `prorated_scales` names the figures that stand on fewer answers than they have items.
    """

    total: float | None
    subscales: Mapping[str, float | None]
    answered: int
    missing: tuple[str, ...]
    prorated: bool
    band: Band | None
    prorated_scales: frozenset[str] = field(default=frozenset())

    def figure(self, scale_id: str) -> float | None:
        """The figure of one scale: "total" or a subscale's id; None where there is none."""
        return self.total if scale_id == TOTAL else self.subscales.get(scale_id)


def score(questionnaire: Questionnaire, answers: Mapping[str, Any]) -> Score:
    """Score one response: {item id: value, "did not come up" or None}, an absent item counting as skipped.

    A figure is the mean of its answered items times the number of its items. It needs the answers that the
    questionnaire's missing rule asks for. Raises AnswerError with every answer that is not allowed.
    """
    problems = find_problems(questionnaire, answers)
    if problems:
        raise AnswerError(problems)
    situation = answers.get(SITUATION)
    asked = {item.id for item in questionnaire.items_in(situation if isinstance(situation, str) else None)}
    values = {name: _item_value(questionnaire, name, answers.get(name)) for name in asked}
    passed = {name for name in asked if answers.get(name) == DID_NOT_COME_UP}
    figures = {scale.id: _figure(questionnaire, scale, values, passed) for scale in scales(questionnaire)}
    prorated = frozenset(
        scale.id
        for scale in scales(questionnaire)
        if figures[scale.id] is not None and any(values.get(name) is None for name in scale.item_ids if name in asked)
    )
    total = figures.pop(TOTAL, None) if questionnaire.has_total else None
    return Score(
        total=total,
        subscales=MappingProxyType(figures),
        answered=sum(value is not None for value in values.values()),
        missing=_missing(questionnaire, asked, values, passed),
        prorated=bool(prorated),
        band=_band(questionnaire, total),
        prorated_scales=prorated,
    )


def _item_value(questionnaire: Questionnaire, item_id: str, answer: object) -> int | None:
    value = as_value(answer)
    if value is None or not questionnaire.item(item_id).reverse:
        return value
    return questionnaire.lowest_value + questionnaire.highest_value - value


def _figure(
    questionnaire: Questionnaire, scale: Scale, values: Mapping[str, int | None], passed: set[str]
) -> float | None:
    asked = [name for name in scale.item_ids if name in values]
    given = [value for name in asked if (value := values[name]) is not None]
    skipped = sum(values[name] is None and name not in passed for name in asked)
    rule = questionnaire.missing_rule
    allowed = rule.skips_allowed if len(asked) >= rule.skips_from_items else 0
    if len(given) < rule.answers_at_least or skipped > allowed:
        return None
    return sum(given) * len(asked) / len(given)


def _missing(
    questionnaire: Questionnaire, asked: set[str], values: Mapping[str, int | None], passed: set[str]
) -> tuple[str, ...]:
    return tuple(
        item.id
        for item in questionnaire.items
        if item.id in asked and values[item.id] is None and item.id not in passed and not item.optional
    )


def _band(questionnaire: Questionnaire, total: float | None) -> Band | None:
    """The band of a total; a cut itself belongs to the band above it, the highest figure to the last band."""
    if total is None or not questionnaire.bands:
        return None
    low, high = scale_range(questionnaire, TOTAL)
    share = (total - low) / (high - low)
    reached = [band for band in questionnaire.bands if share >= band.from_share - EDGE]
    return max(reached, key=lambda band: band.from_share)


def score_frame(questionnaire: Questionnaire, frame: pd.DataFrame) -> pd.DataFrame:
    """Score many responses: rows = responses, columns = item ids (and "situation"), NaN or NA = skipped.

    Gives, on the frame's index, "total" where the questionnaire has one, each subscale, and "answered"; NaN where
    there is no figure. Agrees with `score` to the last bit. An item without a column counts as skipped.
    Raises AnswerError with every answer that is not allowed, each with its row's label.
    """
    columns, problems = read_columns(questionnaire, frame)
    if problems:
        raise AnswerError(problems)
    scored: dict[Hashable, np.ndarray[Any, np.dtype[Any]]] = {
        scale.id: _frame_figure(questionnaire, scale, columns, len(frame)) for scale in scales(questionnaire)
    }
    answered = np.zeros(len(frame), dtype=np.int64)
    for column in columns.values():
        answered += column.given if column.given is not None else 1
    return pd.DataFrame({**scored, "answered": answered}, index=frame.index)


def _frame_figure(
    questionnaire: Questionnaire, scale: Scale, columns: Mapping[str, Column], rows: int
) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The same rule as `_figure`, on whole columns."""
    parts = [columns[name] for name in scale.item_ids]
    sums = np.zeros(rows, dtype=np.int32)
    for part in parts:
        sums += part.values
    rule = questionnaire.missing_rule
    if all(part.given is None and part.asked is None for part in parts):
        whole = sums.astype(np.float64)
        if len(parts) < rule.answers_at_least:
            whole.fill(np.nan)
        return whole
    given, asked, skipped = (np.zeros(rows, dtype=np.int32) for _ in range(3))
    for part in parts:
        given += part.given if part.given is not None else 1
        asked += part.asked if part.asked is not None else 1
        if part.skipped is not None:
            skipped += part.skipped
    allowed = np.where(asked >= rule.skips_from_items, rule.skips_allowed, 0)
    enough = (given >= rule.answers_at_least) & (skipped <= allowed)
    figures = np.full(rows, np.nan)
    np.divide(sums * asked, given, out=figures, where=enough & (given > 0))
    return figures
