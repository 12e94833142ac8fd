"""Themes over the weeks: a calm row for each, its name above it, as tall as the theme was present."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pandas as pd

from assessments.language import day, number, say, say_count
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture, Spec
from dashboard.theme import Palette
from dashboard.view_models.moments import axis_ms
from dashboard.view_models.theme_weeks import ThemeCourse, ThemeWeeks, column_end

ROW_PX = 58
NAME_SHARE = 0.34
CARD_PX = 84
MOST_ROWS = 12


def themes_picture(themes: ThemeWeeks, palette: Palette) -> Picture:
    """The picture of all themes, at most twelve rows; without a theme it has no chart and says so."""
    shown = tuple(course for course in themes.courses if course.weights)[:MOST_ROWS]
    empty = say("Themes appear here once there are enough entries to find them in.")
    return Picture(
        chart=_chart(themes, shown, palette, ROW_PX * len(shown), named=True) if shown else None,
        alt_text=_alt_text(themes, shown) if shown else empty,
        make_table=lambda: _table(themes),
        empty_says="" if shown else empty,
        n=len(themes.courses),
        notes=_notes(themes, len(shown)) if shown else (),
    )


def theme_line(themes: ThemeWeeks, theme_id: str, palette: Palette) -> Picture:
    """One theme's own line, for its card; KeyError where there is no such theme."""
    found = next((course for course in themes.courses if course.theme_id == theme_id), None)
    if found is None:
        raise KeyError(theme_id)
    empty = say("{theme} has no weeks to draw yet.", theme=found.name)
    return Picture(
        chart=_chart(themes, (found,), palette, CARD_PX, named=False) if found.weights else None,
        alt_text=_course_says(found) if found.weights else empty,
        make_table=lambda: _table(themes, (found,)),
        empty_says="" if found.weights else empty,
        n=found.weeks_present,
        notes=(),
    )


def _chart(
    themes: ThemeWeeks, courses: tuple[ThemeCourse, ...], palette: Palette, height_px: int, *, named: bool
) -> Spec:
    tallest = 1 - NAME_SHARE if named else 0.92
    rows = [row for i, course in enumerate(courses) for row in _rows(themes, course, len(courses) - 1 - i, tallest)]
    x, middle = g.time_x("x"), g.time_x("middle")
    y = g.number("y", (0, len(courses)))
    shade = {"type": "area", "color": palette.lake, "opacity": 0.3, "interpolate": "monotone"}
    edge = {"type": "line", "color": palette.lake, "strokeWidth": 1.6, "interpolate": "monotone"}
    touch = {"type": "rect", "color": palette.ink, "opacity": 0}
    floor = {"type": "rule", "color": palette.rule}
    lone = [row for row in rows if row["alone"] and row["weight"] > 0]
    layers = [
        g.time_frame(_domain(themes)),
        g.layer([{"y": i} for i in range(len(courses))], floor, y=y),
        g.layer(rows, shade, x=middle, y=y, y2={"field": "y2"}, detail=g.plain("line")),
        g.layer(rows, edge, x=middle, y={**y, "field": "y2"}, detail=g.plain("line")),
        g.layer(rows, touch, x=x, x2={"field": "x2"}, y=y, y2={"field": "top"}, tooltip=g.plain("says")),
    ]
    if lone:
        stick = {"type": "rule", "color": palette.lake, "strokeWidth": 2.5, "opacity": 0.8}
        layers.append(g.layer(lone, stick, x=middle, y=y, y2={"field": "y2"}))
    if named:
        layers.extend(_names(courses, palette, y))
    return g.drawing(layers, palette, height_px)


