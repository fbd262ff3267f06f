"""The address of the browser: written by the page, and not mistaken for a new one when the browser lags behind."""

from __future__ import annotations

import time

import streamlit as st

STALE_SECONDS = 3.0


def write_address(params: dict[str, str]) -> None:
    """Make the address say `params`, and remember that we wrote it, and which one it follows."""
    before = st.session_state.get("address")
    if before != params:
        st.session_state["followed"] = [*st.session_state.get("followed", []), (time.monotonic(), before)][-20:]
    st.session_state.address = params
    if dict(st.query_params) != params:
        st.query_params.from_dict(params)


def just_left(given: dict[str, str]) -> bool:
    """Whether this address is one we have just replaced: a quick second key reaches us before the browser has heard of it."""
    now = time.monotonic()
    return any(given == before and now - when < STALE_SECONDS for when, before in st.session_state.get("followed", []))
