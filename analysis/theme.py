"""One theme as a screen shows it, and as the vault keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analysis.naming import Quote
from analysis.recurrence import Direction

_PLAIN = ("id", "name", "recurs", "is_episode", "direction", "n_entries", "n_months", "faint", "hidden", "name_is_own")


@dataclass(frozen=True, kw_only=True, eq=False)
class Theme:
    """One theme: `weeks` is its mean weight by Monday, NaN where nothing was written.

    `n_entries` hold it, in `n_months` calendar months; an episode keeps to one stretch of time, and what neither
    recurs nor is an episode is too seldom for either word. The sentences of a `faint` one have so little in common that
    nothing is claimed of it. `name_is_own` says that the person named it.
    """

    id: str
    name: str
    terms: tuple[str, ...]
    quotes: tuple[Quote, ...]
    weeks: pd.Series[float]
    recurs: bool
    is_episode: bool
    direction: Direction
    n_entries: int
    n_months: int
    faint: bool
    hidden: bool
    name_is_own: bool


def theme_to_data(theme: Theme) -> dict[str, Any]:
    """The theme as values that JSON holds."""
    return {name: getattr(theme, name) for name in _PLAIN} | {
        "terms": list(theme.terms),
        "quotes": [[quote.entry_id, quote.text, quote.written_at.isoformat()] for quote in theme.quotes],
        "first_monday": theme.weeks.index[0].date().isoformat(),
        "weeks": [None if np.isnan(weight) else round(weight, 4) for weight in theme.weeks],
    }


def theme_from_data(data: dict[str, Any]) -> Theme:
    """The theme as it was written."""
    weights = [np.nan if weight is None else weight for weight in data["weeks"]]
    return Theme(
        **{name: data[name] for name in _PLAIN},
        terms=tuple(data["terms"]),
        quotes=tuple(
            Quote(entry_id=entry, text=text, written_at=pd.Timestamp(moment)) for entry, text, moment in data["quotes"]
        ),
        weeks=pd.Series(
            weights, index=pd.date_range(data["first_monday"], periods=len(weights), freq="7D"), dtype=float
        ),
    )
