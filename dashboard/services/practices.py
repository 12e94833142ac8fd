"""Practices: logging one in a tap, taking it back, and the picture of them by week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessments.language import spoken_locale
from assessments.records import PracticeDone
from dashboard import session
from dashboard.services.at_a_glance import at_a_glance
from dashboard.services.belongings import held, version
from dashboard.services.palette import palette
from dashboard.view_models.practice_weeks import practice_weeks

if TYPE_CHECKING:
    from dashboard.charts.picture import Picture


def log(practice_id: str, note: str = "") -> None:
    """Note that a practice was done just now."""
    session.vault().save(PracticeDone(practice=practice_id, note=note, happened_at=session.clock()()))


def done_today(practice_id: str) -> PracticeDone | None:
    """The latest time that the practice was logged today; None where it was not."""
    today = session.clock()().date()
    newest = at_a_glance().newest_practices.get(practice_id)
    return newest if newest is not None and newest.happened_at.date() >= today else None


def take_back(record: PracticeDone) -> None:
    """Take out what was logged by mistake; it can be brought back under Your data."""
    session.vault().remove(record.id)


def weeks() -> Picture:
    """How often each practice was done, week by week, grouped by step."""
    from dashboard.charts.life_events import with_life_events
    from dashboard.charts.practice_weeks import practices_picture  # with pandas, which Today does not wait for

    def draw() -> Picture:
        everything = held()
        catalogue = everything.catalogue
        found = practice_weeks(everything.practices_done, catalogue.practices, list(catalogue.steps.values()))
        return with_life_events(practices_picture(found, palette()), everything.events, palette())

    return session.remembered("practice weeks", (version(), palette(), spoken_locale()), draw)
