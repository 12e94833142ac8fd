"""Names to the browser, with the first answer, those of Streamlit's scripts that draw each first page of ours.

Streamlit asks for them only once it has heard what stands on a page, which shows grey blocks until they have come.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from streamlit import file_util

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

PARTS: Final = ("BidiComponent", "Button", "Html", "PageLink")
HEADING_FONT: Final = "SourceSerifVariable-Roman"
IMPORTED: Final = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


class EarlyScripts:
    """Adds them to each answer that is a page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, and say more with a page."""

        async def say(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message["headers"]):
                links = early_links(Path(file_util.get_static_dir()))
                message["headers"] = [*message["headers"], (b"link", links.encode("ascii"))]
            await send(message)

        await self.app(scope, receive, say if scope["type"] == "http" else send)


def _is_page(headers: list[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in headers)


@cache
def early_links(static: Path) -> str:
    """The value of the header; empty of whatever another version of Streamlit no longer has."""
    page = (static / "index.html").read_text(encoding="utf-8")
    scripts = [f"<./static/js/{name}>; rel=modulepreload" for name in _scripts(static / "static" / "js", page)]
    fonts = sorted((static / "static" / "media").glob(f"{HEADING_FONT}.*.woff2"))
    return ", ".join(
        [*scripts, *(f"<./static/media/{each.name}>; rel=preload; as=font; crossorigin" for each in fonts)]
    )


def _scripts(folder: Path, page: str) -> list[str]:
    """The scripts of these parts and all that they import, without those that Streamlit's page names itself."""
    found: list[str] = []
    waiting = [each.name for part in PARTS for each in folder.glob(f"{part}.*.js")]
    while waiting:
        name = waiting.pop()
        if name not in found and name not in page:
            found.append(name)
            waiting += IMPORTED.findall((folder / name).read_text(encoding="utf-8"))
    return sorted(found)
