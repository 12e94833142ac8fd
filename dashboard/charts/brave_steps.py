"""Brave steps: a ladder by expected risk, and expected against experienced with the line where both are equal."""

from __future__ import annotations

import pandas as pd

from assessments.language import day, number, say, say_count
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture, Spec
from dashboard.theme import Palette
from dashboard.view_models.brave_steps import BraveStep, BraveSteps, Outcome

ROW_PX = 36
SQUARE_PX = 300
SHAPES: dict[Outcome, str] = {"done": "circle", "changed": "diamond", "not_now": "square", "waiting": "triangle-up"}


def ladder_picture(found: BraveSteps, palette: Palette) -> Picture:
    """The steps as rungs, the riskiest on top; filled where taken."""
    empty = say("Brave steps that you plan will stand here as a ladder.")
    return Picture(
        chart=_ladder(found, palette) if found.rungs else None,
        alt_text=_ladder_alt(found) if found.rungs else empty,
        make_table=lambda: _table(found),
        empty_says="" if found.rungs else empty,
        n=len(found.steps),
        notes=_ladder_notes(found) if found.rungs else (),
    )


def risk_picture(found: BraveSteps, palette: Palette) -> Picture:
    """Expected against experienced, for the steps that were taken, with the plain count."""
    empty = say("Once you note how a brave step went, it appears here beside what you expected.")
    return Picture(
        chart=_against(found, palette) if found.compared else None,
        alt_text=" ".join(
            [say("How badly brave steps went against how badly they were expected to go."), *_counts(found)]
        )
        if found.compared
        else empty,
        make_table=lambda: _table(found),
        empty_says="" if found.compared else empty,
        n=len(found.compared),
        notes=(
            *_counts(found),
            say("Below the line: better than feared. A worse one is about that moment or person, not your worth."),
        )
        if found.compared
        else (),
    )


def outcome_name(outcome: Outcome) -> str:
    """The outcome in words."""
    names = {
        "done": say("done"),
        "changed": say("changed on the way"),
        "not_now": say("not now"),
        "waiting": say("still ahead"),
    }
    return names[outcome]


def _ladder(found: BraveSteps, palette: Palette) -> Spec:
    count = len(found.rungs)
    rows = [
        {
            "x": step.expected,
            "y": count - 1 - i + 0.3,
            "top": count - 1 - i + 0.94,
            "label": _rung_label(step),
            "shape": SHAPES[step.outcome],
            "fill": palette.lake if step.outcome in ("done", "changed") else palette.card,
            "says": _says(step),
        }
        for i, step in enumerate(found.rungs)
    ]
    y = g.number("y", (0, count))
    x = g.number("x", (0, 100), _axis([0, 50, 100], say("how badly I expect it to go →")))
    rung = {"type": "rule", "color": palette.border, "strokeWidth": 1.5, "opacity": 0.7}
    mark = {"type": "point", "size": 95, "stroke": palette.lake, "strokeWidth": 2, "opacity": 1}
    name = g.words(palette, color=palette.ink, baseline="top", dx=2)
    how = {"shape": g.raw("shape"), "fill": g.raw("fill"), "tooltip": g.plain("says")}
    layers = [
        g.layer(rows, rung, x=x, x2={"datum": 0}, y=y),
        g.layer(rows, mark, x=x, y=y, **how),
        g.layer(rows, name, x={"value": 0}, y={**y, "field": "top"}, text=g.plain("label")),
    ]
    return g.drawing(layers, palette, count * ROW_PX)


def _against(found: BraveSteps, palette: Palette) -> Spec:
    rows = [{"x": s.expected, "y": s.experienced, "shape": SHAPES[s.outcome], "says": _says(s)} for s in found.compared]
    x = g.number("x", (0, 100), _axis([0, 50, 100], say("expected →")))
    y = g.number("y", (0, 100), _axis([0, 50, 100], say("how it went →")))
    even = {"type": "line", "color": palette.border, "strokeWidth": 1.2, "strokeDash": [5, 4]}
    many = len(rows) > 60
    mark = {
        "type": "point",
        "filled": True,
        "size": 34 if many else 80,
        "color": palette.lake,
        "opacity": 0.55 if many else 0.9,
    }
    worse = g.words(palette, align="left", baseline="top", dx=6, dy=6)
    better = g.words(palette, align="right", baseline="bottom", dx=-6, dy=-6)
    right, bottom = {"value": {"expr": "width"}}, {"value": {"expr": "height"}}
    layers = [
        g.layer([{"x": 0, "y": 0}, {"x": 100, "y": 100}], even, x=x, y=y),
        g.layer(rows, mark, x=x, y=y, shape=g.raw("shape"), tooltip=g.plain("says")),
        *g.label([{"label": say("worse than feared")}], worse, palette, x={"value": 0}, y={"value": 0}),
        *g.label([{"label": say("better than feared")}], better, palette, x=right, y=bottom),
    ]
    return g.drawing(layers, palette, SQUARE_PX)


def _axis(values: list[int], title: str) -> Spec:
    return {"title": title, "titleAnchor": "end", "values": values, "grid": True, "ticks": False, "domain": False}


def _rung_label(step: BraveStep) -> str:
    name = g.shorten(step.label, 30) if step.label else day(step.day)
    return say("{step} · {outcome}", step=name, outcome=outcome_name(step.outcome))


def _says(step: BraveStep) -> str:
    said = [day(step.day), step.label] if step.label else [day(step.day)]
    if step.expected is not None:
        said.append(say("expected {value}", value=number(step.expected)))
    if step.experienced is not None:
        said.append(say("went {value}", value=number(step.experienced)))
    return ", ".join(said)


def _counts(found: BraveSteps) -> list[str]:
    all_of = len(found.compared)
    if not all_of:
        return []
    said = [say("{better} of {all} went better than feared.", better=number(found.better), all=number(all_of))]
    if found.worse:
        said.append(say_count("{n} went worse.", "{n} went worse.", found.worse))
    if found.not_taken:
        said.append(say_count("{n} step was left for now.", "{n} steps were left for now.", found.not_taken))
    return said


def _ladder_alt(found: BraveSteps) -> str:
    rungs = [_rung_label(step) for step in found.rungs]
    return say("A ladder of brave steps, the riskiest first: {steps}.", steps="; ".join(rungs))


def _ladder_notes(found: BraveSteps) -> tuple[str, ...]:
    notes = [say("Filled: taken. Hollow: still ahead, or left for now. Both count.")]
    hidden = len(found.steps) - len(found.rungs)
    if hidden:
        notes.append(say_count("{n} more is in the table.", "{n} more are in the table.", hidden))
    return tuple(notes)


def _table(found: BraveSteps) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("Day"): [day(step.day) for step in found.steps],
            say("Step"): [step.label for step in found.steps],
            say("Expected"): [step.expected for step in found.steps],
            say("How it went"): [step.experienced for step in found.steps],
            say("Outcome"): [outcome_name(step.outcome) for step in found.steps],
        }
    )
