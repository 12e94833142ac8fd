"""Asks a web application for something, without a server between."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message

T = TypeVar("T")


@dataclass(frozen=True)
class Answer:
    """What it answered."""

    status: int
    headers: dict[str, str]
    body: bytes


def finished(work: Coroutine[Any, Any, T]) -> T:
    """What the work comes to, on a thread of its own: the browser of other tests has its event loop on this one."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, work).result()


def ask(app: ASGIApp, path: str, *, method: str = "GET", **headers: str) -> Answer:
    """Its answer to one request; `if_none_match="…"` is that header."""
    said: list[Message] = []

    async def receive() -> Message:
        await asyncio.Event().wait()  # nothing more is said, and nobody goes away
        raise AssertionError

    async def send(message: Message) -> None:
        said.append(message)

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "root_path": "", "query_string": b"", "headers": named}

    async def answer() -> None:
        await app(scope, receive, send)

    finished(answer())
    begun, *parts = said
    return Answer(
        begun["status"],
        {name.decode(): value.decode() for name, value in begun["headers"]},
        b"".join(part.get("body", b"") for part in parts),
    )


def page(content_type: str = "text/html; charset=utf-8") -> ASGIApp:
    """An application that answers everything with one and the same page."""
    from starlette.responses import Response

    return Response(b"a page", media_type=None, headers={"content-type": content_type})
