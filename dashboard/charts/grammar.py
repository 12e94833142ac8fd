"""The few Vega-Lite pieces that all pictures are put together from, as plain dictionaries.

Dictionaries instead of Altair objects: the same chart takes 3 ms instead of 40, and Altair is never imported.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from babel import Locale

from assessments.language import spoken_locale
from dashboard.charts.picture import Spec
from dashboard.theme import SANS, Palette
from dashboard.view_models.moments import DAY_MS
from dashboard.view_models.shortened import shorten as shorten

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.1.0.json"
LABEL_PX = 12
ROW_PX = 15
CHARACTER_PX = 6.3


def drawing(layers: Sequence[Spec], palette: Palette, height_px: float) -> Spec:
    """A whole specification: the layers, as wide as their container, on a transparent ground, with no menu."""
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": round(height_px),
        "background": "transparent",
        "padding": {"left": 2, "right": 6, "top": 6, "bottom": 2},
        "autosize": {"type": "fit-x", "contains": "padding"},
        "layer": list(layers),
        "resolve": {"scale": {"color": "independent", "size": "independent", "shape": "independent"}},
        "config": _config(palette),
        "usermeta": {"embedOptions": {"actions": False}},
    }


def layer(values: Sequence[dict[str, Any]], mark: Spec, **encoding: Any) -> Spec:
    """One layer: of its rows the fields that are drawn, a mark, and the channels as keywords."""
    fields = {channel["field"] for channel in encoding.values() if "field" in channel}
    rows = [{name: _short(row[name]) for name in row if name in fields} for row in values]
    return {"data": {"values": rows}, "mark": {"tooltip": None, "aria": False, **mark}, "encoding": encoding}


def _short(value: Any) -> Any:
    """A fraction to four decimals: finer than a pixel, and far less to send."""
    return round(value, 4) if isinstance(value, float) else value


def time_frame(domain: tuple[int, int]) -> Spec:
    """The first layer of every picture over time: it draws nothing and holds the time axis and both its ends.

    The ends are rows and no `domain`: Vega-Lite writes a time domain as a call that the interpreter in Streamlit's
    pages gets wrong.
    """
    axis = {
        "title": None,
        "grid": False,
        "labelOverlap": "greedy",
        "labelSeparation": 8,
        "labelBound": True,
        "labelFlush": True,
        "tickCount": {"expr": "max(3, min(9, width / 70))"},
        "format": _time_formats(spoken_locale(), domain[1] - domain[0] < 120 * DAY_MS),
    }
    unseen = {"type": "point", "opacity": 0, "size": 0}
    return layer([{"x": end} for end in domain], unseen, x={**time_x("x"), "axis": axis})


def time_ends(chart: Spec) -> tuple[int, int]:
    """Both ends of the time axis of a picture that begins with a time frame, in milliseconds."""
    first, last = chart["layer"][0]["data"]["values"]
    return first["x"], last["x"]


def time_x(field: str) -> Spec:
    """A time channel over milliseconds of wall-clock time, on the axis of the picture's time frame."""
    return {"field": field, "type": "temporal", "scale": {"type": "utc", "nice": False}, "title": None}


def number(field: str, domain: tuple[float, float], axis: Spec | None = None, **more: Any) -> Spec:
    """A number channel over a fixed range; without an axis unless one is given."""
    scale = {"domain": list(domain), "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": axis, **more}


def plain(field: str) -> Spec:
    """A text or tooltip channel that shows the field as it stands."""
    return {"field": field, "type": "nominal"}


def raw(field: str, kind: str = "nominal") -> Spec:
    """A channel whose field already holds the colour, shape, size or opacity to draw with."""
    return {"field": field, "type": kind, "scale": None, "legend": None}


def words(palette: Palette, **more: Any) -> Spec:
    """A text mark in quiet ink, clipped nowhere, at label size."""
    return {"type": "text", "fontSize": LABEL_PX, "color": palette.slate, "align": "left", **more}


