"""What the server sends goes out at once, not only when the browser has said that it got what came before."""

from __future__ import annotations

import socket
from functools import cache

import uvicorn


@cache
def answer_at_once() -> None:
    """From now on, for every server this program starts; once, however often it is asked for.

    Streamlit opens its address without naming TCP, so Python's own loop does not switch off that a system gathers small pieces
    (TCP_NODELAY): a second piece then waits until the first is acknowledged, which takes some 40 ms. A connection inherits it.
    """
    start = uvicorn.Server.startup

    async def started(self: uvicorn.Server, sockets: list[socket.socket] | None = None) -> None:
        for one in sockets or []:
            if one.family in (socket.AF_INET, socket.AF_INET6):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await start(self, sockets)

    uvicorn.Server.startup = started  # type: ignore[method-assign]
