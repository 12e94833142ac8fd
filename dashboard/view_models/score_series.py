"""A score over time, ready to draw: points with what is special about each, seams, events, noise band and trend."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import fmean
from typing import Literal, Protocol

from assessments.questionnaire import SITUATION, Direction, Questionnaire
from assessments.records import Event, Response
from dashboard.view_models.life_events import Mark
from dashboard.view_models.moments import backfilled, column_start, in_order, runs, weeks_per_column
from dashboard.view_models.scale_words import TOTAL, answer_words, easier_when, item_count, scale_title

MOST_POINTS = 180
BAND_NEEDS = 9  # the first check-in and the eight after it that `analysis.noise` needs


class Scored(Protocol):
    """What is needed of a score."""

    @property
    def total(self) -> float | None: ...
    @property
    def subscales(self) -> Mapping[str, float | None]: ...
    @property
    def prorated_scales(self) -> frozenset[str]: ...


@dataclass(frozen=True, kw_only=True)
class ScorePoint:
    """One check-in on the scale."""

    response_id: str
    at: datetime
    value: float
    prorated: bool = False
    backfilled: bool = False
    overlapping: bool = False
    because_something_happened: bool = False
    run: int = 0


@dataclass(frozen=True, kw_only=True)
class Mean:
    """Several check-ins of one stretch of weeks, drawn as one mark."""

    from_day: date
    to_day: date
    value: float
    low: float
    high: float
    n: int
    run: int = 0


@dataclass(frozen=True, kw_only=True)
class OwnBand:
    """The person's own noise band on this scale, from analysis."""

    centre: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class TrendLine:
    """A claimed trend: (day, low, centre, high) from its first to its last point."""

    points: tuple[tuple[date, float, float, float], ...]
    says: str = ""


@dataclass(frozen=True, kw_only=True)
class Seam:
    """The first check-in after the wording or the person's situation changed: figures before and after may differ."""

    at: datetime
    kind: Literal["version", "situation"]


@dataclass(frozen=True, kw_only=True)
class ScoreSeries:
    """Everything that the picture of a score over time shows; `words` are (height, answer in words) on the scale.

    `from_the_first` says that the first point is the person's first check-in ever, which nothing is concluded from.
    """

    title: str
    low: float
    high: float
    points: tuple[ScorePoint, ...]
    means: tuple[Mean, ...] = ()
    weeks_per_mean: int = 0
    words: tuple[tuple[float, str], ...] = ()
    easier_when: Direction = "neither"
    band: OwnBand | None = None
    trend: TrendLine | None = None
    events: tuple[Mark, ...] = ()
    seams: tuple[Seam, ...] = ()
    from_the_first: bool = True


def score_series(
    questionnaire: Questionnaire,
    scale: str,
    responses: Sequence[Response],
    scores: Mapping[str, Scored],
    *,
    events: Sequence[Event] = (),
    band: OwnBand | None = None,
    trend: TrendLine | None = None,
    because: Collection[str] = (),
    from_the_first: bool = True,
) -> ScoreSeries:
    """The series of one scale: `scale` is "total", a subscale's id or an item's id.

    `questionnaire` is the newest version; `responses` may be of any version of it, and `scores` are by response id.
    `because` holds the ids of the responses that were tagged "because something happened". Responses without a figure
    on that scale are left out. The band is dropped below nine points, for then it is not known, unless the responses
    are only a span of those that it was worked out from (`from_the_first` False).
    """
    of_this = [r for r in in_order(responses) if r.questionnaire == questionnaire.id]
    found = [(r, value) for r in of_this if (value := _value(r, scale, scores.get(r.id))) is not None]
    prorated = {response_id for response_id, scored in scores.items() if scale in scored.prorated_scales}
    points = _points(questionnaire, found, of_this, prorated, because)
    means, weeks = _means(points)
    items = item_count(questionnaire, scale)
    return ScoreSeries(
        title=scale_title(questionnaire, scale),
        low=questionnaire.lowest_value * items,
        high=questionnaire.highest_value * items,
        points=points,
        means=means,
        weeks_per_mean=weeks,
        words=answer_words(questionnaire, scale, items),
        easier_when=easier_when(questionnaire, scale),
        band=band if len(points) >= BAND_NEEDS or not from_the_first else None,
        trend=trend,
        events=_within(events, points),
        seams=_seams([r for r, _ in found]),
        from_the_first=from_the_first,
    )


def _value(response: Response, scale: str, scored: Scored | None) -> float | None:
    if scored is not None and scale == TOTAL:
        return scored.total
    if scored is not None and scale in scored.subscales:
        return scored.subscales[scale]
    answer = response.answers.get(scale)
    return float(answer) if isinstance(answer, int) else None


def _points(
    questionnaire: Questionnaire,
    found: Sequence[tuple[Response, float]],
    every: Sequence[Response],
    prorated: Collection[str],
    because: Collection[str],
) -> tuple[ScorePoint, ...]:
    recall = timedelta(days=questionnaire.recall_days)
    overlapping = {
        late.id for early, late in pairwise(every) if late.happened_at.date() - early.happened_at.date() < recall
    }
    pause = max(2 * questionnaire.rhythm_days, questionnaire.rhythm_days + 14)
    numbers = runs([r.happened_at.date() for r, _ in found], pause)
    return tuple(
        ScorePoint(
            response_id=r.id,
            at=r.happened_at,
            value=value,
            prorated=r.id in prorated,
            backfilled=backfilled(r),
            overlapping=r.id in overlapping,
            because_something_happened=r.id in because,
            run=run,
        )
        for (r, value), run in zip(found, numbers, strict=True)
    )


def _means(points: Sequence[ScorePoint]) -> tuple[tuple[Mean, ...], int]:
    if len(points) <= MOST_POINTS:
        return (), 0
    first, last = points[0].at.date(), points[-1].at.date()
    weeks = max(4, weeks_per_column(first, last, MOST_POINTS))
    groups: dict[date, list[float]] = {}
    for point in points:
        groups.setdefault(column_start(point.at.date(), first, weeks), []).append(point.value)
    numbers = runs(sorted(groups), weeks * 7 + 7)
    means = tuple(
        Mean(
            from_day=start,
            to_day=start + timedelta(weeks=weeks, days=-1),
            value=fmean(groups[start]),
            low=min(groups[start]),
            high=max(groups[start]),
            n=len(groups[start]),
            run=run,
        )
        for start, run in zip(sorted(groups), numbers, strict=True)
    )
    return means, weeks


def _seams(responses: Sequence[Response]) -> tuple[Seam, ...]:
    seams = []
    for before, after in pairwise(responses):
        if before.version != after.version:
            seams.append(Seam(at=after.happened_at, kind="version"))
        elif before.answers.get(SITUATION) != after.answers.get(SITUATION):
            seams.append(Seam(at=after.happened_at, kind="situation"))
    return tuple(seams)


def _within(events: Sequence[Event], points: Sequence[ScorePoint]) -> tuple[Mark, ...]:
    if not points:
        return ()
    room = max(timedelta(days=14), (points[-1].at - points[0].at) * 0.1)
    first, last = points[0].at - room, points[-1].at + room
    return tuple(Mark(at=e.happened_at, label=e.name) for e in in_order(events) if first <= e.happened_at <= last)
