"""How much of a journal each theme fills around a day, and what that says of an entry of that day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

REACH_DAYS = 15.0
ENTRIES_OF_DOUBT = 10.0
STORED_PLACES = 4
DAYS_OF_A_WEEK = 7
FAINTEST = 1e-4
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Course:
    """A journal by weeks from that Monday on: how many entries each week has, and what they hold of each theme.

    `shares` has weeks as rows and theme ids as columns: the sums of the entries' shares.
    """

    monday: pd.Timestamp
    entries: Floats
    shares: pd.DataFrame


def course_of(days: pd.DatetimeIndex, shares: pd.DataFrame) -> Course:
    """The course of entries on these days with these shares (entries × themes, 0 to 1)."""
    monday = (days.min() - pd.Timedelta(days=int(days.min().day_of_week))).normalize()
    weeks = _weeks(days, monday)
    sums = np.zeros((int(weeks.max()) + 1, shares.shape[1]))
    np.add.at(sums, weeks, shares.to_numpy(dtype=float))
    entries = np.bincount(weeks, minlength=len(sums)).astype(float)
    return Course(monday, entries, pd.DataFrame(sums, columns=shares.columns).round(STORED_PLACES))


def with_course(weights: pd.DataFrame, days: pd.DatetimeIndex, course: Course) -> pd.DataFrame:
    """The weights (entries × themes, 0 to 1), raised where a theme fills those weeks and lowered where it is seldom.

    A weight's odds are multiplied by `odds_around` its day; a weight of 0, an entry without a known word, stays 0.
    """
    held = weights.to_numpy(dtype=float)
    sure = np.clip(held, FAINTEST, 1 - FAINTEST)
    places = course.shares.columns.get_indexer(weights.columns)
    odds = sure / (1 - sure) * odds_around(days, course)[:, places]
    return pd.DataFrame(np.where(held > 0, odds / (1 + odds), 0.0), index=weights.index, columns=weights.columns)


def odds_around(days: pd.DatetimeIndex, course: Course) -> Floats:
    """π(t) / π for each day and theme: a theme's share of the entries around that day against its share of all.

    π(t) is the mean over weeks under a normal kernel of 15 days, and ten entries of doubt with the share of all, so
    that few entries say little. By Bayes' rule this is what the time of an entry adds to what its words say.
    """
    shares = course.shares.to_numpy(dtype=float)
    overall = np.maximum(shares.sum(axis=0) / course.entries.sum(), FAINTEST)
    asked, place = np.unique(_weeks(days, course.monday), return_inverse=True)
    weeks_away = np.abs(asked[:, None] - np.arange(len(shares)))
    kernel = np.exp(-0.5 * (DAYS_OF_A_WEEK * np.arange(weeks_away.max() + 1) / REACH_DAYS) ** 2)[weeks_away]
    there = kernel @ shares + ENTRIES_OF_DOUBT * overall
    return np.asarray((there / (kernel @ course.entries + ENTRIES_OF_DOUBT)[:, None] / overall)[place])


def course_to_data(course: Course) -> dict[str, Any]:
    """The course as values that JSON holds."""
    return {
        "monday": course.monday.date().isoformat(),
        "entries": course.entries.astype(int).tolist(),
        "shares": course.shares.to_numpy().tolist(),
    }


def course_from_data(data: dict[str, Any] | None, themes: list[str]) -> Course:
    """The course as it was written; one that says nothing where none was (in formats before 6)."""
    if data is None:
        return Course(pd.Timestamp(0), np.ones(1), pd.DataFrame(np.ones((1, len(themes))), columns=themes))
    entries = np.array(data["entries"], dtype=float)
    shares = np.array(data["shares"], dtype=float).reshape(len(entries), len(themes))
    return Course(pd.Timestamp(data["monday"]), entries, pd.DataFrame(shares, columns=themes))


def _weeks(days: pd.DatetimeIndex, monday: pd.Timestamp) -> npt.NDArray[np.int64]:
    return np.asarray((days - monday).days // DAYS_OF_A_WEEK, dtype=np.int64)
