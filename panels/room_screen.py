"""The room's screen in small: what everybody sees now."""

from __future__ import annotations

import streamlit as st

from panels.markup import el
from panels.standing import Standing, place_words, step_words


def room_screen(standing: Standing) -> None:
    """What is on the room's screen."""
    when, words = step_words(standing.case, standing.step)
    st.html(el("div", el("p", place_words(standing.step)), el("h3", words), el("p", when), cls="ct fac-mini"))
