"""One check-in's answers, each beside where the person's own earlier answers usually lay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.questionnaire import DID_NOT_COME_UP, Questionnaire
from assessments.records import Response
from dashboard.view_models.moments import in_order

USUAL_FROM = 5
LATEST_READ = 26


@dataclass(frozen=True, kw_only=True)
class AnswerRow:
    """One item: its answer (None: skipped or did not come up) and the middle four fifths of the earlier ones."""

    item_id: str
    title: str
    value: int | None
    did_not_come_up: bool
    usual: tuple[int, int] | None
    earlier: int


@dataclass(frozen=True, kw_only=True)
class AnswerStrip:
    """All items that were asked; `option_labels` are the response options by value, lowest first."""

    title: str
    rows: tuple[AnswerRow, ...]
    option_labels: tuple[tuple[int, str], ...]


def answer_strip(questionnaire: Questionnaire, response: Response, earlier: Sequence[Response]) -> AnswerStrip:
    """The strip of one response; `earlier` may hold any responses, those before it on this questionnaire are read.

    The usual range needs five earlier answers to the item and rests on the latest 26.
    """
    before = [
        r for r in in_order(earlier) if r.questionnaire == questionnaire.id and r.happened_at < response.happened_at
    ]
    rows = []
    for item in questionnaire.items:
        if item.id not in response.answers:
            continue
        answer = response.answers[item.id]
        values = [a for r in before if isinstance(a := r.answers.get(item.id), int)]
        rows.append(
            AnswerRow(
                item_id=item.id,
                title=item.title or item.text,
                value=answer if isinstance(answer, int) else None,
                did_not_come_up=answer == DID_NOT_COME_UP,
                usual=_usual(values[-LATEST_READ:]),
                earlier=len(values),
            )
        )
    options = sorted((option.value, option.label) for option in questionnaire.options)
    return AnswerStrip(title=questionnaire.title, rows=tuple(rows), option_labels=tuple(options))


def _usual(values: Sequence[int]) -> tuple[int, int] | None:
    """The range without the lowest and the highest tenth of the answers (one at least of ten)."""
    if len(values) < USUAL_FROM:
        return None
    ordered = sorted(values)
    cut = len(ordered) // 10
    return ordered[cut], ordered[len(ordered) - 1 - cut]
