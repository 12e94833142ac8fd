"""The score over time: one's own band first, then the check-ins, and a line only where it is claimed."""

from __future__ import annotations

from typing import Any

from assessments.language import day, number, say
from dashboard.charts import grammar as g
from dashboard.charts.life_events import event_layers, event_notes
from dashboard.charts.picture import Picture, Spec
from dashboard.charts.score_series_marks import domain, seam_layers
from dashboard.charts.score_series_words import alt_text, empty_says, notes, table
from dashboard.theme import Palette
from dashboard.view_models.moments import DAY_MS, axis_ms
from dashboard.view_models.score_series import Mean, ScorePoint, ScoreSeries

HEIGHT_PX = 250


def score_picture(series: ScoreSeries, palette: Palette, *, height_px: int = HEIGHT_PX) -> Picture:
    """The picture of one scale over time; without points it has no chart and says what is missing."""
    return Picture(
        chart=_chart(series, palette, height_px) if series.points else None,
        alt_text=alt_text(series),
        make_table=lambda: table(series),
        empty_says="" if series.points else empty_says(series),
        n=len(series.points),
        notes=(*notes(series), *event_notes(series.events, domain(series))) if series.points else (),
    )


def _chart(series: ScoreSeries, palette: Palette, height_px: int) -> Spec:
    layers = [
        g.time_frame(domain(series)),
        *_band(series, palette),
        *seam_layers(series, palette),
        *event_layers(series.events, domain(series), palette),
        *_thread(series, palette),
        *_trend(series, palette),
        *(_mean_marks(series, palette) if series.means else _point_marks(series, palette)),
        *_latest(series, palette),
    ]
    return g.drawing(layers, palette, height_px)


def _y(series: ScoreSeries, palette: Palette, field: str = "y") -> Spec:
    heights = [height for height, _ in series.words] or [series.low, (series.low + series.high) / 2, series.high]
    lines = {_plain(height): _tick_lines(height, word, series) for height, word in series.words}
    axis = {
        "title": None,
        "values": heights,
        "grid": True,
        "gridOpacity": 0.7,
        "domain": False,
        "ticks": False,
        "labelExpr": f"({g.literal(lines)})[datum.value] || datum.label" if lines else "datum.label",
        "labelColor": palette.slate,
    }
    return g.number(field, (series.low, series.high), axis)


def _tick_lines(height: float, word: str, series: ScoreSeries) -> list[str] | str:
    """The figure above its word; the lowest on one line, to stay clear of the dates beneath it."""
    if height == series.low:
        return say("{figure} {word}", figure=number(height), word=word)
    return [number(height), *g.wrap(word, 9)]


def _plain(height: float) -> str:
    return str(int(height)) if float(height).is_integer() else str(height)


def _band(series: ScoreSeries, palette: Palette) -> list[Spec]:
    if series.band is None:
        return []
    start, end = domain(series)
    row = {"x": start, "x2": end, "y": max(series.low, series.band.low), "y2": min(series.high, series.band.high)}
    shade = {"type": "rect", "color": palette.slate, "opacity": 0.16}
    edge = {"type": "rule", "color": palette.slate, "opacity": 0.45, "strokeWidth": 1}
    right, above = _quietest_corner(series)
    label = g.words(
        palette,
        align="right" if right else "left",
        baseline="bottom" if above else "top",
        dx=-4 if right else 4,
        dy=-3 if above else 4,
    )
    at = {"x": end if right else start, "y": row["y2"] if above else row["y"], "label": say("your usual range")}
    return [
        g.layer([row], shade, x=g.time_x("x"), x2={"field": "x2"}, y=_y(series, palette), y2={"field": "y2"}),
        g.layer([row], edge, x=g.time_x("x"), x2={"field": "x2"}, y=_y(series, palette)),
        g.layer([row], edge, x=g.time_x("x"), x2={"field": "x2"}, y=_y(series, palette, "y2")),
        *g.label([at], label, palette, x=g.time_x("x"), y=_y(series, palette)),
    ]


def _quietest_corner(series: ScoreSeries) -> tuple[bool, bool]:
    """Whether the band's label stands at the right, and whether above it: where the fewest points lie."""
    assert series.band is not None
    bottom, top = series.band.low, series.band.high
    start, end = domain(series)
    reach, step = (end - start) * 0.36, (series.high - series.low) * 0.1
    beside = {True: (top, top + step), False: (bottom - step, bottom)}
    crowds = {(True, True): 0.0, (True, False): 0.0, (False, True): 0.0, (False, False): 0.0}
    for above, (low, high) in beside.items():
        places = [axis_ms(point.at) for point in series.points if low <= point.value <= high]
        outside = 1000.0 if high > series.high or low < series.low else 0.0
        crowds[True, above] = outside + sum(end - at < reach for at in places)
        crowds[False, above] = outside + sum(at - start < reach for at in places)
    return min(crowds, key=crowds.__getitem__)


