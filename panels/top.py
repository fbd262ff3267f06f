"""The right end of the header: the choice of case, the key that blanks the screen, and the way out of the login."""

from __future__ import annotations

import streamlit as st

from loaders import Library
from panels.login import log_out_button
from panels.markup import el
from panels.menu import ACROSS


def top(library: Library, title: str) -> None:
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
