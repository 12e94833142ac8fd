"""What every picture hands back: the drawing, the same in words, and its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeAlias

import pandas as pd
import pyarrow as pa

Spec: TypeAlias = dict[str, Any]
MANY_MARKS = 150
PLAIN: Final = (str, int, float, type(None))


@dataclass(frozen=True, kw_only=True, eq=False)
class Picture:
    """One picture. `chart` is a finished Vega-Lite specification (None when there is nothing to draw, and then
    `empty_says` tells why); `notes` are the short lines that stand beneath it; `n` counts what it shows. The table is
    made when it is first asked for, and has rows wherever there is a chart.
    """

    chart: Spec | None
    alt_text: str
    make_table: Callable[[], pd.DataFrame]
    empty_says: str = ""
    n: int = 0
    notes: tuple[str, ...] = ()

    @cached_property
    def table(self) -> pd.DataFrame:
        """Everything that the picture shows, in rows."""
        return self.make_table()

    @cached_property
    def growing(self) -> Spec:
        """The chart as it takes in new data without being drawn anew."""
        return with_data_beside(self.chart or {})


def at_width(chart: Spec, width_px: int) -> Spec:
    """The same specification for a page without a container to fill (a report, an image), that many pixels wide."""
    return {**chart, "width": width_px}


def with_data_beside(chart: Spec) -> Spec:
    """The same drawing with each layer's rows in a named data set; many marks are painted instead of made elements.

    Streamlit compares the specification without its data sets: while that stays the same, only the data is replaced,
    which takes a browser a third of the time. Layers with cells that are no plain values keep their rows.
    """
    layers, sets = [], {}
    for number, layer in enumerate(chart["layer"]):
        rows = layer["data"]["values"]
        name = f"layer {number}"
        if all(issubclass(kind, PLAIN) for kind in {type(cell) for row in rows for cell in row.values()}):
            sets[name] = _table(rows)
            layers.append({**layer, "data": {"name": name}})
        else:
            layers.append(layer)
    options = dict(chart["usermeta"]["embedOptions"])
    if sum(table.num_rows for table in sets.values()) > MANY_MARKS:
        options["renderer"] = "canvas"
    return {**chart, "layer": layers, "datasets": sets, "usermeta": {"embedOptions": options}}


def _table(rows: Sequence[dict[str, Any]]) -> pa.Table:
    fields = dict.fromkeys(field for row in rows for field in row)
    return pa.table({field: [row.get(field) for row in rows] for field in fields})
