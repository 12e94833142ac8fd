"""Tells the browser with the empty page which of Streamlit's parts the first page will be drawn with.

Streamlit's own page fetches each kind of part when the first of its kind is to be drawn, one after the other. The
browser has time for them before, while it still reads the scripts that every page needs.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE: Final = Path(streamlit.__file__).parent / "static" / "index.html"
SCRIPTS: Final = PAGE.parent / "static" / "js"
KINDS: Final = ("Html", "PageLink", "BidiComponent", "Button", "TextInput", "Selectbox")
_NAMED: Final = re.compile(r'(?:from|import)\s*"\./([\w.-]+\.js)"')


class EarlyParts:
    """Names the scripts of these parts in the header of every HTML page that the server sends."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on as it is, and HTML with the header."""

        async def send_named(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if link_header() and headers.get("content-type", "").startswith("text/html"):
                    headers.append("link", link_header())
            await send(message)

        await self._app(scope, receive, send_named if scope["type"] == "http" else send)


@cache
def link_header() -> str:
    """The scripts as a Link header (RFC 8288); empty where Streamlit has none of these names."""
    return ", ".join(f"</static/js/{name}>; rel=modulepreload" for name in script_names())


def script_names() -> list[str]:
    """The scripts of the parts and those that they import, without what the page itself names already."""
    there = sorted(path.name for path in SCRIPTS.glob("*.js"))
    known = set(re.findall(r"/([\w.-]+\.js)\"", PAGE.read_text(encoding="utf-8")))
    wanted = [name for kind in KINDS for name in there if name.split(".")[0] == kind]
    found: dict[str, None] = {}
    while wanted:
        name = wanted.pop()
        if name not in known and name not in found and name in there:
            found[name] = None
            wanted += _NAMED.findall((SCRIPTS / name).read_text(encoding="utf-8"))
    return list(found)
