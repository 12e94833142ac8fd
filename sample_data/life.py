"""What the generator hands out: an invented person's records, and the truth that was planted in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessments.records import Entry, Event, PracticeDone, Response

WEEKS = 104
LAST_SUNDAY = date(2026, 11, 15)


@dataclass(frozen=True, kw_only=True)
class Association:
    """A theme whose entries in the seven days before a check-in go with a higher score, in within-person SD."""

    theme: str
    questionnaire: str
    size_sd: float


@dataclass(frozen=True, kw_only=True)
class ThemeTruth:
    """Which free entries speak of a theme; `weeks` count from 0; an episode is a burst that does not come back."""

    id: str
    episode: bool
    weeks: tuple[int, ...]
    entry_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Planted:
    """What is true of the invented person by construction; weeks count from 0, which begins at `first_monday`.

    The change begins at `change_week` and is whole `ramp_weeks` later; `change_size_sd` is in units of `sd_points`,
    the standard deviation of the unchanged score, whose correlation from week to week is `autocorrelation`.
    """

    seed: int
    first_monday: date
    change_questionnaire: str
    change_event: str
    change_week: int
    ramp_weeks: int
    change_size_sd: float
    sd_points: float
    autocorrelation: float
    associations: tuple[Association, ...]
    seam_questionnaire: str
    seam_week: int
    gap_weeks: tuple[int, ...]
    themes: tuple[ThemeTruth, ...]


@dataclass(frozen=True, kw_only=True)
class Sample:
    """Two years of one invented person, each kind of record by instant, oldest first."""

    responses: tuple[Response, ...]
    entries: tuple[Entry, ...]
    practices_done: tuple[PracticeDone, ...]
    events: tuple[Event, ...]
    planted: Planted
