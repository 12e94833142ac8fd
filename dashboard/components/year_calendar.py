"""One year of check-ins and entries as marked places, with the choice of another year above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dashboard import session
from dashboard.charts.year_calendar import NUMBERED, Grid, Month
from dashboard.components.own_component import noted, own_component
from dashboard.wording import progress as words

KEY: Final = "progress-year"
HTML: Final = (
    '<div class="fb-segments" role="radiogroup"></div><div class="fb-year" role="img"></div><p class="fb-notes"></p>'
)


def chosen_year(years: Sequence[int]) -> int:
    """The year that the person chose, or the newest of these."""
    asked = (session.get(KEY) or {}).get("year")
    return next((year for year in years if year == asked), years[0])


def draw_year_calendar(grid: Grid, years: Sequence[int]) -> None:
    """Draw the grid of the chosen one of the years, and a choice among them where there are several."""
    own_component("year_calendar", HTML, apart=False)(
        data={
            "label": words.WHICH_YEAR(),
            "years": list(years) if len(years) > 1 else [],
            "chosen": chosen_year(years),
            "says": grid.alt_text,
            "numbered": list(NUMBERED),
            "months": [_drawn(month) for month in grid.months],
            "notes": grid.empty_says or " ".join(grid.notes),
        },
        key=KEY,
        default={"year": None},
        on_year_change=noted,
    )


def _drawn(month: Month) -> dict[str, Any]:
    return {
        "name": month.name,
        "days": month.days,
        "marks": {str(day): list(mark) for day, mark in month.marks.items()},
    }
