"""What the server does before the first visitor comes."""

import asyncio
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import uvicorn

from panels.opening import answer_at_once


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


ROOT = Path(__file__).resolve().parents[2]


def said(code):
    """What a Python of its own prints."""
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout


LOOKED = (
    "import importlib.metadata as found; from streamlit.components.v2.component_manager import BidiComponentManager; {first}; "
    "all_of_them, looked = found.distributions, []; found.distributions = lambda **how: looked.append('looked') or all_of_them(**how); "
    "BidiComponentManager().discover_and_register_components(start_file_watching=False); print(looked)"
)


@pytest.mark.parametrize(
    ("first", "looked"),
    [("pass", "['looked']"), ("from panels.opening import only_its_own_pieces as only; only()", "[]")],
    ids=["Streamlit as it comes", "here"],
)
def test_no_installed_package_is_looked_through_for_pieces_of_a_page(first, looked):
    """Streamlit as it comes looks at each start, and at each test of a page."""
    assert said(LOOKED.format(first=first)) == f"{looked}\n"


def test_the_server_listens_before_pandas_is_there():
    """What guards it needs no chronology; a browser has its first answer while the rest is still being taken in."""
    assert (
        said("import sys, panels.guard, panels.opening; print('pandas' in sys.modules, 'loaders' in sys.modules)")
        == "False False\n"
    )


def test_a_page_waits_until_everything_is_there():
    """Then nothing of what it takes in is half made."""
    assert (
        said(
            "import sys; from panels.opening import all_taken_in, open_up; open_up(); all_taken_in(); "
            "print('plotly' in sys.modules, 'panels.take' in sys.modules)"
        )
        == "True True\n"
    )


def test_without_a_server_a_page_does_not_wait():
    """As in a test of one page."""
    assert (
        said("import sys; from panels.opening import all_taken_in; all_taken_in(); print('pandas' in sys.modules)") == "False\n"
    )
