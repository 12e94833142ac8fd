"""The map of autonomy and closeness, with the path from the first check-in to the latest."""

from __future__ import annotations

from typing import Any

import pandas as pd

from assessments.language import day, number, say, say_count
from dashboard.charts import grammar as g
from dashboard.charts.picture import Picture, Spec
from dashboard.theme import Palette
from dashboard.view_models.balance_map import BalanceMap, Corner, MapPoint

HEIGHT_PX = 330


def map_picture(found: BalanceMap, palette: Palette) -> Picture:
    """The map; without a check-in it has no chart and says what is missing."""
    empty = say("Your place on the map appears after the first check-in on autonomy and closeness.")
    return Picture(
        chart=_chart(found, palette) if found.points else None,
        alt_text=_alt_text(found) if found.points else empty,
        make_table=lambda: _table(found),
        empty_says="" if found.points else empty,
        n=found.n,
        notes=_notes(found) if found.points else (),
    )


def corner_name(corner: Corner) -> str:
    """The corner in words that describe the fortnight, never a person."""
    names = {
        "both_near": say("both near: room of my own and people close"),
        "more_together": say("more together"),
        "more_on_my_own": say("more on my own"),
        "little_of_either": say("little of either"),
        "around_the_middle": say("around the middle"),
    }
    return names[corner]


def _chart(found: BalanceMap, palette: Palette) -> Spec:
    x = _axis("autonomy", found, say("room of my own →"))
    y = _axis("closeness", found, say("closeness →"))
    rows = [_row(point, index) for index, point in enumerate(found.points)]
    cross = {"type": "rule", "color": palette.border, "strokeWidth": 1, "strokeDash": [4, 4]}
    path = {"type": "line", "color": palette.slate, "opacity": 0.55, "strokeWidth": 1.2}
    between = {"type": "point", "filled": True, "size": 18, "color": palette.slate, "opacity": 0.7}
    first = {"type": "point", "shape": "circle", "size": 90, "stroke": palette.lake, "fill": palette.card, "opacity": 1}
    latest = {"type": "point", "shape": "circle", "filled": True, "size": 150, "color": palette.lake, "opacity": 1}
    layers = [
        g.layer([{"autonomy": found.middle}], cross, x=x),
        g.layer([{"closeness": found.middle}], cross, y=y),
        *_corners(found, palette),
        g.layer(rows, path, x=x, y=y, order={"field": "order", "type": "quantitative"}),
        g.layer(rows[1:-1], between, x=x, y=y, tooltip=g.plain("says")),
        *([g.layer(rows[:1], first, x=x, y=y, tooltip=g.plain("says"))] if len(rows) > 1 else []),
        g.layer(rows[-1:], latest, x=x, y=y, tooltip=g.plain("says")),
        *_wished(found, palette, x, y),
        *_ends(found, rows, palette, x, y),
    ]
    return g.drawing(layers, palette, HEIGHT_PX)


def _axis(field: str, found: BalanceMap, title: str) -> Spec:
    axis = {
        "title": title,
        "titleAnchor": "end",
        "values": [found.low, found.middle, found.high],
        "grid": False,
        "ticks": False,
        "domain": False,
        "labels": False,
    }
    return g.number(field, (found.low, found.high), axis)


def _row(point: MapPoint, order: int) -> dict[str, Any]:
    return {"autonomy": point.autonomy, "closeness": point.closeness, "order": order, "says": _point_says(point)}


def _point_says(point: MapPoint) -> str:
    values = {"day": day(point.day), "own": number(point.autonomy), "near": number(point.closeness)}
    if point.n == 1:
        return say("{day}: autonomy {own}, closeness {near}", **values)
    return say("around {day}: autonomy {own}, closeness {near}, mean of {n}", **values, n=number(point.n))


