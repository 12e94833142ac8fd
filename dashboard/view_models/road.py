"""A step of the road as its page shows it: its latest figures and whether anything was done on it yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assessments.programme import Step
from assessments.records import Entry, PracticeDone, Response
from assessments.scoring import Scale, Score


@dataclass(frozen=True, kw_only=True)
class LatestFigure:
    """The newest figure of one scale, of how many in all."""

    scale: Scale
    questionnaire_title: str
    value: float
    happened_at: datetime
    n: int


def latest_figure(scale: Scale, title: str, scored: Sequence[tuple[Response, Score]]) -> LatestFigure | None:
    """The newest figure of a scale among responses, oldest first; None where none has one."""
    figures = [(response, value) for response, found in scored if (value := found.figure(scale.id)) is not None]
    if not figures:
        return None
    response, value = figures[-1]
    return LatestFigure(
        scale=scale, questionnaire_title=title, value=value, happened_at=response.happened_at, n=len(figures)
    )


@dataclass(frozen=True, kw_only=True)
class Done:
    """How much of a step was ever answered, written and practised; `is_whole`: some of each kind that it offers."""

    check_ins: int
    entries: int
    practices: int
    is_whole: bool

    @property
    def is_begun(self) -> bool:
        """Whether anything of the step was ever done."""
        return bool(self.check_ins or self.entries or self.practices)


def done_of(
    step: Step, responses: Sequence[Response], entries: Sequence[Entry], practices_done: Sequence[PracticeDone]
) -> Done:
    """What was done of a step; a shared practice counts for every step."""
    check_ins = sum(response.questionnaire in step.questionnaires for response in responses)
    written = sum(entry.form in step.forms for entry in entries)
    practised = sum(done.practice in step.practices for done in practices_done)
    offered = ((step.questionnaires, check_ins), (step.forms, written), (step.practices, practised))
    return Done(
        check_ins=check_ins,
        entries=written,
        practices=practised,
        is_whole=all(n > 0 for kind, n in offered if kind),
    )
