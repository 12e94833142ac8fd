"""A person's records made into series and frames: scores over time, and what was there in the days before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import groupby
from typing import Any, Protocol, TypeVar

import numpy as np
import pandas as pd

from analysis.series import Floats
from assessments.answers import as_value
from assessments.catalogue import Catalogue
from assessments.questionnaire import SITUATION, Questionnaire
from assessments.records import Entry, Event, PracticeDone, Response
from assessments.scales import scale_items
from assessments.scoring import TOTAL, Scale, Score, scales, score

MAIN_SCALE = f"emotional-safety.{TOTAL}"
MAIN_SHARE = 0.5


class ThemeWeights(Protocol):
    """What is read of `analysis.themes.Themes` here: its themes, and weights by entry id (rows) and theme id."""

    @property
    def themes(self) -> Sequence[Any]: ...
    @property
    def weights(self) -> pd.DataFrame: ...


def score_response(questionnaire: Questionnaire, response: Response) -> Score:
    """The score of one response."""
    return score(questionnaire, response.answers)


@dataclass(frozen=True)
class History:
    """Everything a person left behind, with the content it answers; records after `now` are left out.

    `score` may be one that knows what it has scored before.
    """

    catalogue: Catalogue
    responses: Sequence[Response]
    entries: Sequence[Entry]
    practices_done: Sequence[PracticeDone]
    events: Sequence[Event]
    themes: ThemeWeights | None = None
    now: datetime | None = None
    score: Callable[[Questionnaire, Response], Score] = score_response

    def until_now(self) -> History:
        """The same with only what lies at or before `now`, each kind oldest first."""
        return replace(
            self,
            responses=_past(self.responses, self.now),
            entries=_past(self.entries, self.now),
            practices_done=_past(self.practices_done, self.now),
            events=_past(self.events, self.now),
        )


R = TypeVar("R", Response, Entry, PracticeDone, Event)


def _past(records: Sequence[R], now: datetime | None) -> tuple[R, ...]:
    kept = [record for record in records if now is None or record.happened_at <= now]
    return tuple(sorted(kept, key=lambda record: record.happened_at))


@dataclass(frozen=True, kw_only=True)
class ScorePoint:
    """One score in its series.

    `is_first`: the questionnaire's first response ever, left out of claims. `after_seam`: the version or the
    situation differs from the point before. `overlaps`: it looks back on days that the one before covered too.
    `answers` are those to the scale's items, in their order, as they count (a reversed item the other way round).
    """

    response: Response
    value: float
    prorated: bool
    is_first: bool
    after_seam: bool
    overlaps: bool
    answers: tuple[int | None, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ScoreSeries:
    """One scale over time, oldest first."""

    scale: Scale
    title: str
    points: tuple[ScorePoint, ...]

    @property
    def key(self) -> str:
        """The scale's name across questionnaires, "codependence.total"."""
        return self.scale.key

    @cached_property
    def claimable(self) -> tuple[ScorePoint, ...]:
        """The points that a claim may rest on: since the last seam, without the questionnaire's first response.

        A changed wording or situation may move the figures by itself, so nothing is claimed across it.
        """
        last = max((place for place, point in enumerate(self.points) if point.after_seam), default=0)
        return tuple(point for point in self.points[last:] if not point.is_first)

    @property
    def times(self) -> list[datetime]:
        """When the claimable points were about."""
        return [point.response.happened_at for point in self.claimable]

    @property
    def values(self) -> list[float]:
        """The claimable points' figures."""
        return [point.value for point in self.claimable]

    @property
    def answers(self) -> Floats | None:
        """The claimable points' answers, (points, items), NaN = none; None where no point has any."""
        rows = [point.answers for point in self.claimable]
        if not rows or not all(rows):
            return None
        return np.array([[np.nan if answer is None else answer for answer in row] for row in rows], dtype=np.float64)


def score_series(history: History) -> tuple[ScoreSeries, ...]:
    """Every scale that has a figure, in the catalogue's order; responses to unknown versions are left out."""
    by_questionnaire: dict[str, list[Response]] = {}
    for response in _past(history.responses, history.now):
        by_questionnaire.setdefault(response.questionnaire, []).append(response)
    found = []
    for questionnaire in history.catalogue.newest_questionnaires():
        answered = _scored(history, by_questionnaire.get(questionnaire.id, []))
        for scale in scales(questionnaire):
            points = _points(answered, scale.id)
            if points:
                title = questionnaire.title if scale.id == TOTAL else f"{questionnaire.title}: {scale.title}"
                found.append(ScoreSeries(scale=scale, title=title, points=points))
    return tuple(found)


