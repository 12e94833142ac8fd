"""What was there in the seven days before each check-in: themes, tags, practices, feelings, sleep and mood."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import numpy as np
import pandas as pd

from analysis.frames import History, ScoreSeries
from analysis.recurrence import PRESENT_AT
from assessments.language import say
from assessments.records import Entry, PracticeDone

WINDOW = timedelta(days=7)
THEME_PRESENT = PRESENT_AT
UNKNOWN = float("nan")
R = TypeVar("R", Entry, PracticeDone)


@dataclass(frozen=True, eq=False)
class Patterns:
    """The frames for `analysis.associations`, on one index of check-in times, and the words for their columns."""

    scores: pd.DataFrame
    features: pd.DataFrame
    names: dict[str, str]


def patterns(history: History, series: Sequence[ScoreSeries]) -> Patterns:
    """Every claimable score beside what the seven days up to and including that moment had in them.

    A column is named by its kind: `theme:…`, `tag:…`, `practice:…`, `feeling:…`, `sleep_hours`, `mood`.
    Absent is told apart from unknown. A tag or feeling is unknown (NaN) where no entry at all falls in those days;
    a theme where none of the entries there has text that was read; a practice where neither an entry nor any
    practice was logged; sleep and mood where they were not noted. Whoever writes nothing has not said "no".
    """
    told = history.until_now()
    moments = sorted(
        {point.response.id: point.response.happened_at for one in series for point in one.claimable}.items(),
        key=lambda named: named[1],
    )
    ids, times = [response_id for response_id, _ in moments], [moment for _, moment in moments]
    index = pd.Index(times, dtype=object)
    scores = pd.DataFrame(
        {
            one.key: pd.Series({point.response.id: point.value for point in one.claimable}, dtype=float).reindex(ids)
            for one in series
        },
        index=ids,
    ).set_axis(index)
    columns, names = _columns(told, times)
    features = pd.DataFrame(columns, index=index, dtype=float)
    return Patterns(scores, features, names | {one.key: one.title for one in series})


def _columns(told: History, times: list[datetime]) -> tuple[dict[str, list[float]], dict[str, str]]:
    entries = _windows(told.entries, times)
    done = _windows(told.practices_done, times)
    columns: dict[str, list[float]] = {}
    names: dict[str, str] = {}
    for tag in sorted({tag for entry in told.entries for tag in entry.tags}):
        names[f"tag:{tag}"] = tag
        columns[f"tag:{tag}"] = [_present(days, partial(_is_tagged, tag=tag)) for days in entries]
    for feeling in sorted({feeling for entry in told.entries for feeling in entry.feelings}):
        known = told.catalogue.feelings.get(feeling)
        names[f"feeling:{feeling}"] = known.label if known else feeling
        columns[f"feeling:{feeling}"] = [_present(days, partial(_names, feeling=feeling)) for days in entries]
    for practice in sorted({each.practice for each in told.practices_done}):
        described = told.catalogue.practices.get(practice)
        names[f"practice:{practice}"] = described.title if described else practice
        columns[f"practice:{practice}"] = [
            float(any(each.practice == practice for each in logged)) if logged or written else UNKNOWN
            for logged, written in zip(done, entries, strict=True)
        ]
    columns |= _themes(told, entries, names)
    columns["sleep_hours"] = [_mean([_sleep(entry) for entry in days]) for days in entries]
    columns["mood"] = [_mean([_mood(entry) for entry in days]) for days in entries]
    names |= {"sleep_hours": say("hours of sleep"), "mood": say("mood")}
    return {name: column for name, column in columns.items() if np.isfinite(column).any()}, names


def _themes(told: History, entries: list[tuple[Entry, ...]], names: dict[str, str]) -> dict[str, list[float]]:
    if told.themes is None:
        return {}
    weights = told.themes.weights
    rows = {str(entry_id): place for place, entry_id in enumerate(weights.index)}
    read = [[rows[entry.id] for entry in days if entry.id in rows] for days in entries]
    columns = {}
    for theme in told.themes.themes:
        if theme.id not in weights.columns:
            continue
        there = weights[theme.id].to_numpy(dtype=float) >= THEME_PRESENT
        names[f"theme:{theme.id}"] = str(theme.name)
        columns[f"theme:{theme.id}"] = [float(there[places].any()) if places else UNKNOWN for places in read]
    return columns


def _windows(records: Sequence[R], times: list[datetime]) -> list[tuple[R, ...]]:
    """The records of the seven days up to each moment; records are oldest first."""
    moments = [record.happened_at for record in records]
    return [tuple(records[bisect_left(moments, time - WINDOW) : bisect_right(moments, time)]) for time in times]


def _present(days: tuple[Entry, ...], holds: Callable[[Entry], bool]) -> float:
    return float(any(holds(entry) for entry in days)) if days else UNKNOWN


def _is_tagged(entry: Entry, tag: str) -> bool:
    return tag in entry.tags


def _names(entry: Entry, feeling: str) -> bool:
    return entry.feelings.get(feeling, 0) > 0


def _sleep(entry: Entry) -> float:
    hours = entry.fields.get("sleep_hours")
    return float(hours) if isinstance(hours, int | float) and not isinstance(hours, bool) else UNKNOWN


def _mood(entry: Entry) -> float:
    return UNKNOWN if entry.mood is None else float(entry.mood)


def _mean(values: list[float]) -> float:
    known = [value for value in values if np.isfinite(value)]
    return sum(known) / len(known) if known else UNKNOWN
