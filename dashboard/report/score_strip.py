"""One scale in a strip a few millimetres high: the person's own band, and the check-ins of the span upon it."""

from __future__ import annotations

from typing import Any, Final

from dashboard.charts import grammar as g
from dashboard.charts.picture import Spec
from dashboard.report.choices import Choices
from dashboard.theme import Palette
from dashboard.view_models.moments import DAY_MS, axis_ms
from dashboard.view_models.score_series import ScoreSeries

WIDTH_PX: Final = 260
HEIGHT_PX: Final = 26


def strip_chart(series: ScoreSeries, choices: Choices, palette: Palette) -> Spec:
    """The strip, from the span's first day to its last and over the scale's whole range; without axes or words."""
    start, end = axis_ms(choices.first_day), axis_ms(choices.last_day) + DAY_MS
    x = {"type": "quantitative", "scale": {"domain": [start, end], "nice": False, "zero": False}, "axis": None}
    room = (series.high - series.low) * 0.08
    y = g.number("y", (series.low - room, series.high + room))
    ends = [{"x": start, "x2": end, "y": height} for height in (series.low, series.high)]
    edge = {"type": "rule", "color": palette.rule, "strokeWidth": 0.8}
    layers = [g.layer(ends, edge, x={**x, "field": "x"}, x2={"field": "x2"}, y=y)]
    if series.band is not None:
        band = {"x": start, "x2": end, "y": series.band.low, "y2": series.band.high}
        shade = {"type": "rect", "color": palette.slate, "opacity": 0.2}
        layers.append(g.layer([band], shade, x={**x, "field": "x"}, x2={"field": "x2"}, y=y, y2={"field": "y2"}))
    layers += _points(series, palette, x, y)
    return {
        "$schema": g.SCHEMA,
        "width": WIDTH_PX,
        "height": HEIGHT_PX,
        "background": None,
        "padding": 1,
        "layer": layers,
        "config": {"view": {"stroke": None}},
    }


def _points(series: ScoreSeries, palette: Palette, x: Spec, y: Spec) -> list[Spec]:
    thread = {"type": "line", "color": palette.slate, "opacity": 0.6, "strokeWidth": 0.8}
    if series.means:
        rows = [{"x": axis_ms(mean.from_day), "y": mean.value, "run": mean.run} for mean in series.means]
        dot = {"type": "point", "filled": True, "size": 7, "color": palette.lake, "opacity": 1}
        return [
            g.layer(rows, thread, x={**x, "field": "x"}, y=y, detail=g.plain("run")),
            g.layer(rows, dot, x={**x, "field": "x"}, y=y),
        ]
    dots: list[dict[str, Any]] = [
        {
            "x": axis_ms(point.at),
            "y": point.value,
            "run": point.run,
            "fill": palette.card if point.prorated else palette.lake,
            "size": 12 if len(series.points) > 40 else 24,
        }
        for point in series.points
    ]
    dot = {"type": "point", "filled": True, "stroke": palette.lake, "strokeWidth": 1, "opacity": 1}
    size = g.raw("size", "quantitative")
    return [
        g.layer(dots, thread, x={**x, "field": "x"}, y=y, detail=g.plain("run")),
        g.layer(dots, dot, x={**x, "field": "x"}, y=y, fill=g.raw("fill"), size=size),
    ]
