"""What the server does before the first visitor comes: set what Streamlit has no setting for, and take in what the first page needs."""

from __future__ import annotations

import importlib
import socket
import threading
from functools import cache

import uvicorn
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.pages_manager import PagesManager

NEEDED = ("menu", "entry", "cards", "picture", "filters", "dock", "take")
_taking_in = threading.Thread(target=lambda: take_in(), name="taking in what pages need", daemon=True)


def open_up() -> None:
    """Once, when the server starts."""
    only_by_the_menu()
    only_its_own_pieces()
    answer_at_once()
    _taking_in.start()


def all_taken_in() -> None:
    """Wait until everything is there: two that take in the same at once could find it half made."""
    if _taking_in.is_alive():
        _taking_in.join()


def take_in() -> None:
    """What every page needs, pandas and Plotly with it: a second's work, done while the browser is still busy with Streamlit."""
    for name in NEEDED:
        importlib.import_module(f"panels.{name}")


def only_by_the_menu() -> None:
    """Streamlit must not take the files of pages/ for pages by themselves.

    It would run the first link into a page without app.py, and at the first click with it: every control would have another
    id then, so that what was pressed, opened or written in between is lost.
    """
    PagesManager.uses_pages_directory = False


def only_its_own_pieces() -> None:
    """No package that happens to be installed adds pieces to the pages.

    Streamlit would read the papers of every package for some at each start, which takes a fifth of a second; the pages need none.
    """
    manifest_scanner.scan_component_manifests = lambda max_workers=None: []


@cache
def answer_at_once() -> None:
    """What any server of this program sends goes out at once, not only when the browser has said that it got what came before.

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
