"""A small component that tells Python how wide the window is, what was zoomed to, and which keys were pressed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from panels.markup import asset


@st.cache_resource
def _component() -> Callable[..., object]:
    return st.components.v2.component("case_timelines_watch", js=asset("watch.js"))


def watch(on_zoom: Callable[[], None]) -> tuple[int, int]:
    """The width and height of the window in px (1920x1080 until it has told). on_zoom: called with the range in session state."""
    known = st.session_state.get("window", "")
    _component()(key="watch", data={"size": known}, on_size_change=_resized, on_zoom_change=on_zoom)
    wide, _, high = (known or "1920x1080").partition("x")
    return max(900, int(wide)), max(500, int(high))


def _resized() -> None:
    size = getattr(st.session_state.get("watch"), "size", None)
    if isinstance(size, str) and size.replace("x", "").isdigit():
        st.session_state.window = size


def zoomed() -> str:
    """What the last zoom asked for: 'whole', or two pixels."""
    return str(getattr(st.session_state.get("watch"), "zoom", "") or "")
