"""Reads a PDF back with a library that did not write it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader


def read(made: bytes) -> PdfReader:
    """The PDF as pypdf reads it."""
    return PdfReader(io.BytesIO(made))


def root_of(made: bytes) -> Any:
    """Its catalogue: what it says of the whole document."""
    return read(made).trailer["/Root"].get_object()


def text_of(made: bytes) -> str:
    """All its text on one line."""
    return " ".join(" ".join(page.extract_text() for page in read(made).pages).split())


def tags_of(made: bytes) -> Iterator[Any]:
    """Every element of its structure tree."""
    waiting = [root_of(made)["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting += element
        elif isinstance(element, dict):
            yield element
            if "/K" in element:
                waiting.append(element["/K"])
