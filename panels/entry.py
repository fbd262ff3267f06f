"""How every page begins: the same menu, look, gate and case by either door, app.py or a deep link."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from loaders import Case, Library, read_library
from panels import audit
from panels.drawing import fetch_drawing_program
from panels.guard import refuses_to_listen
from panels.kept import kept_note, shown_reading, with_own
from panels.login import admitted, ask_to_log_in, log_out_button, login_configured, nothing_open, own_part, visitor
from panels.markup import el, md
from panels.presses import keep_presses
from panels.style import CSS
from panels.view import View, read_view

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


def begin(title: str, *, bare: bool = False) -> Library:
    """The menu, the look and the visitor's own part of the library, without a case. Whoever may see nothing gets no further.

    A deep link runs a page without app.py: see Streamlit's pages/. So every page passes here, and here alone is a library read.
    bare: without the choice of case and the key that blanks, which the room's screen has of its own.
    """
    keep_presses()
    if not _inside.get():
        _register()
    st.html(f"<style>{CSS}</style>")
    refused = refuses_to_listen(st.get_option("server.address"), login_configured())
    if refused:
        st.error(md(refused))
        st.stop()
    if not admitted():
        ask_to_log_in()
    with shown_reading() as tell:
        library = with_own(own_part(read_library(folder(), tell)))
    if not bare:
        _top(library, title)
    if login_configured() and not library.cases and not library.unread:
        if bare:
            log_out_button()
        nothing_open()
    return library


def folder() -> Path:
    """The folder of chronologies: CASE_TIMELINES_FOLDER, or the shipped one."""
    given = os.environ.get("CASE_TIMELINES_FOLDER", "")
    return Path(given) if given else ROOT / "timelines"


@dataclass
class Entered:
    """A page's case, the library it is from, and the view its link or the last choice asks for.

    whole: the case with everything in it, where `case` is as known on an earlier day.
    """

    case: Case
    library: Library
    view: View
    whole: Case | None = None

    @property
    def entire(self) -> Case:
        """The case with everything in it: what room is reserved for."""
        return self.whole or self.case

    def set(self, **changes: Any) -> None:
        """Change the view and remember it for this case."""
        self.view = self.view.but(**changes)
        st.session_state.views[self.case.id] = self.view
        st.session_state.get("left-out", {}).pop(self.case.id, None)

    def close(self, *, only: tuple[str, ...] | None = None, more: Mapping[str, str] | None = None) -> None:
        """Write the view into the address: the last thing a page does. only: the keys this page uses; more: what it says besides."""
        params = self.view.params()
        if only is not None:
            params = {key: value for key, value in params.items() if key in only}
        write_address({"case": self.case.id, **params, **(more or {})})


STALE_SECONDS = 3.0


def write_address(params: dict[str, str]) -> None:
    """Make the address say `params`, and remember that we wrote it, and which one it follows."""
    before = st.session_state.get("address")
    if before != params:
        st.session_state["followed"] = [*st.session_state.get("followed", []), (time.monotonic(), before)][-20:]
    st.session_state.address = params
    if dict(st.query_params) != params:
        st.query_params.from_dict(params)


def enter(title: str, *, bare: bool = False) -> Entered:
    """Begin a page that shows one case: the case of the address, else the last one, else the first.

    bare: nothing above the page; it brings its own content note, marking and keys, and has no view.
    """
    library = begin(title, bare=bare)
    st.session_state.setdefault("views", {})
    given = dict(st.query_params)
    case_id = given.get("case", "") or st.session_state.get("case", "")
    if not library.cases:
        st.info(f"No case could be read from the folder {md(str(library.folder.name))}. The page Cases says why.")
        st.stop()
    if case_id not in library.cases:
        if case_id:
            names = ", ".join(library.cases)
            st.warning(md(f"The link asks for the case '{case_id[:60]}', which is not in this library ({names})."))
            audit.not_here(visitor(), title, case_id)
        case_id = next(iter(library.cases))
    case = library.cases[case_id]
    st.session_state.case = case_id
    if bare:
        audit.opened(visitor(), title, case_id)
        return Entered(case, library, View())
    view, missing = _view(case, given)
    notes = st.session_state.setdefault("left-out", {})
    notes[case_id] = missing if missing is not None else notes.get(case_id, [])
    gate(case)
    audit.opened(visitor(), title, case_id)
    missing = notes[case_id]
    kept_note(library, case_id)
    if missing:
        st.warning(md(f"The link names what this case does not have, so it was left out: {'; '.join(missing)[:300]}."))
    if case.about.marking:
        st.html(el("div", case.about.marking, cls="marking"))
    return Entered(case, library, view)


def _view(case: Case, given: dict[str, str]) -> tuple[View, list[str] | None]:
    """The view of a new address with what it names in vain, or the one this case was left with and None."""
    views = st.session_state.views
    news = given and given != st.session_state.get("address") and set(given) != {"case"} and not just_left(given)
    if news or case.id not in views:
        view, missing = read_view(given, case)
        views[case.id] = view
        st.session_state.address = given
        for key in [key for key in st.session_state if str(key).startswith("w:")]:
            del st.session_state[key]
        return view, missing
    return views[case.id], None


def just_left(given: dict[str, str]) -> bool:
    """Whether this address is one we have just replaced: a quick second key reaches us before the browser has heard of it."""
    now = time.monotonic()
    return any(given == before and now - when < STALE_SECONDS for when, before in st.session_state.get("followed", []))


def _top(library: Library, title: str) -> None:
    """The right end of the header: the choice of case, and the key that blanks the screen."""
    with st.container(horizontal=True, key="top", width="content"):
        if title not in ACROSS and library.cases:
            _case_choice(library)
        blank = st.session_state.get("blank", False)
        st.button("Show screen" if blank else "Blank screen", shortcut="b", on_click=_toggle_blank, key="blank-button")
        log_out_button()
    if st.session_state.get("blank", False):
        st.html(el("div", cls="blank", role="status", aria_label="The screen is blanked. Press B to show it."))
        st.stop()


def _toggle_blank() -> None:
    st.session_state.blank = not st.session_state.get("blank", False)


def _case_choice(library: Library) -> None:
    ids = list(library.cases)
    wanted = st.query_params.get("case", "") or st.session_state.get("case", "")
    current = wanted if wanted in ids else ids[0]
    st.session_state["case-choice"] = current
    st.selectbox(
        "Case",
        ids,
        format_func=lambda one: library.cases[one].title,
        key="case-choice",
        label_visibility="collapsed",
        on_change=_change_case,
        width=210,
    )


def _change_case() -> None:
    st.session_state.case = st.session_state["case-choice"]
    st.session_state.address = {"case": st.session_state.case}
    st.query_params.from_dict({"case": st.session_state.case})


def gate(case: Case) -> None:
    """The content note stands before a case each time a session opens it."""
    opened = st.session_state.setdefault("opened", set())
    if case.id in opened or not case.about.content_note:
        return

    @st.dialog("Before you open this case", dismissible=False, width="medium")
    def note() -> None:
        st.html(
            el(
                "div",
                el("h2", case.title),
                el("p", f"This case contains: {case.about.content_note}"),
                el("p", "Real people lived this. Take a break whenever you need one; the key B blanks the screen.", cls="muted"),
                cls="ct",
            )
        )
        with st.container(horizontal=True):
            if st.button("Open the case", type="primary", key="gate-open"):
                opened.add(case.id)
                st.rerun()
            if st.button("Back", key="gate-back"):
                st.session_state.case = ""
                st.switch_page(str(ROOT / "pages" / "cases.py"))

    note()
    fetch_drawing_program()
    st.stop()
