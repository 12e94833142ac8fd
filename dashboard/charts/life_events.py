"""Life events on a picture over time: a dotted line, its name or number above the picture, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assessments.language import day, listing, number, say
from assessments.records import Event
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture, Spec
from dashboard.theme import Palette
from dashboard.view_models.life_events import Mark, marks_between
from dashboard.view_models.moments import axis_ms

NARROW_PX = 260
NAME_ROWS = 3
LONGEST_NAME = 28


def with_life_events(picture: Picture, events: Sequence[Event], palette: Palette) -> Picture:
    """The picture with the events that lie on its time axis; one without a chart comes back as it is."""
    if picture.chart is None:
        return picture
    ends = g.time_ends(picture.chart)
    marks = marks_between(events, *ends)
    if not marks:
        return picture
    layers = [*picture.chart["layer"], *event_layers(marks, ends, palette)]
    return replace(
        picture,
        chart={**picture.chart, "layer": layers},
        alt_text=f"{picture.alt_text} {say_marked(marks)}",
        notes=(*picture.notes, *event_notes(marks, ends)),
    )


def event_layers(marks: Sequence[Mark], ends: tuple[int, int], palette: Palette) -> list[Spec]:
    """A dotted line for each event, with its name above the picture, or its number where the names do not fit.

    Names that stand alike share a layer: each layer costs a browser as much as hundreds of marks.
    """
    if not marks:
        return []
    rows_of = _name_rows(marks, ends)
    rows = rows_of or [0] * len(marks)
    lines = [{"x": axis_ms(m.at), "top": -4 - g.ROW_PX * r, "says": m.label} for m, r in zip(marks, rows, strict=True)]
    rule = {"type": "rule", "color": palette.ink, "opacity": 0.55, "strokeWidth": 1, "strokeDash": [2, 3]}
    reach = {"y": {"field": "top", "type": "quantitative", "scale": None}, "y2": {"value": {"expr": "height"}}}
    layers = [g.layer(lines, rule, x=g.time_x("x"), tooltip=g.plain("says"), **reach)]
    names: dict[tuple[str, int], list[Spec]] = {}
    for index, (mark, row) in enumerate(zip(marks, rows, strict=True)):
        numbered = rows_of is None
        at = {"x": axis_ms(mark.at), "label": number(index + 1) if numbered else _name(mark)}
        names.setdefault(("center" if numbered else g.alignment(_share(mark, ends)), row), []).append(at)
    for (side, row), some in names.items():
        text = g.words(palette, color=palette.ink, align=side, baseline="bottom", dx=0)
        layers.append(g.layer(some, text, x=g.time_x("x"), y={"value": -4 - g.ROW_PX * row}, text=g.plain("label")))
    return layers


def event_notes(marks: Sequence[Mark], ends: tuple[int, int]) -> tuple[str, ...]:
    """What the numbers above the picture stand for; nothing where the names themselves fit."""
    if not marks or _name_rows(marks, ends) is not None:
        return ()
    named = [say("{n} {event}", n=number(i + 1), event=mark.label) for i, mark in enumerate(marks)]
    return (say("Marked: {events}.", events=listing(named)),)


def say_marked(marks: Sequence[Mark]) -> str:
    """The events and their days, for the text alternative."""
    named = [say("{event} on {day}", event=mark.label, day=day(mark.at.date())) for mark in marks]
    return say("Marked: {events}.", events=listing(named))


def _name_rows(marks: Sequence[Mark], ends: tuple[int, int]) -> list[int] | None:
    return g.stagger([(_share(mark, ends), _name(mark)) for mark in marks], NARROW_PX, NAME_ROWS)


def _name(mark: Mark) -> str:
    return g.shorten(mark.label, LONGEST_NAME)


def _share(mark: Mark, ends: tuple[int, int]) -> float:
    return (axis_ms(mark.at) - ends[0]) / (ends[1] - ends[0])
