"""Simple HTML in foreign notes as plain text; what is no such markup stays as it was written."""

from __future__ import annotations

import re
from typing import Final

_TAGS: Final = "br|p|div|span|font|b|strong|i|em|u|s|strike|del|ul|ol|li|blockquote|h[1-6]|small|big|sub|sup|mark"
_KNOWN: Final = re.compile(rf"</?(?:{_TAGS})\b[^<>]{{0,200}}>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7});")
_BLOCKS: Final = frozenset(("p", "div", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"))
_BLANK_LINES: Final = re.compile(r"\n{3,}")


def plain_text(note: str) -> str:
    """The note without the tags that notes are set with: breaks and paragraphs are lines, list items get a dash.

    Only the tags that apps write are markup; any other, <script> too, is the person's own text and stays.
    """
    if not _KNOWN.search(note) and not _ENTITY.search(note):
        return note
    pieces = _Pieces()
    at = 0
    for tag in _KNOWN.finditer(note):
        pieces.text(note[at : tag.start()])
        pieces.tag(tag.group())
        at = tag.end()
    pieces.text(note[at:])
    return _BLANK_LINES.sub("\n\n", "".join(pieces.parts)).strip("\n")


class _Pieces:
    """The text so far; tags change it."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def text(self, text: str) -> None:
        self.parts.append(_ENTITY.sub(lambda found: _character(found.group()), text))

    def tag(self, text: str) -> None:
        name = text.strip("</>").split(None, 1)[0].rstrip("/").casefold()
        if name == "br":
            self.parts.append("\n")
        elif name == "li":
            if not text.startswith("</"):
                self._new_line()
                self.parts.append("- ")
        elif name in _BLOCKS:
            self._new_line()

    def _new_line(self) -> None:
        if self.parts and not "".join(self.parts[-2:]).endswith("\n"):
            self.parts.append("\n")


def _character(entity: str) -> str:
    named = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&nbsp;": " "}
    if entity in named:
        return named[entity]
    code = int(entity[2:-1])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else entity
