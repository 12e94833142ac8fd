"""A report as PDF, laid out in memory: its texts reach the layout as data and are never read as markup."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib import resources
from typing import Any, Final, Literal

from dashboard.report.document import Document, Drawing, Items, Quote, Table, Words

_KINDS: Final = {Words: "words", Items: "items", Quote: "quote", Table: "table", Drawing: "drawing"}
_PAPERS: Final = {"a4": "a4", "letter": "us-letter"}


def pdf(document: Document) -> bytes:
    """The PDF: PDF/UA-1 where every letter has a font, else tagged just the same without the promise.

    PDF/UA forbids a letter that no font on this machine can draw (an emoji, a rare script); such a letter is then
    drawn as a box, and its text can still be read out and copied.
    """
    import typst

    try:
        return _compile(document, "ua-1")
    except typst.TypstError:
        return _compile(document, None)


def _compile(document: Document, standard: Literal["ua-1"] | None) -> bytes:
    import typst

    layout = resources.files("dashboard.report").joinpath("report.typ").read_bytes()
    made = typst.compile(
        layout,
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"document": json.dumps(_plain(document))},
        pdf_standards=standard,
        timestamp=datetime.combine(document.made_on, time(12), UTC),
    )
    return bytes(made)


@cache
def _fonts() -> Any:
    """The fonts that ship with typst, and behind them those of this machine for scripts that they lack."""
    import typst

    return typst.Fonts()


def _plain(value: Any) -> Any:
    """The value as JSON holds it; a block says its kind."""
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Document):
            held["paper"] = _PAPERS[value.paper]
        return held | ({"kind": _KINDS[type(value)]} if type(value) in _KINDS else {})
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return value.isoformat() if isinstance(value, date) else value
