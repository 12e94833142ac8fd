"""Practices by week, grouped by step: a dot for each stretch of weeks, larger where it was done more often."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pandas as pd

from assessments.language import day, number, say, say_count
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture, Spec
from dashboard.theme import Palette
from dashboard.view_models.moments import axis_ms
from dashboard.view_models.practice_weeks import PracticeRow, PracticeWeeks

ROW_PX = 36
HEADING_ROWS = 0.62


def practices_picture(found: PracticeWeeks, palette: Palette) -> Picture:
    """The picture of practices done; without one it has no chart and says so."""
    empty = say("Practices that you log appear here, week by week.")
    return Picture(
        chart=_chart(found, palette) if found.n else None,
        alt_text=_alt_text(found) if found.n else empty,
        make_table=lambda: _table(found),
        empty_says="" if found.n else empty,
        n=found.n,
        notes=_notes(found) if found.n else (),
    )


def _chart(found: PracticeWeeks, palette: Palette) -> Spec:
    names: list[dict[str, Any]] = []
    headings: list[dict[str, Any]] = []
    dots: list[dict[str, Any]] = []
    height = sum(len(group.rows) + HEADING_ROWS for group in found.groups)
    top = height
    most = max(count for group in found.groups for row in group.rows for _, count in row.counts)
    for group in found.groups:
        headings.append({"y": top - 0.1, "label": _heading(group.number, group.title)})
        top -= HEADING_ROWS
        for row in group.rows:
            names.append({"y": top - 0.06, "floor": top - 0.7, "label": g.shorten(row.title, 40)})
            dots.extend(_dots(found, row, top - 0.7, most))
            top -= 1
    y = g.number("y", (0, height))
    line = {"type": "rule", "color": palette.rule}
    dot = {"type": "point", "shape": "circle", "filled": True, "color": palette.moss, "opacity": 0.95}
    title = g.words(palette, color=palette.slate, baseline="top", dx=2, fontWeight=600)
    name = g.words(palette, color=palette.ink, baseline="top", dx=2)
    left = {"value": 0}
    layers = [
        g.time_frame(_domain(found)),
        g.layer(names, line, y={**y, "field": "floor"}),
        g.layer(headings, title, x=left, y=y, text=g.plain("label")),
        g.layer(names, name, x=left, y=y, text=g.plain("label")),
        g.layer(dots, dot, x=g.time_x("x"), y=y, size=g.raw("size", "quantitative"), tooltip=g.plain("says")),
    ]
    return g.drawing(layers, palette, height * ROW_PX)


def _dots(found: PracticeWeeks, row: PracticeRow, y: float, most: int) -> list[dict[str, Any]]:
    half = timedelta(days=found.weeks_per_column * 7) / 2
    return [
        {
            "x": axis_ms(start) + round(half.total_seconds() * 1000),
            "y": y,
            "size": 24 + 110 * (count / most if most > 1 else 0.3),
            "says": say_count(
                "{practice}, from {day}: once",
                "{practice}, from {day}: {n} times",
                count,
                practice=row.title,
                day=day(start),
            ),
        }
        for start, count in row.counts
    ]


def _heading(step: int, title: str) -> str:
    if not step:
        return say("Your own")
    return say("Step {n} · {title}", n=number(step), title=g.shorten(title, 38))


def _domain(found: PracticeWeeks) -> tuple[int, int]:
    assert found.first is not None and found.last is not None
    end = found.last + timedelta(weeks=found.weeks_per_column)
    return axis_ms(found.first), axis_ms(max(end, found.first + timedelta(weeks=8)))


def _alt_text(found: PracticeWeeks) -> str:
    assert found.first is not None and found.last is not None
    said = [
        say_count(
            "Practices by week, done {n} time in all, from {first} to {last}.",
            "Practices by week, done {n} times in all, from {first} to {last}.",
            found.n,
            first=day(found.first),
            last=day(found.last),
        )
    ]
    rows = [row for group in found.groups for row in group.rows]
    said.extend(say_count("{practice}: once.", "{practice}: {n} times.", r.total, practice=r.title) for r in rows)
    return " ".join(said)


def _notes(found: PracticeWeeks) -> tuple[str, ...]:
    notes = [say_count("Done {n} time in all.", "Done {n} times in all.", found.n)]
    weeks = found.weeks_per_column
    notes.append(
        say_count("A dot is {n} week; larger means more often.", "A dot is {n} weeks; larger means more often.", weeks)
    )
    return tuple(notes)


def _table(found: PracticeWeeks) -> pd.DataFrame:
    rows = [(group, row, start, count) for group in found.groups for row in group.rows for start, count in row.counts]
    return pd.DataFrame(
        {
            say("Step"): [_heading(group.number, group.title) for group, _, _, _ in rows],
            say("Practice"): [row.title for _, row, _, _ in rows],
            say("From"): [day(start) for _, _, start, _ in rows],
            say("Times"): [count for _, _, _, count in rows],
        }
    )
