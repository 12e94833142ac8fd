"""Entries as callers have them, made into one clean frame: oldest first, each with its own wall clock."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd


def clean_entries(entries: pd.DataFrame) -> pd.DataFrame:
    """The frame with columns id, written_at, text, quotable and day, sorted by instant, row numbers from 0.

    `written_at`: dates or datetimes, naive (= UTC) or aware, zones may differ; `day` is the naive wall clock of its
    own zone. Missing text counts as empty, missing `quotable` as true. Of an id given twice the last row counts; an
    entry whose moment cannot be read is left out. Raises ValueError where a column is missing.
    """
    missing = {"id", "written_at", "text"} - set(entries.columns)
    if missing:
        raise ValueError(f"entries need the columns {', '.join(sorted(missing))}")
    read = [_moment(value) for value in entries["written_at"]]
    last = ~entries["id"].astype(str).duplicated(keep="last").to_numpy()
    kept = last & np.array([moment is not None for moment in read], dtype=bool)
    entries = entries[kept]
    moments = [moment for moment, stays in zip(read, kept, strict=True) if moment is not None and stays]
    quotable = entries["quotable"] if "quotable" in entries else pd.Series(True, index=entries.index)
    frame = pd.DataFrame(
        {
            "id": [str(value) for value in entries["id"]],
            "written_at": pd.Series(moments, dtype=object),
            "text": ["" if pd.isna(value) else _whole_characters(str(value)) for value in entries["text"]],
            "quotable": [bool(value) if pd.notna(value) else True for value in quotable],
            "day": pd.DatetimeIndex([moment.tz_localize(None) for moment in moments]),
            "instant": pd.DatetimeIndex([_utc(moment) for moment in moments]),
        }
    )
    ordered = frame.sort_values(["instant", "id"], kind="stable").reset_index(drop=True)
    return ordered.drop(columns="instant")


def _whole_characters(text: str) -> str:
    """The text with halves of characters replaced, which no file could hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _moment(value: Any) -> pd.Timestamp | None:
    try:
        moment = pd.Timestamp(value)
    except (ValueError, TypeError):
        return None
    return None if pd.isna(moment) else moment


def _utc(moment: pd.Timestamp) -> pd.Timestamp:
    return moment.tz_localize(None) if moment.tzinfo is None else moment.tz_convert("UTC").tz_localize(None)
