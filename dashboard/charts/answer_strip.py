"""One check-in's answers as dots on their options, with a bar where one's own earlier answers usually lay."""

from __future__ import annotations

import pandas as pd

from assessments.language import say
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture, Spec
from dashboard.theme import Palette
from dashboard.view_models.answer_strip import AnswerRow, AnswerStrip

ROW_PX = 46
LABEL_AT, DOT_AT = 0.72, 0.18


def answers_picture(strip: AnswerStrip, palette: Palette) -> Picture:
    """The picture of one check-in's answers; a check-in without items has no chart."""
    empty = say("This check-in holds no answers to draw.")
    return Picture(
        chart=_chart(strip, palette) if strip.rows else None,
        alt_text=_alt_text(strip) if strip.rows else empty,
        make_table=lambda: _table(strip),
        empty_says="" if strip.rows else empty,
        n=sum(row.value is not None for row in strip.rows),
        notes=_notes(strip) if strip.rows else (),
    )


def _chart(strip: AnswerStrip, palette: Palette) -> Spec:
    count = len(strip.rows)
    placed = [(row, count - 1 - i) for i, row in enumerate(strip.rows)]
    names = [{"top": floor + LABEL_AT, "label": _label(row)} for row, floor in placed]
    dots = [
        {"x": row.value, "y": floor + DOT_AT, "says": _row_says(strip, row)}
        for row, floor in placed
        if row.value is not None
    ]
    bars = [
        {"x": row.usual[0] - 0.13, "x2": row.usual[1] + 0.13, "y": floor + DOT_AT} for row, floor in placed if row.usual
    ]
    x, y = _x(strip, palette), g.number("y", (0, count))
    places = [{"x": value, "y": floor + DOT_AT} for _, floor in placed for value, _ in strip.option_labels]
    tick = {"type": "point", "shape": "circle", "filled": True, "size": 8, "color": palette.border, "opacity": 1}
    bar = {"type": "rule", "color": palette.slate, "opacity": 0.28, "strokeWidth": 13, "strokeCap": "round"}
    dot = {"type": "point", "shape": "circle", "filled": True, "size": 120, "color": palette.lake, "opacity": 1}
    layers = [
        g.layer(bars, bar, x=x, x2={"field": "x2"}, y=y),
        g.layer(places, tick, x=x, y=y),
        g.layer(dots, dot, x=x, y=y, tooltip=g.plain("says")),
        g.layer(
            names,
            g.words(palette, color=palette.ink, baseline="top"),
            x={"value": 0},
            y={**y, "field": "top"},
            text=g.plain("label"),
        ),
    ]
    return g.drawing(layers, palette, count * ROW_PX)


def _label(row: AnswerRow) -> str:
    """The row's title, and beside it why it has no dot."""
    if row.value is not None:
        return g.shorten(row.title, 46)
    if row.did_not_come_up:
        return say("{item}: did not come up", item=g.shorten(row.title, 28))
    return say("{item}: skipped", item=g.shorten(row.title, 36))


def _x(strip: AnswerStrip, palette: Palette) -> Spec:
    values = [value for value, _ in strip.option_labels]
    lines = {str(value): g.wrap(label, 9) for value, label in strip.option_labels}
    room = (values[-1] - values[0]) * 0.11
    axis = {
        "title": None,
        "values": values,
        "labelExpr": f"({g.literal(lines)})[datum.value]",
        "labelColor": palette.slate,
        "labelFontSize": 11,
        "labelOverlap": False,
        "labelLineHeight": 12,
        "labelPadding": 9,
        "orient": "top",
        "grid": False,
        "ticks": False,
        "domain": False,
    }
    return g.number("x", (values[0] - room, values[-1] + room), axis)


def _row_says(strip: AnswerStrip, row: AnswerRow) -> str:
    labels = dict(strip.option_labels)
    if row.value is None:
        if row.did_not_come_up:
            return say("{item}: did not come up", item=row.title)
        return say("{item}: skipped", item=row.title)
    if row.usual is None:
        return say("{item}: {answer}", item=row.title, answer=labels[row.value])
    low, high = labels[row.usual[0]], labels[row.usual[1]]
    if low == high:
        return say("{item}: {answer}, usually {low}", item=row.title, answer=labels[row.value], low=low)
    return say(
        "{item}: {answer}, usually {low} to {high}", item=row.title, answer=labels[row.value], low=low, high=high
    )


def _alt_text(strip: AnswerStrip) -> str:
    told = "; ".join(_row_says(strip, row) for row in strip.rows)
    return say("The answers of one check-in. {answers}.", answers=told)


def _notes(strip: AnswerStrip) -> tuple[str, ...]:
    if any(row.usual for row in strip.rows):
        return (say("The dot is this check-in; the bar is where your own earlier answers usually lay."),)
    return (say("From five earlier check-ins on, a bar shows where your own answers usually lie."),)


def _table(strip: AnswerStrip) -> pd.DataFrame:
    labels = dict(strip.option_labels)
    return pd.DataFrame(
        {
            say("Question"): [row.title for row in strip.rows],
            say("Answer"): [_answer(row, labels) for row in strip.rows],
            say("Usually from"): [labels[row.usual[0]] if row.usual else "" for row in strip.rows],
            say("Usually to"): [labels[row.usual[1]] if row.usual else "" for row in strip.rows],
        }
    )


def _answer(row: AnswerRow, labels: dict[int, str]) -> str:
    if row.value is not None:
        return labels[row.value]
    return say("did not come up") if row.did_not_come_up else say("skipped")
