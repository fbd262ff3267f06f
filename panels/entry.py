"""How every page begins: the same menu, look, gate and case by either door, app.py or a deep link."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from loaders import Case, Library, read_library
from panels import audit
from panels.address import just_left, write_address
from panels.gate import gate
from panels.guard import refuses_to_listen
from panels.kept import kept_note, shown_reading, with_own
from panels.login import admitted, ask_to_log_in, log_out_button, nothing_open, own_part, visitor
from panels.login_set import login_configured
from panels.marking import marked
from panels.markup import md
from panels.menu import ROOT, register_once
from panels.presses import keep_presses
from panels.style import CSS
from panels.top import top
from panels.view import View, read_view


def begin(title: str, *, bare: bool = False) -> Library:
    """The menu, the look and the visitor's own part of the library, without a case. Whoever may see nothing gets no further.

    A deep link runs a page without app.py: see Streamlit's pages/. So every page passes here, and here alone is a library read.
    bare: without the choice of case and the key that blanks, which the room's screen has of its own.
    """
    keep_presses()
    register_once()
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
        top(library, title)
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


def enter(title: str, *, bare: bool = False) -> Entered:
    """Begin a page that shows one case: the case of the address, else the last one, else the first.

    bare: nothing above the page; it brings its own content note, marking and keys, and has no view. It opens no other case
    than the one asked for, since it would cover the words that say so.
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
            if bare:
                st.page_link(str(ROOT / "pages" / "cases.py"), label="Cases: what is in this library")
                st.stop()
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
    marked([case])
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
