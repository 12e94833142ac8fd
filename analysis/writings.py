"""Entries as callers have them, made into one clean frame: oldest first, each with its own wall clock."""

from __future__ import annotations

from typing import Any

import pandas as pd


def clean_entries(entries: pd.DataFrame) -> pd.DataFrame:
    """The frame with columns id, written_at, text, quotable and day, sorted by instant, row numbers from 0.

    `written_at`: dates or datetimes, naive (= UTC) or aware, zones may differ; `day` is the naive wall clock of its
    own zone. Missing text counts as empty, missing `quotable` as true. Raises ValueError where a column is missing,
    an id is given twice, or a moment cannot be read.
    """
    missing = {"id", "written_at", "text"} - set(entries.columns)
    if missing:
        raise ValueError(f"entries need the columns {', '.join(sorted(missing))}")
    moments = [_moment(value) for value in entries["written_at"]]
    quotable = entries["quotable"] if "quotable" in entries else pd.Series(True, index=entries.index)
    frame = pd.DataFrame(
        {
            "id": [str(value) for value in entries["id"]],
            "written_at": pd.Series(moments, dtype=object),
            "text": ["" if pd.isna(value) else str(value) for value in entries["text"]],
            "quotable": [bool(value) if pd.notna(value) else True for value in quotable],
            "day": pd.DatetimeIndex([moment.tz_localize(None) for moment in moments]),
            "instant": pd.DatetimeIndex([_utc(moment) for moment in moments]),
        }
    )
    if frame["id"].duplicated().any():
        raise ValueError("an entry's id is given twice")
    ordered = frame.sort_values(["instant", "id"], kind="stable").reset_index(drop=True)
    return ordered.drop(columns="instant")


def _moment(value: Any) -> pd.Timestamp:
    moment = pd.Timestamp(value)
    if pd.isna(moment):
        raise ValueError("an entry has no moment at which it was written")
    return moment


def _utc(moment: pd.Timestamp) -> pd.Timestamp:
    return moment.tz_localize(None) if moment.tzinfo is None else moment.tz_convert("UTC").tz_localize(None)
