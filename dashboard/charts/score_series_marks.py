"""The ends of a score's time axis, and the seams on it."""

from __future__ import annotations

from assessments.language import say
from dashboard.charts import grammar as g
from dashboard.charts.picture import Spec
from dashboard.theme import Palette
from dashboard.view_models.moments import DAY_MS, axis_ms
from dashboard.view_models.score_series import ScoreSeries


def domain(series: ScoreSeries) -> tuple[int, int]:
    """The ends of the time axis in milliseconds, with room for the latest figure at the right."""
    first, last = axis_ms(series.points[0].at), axis_ms(series.points[-1].at)
    events = [axis_ms(event.at) for event in series.events]
    first, last = min([first, *events]), max([last, *events])
    room = max(5 * DAY_MS, round((last - first) * 0.03))
    return first - room, last + (room if series.means else 2 * room)


def seam_layers(series: ScoreSeries, palette: Palette) -> list[Spec]:
    """A dashed line where the wording or the situation changed."""
    if not series.seams:
        return []
    names = {"version": say("new wording"), "situation": say("situation changed")}
    rows = [{"x": axis_ms(seam.at) - DAY_MS, "label": names[seam.kind]} for seam in series.seams]
    rule = {"type": "rule", "color": palette.plum, "strokeWidth": 1.2, "strokeDash": [6, 3]}
    mark = g.words(palette, color=palette.plum, baseline="bottom", dx=4, dy=-3)
    layers = [g.layer(rows, rule, x=g.time_x("x"), tooltip=g.plain("label"))]
    if len(rows) <= 3:
        layers.append(g.layer(rows, mark, x=g.time_x("x"), y={"value": {"expr": "height"}}, text=g.plain("label")))
    return layers
