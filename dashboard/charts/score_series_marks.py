"""What stands on a score's time axis beside its points: its range, life events and seams."""

from __future__ import annotations

from assessments.language import number, say
from dashboard.charts import grammar as g
from dashboard.charts.picture import Spec
from dashboard.theme import Palette
from dashboard.view_models.moments import DAY_MS, axis_ms
from dashboard.view_models.score_series import Mark, ScoreSeries

NARROW_PX = 260
EVENT_ROWS = 3


def domain(series: ScoreSeries) -> tuple[int, int]:
    """The ends of the time axis in milliseconds, with room for the latest figure at the right."""
    first, last = axis_ms(series.points[0].at), axis_ms(series.points[-1].at)
    events = [axis_ms(event.at) for event in series.events]
    first, last = min([first, *events]), max([last, *events])
    room = max(5 * DAY_MS, round((last - first) * 0.03))
    return first - room, last + (room if series.means else 2 * room)


def event_rows(series: ScoreSeries) -> list[int] | None:
    """The row above the picture for each event label; None where they do not fit and are numbered instead."""
    if not series.points or not series.events:
        return []
    return g.stagger([(_share(series, e), g.shorten(e.label, 28)) for e in series.events], NARROW_PX, EVENT_ROWS)


def _share(series: ScoreSeries, event: Mark) -> float:
    start, end = domain(series)
    return (axis_ms(event.at) - start) / (end - start)


def event_layers(series: ScoreSeries, palette: Palette) -> list[Spec]:
    """A dotted line and its label for each life event."""
    rows_of = event_rows(series)
    layers: list[Spec] = []
    if series.events:
        rule = {"type": "rule", "color": palette.ink, "opacity": 0.55, "strokeWidth": 1, "strokeDash": [2, 3]}
        top = [-4 - g.ROW_PX * row for row in rows_of or [0] * len(series.events)]
        lines = [{"x": axis_ms(e.at), "top": t, "says": e.label} for e, t in zip(series.events, top, strict=True)]
        reach = {"y": {"field": "top", "type": "quantitative", "scale": None}, "y2": {"value": {"expr": "height"}}}
        layers.append(g.layer(lines, rule, x=g.time_x("x"), tooltip=g.plain("says"), **reach))
    for index, event in enumerate(series.events):
        label = number(index + 1) if rows_of is None else g.shorten(event.label, 28)
        row = 0 if rows_of is None else rows_of[index]
        side = g.alignment(_share(series, event))
        mark = g.words(palette, color=palette.ink, align="center" if rows_of is None else side, baseline="bottom", dx=0)
        at = [{"x": axis_ms(event.at), "label": label}]
        layers.append(g.layer(at, mark, x=g.time_x("x"), y={"value": -4 - g.ROW_PX * row}, text=g.plain("label")))
    return layers


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
