"""Thought records: belief and feelings before and after as dumbbells, thinking traps by month as dots."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from assessments.language import day, month, number, say, say_count
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture, Spec
from dashboard.theme import Palette
from dashboard.view_models.moments import axis_ms
from dashboard.view_models.thoughts import BeforeAfter, BeliefShifts, TrapMonths, TrapRow

ROW_PX = 36


def beliefs_picture(shifts: BeliefShifts, palette: Palette) -> Picture:
    """How much each thought was believed before and after; nothing to draw until one record holds both."""
    empty = say("A thought record with your belief before and after will be drawn here.")
    counts = {"n": number(shifts.n), "lower": number(shifts.lower), "same": number(shifts.same)}
    counted = say(
        "Of {n}, belief went down in {lower}, stayed in {same} and rose in {higher}.",
        **counts,
        higher=number(shifts.higher),
    )
    notes = [counted, say("Ring: before. Dot: after. It can also stay as it is.")]
    if len(shifts.shown) < shifts.n:
        notes.append(say("Drawn are the latest {n}; all are in the table.", n=number(len(shifts.shown))))
    return Picture(
        chart=_dumbbells(tuple(reversed(shifts.shown)), palette, _belief_label) if shifts.shown else None,
        alt_text=" ".join([say("Belief in a thought before and after looking at it."), counted]) if shifts.n else empty,
        make_table=lambda: _table(shifts.rows, dated=True),
        empty_says="" if shifts.n else empty,
        n=shifts.n,
        notes=tuple(notes) if shifts.n else (),
    )


def feelings_picture(rows: Sequence[BeforeAfter], palette: Palette) -> Picture:
    """Each feeling's mean strength before and after, over the thought records that name it both times."""
    empty = say("Feelings named before and after in a thought record will be drawn here.")
    said = [_row_says(row) for row in rows]
    return Picture(
        chart=_dumbbells(rows, palette, _feeling_label) if rows else None,
        alt_text=" ".join([say("Feelings before and after a thought record, on average."), *said]) if rows else empty,
        make_table=lambda: _table(rows, dated=False),
        empty_says="" if rows else empty,
        n=sum(row.n for row in rows),
        notes=(say("Ring: before. Dot: after. Averages over the records that name the feeling both times."),)
        if rows
        else (),
    )


def traps_picture(found: TrapMonths, palette: Palette) -> Picture:
    """Which thinking traps were named when, the most frequent first."""
    empty = say("Thinking traps that you tick in a thought record will be drawn here by month.")
    told = [say_count("{trap}: in {n} record.", "{trap}: in {n} records.", r.total, trap=r.label) for r in found.rows]
    return Picture(
        chart=_trap_chart(found, palette) if found.rows else None,
        alt_text=" ".join([say("Thinking traps by month."), *told]) if found.rows else empty,
        make_table=lambda: _trap_table(found),
        empty_says="" if found.rows else empty,
        n=found.n,
        notes=_trap_notes(found) if found.rows else (),
    )


def feeling_months_picture(found: TrapMonths, palette: Palette) -> Picture:
    """Which feelings were named in which months, the most frequent first."""
    empty = say("Feelings that you note beside an entry will be drawn here by month.")
    told = [
        say_count("{feeling}: in {n} entry.", "{feeling}: in {n} entries.", r.total, feeling=r.label)
        for r in found.rows
    ]
    size = found.months_per_column
    notes = (
        say_count("From {n} entry with feelings.", "From {n} entries with feelings.", found.n),
        say_count(
            "A dot is {n} month; larger means more often.", "A dot is {n} months; larger means more often.", size
        ),
    )
    return Picture(
        chart=_trap_chart(found, palette) if found.rows else None,
        alt_text=" ".join([say("Feelings by month."), *told]) if found.rows else empty,
        make_table=lambda: _trap_table(found).set_axis([say("Feeling"), say("From"), say("Entries")], axis=1),
        empty_says="" if found.rows else empty,
        n=found.n,
        notes=notes if found.rows else (),
    )


def _dumbbells(rows: Sequence[BeforeAfter], palette: Palette, label: Any) -> Spec:
    drawn = [
        {
            "before": row.before,
            "after": row.after,
            "y": len(rows) - 1 - index + 0.3,
            "top": len(rows) - 1 - index + 0.94,
            "label": label(row),
            "says": _row_says(row),
        }
        for index, row in enumerate(rows)
    ]
    y = g.number("y", (0, len(rows)))
    axis = {"title": None, "values": [0, 50, 100], "grid": True, "ticks": False, "domain": False, "labelFlush": True}
    before, after = g.number("before", (0, 100), axis), g.number("after", (0, 100), axis)
    bar = {"type": "rule", "color": palette.slate, "strokeWidth": 2, "opacity": 0.7}
    ring = {"type": "point", "shape": "circle", "size": 70, "fill": palette.card, "stroke": palette.slate, "opacity": 1}
    dot = {"type": "point", "shape": "circle", "size": 70, "filled": True, "color": palette.lake, "opacity": 1}
    name = g.words(palette, color=palette.ink, baseline="top", dx=2)
    tip = g.plain("says")
    layers = [
        g.layer(drawn, bar, x=before, x2={"field": "after"}, y=y),
        g.layer(drawn, {**ring, "strokeWidth": 2}, x=before, y=y, tooltip=tip),
        g.layer(drawn, dot, x=after, y=y, tooltip=tip),
        *g.label(drawn, name, palette, x={"value": 0}, y={**y, "field": "top"}),
    ]
    return g.drawing(layers, palette, max(1, len(rows)) * ROW_PX)


