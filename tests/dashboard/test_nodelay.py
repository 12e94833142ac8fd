"""A small message goes out at once, on the socket that Streamlit binds."""

from __future__ import annotations

import asyncio
import socket
from asyncio import base_events
from typing import Any

import pytest
from streamlit.web.server.starlette.starlette_server import _bind_socket

from dashboard import nodelay
from tests.dashboard.asking import finished


async def is_sent_at_once() -> bool:
    """Whether a connection to a server on Streamlit's socket holds no small message back."""
    asked: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection: Any = writer.get_extra_info("socket")
        asked.set_result(bool(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
        writer.close()

    listening = _bind_socket("127.0.0.1", 0, 1)
    async with await asyncio.start_server(answer, sock=listening):
        _, writer = await asyncio.open_connection(*listening.getsockname())
        try:
            return await asked
        finally:
            writer.close()


def test_what_streamlit_accepts_holds_no_message_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base_events, "_set_nodelay", lambda _: None)  # put back after the test
    assert not finished(is_sent_at_once())
    nodelay.send_at_once()
    assert finished(is_sent_at_once())
