"""The content note of one case, which stands before it each time a session opens it."""

from __future__ import annotations

import streamlit as st

from loaders import Case
from panels.drawing import fetch_drawing_program
from panels.marking import marked_here
from panels.markup import el
from panels.menu import ROOT


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
                marked_here([case]),
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