def text_px(text: str) -> float:
    """About how wide the text stands at label size."""
    return len(text) * CHARACTER_PX


def label(values: Sequence[dict[str, Any]], mark: Spec, palette: Palette, **encoding: Any) -> list[Spec]:
    """The field "label" as text, with a halo in the card's colour so that it reads across points and lines."""
    halo = {**mark, "stroke": palette.card, "strokeWidth": 4, "strokeJoin": "round", "opacity": 0.85}
    return [layer(values, each, text=plain("label"), **encoding) for each in (halo, mark)]


def literal(value: object) -> str:
    """The value as a Vega expression writes it; never for a person's own words."""
    return json.dumps(value, ensure_ascii=False)


def wrap(text: str, longest: int) -> list[str]:
    """The text in lines of at most that many characters, broken between words; a longer word stays whole."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= longest:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def stagger(places: Sequence[tuple[float, str]], width_px: float, rows: int) -> list[int] | None:
    """The row in which each label fits (places are shares of the width, in order); None when they do not fit."""
    ends = [-1.0] * rows
    chosen: list[int] = []
    for share, label in places:
        start = _label_start(share * width_px, text_px(label), width_px)
        row = next((r for r in range(rows) if ends[r] <= start), None)
        if row is None:
            return None
        ends[row] = start + text_px(label) + 8
        chosen.append(row)
    return chosen


def alignment(share: float) -> str:
    """How a label at that share of the width is set so that it stays inside the picture."""
    return "left" if share < 0.5 else "right"


def _label_start(x: float, length: float, width: float) -> float:
    return x if x < width / 2 else x - length


def _config(palette: Palette) -> Spec:
    return {
        "aria": False,
        "font": SANS,
        "view": {"stroke": None},
        "axis": {
            "labelColor": palette.slate,
            "titleColor": palette.slate,
            "labelFontSize": LABEL_PX,
            "titleFontSize": LABEL_PX,
            "titleFontWeight": "normal",
            "gridColor": palette.rule,
            "domainColor": palette.border,
            "tickColor": palette.border,
            "tickSize": 4,
            "labelPadding": 4,
        },
        "text": {"color": palette.ink},
        "locale": _locale(spoken_locale()),
    }


@cache
def _locale(name: str) -> Spec:
    known = Locale.parse(name)
    months, days = known.months["stand-alone"], known.days["stand-alone"]
    periods = known.day_periods["format"]["wide"]
    sunday_first = (6, 0, 1, 2, 3, 4, 5)
    symbols = known.number_symbols.get("latn", known.number_symbols)
    return {
        "number": {
            "decimal": symbols["decimal"],
            "thousands": symbols["group"],
            "grouping": [3],
            "currency": ["", ""],
        },
        "time": {
            "dateTime": "%x, %X",
            "date": "%Y-%m-%d",
            "time": "%H:%M",
            "periods": [periods.get("am", "AM"), periods.get("pm", "PM")],
            "days": [days["wide"][d] for d in sunday_first],
            "shortDays": [days["abbreviated"][d] for d in sunday_first],
            "months": [months["wide"][m] for m in range(1, 13)],
            "shortMonths": [months["abbreviated"][m] for m in range(1, 13)],
        },
    }


@cache
def _time_formats(name: str, with_days: bool) -> dict[str, str]:
    pattern = str(Locale.parse(name).datetime_skeletons["MMMd"].pattern)
    day = re.sub(r"'([^']*)'|[ML]+|d+", _day_or_month, pattern)
    month = day if with_days else "%b"
    return {"year": "%Y", "quarter": month, "month": month, "week": day, "date": day, "day": day, "hours": "%H:%M"}


def _day_or_month(found: re.Match[str]) -> str:
    letters = found.group(0)
    if letters.startswith("'"):
        return found.group(1)
    if letters.startswith("d"):
        return "%-d" if len(letters) == 1 else "%d"
    return "%-m" if len(letters) == 1 else "%m" if len(letters) == 2 else "%b"
