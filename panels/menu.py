"""The menu: every page with its title and address, registered once a run by either door."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from panels.login import admitted

ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    ("Cases", "pages/cases.py", "cases"),
    ("Case", "pages/case.py", "case"),
    ("Timeline", "pages/timeline.py", "timeline"),
    ("Practice", "pages/practice.py", "practice"),
    ("Who knew what", "pages/knew.py", "knew"),
    ("Silence and sight", "pages/sight.py", "sight"),
    ("Density", "pages/density.py", "density"),
    ("Delay", "pages/delay.py", "delay"),
    ("Learning", "pages/learning.py", "learning"),
    ("Present", "pages/present.py", "present"),
    ("Facilitator", "pages/facilitator.py", "facilitator"),
)
NOT_IN_THE_MENU = ("facilitator",)  # opened from the room's screen, in a window of its own
ACROSS = ("Cases", "Density", "Delay", "Learning")  # pages that show many cases: no choice of one stands above them
_inside: ContextVar[bool] = ContextVar("inside", default=False)


def pages() -> list[Any]:
    """The pages in menu order; the first is the home page."""
    found = [(title, ROOT / file, path) for title, file, path in PAGES if (ROOT / file).exists()]
    return [_page(title, file, path, default=number == 0) for number, (title, file, path) in enumerate(found)]


def _page(title: str, file: Path, path: str, *, default: bool) -> Any:
    visibility: Literal["visible", "hidden"] = "hidden" if path in NOT_IN_THE_MENU else "visible"
    return st.Page(file, title=title, url_path=path, default=default, visibility=visibility)


def run_chosen_page() -> None:
    """What app.py does: register the pages, and run the one the address asks for."""
    page = _register()
    with _as_page():
        page.run()


@contextmanager
def _as_page() -> Iterator[None]:
    """Tells the page's own entry that app.py has already registered the pages in this run."""
    token = _inside.set(True)
    try:
        yield
    finally:
        _inside.reset(token)


def _register() -> Any:
    st.set_page_config(page_title="Case timelines", layout="wide", initial_sidebar_state="collapsed", page_icon=ICON)
    return st.navigation(pages(), position="top" if admitted() else "hidden")


ICON = (
    "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>"
    "<rect width='16' height='16' fill='%231b2430'/><path d='M2 5h8M5 8h9M3 11h6' stroke='white' stroke-width='1.6'/></svg>"
)


def register_once() -> None:
    """Register the pages where app.py has not: a deep link runs a page without it (see Streamlit's pages/)."""
    if not _inside.get():
        _register()
