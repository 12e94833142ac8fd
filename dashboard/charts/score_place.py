"""Where one score stands on its scale: beside one's own usual range, and with ticks at the thirds where it has them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from assessments.language import number, say
from assessments.questionnaire import Band
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture
from dashboard.theme import Palette
from dashboard.view_models.score_series import OwnBand

HEIGHT_PX = 54


def place_picture(
    title: str,
    value: float,
    low: float,
    high: float,
    palette: Palette,
    *,
    bands: Sequence[Band] = (),
    own: OwnBand | None = None,
) -> Picture:
    """One score on the line from `low` to `high`; `bands` give the ticks, on result pages alone."""
    span = high - low
    cuts = [low + band.to_share * span for band in bands if band.to_share < 1]
    names = [{"x": low + (b.from_share + b.to_share) / 2 * span, "label": b.label} for b in bands]
    axis = {"title": None, "values": [low, high], "grid": False, "ticks": False, "domain": False, "labelFlush": True}
    x, y = g.number("x", (low, high), axis), {"value": 26}
    rail = {"type": "rule", "color": palette.border, "strokeWidth": 2}
    tick = {"type": "tick", "color": palette.border, "thickness": 2, "size": 14, "orient": "vertical"}
    usual = {"type": "rule", "color": palette.slate, "opacity": 0.3, "strokeWidth": 16}
    dot = {"type": "point", "shape": "circle", "filled": True, "size": 170, "color": palette.lake, "opacity": 1}
    layers = [g.layer([{"x": low, "x2": high}], rail, x=x, x2={"field": "x2"}, y=y)]
    if own is not None:
        row = {"x": max(low, own.low), "x2": min(high, own.high)}
        layers.append(g.layer([row], usual, x=x, x2={"field": "x2"}, y=y))
    if cuts:
        layers.append(g.layer([{"x": cut} for cut in cuts], tick, x=x, y=y))
        mark = g.words(palette, align="center", baseline="top")
        layers.append(g.layer(names, mark, x=x, y={"value": 40}, text=g.plain("label")))
    layers.append(g.layer([{"x": value}], dot, x=x, y=y))
    shown = number(value, 0 if float(value).is_integer() else 1)
    mark = g.words(palette, color=palette.ink, fontWeight=600, fontSize=14, align="center", baseline="bottom")
    layers.extend(g.label([{"x": value, "label": shown}], mark, palette, x=x, y={"value": 15}))
    return Picture(
        chart=g.drawing(layers, palette, HEIGHT_PX),
        alt_text=_alt_text(title, shown, low, high, own),
        make_table=lambda: pd.DataFrame(
            {say("Scale"): [title], say("Figure"): [value], say("From"): [low], say("To"): [high]}
        ),
        n=1,
        notes=() if own is None else (say("The grey bar is your own usual range."),),
    )


def _alt_text(title: str, shown: str, low: float, high: float, own: OwnBand | None) -> str:
    said = [
        say(
            "{title}: {value}, on a scale from {low} to {high}.",
            title=title,
            value=shown,
            low=number(low),
            high=number(high),
        )
    ]
    if own is not None:
        said.append(say("Your usual range is about {low} to {high}.", low=number(own.low), high=number(own.high)))
    return " ".join(said)