def _corners(found: BalanceMap, palette: Palette) -> list[Spec]:
    """The four names in the corners, quiet: where they stand is a convention."""
    places = (
        ("more_together", "left", "top"),
        ("both_near", "right", "top"),
        ("little_of_either", "left", "bottom"),
        ("more_on_my_own", "right", "bottom"),
    )
    short = {
        "more_together": say("more together"),
        "both_near": say("both near"),
        "little_of_either": say("little of either"),
        "more_on_my_own": say("more on my own"),
    }
    layers = []
    for corner, side, edge in places:
        bold = found.corner == corner
        mark = g.words(
            palette,
            align=side,
            baseline=edge,
            color=palette.ink if bold else palette.slate,
            fontWeight=600 if bold else 400,
            fontStyle="normal" if bold else "italic",
            dx=4 if side == "left" else -4,
            dy=4 if edge == "top" else -4,
        )
        x = {"value": 0} if side == "left" else {"value": {"expr": "width"}}
        y = {"value": 0} if edge == "top" else {"value": {"expr": "height"}}
        layers.append(g.layer([{"label": short[corner]}], mark, x=x, y=y, text=g.plain("label")))
    return layers


def _wished(found: BalanceMap, palette: Palette, x: Spec, y: Spec) -> list[Spec]:
    if found.wished is None:
        return []
    row = {"autonomy": found.wished[0], "closeness": found.wished[1], "label": say("where I would like to be")}
    mark = {"type": "point", "shape": "diamond", "size": 170, "stroke": palette.clay, "strokeWidth": 2, "opacity": 1}
    right = found.wished[0] > found.middle
    words = g.words(palette, color=palette.clay, align="right" if right else "left", dx=-12 if right else 12)
    return [g.layer([row], mark, x=x, y=y), *g.label([row], words, palette, x=x, y=y)]


def _ends(found: BalanceMap, rows: list[dict[str, Any]], palette: Palette, x: Spec, y: Spec) -> list[Spec]:
    """ "first" and "latest" beside their points; "first" only where the two stand far enough apart to read."""
    first, latest = found.points[0], found.points[-1]
    reach = (found.high - found.low) * 0.12
    layers = []
    if len(rows) > 1 and abs(first.closeness - latest.closeness) > reach:
        layers.extend(_end_label(rows[0], say("first"), found, palette, x, y))
    layers.extend(_end_label(rows[-1], say("latest"), found, palette, x, y))
    return layers


def _end_label(row: dict[str, Any], said: str, found: BalanceMap, palette: Palette, x: Spec, y: Spec) -> list[Spec]:
    right = row["autonomy"] > found.low + 0.75 * (found.high - found.low)
    mark = g.words(
        palette, color=palette.ink, fontWeight=600, align="right" if right else "left", dx=-11 if right else 11
    )
    return g.label([{**row, "label": said}], mark, palette, x=x, y=y)


def _alt_text(found: BalanceMap) -> str:
    latest = found.points[-1]
    said = [
        say_count(
            "A map of autonomy and closeness, each from {low} to {high}, with {n} check-in.",
            "A map of autonomy and closeness, each from {low} to {high}, with the path of {n} check-ins.",
            found.n,
            low=number(found.low),
            high=number(found.high),
        )
    ]
    if found.n > 1:
        said.append(say("The first, {place}.", place=_point_says(found.points[0])))
    said.append(say("The latest, {place}.", place=_point_says(latest)))
    if found.corner is not None:
        said.append(say("That fortnight: {corner}.", corner=corner_name(found.corner)))
    if found.wished is not None:
        own, near = found.wished
        said.append(say("You would like to be at {own} and {near}.", own=number(own), near=number(near)))
    return " ".join(said)


def _notes(found: BalanceMap) -> tuple[str, ...]:
    notes = []
    if found.corner is not None:
        notes.append(say("The latest fortnight: {corner}.", corner=corner_name(found.corner)))
    notes.append(
        say("The lines stand in the middle of each axis, where every answer is “sometimes”: a convention, not a norm.")
    )
    if found.n > 1:
        notes.append(say("The ring is the first check-in, the large dot the latest."))
    if any(point.n > 1 for point in found.points):
        notes.append(say("Older check-ins are drawn as averages."))
    return tuple(notes)


def _table(found: BalanceMap) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("Day"): [day(point.day) for point in found.points],
            say("Autonomy"): [round(point.autonomy, 1) for point in found.points],
            say("Closeness"): [round(point.closeness, 1) for point in found.points],
            say("Check-ins"): [point.n for point in found.points],
        }
    )
