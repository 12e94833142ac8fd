"""A chart's Vega-Lite specification as SVG, on this machine alone."""

from __future__ import annotations

from typing import Final

from dashboard.charts.picture import Spec, at_width

# Libertinus ships with typst; a browser that has none of the others takes its own serif.
PRINT_FONT: Final = "Libertinus Serif, Source Serif, Georgia, serif"


def to_svg(chart: Spec, width_px: int) -> str:
    """The chart as SVG text, that many pixels wide; it refers to nothing outside itself."""
    import vl_convert

    config = {**chart.get("config", {}), "font": PRINT_FONT, "aria": False}
    drawn = vl_convert.vegalite_to_svg({**at_width(chart, width_px), "config": config}, allowed_base_urls=[])
    return str(drawn)
