"""Shows text that somebody typed as text: no HTML, Markdown, link or icon in it comes alive."""

from __future__ import annotations

import html
import re

import streamlit as st

# A label is also what is read out, with every backslash in it: so a sign is escaped only where Markdown would take it.
_MARKDOWN = re.compile(
    r"[\\`*_\[\]<>|~$^@]"  # wherever it stands
    r"|^[#+=-]|^\d{1,9}(?=[.)])"  # a heading, a rule, a list
    r"|-(?=[->])|(?<=-)-|!(?=\[)|&(?=#?\w+;)|(?<=www)\.",  # arrows, pictures, entities, addresses
    re.IGNORECASE,
)
_DIRECTIVE = re.compile(r":(?=\w)|(?<=\w):")
_NUMBER = re.compile(r"\+?[0-9](?:[0-9 -]*[0-9])?")
_WORD_JOINER = "⁠"


def as_label(text: str) -> str:
    """The text on one line, escaped for a place where Streamlit reads Markdown."""
    one_line = " ".join(text.split())
    return _DIRECTIVE.sub(":" + _WORD_JOINER, _MARKDOWN.sub(_escaped, one_line))


def _escaped(found: re.Match[str]) -> str:
    sign = found.group()
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def as_option(text: str) -> str:
    """The text on one line, for a place where Streamlit shows it as it is (the choices of a drop-down)."""
    return " ".join(text.split())


def as_html(text: str) -> str:
    """The text, escaped for HTML."""
    return html.escape(text, quote=True)


def with_calls(text: str) -> str:
    """The text, escaped for HTML, each telephone number in it a link that calls it; the link holds digits alone."""
    pieces, end = [], 0
    for found in _NUMBER.finditer(text):
        called = re.sub(r"[^0-9+]", "", found.group())
        pieces += [as_html(text[end : found.start()]), f'<a href="tel:{called}">{found.group()}</a>']
        end = found.end()
    return "".join([*pieces, as_html(text[end:])])


def read(text: str, *, css_class: str = "fb-reading") -> None:
    """Draw a text as it was typed, its line breaks and its direction kept."""
    st.html(f'<div class="{css_class}" dir="auto">{as_html(text)}</div>')