def _rows(themes: ThemeWeeks, course: ThemeCourse, floor: int, tallest: float) -> list[dict[str, Any]]:
    breaks = [False, *(column_end(a) != b.start for a, b in pairwise(course.weights))]
    line, rows = 0, []
    for index, (week, broken) in enumerate(zip(course.weights, breaks, strict=True)):
        line += broken
        ends_here = index + 1 == len(course.weights) or breaks[index + 1]
        start, end = axis_ms(week.start), axis_ms(column_end(week))
        rows.append(
            {
                "x": start,
                "x2": end,
                "middle": (start + end) // 2,
                "y": floor,
                "y2": floor + tallest * (week.weight / themes.peak if themes.peak else 0),
                "top": floor + tallest,
                "weight": week.weight,
                "line": f"{course.theme_id} {line}",
                "alone": (broken or index == 0) and ends_here,
                "says": _week_says(course, week.start, week.days),
            }
        )
    return rows


def _week_says(course: ThemeCourse, start: Any, days: int) -> str:
    if days == 7:
        return say("{theme}, week of {day}", theme=course.name, day=day(start))
    return say("{theme}, {first} to {last}", theme=course.name, first=day(start), last=day(start + timedelta(days - 1)))


def _names(courses: tuple[ThemeCourse, ...], palette: Palette, y: Spec) -> list[Spec]:
    rows = [
        {"y": len(courses) - 1 - i + 0.92, "label": g.shorten(_named(course), 46)} for i, course in enumerate(courses)
    ]
    mark = g.words(palette, color=palette.ink, fontWeight=600, baseline="top", dx=2)
    return [g.layer(rows, mark, x={"value": 0}, y=y, text=g.plain("label"))]


def _named(course: ThemeCourse) -> str:
    if course.direction == "rises":
        return say("{theme} · more of late", theme=course.name)
    if course.direction == "falls":
        return say("{theme} · less of late", theme=course.name)
    return course.name


def _domain(themes: ThemeWeeks) -> tuple[int, int]:
    assert themes.first is not None and themes.last is not None
    end = themes.last + timedelta(weeks=themes.weeks_per_column)
    return axis_ms(themes.first), axis_ms(max(end, themes.first + timedelta(weeks=8)))


def _course_says(course: ThemeCourse) -> str:
    weeks = say_count("{n} week", "{n} weeks", course.weeks_present)
    if course.strongest is None:
        return say("{theme}: not in any week.", theme=course.name)
    return say(
        "{theme}: in {weeks}, most around {day}.", theme=course.name, weeks=weeks, day=day(course.strongest.start)
    )


def _alt_text(themes: ThemeWeeks, shown: tuple[ThemeCourse, ...]) -> str:
    assert themes.first is not None and themes.last is not None
    said = say_count(
        "{n} theme over the weeks from {first} to {last}.",
        "{n} themes over the weeks from {first} to {last}, one row each.",
        len(shown),
        first=day(themes.first),
        last=day(themes.last),
    )
    return " ".join([said, *(_course_says(course) for course in shown)])


def _notes(themes: ThemeWeeks, shown: int) -> tuple[str, ...]:
    found = [say("The taller a row, the more of that week's writing belonged to the theme. A break: nothing written.")]
    if themes.weeks_per_column > 1:
        weeks = themes.weeks_per_column
        found.append(say_count("Averaged over {n} week.", "Averaged over {n} weeks at a time.", weeks))
    if len(themes.courses) > shown:
        found.append(say("The first {shown} of {all} themes.", shown=number(shown), all=number(len(themes.courses))))
    return tuple(found)


def _table(themes: ThemeWeeks, courses: tuple[ThemeCourse, ...] | None = None) -> pd.DataFrame:
    """One row per stretch of weeks, one column per theme, with the theme's weight."""
    chosen = themes.courses if courses is None else courses
    starts = sorted({week.start for course in chosen for week in course.weights})
    columns: dict[str, list[Any]] = {say("Week of"): [day(start) for start in starts]}
    for course in chosen:
        by_start = {week.start: week.weight for week in course.weights}
        columns[course.name] = [round(by_start[s], 2) if s in by_start else None for s in starts]
    return pd.DataFrame(columns)
