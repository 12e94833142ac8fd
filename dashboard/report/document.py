"""A report as values: sections of plain text, lists, tables and drawings, before it is HTML or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from dashboard.report.choices import Paper


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A chart as SVG with its text alternative; the width is what it takes on paper."""

    svg: str
    alt: str
    width_mm: float


@dataclass(frozen=True, kw_only=True)
class Words:
    """One paragraph; a quiet one explains, and its line breaks are kept where it is a person's own text."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, kw_only=True)
class Items:
    """A list, one line each."""

    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Quote:
    """A person's own words, ticked by them, and where they stand."""

    text: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell: text with a quiet line beneath it, or a drawing."""

    text: str = ""
    beneath: str = ""
    drawing: Drawing | None = None
    is_figure: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with a header row; the first cell of each row names it."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Words | Items | Quote | Table | Drawing


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading with what stands under it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class Document:
    """A whole report; `page_number` holds {page} and {pages}, which the printed page fills in."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    footer: str
    page_number: str
    made_on: date
    paper: Paper = "a4"
    language: str = "en"
