"""Has the server send each message at once, instead of holding a small one back until the last was acknowledged.

asyncio asks for this only on a socket that names its protocol, which the one that Streamlit binds does not: a browser
that acknowledges late then waits up to 40 ms for a page's last message, and for each small file.
"""

from __future__ import annotations

import socket
from asyncio import base_events
from typing import Any


def send_at_once() -> None:
    """Ask for it on every TCP connection of this process's event loops from now on."""
    patched: Any = base_events
    patched._set_nodelay = _set_nodelay


def _set_nodelay(connection: socket.socket) -> None:
    if connection.family in (socket.AF_INET, socket.AF_INET6) and connection.type == socket.SOCK_STREAM:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
