"""What every picture hands back: the drawing, the same in words, and its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import pandas as pd

Spec: TypeAlias = dict[str, Any]


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


def at_width(chart: Spec, width_px: int) -> Spec:
    """The same specification for a page without a container to fill (a report, an image), that many pixels wide."""
    return {**chart, "width": width_px}
