"""Turns answers into scores: one response at a time, or a whole frame of them with the very same result."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from assessments.answers import (
    AnswerError,
    AnswerProblem,
    as_value,
    asked_items,
    did_not_come_up,
    find_problems,
)
from assessments.frame_answers import Block, Floats, blocks
from assessments.questionnaire import SITUATION, Band, MissingRule, Questionnaire
from assessments.scales import TOTAL, Scale, mean_answer, scale_items, scale_range, scales

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

DENOMINATORS = 1_000


@dataclass(frozen=True)
class Score:
    """What one response scores; None where too little was answered or there is no such figure.

    `answered` counts the answers with a value. `missing` names the skipped items ("did not come up" is an answer),
    optional ones left aside. `prorated_scales` names the figures that stand on fewer answers than were asked for,
    and `prorated` says that there are any. `band` is where the total lies in its range.
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
    """Score one response: {item id: value, "did not come up" or None}; an absent item counts as skipped.

    A figure is the mean of its answered items times the number of its items, a reversed item counting lowest +
    highest - value. It needs the answers that the questionnaire's missing rule asks for. An item that is not asked
    in the response's situation is neither missing nor counted. Where no situation was kept, all items count as asked.
    Raises AnswerError with every answer that is not allowed.
    """
    problems = find_problems(questionnaire, answers)
    if problems:
        raise AnswerError(problems)
    given = _counted_answers(questionnaire, answers)
    found = {
        scale_id: _exact_figure(questionnaire.missing_rule, item_ids, given)
        for scale_id, item_ids in scale_items(questionnaire).items()
    }
    prorated = frozenset(
        scale_id
        for scale_id, item_ids in scale_items(questionnaire).items()
        if found[scale_id] is not None and any(isinstance(given.get(name), _Unanswered) for name in item_ids)
    )
    figures = {name: None if exact is None else exact[0] / exact[1] for name, exact in found.items()}
    total = figures.pop(TOTAL, None) if questionnaire.has_total else None
    return Score(
        total=total,
        subscales=MappingProxyType(figures),
        answered=sum(isinstance(answer, int) for answer in given.values()),
        missing=tuple(item.id for item in questionnaire.items if not item.optional and given.get(item.id) is _SKIPPED),
        prorated=bool(prorated),
        band=_band(questionnaire, found.get(TOTAL)),
        prorated_scales=prorated,
    )


@dataclass(frozen=True)
class _Unanswered:
    skipped: bool


_SKIPPED = _Unanswered(skipped=True)
_NO_OCCASION = _Unanswered(skipped=False)


def _counted_answers(questionnaire: Questionnaire, answers: Mapping[str, object]) -> dict[str, int | _Unanswered]:
    """What every item that was asked counts: its value the right way round, skipped, or no occasion."""
    turn = questionnaire.lowest_value + questionnaire.highest_value
    counted: dict[str, int | _Unanswered] = {}
    for item in asked_items(questionnaire, answers.get(SITUATION)):
        value = as_value(answers.get(item.id))
        if value is not None:
            counted[item.id] = turn - value if item.reverse else value
        else:
            counted[item.id] = _NO_OCCASION if did_not_come_up(answers.get(item.id)) else _SKIPPED
    return counted


def _exact_figure(
    rule: MissingRule, item_ids: tuple[str, ...], given: Mapping[str, int | _Unanswered]
) -> tuple[int, int] | None:
    """A figure as numerator and denominator; None where too little was answered."""
    asked = [given[name] for name in item_ids if name in given]
    values = [answer for answer in asked if isinstance(answer, int)]
    allowed = rule.skips_allowed if len(asked) >= rule.skips_from_items else 0
    if not values or len(values) < rule.answers_at_least or asked.count(_SKIPPED) > allowed:
        return None
    return sum(values) * len(item_ids), len(values)


def _band(questionnaire: Questionnaire, total: tuple[int, int] | None) -> Band | None:
    """The band of a total; a cut itself belongs to the band above it, the highest figure to the last band.

    Worked out in fractions, so that a prorated total that lies on a cut is not thrown to either side by rounding.
    """
    if total is None or not questionnaire.bands:
        return None
    low, high = (Fraction(edge) for edge in scale_range(questionnaire, TOTAL))
    share = (Fraction(*total) - low) / (high - low)
    return next((band for band in reversed(questionnaire.bands) if share >= _exact_share(band.from_share)), None)


@cache
def _exact_share(share: float) -> Fraction:
    """The fraction that a share was written as: the float nearest to 1/3 stands for one third."""
    simple = Fraction(share).limit_denominator(DENOMINATORS)
    return simple if float(simple) == share else Fraction(share)


def score_frame(questionnaire: Questionnaire, frame: pd.DataFrame) -> pd.DataFrame:
    """Score many responses: rows = responses, columns = item ids (and "situation"), NaN or NA = skipped.

    Gives, on the frame's index, "total" where the questionnaire has one, each subscale, and "answered"; NaN where
    there is no figure. Agrees with `score` to the last bit. An item without a column counts as skipped.
    Raises AnswerError with every answer that is not allowed, each with its row's label.
    """
    rows, rule, lowest = len(frame), questionnaire.missing_rule, questionnaire.lowest_value
    scored: dict[Hashable, Floats] = {scale_id: np.empty(rows) for scale_id in scale_items(questionnaire)}
    answered = np.empty(rows, dtype=np.int64)
    place = {item.id: place for place, item in enumerate(questionnaire.items)}
    scale_places = {
        scale_id: [place[name] for name in item_ids] for scale_id, item_ids in scale_items(questionnaire).items()
    }
    problems: list[AnswerProblem] = []
    for block in blocks(questionnaire, frame, problems):
        for scale_id, places in scale_places.items():
            scored[scale_id][block.rows] = _block_figures(rule, lowest, places, block)
        answered[block.rows] = block.count(block.answered, range(len(questionnaire.items)))
    if problems:
        raise AnswerError(problems)
    return pd.DataFrame({**scored, "answered": answered}, index=frame.index)


def _block_figures(rule: MissingRule, lowest: int, places: list[int], block: Block) -> Floats:
    """The rule of `_exact_figure` on a block of rows; sums of whole numbers are exact in float64."""
    steps = block.steps if len(places) == len(block.steps) else block.steps[places]
    values = block.count(block.answered, places)
    sums = steps.sum(axis=0) + lowest * np.asarray(values, dtype=np.float64)
    asked = block.count(block.asked, places)
    skipped = block.count(block.skipped, places)
    allowed = np.where(asked >= rule.skips_from_items, rule.skips_allowed, 0)
    enough = (values >= max(1, rule.answers_at_least)) & (skipped <= allowed)
    figures = np.full(len(sums), np.nan)
    np.divide(sums * len(places), values, out=figures, where=enough)
    return figures
