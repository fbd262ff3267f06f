"""What the server sends goes out at once."""

import asyncio
import socket

import pytest
import uvicorn

from panels.at_once import answer_at_once


async def nothing(scope, receive, send):
    """An app that answers nobody."""


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_UNIX])
def test_a_connection_does_not_gather_small_pieces(family, tmp_path):
    """Each connection to an address opened as Streamlit opens it has it from there; one to a file of this machine needs it not."""
    answer_at_once()

    async def tried():
        with socket.socket(family) as address:
            address.bind(("127.0.0.1", 0) if family == socket.AF_INET else str(tmp_path / "socket"))
            address.listen(1)
            server = uvicorn.Server(uvicorn.Config(nothing, lifespan="off", log_level="error"))
            server.config.load()
            server.lifespan = server.config.lifespan_class(server.config)
            await server.startup(sockets=[address])
            try:
                if family == socket.AF_UNIX:
                    return
                _, writer = await asyncio.open_connection(*address.getsockname())
                while not server.server_state.connections:
                    await asyncio.sleep(0)
                (taken,) = server.server_state.connections
                assert taken.transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 1
                writer.close()
            finally:
                await server.shutdown(sockets=[address])

    asyncio.run(tried())
