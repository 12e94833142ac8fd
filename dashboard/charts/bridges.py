"""Bridges by week, one row each: kept above the line, partly on it, not this time below."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pandas as pd

from assessments.language import day, number, say, say_count
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture, Spec
from dashboard.theme import Palette
from dashboard.view_models.bridges import Bridge, BridgeMark, Bridges, Outcome
from dashboard.view_models.moments import axis_ms

ROW_PX = 68
MOST_ROWS = 10
HEIGHTS: dict[Outcome, float] = {"kept": 0.5, "partly": 0.3, "not_this_time": 0.1}
SHAPES: dict[Outcome, str] = {"kept": "circle", "partly": "diamond", "not_this_time": "square"}


def bridges_picture(found: Bridges, palette: Palette) -> Picture:
    """The picture of at most ten bridges, the latest first; without an outcome it has no chart and says so."""
    empty = say("Once you note whether this week's act on a bridge was kept, it appears here.")
    shown = found.rows[:MOST_ROWS]
    return Picture(
        chart=_chart(found, shown, palette) if found.n else None,
        alt_text=" ".join([say("Bridges by week."), *(_row_says(row) for row in shown)]) if found.n else empty,
        make_table=lambda: _table(found),
        empty_says="" if found.n else empty,
        n=found.n,
        notes=_notes(found, len(shown)) if found.n else (),
    )


def outcome_name(outcome: Outcome) -> str:
    """The outcome in words."""
    return {"kept": say("kept"), "partly": say("partly"), "not_this_time": say("not this time")}[outcome]


def _chart(found: Bridges, shown: tuple[Bridge, ...], palette: Palette) -> Spec:
    count = len(shown)
    names = [
        {"top": count - 1 - i + 0.95, "line": count - 1 - i + 0.3, "label": _label(row)} for i, row in enumerate(shown)
    ]
    marks = [_mark(found, row, m, count - 1 - i, palette) for i, row in enumerate(shown) for m in row.marks]
    y = g.number("y", (0, count))
    line = {"type": "rule", "color": palette.rule}
    point = {"type": "point", "strokeWidth": 1.8, "stroke": palette.moss, "opacity": 1}
    name = g.words(palette, color=palette.ink, baseline="top", dx=2)
    how = {"shape": g.raw("shape"), "fill": g.raw("fill"), "size": g.raw("size", "quantitative")}
    layers = [
        g.time_frame(_domain(found)),
        g.layer(names, line, y={**y, "field": "line"}),
        g.layer(names, name, x={"value": 0}, y={**y, "field": "top"}, text=g.plain("label")),
        g.layer(marks, point, x=g.time_x("x"), y=y, tooltip=g.plain("says"), **how),
    ]
    return g.drawing(layers, palette, count * ROW_PX)


def _mark(found: Bridges, row: Bridge, mark: BridgeMark, floor: int, palette: Palette) -> dict[str, Any]:
    half = timedelta(days=found.weeks_per_column * 7) / 2
    fills = {"kept": palette.moss, "partly": palette.moss, "not_this_time": palette.card}
    return {
        "x": axis_ms(mark.start) + round(half.total_seconds() * 1000),
        "y": floor + HEIGHTS[mark.outcome],
        "shape": SHAPES[mark.outcome],
        "fill": fills[mark.outcome],
        "size": min(40 + 12 * mark.count, 120),
        "says": say(
            "{name}, from {day}: {outcome}, {n}",
            name=row.name,
            day=day(mark.start),
            outcome=outcome_name(mark.outcome),
            n=number(mark.count),
        ),
    }


def _label(row: Bridge) -> str:
    name = g.shorten(row.name, 26) or say("without a name")
    return say("{name} · {stage}", name=name, stage=g.shorten(row.stage, 20)) if row.stage else name


def _row_says(row: Bridge) -> str:
    return say(
        "{name}: {kept} kept, {partly} partly, {not_kept} not this time.",
        name=_label(row),
        kept=number(row.count("kept")),
        partly=number(row.count("partly")),
        not_kept=number(row.count("not_this_time")),
    )


def _domain(found: Bridges) -> tuple[int, int]:
    assert found.first is not None and found.last is not None
    end = found.last + timedelta(weeks=found.weeks_per_column)
    return axis_ms(found.first), axis_ms(max(end, found.first + timedelta(weeks=8)))


def _notes(found: Bridges, shown: int) -> tuple[str, ...]:
    notes = [say("Above the line: kept. On it, a diamond: partly. Below, hollow: not this time.")]
    if found.weeks_per_column > 1:
        notes.append(say_count("A mark stands for {n} week.", "A mark stands for {n} weeks.", found.weeks_per_column))
    if len(found.rows) > shown:
        hidden = len(found.rows) - shown
        notes.append(say_count("{n} more is in the table.", "{n} more are in the table.", hidden))
    return tuple(notes)


def _table(found: Bridges) -> pd.DataFrame:
    flat = [(row, mark) for row in found.rows for mark in row.marks]
    return pd.DataFrame(
        {
            say("Bridge"): [row.name for row, _ in flat],
            say("From"): [day(mark.start) for _, mark in flat],
            say("Outcome"): [outcome_name(mark.outcome) for _, mark in flat],
            say("Times"): [mark.count for _, mark in flat],
        }
    )
