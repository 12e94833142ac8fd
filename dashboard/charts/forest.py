"""What goes with what as a forest plot: the claimed solid and first, everything else quiet, and all of it counted."""

from __future__ import annotations

from typing import Any

import pandas as pd

from assessments.language import number, say, say_count
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture, Spec
from dashboard.theme import Palette
from dashboard.view_models.forest import Forest, ForestRow

ROW_PX = 40
WIDEST_SDS = 3.0


def forest_picture(found: Forest, palette: Palette) -> Picture:
    """The picture of all that was tested; where nothing could be tested it has no chart and says so."""
    empty = say("There are not yet enough check-ins to look at what goes with what.")
    return Picture(
        chart=_chart(found, palette) if found.shown else None,
        alt_text=_alt_text(found) if found.shown else empty,
        make_table=lambda: _table(found),
        empty_says="" if found.shown else empty,
        n=found.tested,
        notes=_notes(found) if found.shown else (),
    )


def _chart(found: Forest, palette: Palette) -> Spec:
    reach = min(WIDEST_SDS, max(1.0, *(max(abs(row.low), abs(row.high)) for row in found.shown))) * 1.05
    rows = [_row(found, row, len(found.shown) - 1 - i, reach, palette) for i, row in enumerate(found.shown)]
    y = g.number("y", (0, len(rows)))
    axis = {"title": None, "values": [-reach * 0.8, reach * 0.8], "grid": False, "ticks": False, "domain": False}
    sides = {"labelExpr": g.literal([say("← lower"), say("higher →")]) + "[datum.value < 0 ? 0 : 1]"}
    x = g.number("x", (-reach, reach), {**axis, **sides})
    zero = {"type": "rule", "color": palette.border, "strokeWidth": 1}
    line = {"type": "rule", "opacity": 1, "strokeCap": "round", "clip": True}
    name = g.words(palette, baseline="top", dx=2)
    dot = {"type": "point", "shape": "circle", "strokeWidth": 1.6, "opacity": 1}
    drawn = {"stroke": g.raw("colour"), "strokeWidth": g.raw("width", "quantitative")}
    kept = [row for row in rows if row["claimed"]]
    quiet = [row for row in rows if not row["claimed"]]
    layers = [
        g.layer([{"x": 0}], zero, x=x),
        g.layer(rows, line, x={**x, "field": "low"}, x2={"field": "high"}, y=y, tooltip=g.plain("says"), **drawn),
        g.layer(
            rows,
            dot,
            x=x,
            y=y,
            fill=g.raw("fill"),
            stroke=g.raw("colour"),
            size=g.raw("size", "quantitative"),
            tooltip=g.plain("says"),
        ),
    ]
    for group, weight, colour in ((kept, 600, palette.ink), (quiet, 400, palette.slate)):
        mark = {**name, "fontWeight": weight, "color": colour}
        layers.extend(g.label(group, mark, palette, x={"value": 0}, y={**y, "field": "top"}))
    return g.drawing(layers, palette, len(rows) * ROW_PX)


def _row(found: Forest, row: ForestRow, floor: int, reach: float, palette: Palette) -> dict[str, Any]:
    name = row.feature if found.one_score else say("{feature} · {score}", feature=row.feature, score=row.score)
    return {
        "x": max(-reach, min(reach, row.estimate)),
        "low": max(-reach, row.low),
        "high": min(reach, row.high),
        "y": floor + 0.3,
        "top": floor + 0.96,
        "label": g.shorten(name, 48),
        "claimed": row.claimed,
        "colour": palette.lake if row.claimed else palette.slate,
        "fill": palette.lake if row.claimed else palette.card,
        "width": 3.0 if row.claimed else 1.2,
        "size": 80 if row.claimed else 36,
        "says": row.says,
    }


def _counted(found: Forest) -> str:
    return say(
        "Tested {tested}, about {chance} expected by chance alone, {claimed} stand out.",
        tested=number(found.tested),
        chance=number(found.expected_by_chance, 0 if found.expected_by_chance >= 1 else 1),
        claimed=number(found.claimed),
    )


def _alt_text(found: Forest) -> str:
    claims = [row.says for row in found.rows if row.claimed]
    return " ".join([say("What goes with what."), _counted(found), *claims])


def _notes(found: Forest) -> tuple[str, ...]:
    notes = [
        _counted(found),
        say(
            "Each line is the likely range, in your own week-to-week ups and downs; a line across the middle could be "
            "nothing."
        ),
    ]
    if found.claimed < len(found.shown):
        notes.append(say("Thin and hollow: not claimed."))
    hidden = len(found.rows) - len(found.shown)
    if hidden:
        notes.append(say_count("{n} more stands in the table.", "{n} more stand in the table.", hidden))
    notes.append(say("What goes together need not be a cause."))
    return tuple(notes)


def _table(found: Forest) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("Before the check-in"): [row.feature for row in found.rows],
            say("Scale"): [row.score for row in found.rows],
            say("Difference in own SDs"): [round(row.estimate, 2) for row in found.rows],
            say("Lowest likely"): [round(row.low, 2) for row in found.rows],
            say("Highest likely"): [round(row.high, 2) for row in found.rows],
            say("Check-ins"): [row.n for row in found.rows],
            say("With it"): [None if row.numeric else row.n_present for row in found.rows],
            say("Claimed"): [say("yes") if row.claimed else say("no") for row in found.rows],
        }
    )