def _scored(history: History, responses: list[Response]) -> list[tuple[Response, Score, Questionnaire]]:
    found = []
    for response in responses:
        questionnaire = history.catalogue.questionnaires.get((response.questionnaire, response.version))
        if questionnaire is not None:
            found.append((response, history.score(questionnaire, response), questionnaire))
    return found


def _points(answered: list[tuple[Response, Score, Questionnaire]], scale_id: str) -> tuple[ScorePoint, ...]:
    points: list[ScorePoint] = []
    versions = {questionnaire.version: questionnaire for _, _, questionnaire in answered}
    items = {version: _items(questionnaire, scale_id) for version, questionnaire in versions.items()}
    for place, (response, scored, questionnaire) in enumerate(answered):
        value = scored.total if scale_id == TOTAL else scored.subscales.get(scale_id)
        if value is None:
            continue
        before = points[-1].response if points else None
        points.append(
            ScorePoint(
                response=response,
                value=value,
                prorated=scale_id in scored.prorated_scales,
                is_first=place == 0,
                after_seam=before is not None and _kind(before) != _kind(response),
                overlaps=before is not None
                and (response.happened_at - before.happened_at).days < questionnaire.recall_days,
                answers=_answers(items[response.version], response),
            )
        )
    return tuple(points)


@dataclass(frozen=True)
class _Items:
    """A scale's item ids, and which of them are reversed, by place; `turn` is the sum to take their answers from."""

    ids: tuple[str, ...]
    reversed: tuple[int, ...]
    turn: int


def _items(questionnaire: Questionnaire, scale_id: str) -> _Items:
    ids = scale_items(questionnaire).get(scale_id, ())
    is_reversed = {item.id: item.reverse for item in questionnaire.items}
    places = tuple(place for place, item_id in enumerate(ids) if is_reversed[item_id])
    return _Items(ids, places, questionnaire.lowest_value + questionnaire.highest_value)


def _answers(items: _Items, response: Response) -> tuple[int | None, ...]:
    given = response.answers.get
    values = [as_value(given(item_id)) for item_id in items.ids]
    for place in items.reversed:
        value = values[place]
        values[place] = None if value is None else items.turn - value
    return tuple(values)


def _kind(response: Response) -> tuple[int, object]:
    return response.version, response.answers.get(SITUATION)


def error_shares(catalogue: Catalogue, main: str = MAIN_SCALE) -> dict[str, float]:
    """Each scale's part of the person's error budget: half for the main one, the rest in equal parts.

    Every scale that the catalogue offers counts, answered or not, so that no share grows or shrinks on the way.
    """
    keys = [scale.key for questionnaire in catalogue.newest_questionnaires() for scale in scales(questionnaire)]
    if main not in keys or len(keys) == 1:
        return {key: 1.0 / len(keys) for key in keys}
    rest = (1.0 - MAIN_SHARE) / (len(keys) - 1)
    return {key: MAIN_SHARE if key == main else rest for key in keys}


def item_answers(history: History, questionnaire_id: str) -> pd.DataFrame:
    """The answers as numbers since the last seam, without the first response: happened_at × item ids, NaN = none."""
    told = history.until_now()
    responses = [response for response in told.responses if response.questionnaire == questionnaire_id]
    runs = [list(run) for _, run in groupby(enumerate(responses), key=lambda numbered: _kind(numbered[1]))]
    if not runs:
        return pd.DataFrame()
    kept = [response for place, response in runs[-1] if place > 0]
    questionnaire = told.catalogue.questionnaires.get((questionnaire_id, runs[-1][0][1].version))
    if not kept or questionnaire is None:
        return pd.DataFrame()
    return pd.DataFrame(
        [{item.id: _number(response.answers.get(item.id)) for item in questionnaire.items} for response in kept],
        index=pd.Index([response.happened_at for response in kept], dtype=object),
    )


def _number(answer: object) -> float:
    return float(answer) if isinstance(answer, int) and not isinstance(answer, bool) else float("nan")
