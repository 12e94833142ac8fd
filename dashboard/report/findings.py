"""What is found in a person's records up to a day, each worked out when a part first asks for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from analysis.frames import MAIN_SCALE, History, ScoreSeries, error_shares, score_series
from analysis.insights import standings, what_goes_with_what
from analysis.results import Association, Standing
from analysis.theme_collection import Themes
from dashboard.report.theme_names import without_people


@dataclass(frozen=True, eq=False)
class Findings:
    """The records up to the end of a report's last day, and what the analyses say of all of them.

    A band and a claim rest on every check-in up to that day: they would mean less if each span had its own.
    """

    history: History
    main_scale: str = MAIN_SCALE

    @cached_property
    def series(self) -> tuple[ScoreSeries, ...]:
        """Every scale that has a figure."""
        return score_series(self.history)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """How each scale stands on the last day, by its key, where there are check-ins enough."""
        return standings(self.series, error_shares(self.history.catalogue, self.main_scale))

    @cached_property
    def pairs(self) -> list[Association]:
        """Everything tested of what goes with what."""
        return what_goes_with_what(self.history, self.series) if self.series else []

    def work_out(self) -> Findings:
        """The same with everything worked out, so that no part of a report waits for it."""
        _ = self.standings, self.pairs
        return self


def look_into(history: History, last_day: date, main_scale: str = MAIN_SCALE) -> Findings:
    """The findings of a history up to the end of that day, by the calendar of the place where each record was."""
    told = history.until_now()

    def lies_before(moment: datetime) -> bool:
        return moment.date() <= last_day

    return Findings(
        replace(
            told,
            responses=tuple(each for each in told.responses if lies_before(each.happened_at)),
            entries=tuple(each for each in told.entries if lies_before(each.happened_at)),
            practices_done=tuple(each for each in told.practices_done if lies_before(each.happened_at)),
            events=tuple(each for each in told.events if lies_before(each.happened_at)),
            themes=without_people(told.themes) if isinstance(told.themes, Themes) else None,
        ),
        main_scale,
    )