def _belief_label(row: BeforeAfter) -> str:
    assert row.day is not None
    if not row.label:
        return day(row.day)
    return say("{day} · {thought}", day=day(row.day), thought=g.shorten(row.label, 30))


def _feeling_label(row: BeforeAfter) -> str:
    return say_count("{feeling} · {n} record", "{feeling} · {n} records", row.n, feeling=g.shorten(row.label, 28))


def _row_says(row: BeforeAfter) -> str:
    before, after = number(row.before), number(row.after)
    if row.day is not None:
        return say("{day}: {before} before, {after} after.", day=day(row.day), before=before, after=after)
    return say("{feeling}: {before} before, {after} after.", feeling=row.label, before=before, after=after)


def _table(rows: Sequence[BeforeAfter], *, dated: bool) -> pd.DataFrame:
    columns: dict[str, list[Any]] = {}
    if dated:
        columns[say("Day")] = [day(row.day) if row.day else "" for row in rows]
        columns[say("Thought")] = [row.label for row in rows]
    else:
        columns[say("Feeling")] = [row.label for row in rows]
        columns[say("Records")] = [row.n for row in rows]
    columns[say("Before")] = [round(row.before) for row in rows]
    columns[say("After")] = [round(row.after) for row in rows]
    return pd.DataFrame(columns)


def _trap_chart(found: TrapMonths, palette: Palette) -> Spec:
    rows = len(found.rows)
    most = max(count for row in found.rows for _, count in row.counts)
    dots = [dot for i, row in enumerate(found.rows) for dot in _trap_dots(found, row, rows - 1 - i + 0.3, most)]
    names = [
        {"y": rows - 1 - i + 0.94, "floor": rows - 1 - i + 0.3, "label": _trap_label(row)}
        for i, row in enumerate(found.rows)
    ]
    y = g.number("y", (0, rows))
    line = {"type": "rule", "color": palette.rule}
    dot = {"type": "point", "shape": "circle", "filled": True, "color": palette.plum, "opacity": 0.95}
    name = g.words(palette, color=palette.ink, baseline="top", dx=2)
    layers = [
        g.time_frame(_trap_domain(found)),
        g.layer(names, line, y={**y, "field": "floor"}),
        g.layer(names, name, x={"value": 0}, y=y, text=g.plain("label")),
        g.layer(dots, dot, x=g.time_x("x"), y=y, size=g.raw("size", "quantitative"), tooltip=g.plain("says")),
    ]
    return g.drawing(layers, palette, rows * ROW_PX)


def _trap_label(row: TrapRow) -> str:
    return say("{trap} · {n}", trap=g.shorten(row.label, 34), n=number(row.total))


def _trap_dots(found: TrapMonths, row: TrapRow, y: float, most: int) -> list[dict[str, Any]]:
    return [
        {
            "x": (axis_ms(start) + axis_ms(_after(start, found.months_per_column))) // 2,
            "y": y,
            "size": 24 + 130 * (count / most if most > 1 else 0.3),
            "says": say_count(
                "{trap}, from {month}: {n} time",
                "{trap}, from {month}: {n} times",
                count,
                trap=row.label,
                month=month(start),
            ),
        }
        for start, count in row.counts
    ]


def _trap_domain(found: TrapMonths) -> tuple[int, int]:
    assert found.first is not None and found.last is not None
    end = _after(found.last, found.months_per_column)
    return axis_ms(found.first), axis_ms(max(end, _after(found.first, 3)))


def _after(start: date, months: int) -> date:
    index = start.year * 12 + start.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _trap_notes(found: TrapMonths) -> tuple[str, ...]:
    size = found.months_per_column
    return (
        say_count("From {n} thought record.", "From {n} thought records.", found.n),
        say_count(
            "A dot is {n} month; larger means more often.", "A dot is {n} months; larger means more often.", size
        ),
    )


def _trap_table(found: TrapMonths) -> pd.DataFrame:
    flat = [(row, start, count) for row in found.rows for start, count in row.counts]
    return pd.DataFrame(
        {
            say("Thinking trap"): [row.label for row, _, _ in flat],
            say("From"): [month(start) for _, start, _ in flat],
            say("Records"): [count for _, _, count in flat],
        }
    )
