"""A questionnaire's items over time: each item a row, each stretch of weeks a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import Literal

from assessments.questionnaire import DID_NOT_COME_UP, Questionnaire
from assessments.records import Response
from dashboard.view_models.moments import column_start, in_order, weeks_per_column

MOST_COLUMNS = 56
Moved = Literal["lower", "higher"]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One item in one stretch of weeks: the mean of `n` answers, or None where it was skipped or did not come up."""

    from_day: date
    to_day: date
    value: float | None
    n: int
    did_not_come_up: bool = False


@dataclass(frozen=True, kw_only=True)
class StripRow:
    """One item's row; `moved` says where it stands of late, and only where that is claimed."""

    item_id: str
    title: str
    cells: tuple[Cell, ...]
    latest: float | None
    moved: Moved | None = None


@dataclass(frozen=True, kw_only=True)
class SignStrip:
    """All rows in the questionnaire's order, and the labels of its response options by value."""

    title: str
    rows: tuple[StripRow, ...]
    option_labels: tuple[tuple[int, str], ...]
    weeks_per_cell: int
    first: date | None
    last: date | None
    n: int


def sign_strip(
    questionnaire: Questionnaire, responses: Sequence[Response], *, moved: Mapping[str, Moved] | None = None
) -> SignStrip:
    """The strip of one questionnaire's items, of at most 56 columns; answers of all its versions, by item id."""
    kept = [r for r in in_order(responses) if r.questionnaire == questionnaire.id]
    first = kept[0].happened_at.date() if kept else None
    last = kept[-1].happened_at.date() if kept else None
    weeks = weeks_per_column(first, last, MOST_COLUMNS) if first and last else 1
    columns: dict[date, list[Response]] = {}
    for response in kept:
        assert first is not None
        columns.setdefault(column_start(response.happened_at.date(), first, weeks), []).append(response)
    rows = tuple(
        StripRow(
            item_id=item.id,
            title=item.title or item.text,
            cells=tuple(_cell(item.id, start, weeks, columns[start]) for start in sorted(columns)),
            latest=_number(kept[-1].answers.get(item.id)) if kept else None,
            moved=(moved or {}).get(item.id),
        )
        for item in questionnaire.items
        if not kept or any(item.id in response.answers for response in kept)
    )
    return SignStrip(
        title=questionnaire.title,
        rows=rows,
        option_labels=tuple((option.value, option.label) for option in questionnaire.options),
        weeks_per_cell=weeks,
        first=first,
        last=last,
        n=len(kept),
    )


def _cell(item_id: str, start: date, weeks: int, responses: Sequence[Response]) -> Cell:
    answers = [response.answers.get(item_id) for response in responses]
    values = [answer for answer in answers if isinstance(answer, int)]
    return Cell(
        from_day=start,
        to_day=start + timedelta(weeks=weeks, days=-1),
        value=fmean(values) if values else None,
        n=len(values),
        did_not_come_up=not values and DID_NOT_COME_UP in answers,
    )


def _number(answer: int | str | None) -> float | None:
    return float(answer) if isinstance(answer, int) else None
