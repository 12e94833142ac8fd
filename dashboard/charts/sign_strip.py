"""The items as a heat strip: a row each, told by height and depth of colour together, so that grey print reads too."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd

from assessments.language import day, say, say_count
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture, Spec
from dashboard.theme import Palette, mix
from dashboard.view_models.moments import axis_ms
from dashboard.view_models.sign_strip import Cell, SignStrip, StripRow

ROW_PX = 30
TALLEST = 0.84
LONGEST_TITLE = 15


def strip_picture(strip: SignStrip, palette: Palette) -> Picture:
    """The picture of all items over time; without a check-in it has no chart and says what is missing."""
    empty = say("Each sign gets its row here after your first check-in.")
    return Picture(
        chart=_chart(strip, palette) if strip.n else None,
        alt_text=_alt_text(strip) if strip.n else empty,
        make_table=lambda: _table(strip),
        empty_says="" if strip.n else empty,
        n=strip.n,
        notes=_notes(strip) if strip.n else (),
    )


def _chart(strip: SignStrip, palette: Palette) -> Spec:
    low, high = strip.option_labels[0][0], strip.option_labels[-1][0]
    bars: list[dict[str, Any]] = []
    blanks: list[dict[str, Any]] = []
    for index, row in enumerate(strip.rows):
        floor = len(strip.rows) - 1 - index
        for cell in row.cells:
            target = bars if cell.value is not None else blanks
            target.append(_bar(strip, row, cell, floor, (low, high), palette))
    rows = len(strip.rows)
    y = _rows_axis(strip, palette)
    x = g.time_x("x")
    bar = {"type": "rect", "stroke": None}
    layers = [
        g.time_frame(_domain(strip)),
        g.layer([{"y": i} for i in range(rows)], {"type": "rule", "color": palette.rule}, y=y),
        g.layer(
            bars, bar, x=x, x2={"field": "x2"}, y=y, y2={"field": "y2"}, color=g.raw("fill"), tooltip=g.plain("says")
        ),
    ]
    if blanks:
        ring = {
            "type": "point",
            "shape": "circle",
            "size": 12,
            "stroke": palette.slate,
            "strokeWidth": 1,
            "yOffset": -6,
        }
        middle = g.time_x("middle")
        layers.append(g.layer(blanks, ring, x=middle, y=y, tooltip=g.plain("says")))
    layers.extend(_ends(strip, palette, y))
    return g.drawing(layers, palette, rows * ROW_PX)


def _bar(
    strip: SignStrip, row: StripRow, cell: Cell, floor: int, ends: tuple[int, int], palette: Palette
) -> dict[str, Any]:
    start, end = axis_ms(cell.from_day), axis_ms(cell.to_day + timedelta(days=1))
    gap = round((end - start) * 0.12)
    share = 0.0 if cell.value is None else (cell.value - ends[0]) / (ends[1] - ends[0])
    return {
        "x": start,
        "x2": end - gap,
        "middle": (start + end) // 2,
        "y": floor,
        "y2": floor + 0.05 + (TALLEST - 0.05) * share,
        "fill": _depth(share, palette),
        "says": _says(strip, row, cell),
    }


def _depth(share: float, palette: Palette) -> str:
    """From a pale lake through the lake to one deepened with ink."""
    if share <= 0.5:
        return mix(palette.lake, palette.pale, share * 2)
    return mix(palette.ink, palette.lake, (share - 0.5) * 1.1)


def _says(strip: SignStrip, row: StripRow, cell: Cell) -> str:
    when = day(cell.from_day)
    if cell.value is None:
        if cell.did_not_come_up:
            return say("{sign}, week of {day}: did not come up", sign=row.title, day=when)
        return say("{sign}, week of {day}: skipped", sign=row.title, day=when)
    word = answer_word(strip, cell.value)
    if strip.weeks_per_cell == 1:
        return say("{sign}, week of {day}: {word}", sign=row.title, day=when, word=word)
    last = day(cell.to_day)
    return say("{sign}, {day} to {last}: on average {word}", sign=row.title, day=when, last=last, word=word)


def answer_word(strip: SignStrip, value: float) -> str:
    """The value in the answers' own words: one option's label, or between two of them."""
    labels = dict(strip.option_labels)
    if round(value, 1) == round(value):
        return labels[round(value)]
    below = max(v for v in labels if v <= value)
    above = min(v for v in labels if v >= value)
    return say("between {below} and {above}", below=labels[below], above=labels[above])


def _rows_axis(strip: SignStrip, palette: Palette) -> Spec:
    rows = len(strip.rows)
    lines = [g.wrap(g.shorten(row.title, 2 * LONGEST_TITLE), LONGEST_TITLE)[:2] for row in reversed(strip.rows)]
    axis = {
        "title": None,
        "values": [i + (0.4 if len(line) == 1 else 0.62) for i, line in enumerate(lines)],
        "labelExpr": f"{g.literal(lines)}[floor(datum.value)]",
        "labelColor": palette.ink,
        "labelLineHeight": 13,
        "labelLimit": 130,
        "ticks": False,
        "domain": False,
        "grid": False,
    }
    return g.number("y", (0, rows), axis)


def _ends(strip: SignStrip, palette: Palette, y: Spec) -> list[Spec]:
    """A direct label over each row whose item is claimed to have moved."""
    names = {"lower": say("lower of late"), "higher": say("higher of late")}
    rows = [
        {"y": len(strip.rows) - 1 - index + 0.72, "label": names[row.moved]}
        for index, row in enumerate(strip.rows)
        if row.moved is not None
    ]
    mark = g.words(palette, color=palette.ink, fontWeight=600, align="right", baseline="middle", dx=-2)
    return g.label(rows, mark, palette, x={"value": {"expr": "width"}}, y=y) if rows else []


def _domain(strip: SignStrip) -> tuple[int, int]:
    cells = strip.rows[0].cells
    first, last = cells[0].from_day, cells[-1].to_day + timedelta(days=1)
    least = first + timedelta(weeks=8)
    return axis_ms(first), axis_ms(max(last, least))


def _alt_text(strip: SignStrip) -> str:
    assert strip.first is not None and strip.last is not None
    latest = [(row, row.latest) for row in strip.rows if row.latest is not None]
    said = [
        say_count(
            "{title}, each sign a row, from {n} check-in on {first}.",
            "{title}, each sign a row, from {n} check-ins between {first} and {last}.",
            strip.n,
            title=strip.title,
            first=day(strip.first),
            last=day(strip.last),
        )
    ]
    told = [say("{sign} {word}", sign=row.title, word=answer_word(strip, value)) for row, value in latest]
    said.append(say("At the latest: {signs}.", signs="; ".join(told)))
    for row in strip.rows:
        if row.moved == "lower":
            said.append(say("{sign} has been lower of late.", sign=row.title))
        elif row.moved == "higher":
            said.append(say("{sign} has been higher of late.", sign=row.title))
    return " ".join(said)


def _notes(strip: SignStrip) -> tuple[str, ...]:
    lowest, highest = strip.option_labels[0][1], strip.option_labels[-1][1]
    found = [
        say_count("{n} check-in.", "{n} check-ins.", strip.n),
        say("The taller and deeper the mark, the more often: from {low} to {high}.", low=lowest, high=highest),
    ]
    if strip.weeks_per_cell > 1:
        weeks = strip.weeks_per_cell
        found.append(
            say_count("Each mark is the average of {n} week.", "Each mark is the average of {n} weeks.", weeks)
        )
    if any(cell.value is None for row in strip.rows for cell in row.cells):
        found.append(say("A small ring: skipped, or it did not come up."))
    return tuple(found)


def _table(strip: SignStrip) -> pd.DataFrame:
    """One row per stretch of weeks, one column per sign, in the answers' own words' values."""
    starts: list[date] = [cell.from_day for cell in strip.rows[0].cells] if strip.rows else []
    columns: dict[str, list[Any]] = {say("Week of"): [day(start) for start in starts]}
    for row in strip.rows:
        columns[row.title] = [None if cell.value is None else round(cell.value, 1) for cell in row.cells]
    return pd.DataFrame(columns)