def _thread(series: ScoreSeries, palette: Palette) -> list[Spec]:
    """A thin thread through check-ins that follow each other; where it breaks, there was a pause."""
    if series.means:
        rows = [{"x": _middle(m), "y": m.value, "run": m.run} for m in series.means]
    else:
        rows = [{"x": axis_ms(p.at), "y": p.value, "run": p.run} for p in series.points]
    mark = {"type": "line", "color": palette.slate, "opacity": 0.45, "strokeWidth": 1}
    return [g.layer(rows, mark, x=g.time_x("x"), y=_y(series, palette), detail=g.plain("run"))]


def _point_marks(series: ScoreSeries, palette: Palette) -> list[Spec]:
    rows = [_point_row(series, point, palette, index) for index, point in enumerate(series.points)]
    mark = {"type": "point", "filled": True, "strokeWidth": 1.6, "opacity": 1}
    tips = {"tooltip": g.plain("says"), "shape": g.raw("shape"), "fill": g.raw("fill"), "stroke": g.raw("stroke")}
    size = g.raw("size", "quantitative")
    layers = [g.layer(rows, mark, x=g.time_x("x"), y=_y(series, palette), size=size, **tips)]
    told = [row for row, point in zip(rows, series.points, strict=True) if point.because_something_happened]
    if told:
        flag = {
            "type": "point",
            "shape": "triangle-down",
            "filled": True,
            "size": 34,
            "color": palette.ink,
            "yOffset": -11,
        }
        layers.append(g.layer(told, flag, x=g.time_x("x"), y=_y(series, palette)))
    return layers


def _point_row(series: ScoreSeries, point: ScorePoint, palette: Palette, index: int) -> dict[str, Any]:
    is_first_ever = index == 0 and series.from_the_first and len(series.points) > 1
    colour = palette.slate if is_first_ever else palette.lake
    many = len(series.points) > 60
    return {
        "x": axis_ms(point.at),
        "y": point.value,
        "shape": "square" if is_first_ever else "diamond" if point.backfilled else "circle",
        "fill": palette.card if point.prorated else colour,
        "stroke": colour,
        "size": (14 if many else 26) if point.overlapping else (26 if many else 52),
        "says": say("{day}: {value}", day=day(point.at.date()), value=number(point.value, _digits(point.value))),
    }


def _mean_marks(series: ScoreSeries, palette: Palette) -> list[Spec]:
    rows = [
        {
            "x": _middle(mean),
            "y": mean.value,
            "low": mean.low,
            "high": mean.high,
            "says": say(
                "{first} to {last}: {value} on average of {n}",
                first=day(mean.from_day),
                last=day(mean.to_day),
                value=number(mean.value, 1),
                n=number(mean.n),
            ),
        }
        for mean in series.means
    ]
    reach = {"type": "rule", "color": palette.lake, "opacity": 0.35, "strokeWidth": 1.5}
    dot = {"type": "point", "filled": True, "shape": "circle", "size": 22, "color": palette.lake, "opacity": 1}
    return [
        g.layer(rows, reach, x=g.time_x("x"), y=_y(series, palette, "low"), y2={"field": "high"}),
        g.layer(rows, dot, x=g.time_x("x"), y=_y(series, palette), tooltip=g.plain("says")),
    ]


def _middle(mean: Mean) -> int:
    return (axis_ms(mean.from_day) + axis_ms(mean.to_day) + DAY_MS) // 2


def _trend(series: ScoreSeries, palette: Palette) -> list[Spec]:
    if series.trend is None:
        return []
    rows = [{"x": axis_ms(at), "low": low, "y": centre, "high": high} for at, low, centre, high in series.trend.points]
    spread = {"type": "area", "color": palette.lake, "opacity": 0.22, "clip": True}
    line = {"type": "line", "color": palette.lake, "strokeWidth": 2.5, "clip": True}
    return [
        g.layer(rows, spread, x=g.time_x("x"), y=_y(series, palette, "low"), y2={"field": "high"}),
        g.layer(rows, line, x=g.time_x("x"), y=_y(series, palette)),
    ]


def _latest(series: ScoreSeries, palette: Palette) -> list[Spec]:
    last = series.points[-1]
    row = {"x": axis_ms(last.at), "y": last.value, "label": number(last.value, _digits(last.value))}
    mark = g.words(palette, color=palette.ink, fontWeight=600, fontSize=14, dx=8)
    return [] if series.means else g.label([row], mark, palette, x=g.time_x("x"), y=_y(series, palette))


def _digits(value: float) -> int:
    return 0 if float(value).is_integer() else 1
