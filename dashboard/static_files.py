"""Sends Streamlit's own scripts, styles and fonts in one piece.

Streamlit reads them in several steps on other threads, sixty files for the first page, and at each step waits for its
turn beside the imports that go on meanwhile. Each name holds a hash of what is in the file, so a browser keeps it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from streamlit import file_util

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

KINDS: Final = {
    ".js": b"text/javascript; charset=utf-8",
    ".css": b"text/css; charset=utf-8",
    ".woff2": b"font/woff2",
}
KEPT: Final = b"public, immutable, max-age=31536000"
CONDITIONS: Final = frozenset({b"range", b"if-range", b"if-match", b"if-none-match"})


class StaticFiles:
    """Answers for them; every other request goes on to Streamlit, and one for a part of a file or for a newer one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the whole file where its name is known."""
        found = _asked_for(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        if found is None:
            await self.app(scope, receive, send)
            return
        body = found.read_bytes()
        length = str(len(body)).encode("ascii")
        headers = [(b"content-type", KINDS[found.suffix]), (b"content-length", length), (b"cache-control", KEPT)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def _asked_for(scope: Scope) -> Path | None:
    if CONDITIONS.intersection(name for name, _ in scope["headers"]):
        return None
    return known_files(Path(file_util.get_static_dir())).get(scope["path"])


@cache
def known_files(folder: Path) -> dict[str, Path]:
    """The file behind each path of Streamlit's that is answered for here."""
    every = (each for kind in ("js", "css", "media") for each in (folder / "static" / kind).glob("*"))
    return {f"/static/{each.parent.name}/{each.name}": each for each in every if each.suffix in KINDS}
