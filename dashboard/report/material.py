"""A person's records as a report reads them: everything up to its last day, and what of it lies in its span."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from analysis.frames import MAIN_SCALE, History, ScoreSeries, error_shares, score_series
from analysis.insights import standings
from analysis.results import Standing
from assessments.records import Entry, Event, PracticeDone
from dashboard.report.choices import Choices
from dashboard.theme import Palette

OWN_AIM = "own-aim"


@dataclass(frozen=True, kw_only=True)
class Material:
    """What the parts of a report are made of; `history` ends with the span, and series are whole up to there.

    A band and a claim rest on every check-in up to the last day: they would mean less if each span had its own.
    """

    history: History
    choices: Choices
    main_scale: str
    palette: Palette
    series: tuple[ScoreSeries, ...]
    standings: dict[str, Standing]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries about days in the span."""
        return tuple(each for each in self.history.entries if self.choices.holds(each.happened_at))

    @property
    def practices_done(self) -> tuple[PracticeDone, ...]:
        """The practices done in the span."""
        return tuple(each for each in self.history.practices_done if self.choices.holds(each.happened_at))

    @property
    def events(self) -> tuple[Event, ...]:
        """The life events in the span."""
        return tuple(each for each in self.history.events if self.choices.holds(each.happened_at))


def material(history: History, choices: Choices, palette: Palette, main_scale: str = MAIN_SCALE) -> Material:
    """The records up to the end of the span's last day, and what is known of the scales there."""
    told = _until(history.until_now(), choices)
    series = score_series(told)
    return Material(
        history=told,
        choices=choices,
        main_scale=main_scale,
        palette=palette,
        series=series,
        standings=standings(series, error_shares(told.catalogue, main_scale)),
    )


def _until(told: History, choices: Choices) -> History:
    def lies_before(moment: datetime) -> bool:
        return moment.date() <= choices.last_day

    return replace(
        told,
        responses=tuple(each for each in told.responses if lies_before(each.happened_at)),
        entries=tuple(each for each in told.entries if lies_before(each.happened_at)),
        practices_done=tuple(each for each in told.practices_done if lies_before(each.happened_at)),
        events=tuple(each for each in told.events if lies_before(each.happened_at)),
    )
