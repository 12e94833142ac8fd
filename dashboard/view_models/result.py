"""One check-in's result in the answers' own language, and how it sits beside the person's earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.questionnaire import Questionnaire
from assessments.scoring import Scale

NEAR_OPTION = 0.125
EARLY_CHECK_INS = 6
THIRDS = ("lower", "middle", "upper")


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


def scale_result(
    questionnaire: Questionnaire, scale: Scale, value: float | None, prorated: bool, earlier: Sequence[float | None]
) -> ScaleResult:
    """The result on one scale; `earlier` are the figures of the check-ins before it, None where there was none."""
    if value is None:
        return ScaleResult(scale=scale, value=None, prorated=False)
    option, next_option = _mean_in_options(questionnaire, value / len(scale.item_ids))
    return ScaleResult(
        scale=scale,
        value=value,
        prorated=prorated,
        option=option,
        next_option=next_option,
        earlier=tuple(each for each in earlier if each is not None),
        third=_third(questionnaire, scale, value),
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


def _third(questionnaire: Questionnaire, scale: Scale, value: float) -> str:
    if not questionnaire.bands or scale.id != "total":
        return ""
    share = (value - scale.low) / (scale.high - scale.low)
    for band in questionnaire.bands:
        if share <= band.to_share + 1e-12 and (share > band.from_share + 1e-12 or band.from_share == 0):
            return band.label
    return ""
