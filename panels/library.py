"""The head of the library's page: what it holds, and the choice among many cases."""

from __future__ import annotations

import streamlit as st

from loaders import Case, Library
from measures.wording import counted
from panels.filters import words_of
from panels.markup import el


def chosen_cases(library: Library) -> list[Case]:
    """The cases that the controls leave, drawn at the right of the title."""
    cases = list(library.cases.values())
    types = sorted({case.about.review_type for case in cases if case.about.review_type})
    themes = sorted({theme for case in cases for point in case.practice["themes"] for theme in point})
    titles = {code: title for case in cases for code, title in case.themes.items()}
    with st.container(horizontal=True, key="library", vertical_alignment="bottom"):
        st.html(el("div", el("h1", "Cases"), cls="ct"))
        kind = st.selectbox(
            "Review type",
            ["", *types],
            format_func=lambda one: one[:1].upper() + one[1:] if one else "All review types",
            key="w:types",
            width=260,
        )
        theme = st.selectbox(
            "Theme of practice",
            ["", *themes],
            format_func=lambda one: titles.get(one, one) if one else "All themes",
            key="w:themes",
            width=300,
        )
        words = st.text_input("Search every case", key="w:every", placeholder="a word in titles, people or text", width=280)
    return [case for case in cases if _passes(case, kind or "", theme or "", words or "")]


def _passes(case: Case, kind: str, theme: str, words: str) -> bool:
    from measures.choice import found

    if kind and case.about.review_type != kind:
        return False
    if theme and not any(theme in themes for themes in case.practice["themes"]):
        return False
    head = " ".join((case.title, case.about.summary, *case.people["name"], *case.people["role"])).casefold()
    return not words.strip() or words.strip().casefold() in head or bool(found(case.events, words, words_of(case)).any())


def library_head(library: Library, cases: list[Case]) -> None:
    """One sentence on what is here, and an empty state."""
    total = len(library.cases)
    left = f"{len(cases)} of {counted(total, 'case')}" if len(cases) != total else counted(total, "case")
    unread = f" {counted(len(library.unread), 'file')} could not be read." if library.unread else ""
    st.html(
        el(
            "p",
            f"{left[0].upper()}{left[1:]}, entered for professional learning.{unread} ",
            el("span", "A published chronology is selective, and much contact is not the same as good help.", cls="muted"),
            cls="ct small",
        )
    )
    if not cases and total:
        st.info("No case passes these filters. Choose all review types and all themes, or clear the search.")
    if not total and not library.unread:
        st.info(
            "This folder holds no chronology yet. Write one as timelines/README.md shows, and save it here as <case id>.yaml."
        )
