"""The scripts that each first page needs are named with the page, and with nothing else."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from streamlit import file_util

from dashboard.early_scripts import HEADING_FONT, PARTS, EarlyScripts, early_links

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope, Send

STATIC = Path(file_util.get_static_dir())


def links_of(content_type: str) -> list[str]:
    """What an answer of that type names."""
    said: list[Message] = []

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", content_type.encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"as it was"})

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        said.append(message)

    asyncio.run(EarlyScripts(answer)({"type": "http"}, receive, send))
    assert said[1]["body"] == b"as it was"
    return [value.decode() for name, value in said[0]["headers"] if name == b"link"]


def test_a_page_names_scripts_that_are_there_with_all_that_they_import_and_the_font_of_headings() -> None:
    (links,) = links_of("text/html; charset=utf-8")
    named = re.findall(r"<\./(.+?)>; rel=(\w+)", links)
    assert all((STATIC / name).is_file() for name, _ in named)
    scripts = {Path(name).name for name, rel in named if rel == "modulepreload"}
    assert {name.split(".")[0] for name in scripts} >= set(PARTS)
    assert [rel for name, rel in named if HEADING_FONT in name] == ["preload"]
    known = scripts | set(re.findall(r"[\w.-]+\.js", (STATIC / "index.html").read_text(encoding="utf-8")))
    for name in scripts:
        text = (STATIC / "static" / "js" / name).read_text(encoding="utf-8")
        assert set(re.findall(r'from"\./([^"]+)"', text)) <= known


@pytest.mark.parametrize("content_type", ["text/javascript", "application/json", "font/woff2"])
def test_what_is_no_page_is_left_as_it_is(content_type: str) -> None:
    assert links_of(content_type) == []


def test_a_streamlit_without_these_scripts_is_told_of_none(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html></html>", encoding="utf-8")
    assert early_links(tmp_path) == ""
