"""A report as HTML that loads nothing: every text escaped, charts inside as pictures, print rules included."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape
from importlib import resources
from typing import Final

from dashboard.report.document import Block, Cell, Document, Drawing, Items, Quote, Section, Table, Words

WIDE_MM: Final = 100
_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def page(document: Document) -> str:
    """The whole page."""
    head = [
        "<!doctype html>",
        f'<html lang="{_text(document.language)}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{_text(document.title)}</title></head><body>",
    ]
    paper = f"<style>@page {{ size: {document.paper}; margin: 12mm 15mm }}</style>"
    return "\n".join([*head, paper, "<main>", fragment(document, level=1), "</main></body></html>", ""])


def fragment(document: Document, *, level: int = 3) -> str:
    """The report without a page around it, its own heading on that level; its rules touch nothing outside it."""
    style = resources.files("dashboard.report").joinpath("report.css").read_text("utf-8")
    lines = [
        f"<style>{style}</style>",
        '<article class="fb-report">',
        f'<h{level} class="title" dir="auto">{_text(document.title)}</h{level}>',
        f'<p class="quiet">{_text(document.subtitle)}</p>' if document.subtitle else "",
        *(line for section in document.sections for line in _section(section, level + 1)),
        f'<p class="quiet foot">{_text(document.footer)}</p>',
        "</article>",
    ]
    return "\n".join(filter(None, lines))


def _section(section: Section, level: int) -> Iterator[str]:
    yield "<section>"
    if section.title:
        yield f'<h{level} class="name" dir="auto">{_text(section.title)}</h{level}>'
    for block in section.blocks:
        yield _block(block)
    yield "</section>"


def _block(block: Block) -> str:
    if isinstance(block, Words):
        kind = ' class="quiet"' if block.quiet else ""
        return f'<p dir="auto"{kind}>{_text(block.text)}</p>'
    if isinstance(block, Items):
        return "<ul>" + "".join(f'<li dir="auto">{_text(item)}</li>' for item in block.items) + "</ul>"
    if isinstance(block, Quote):
        source = f'<footer class="quiet">{_text(block.source)}</footer>'
        return f'<blockquote dir="auto"><p dir="auto">{_text(block.text)}</p>{source}</blockquote>'
    if isinstance(block, Drawing):
        # A wide chart may be moved sideways on a narrow screen, with the keyboard as well.
        wide = ' class="wide" tabindex="0"' if block.width_mm > WIDE_MM else ""
        return f"<figure{wide}>{_image(block)}</figure>"
    return _table(block)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col"{_kind(cell)}>{_cell(cell)}</th>' for cell in table.header)
    body = "".join(_row(row, table.header) for row in table.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(cells: tuple[Cell, ...], header: tuple[Cell, ...]) -> str:
    """One row; a figure carries its column's name for screens too narrow for a header row."""
    named = zip(cells[1:], header[1:], strict=True)
    data = "".join(f"<td{_kind(cell)}{_column_name(cell, column)}>{_cell(cell)}</td>" for cell, column in named)
    return f'<tr><th scope="row" dir="auto">{_cell(cells[0])}</th>{data}</tr>'


def _column_name(cell: Cell, column: Cell) -> str:
    return f' data-name="{_text(column.text)}"' if cell.is_figure else ""


def _kind(cell: Cell) -> str:
    return ' class="figure"' if cell.is_figure else ""


def _cell(cell: Cell) -> str:
    drawn = _image(cell.drawing) if cell.drawing else _text(cell.text)
    return f'{drawn}<span class="quiet beneath">{_text(cell.beneath)}</span>' if cell.beneath else drawn


def _image(drawing: Drawing) -> str:
    # Inside a picture no script runs and no name clashes with another chart's, whatever the labels say.
    data = base64.b64encode(drawing.svg.encode()).decode()
    style = f"width:{drawing.width_mm}mm"
    return f'<img alt="{_text(drawing.alt)}" style="{style}" src="data:image/svg+xml;base64,{data}">'


def _text(text: str) -> str:
    return escape(text.encode("utf-8", "replace").decode(), quote=True)
