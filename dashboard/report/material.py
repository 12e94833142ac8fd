"""What the parts of a report are made of: the findings up to its last day, and what of the records is in its span."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.frames import History, ScoreSeries
from assessments.records import Entry, Event, PracticeDone
from dashboard.report.choices import Choices
from dashboard.report.findings import Findings
from dashboard.theme import PRINT, Palette

OWN_AIM = "own-aim"


@dataclass(frozen=True, kw_only=True)
class Material:
    """The findings, what the person chose, and the colours to print in."""

    findings: Findings
    choices: Choices
    palette: Palette = PRINT

    @property
    def history(self) -> History:
        """The records up to the span's last day."""
        return self.findings.history

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

    @property
    def main(self) -> ScoreSeries | None:
        """The scale that has the large chart; None where it has no figure."""
        return next((each for each in self.findings.series if each.key == self.findings.main_scale), None)

    @property
    def aim(self) -> ScoreSeries | None:
        """The ratings of the person's own aim, which stand apart from every other figure."""
        return next((each for each in self.findings.series if each.scale.questionnaire_id == OWN_AIM), None)
