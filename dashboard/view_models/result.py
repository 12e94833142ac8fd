"""One check-in's result in the answers' own language, and how it sits beside the person's earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.questionnaire import Questionnaire
from assessments.scoring import TOTAL, Scale, Score

NEAR_OPTION = 0.125
EARLY_CHECK_INS = 6


@dataclass(frozen=True, kw_only=True)
class ScaleResult:
    """One figure of a result; `option` alone or with `next_option` says where the mean answer lies."""

    scale: Scale
    value: float | None
    prorated: bool
    option: str = ""
    next_option: str = ""
    earlier: tuple[float, ...] = ()
    third: str = ""
    at_lowest: bool = False
    at_highest: bool = False

    @property
    def is_early(self) -> bool:
        """Whether so few check-ins are there that noticing more may move the figure by itself."""
        return len(self.earlier) < EARLY_CHECK_INS


def scale_result(questionnaire: Questionnaire, scale: Scale, found: Score, earlier: Sequence[Score]) -> ScaleResult:
    """The result on one scale; `earlier` are the scores of the check-ins before it."""
    value = found.figure(scale.id)
    if value is None:
        return ScaleResult(scale=scale, value=None, prorated=False)
    option, next_option = _mean_in_options(questionnaire, value / len(scale.item_ids))
    return ScaleResult(
        scale=scale,
        value=value,
        prorated=scale.id in found.prorated_scales,
        option=option,
        next_option=next_option,
        earlier=tuple(figure for each in earlier if (figure := each.figure(scale.id)) is not None),
        third=found.band.label if found.band is not None and scale.id == TOTAL else "",
        at_lowest=value <= scale.low,
        at_highest=value >= scale.high,
    )


def _mean_in_options(questionnaire: Questionnaire, mean: float) -> tuple[str, str]:
    options = sorted(questionnaire.options, key=lambda option: option.value)
    nearest = min(options, key=lambda option: abs(option.value - mean))
    if abs(nearest.value - mean) <= NEAR_OPTION:
        return nearest.label, ""
    lower = [option for option in options if option.value <= mean][-1]
    upper = next(option for option in options if option.value > mean)
    return lower.label, upper.label
