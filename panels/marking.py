"""The handling words of cases: along the foot of a page, or beside what they stand for."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from loaders import Case
from panels.markup import Html, el


def markings(cases: Iterable[Case]) -> str:
    """The handling words of these cases, each once."""
    return " · ".join(dict.fromkeys(case.about.marking for case in cases if case.about.marking))


def marked(cases: Iterable[Case]) -> None:
    """They stay along the foot of the window, however far the page is scrolled."""
    said = markings(cases)
    if said:
        st.html(el("div", said, cls="marking"))


def marked_here(cases: Iterable[Case]) -> Html | str:
    """The same within a card or a note, which may stand alone."""
    said = markings(cases)
    return el("div", said, cls="marking here") if said else ""
