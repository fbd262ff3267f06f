"""How a page over many cases begins: which cases, what else its address asks for, and one content note for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from loaders import Case, Library
from measures.wording import counted
from panels import audit
from panels.address import just_left, write_address
from panels.drawing import fetch_drawing_program
from panels.entry import begin
from panels.login import visitor
from panels.marking import marked, marked_here
from panels.markup import el, md
from panels.menu import ROOT
from panels.watch import watch

MOST = 40
LONGEST = 2000
LATER = {False: "What was known only later is left out", True: "What was known only later is counted too"}


@dataclass
class Across:
    """A page's cases by id, the library they are from, and its choices as the address says them; blank is the default.

    wide: the window's width in px.
    """

    title: str
    library: Library
    cases: Mapping[str, Case]
    keys: tuple[str, ...]
    view: dict[str, str]
    wide: int = 1920

    def chosen(self, name: str, known: Any, default: str = "") -> str:
        """What is chosen of the known ids; the default where nothing is, or what is not there."""
        asked = self.view.get(name, "")
        return asked if asked in known else default

    def set(self, **changes: str) -> None:
        """Change the choices; blank is left out of the address."""
        kept = {**self.view, **changes}
        self.view = st.session_state[_place(self.title)] = {key: value for key, value in kept.items() if value}

    def close(self) -> None:
        """Write the choices into the address: the last thing a page does."""
        write_address(dict(self.view))


def _place(title: str) -> str:
    return f"across:{title}"


def key(title: str, name: str) -> str:
    """The key of a control of that page."""
    return f"w:{title}:{name}"


def enter_all(title: str, keys: tuple[str, ...], *, noted: bool = True) -> Across:
    """Begin a page over many cases. keys: what its address may say beside `cases`; noted: the content notes stand before it."""
    library = begin(title)
    if not library.cases:
        st.info(f"No case could be read from the folder {md(str(library.folder.name))}. The page Cases says why.")
        st.stop()
    view = asked(title, ("cases", *keys))
    chosen, missing = chosen_cases(library, view)
    across = Across(title, library, chosen or dict(list(library.cases.items())[:MOST]), keys, view)
    if noted:
        note_before(across.cases)
    _record(title, across.cases)
    across.wide, _ = watch(lambda: None)
    say_missing(missing)
    marked(across.cases.values())
    return across


def chosen_cases(library: Library, view: Mapping[str, str]) -> tuple[dict[str, Case], list[str]]:
    """The cases that a view names, by id, and the names that are not in the library."""
    wanted = [one for one in view.get("cases", "").split(".") if one]
    found = {one: library.cases[one] for one in wanted if one in library.cases}
    return found, [one for one in wanted if one not in library.cases]


def say_missing(missing: list[str]) -> None:
    """Which cases a link named in vain."""
    if missing:
        st.warning(md(f"The link names cases that are not in this library, so they were left out: {', '.join(missing)[:300]}."))


def later_toggle(across: Across) -> bool:
    """The choice to let in what was known only later, where a case has any; whether it is let in."""
    name, chosen = key(across.title, "later"), across.view.get("later") == "1"
    if any(case.events["hindsight"].any() for case in across.cases.values()):
        st.session_state[name] = chosen
        st.toggle("Known only later", key=name, on_change=lambda: across.set(later="1" if st.session_state[name] else "", row=""))
    return chosen


def _record(title: str, cases: Mapping[str, Case]) -> None:
    """Tell the record of openings which cases this page shows; once, until it shows others."""
    shown = (title, *cases)
    if st.session_state.get("recorded-across") != shown:
        st.session_state["recorded-across"] = shown
        for case_id in cases:
            audit.opened(visitor(), title, case_id)


def asked(title: str, keys: tuple[str, ...], *, beside: bool = False) -> dict[str, str]:
    """The choices of a new address, or those this page was left with.

    beside: the page shows one case too, whose own entry comes after this and follows the address; another case alone changes no choice here.
    """
    given = {name: str(value)[:LONGEST] for name, value in dict(st.query_params).items()}
    place = _place(title)
    news = given and given != st.session_state.get("address") and not just_left(given) and not (beside and set(given) == {"case"})
    if news or place not in st.session_state:
        st.session_state[place] = {name: given[name] for name in keys if given.get(name)}
        if not beside:
            st.session_state.address = given
        for name in [name for name in st.session_state if str(name).startswith(f"w:{title}:")]:
            del st.session_state[name]
    found: dict[str, str] = st.session_state[place]
    return found


def choose_cases(across: Across) -> None:
    """The choice of cases. None chosen means all, up to a number that can be read."""
    library, name = across.library, key(across.title, "cases")
    st.session_state[name] = list(across.cases) if across.view.get("cases") else []

    def keep() -> None:
        across.set(cases=".".join(st.session_state[name]))

    st.multiselect(
        "Cases",
        list(library.cases),
        format_func=lambda one: library.cases[one].title,
        key=name,
        placeholder=all_words(across),
        on_change=keep,
        width=260,
    )


def all_words(across: Across) -> str:
    """Which cases are meant where none is chosen: 'All 5 cases', 'The first 40 of 2000 cases'."""
    many = len(across.library.cases)
    return f"All {counted(many, 'case')}" if many <= MOST else f"The first {MOST} of {counted(many, 'case')}: choose others"


def note_before(cases: Mapping[str, Case]) -> None:
    """One content note for all the cases that this session has not opened yet, before any of their texts is shown."""
    opened = st.session_state.setdefault("opened", set())
    closed = [case for case in cases.values() if case.about.content_note and case.id not in opened]
    if not closed:
        return

    @st.dialog("Before you open these cases", dismissible=False, width="medium")
    def note() -> None:
        lines = [el("li", el("b", f"{case.title}: "), case.about.content_note) for case in closed[:12]]
        more = f"and {counted(len(closed) - 12, 'more case')} with a note of its own" if len(closed) > 12 else ""
        st.html(
            el(
                "div",
                marked_here(closed),
                el("p", "This page shows what the reviews of these cases say. They contain:"),
                el("ul", *lines, el("li", more) if more else ""),
                el("p", "Real people lived this. Take a break whenever you need one; the key B blanks the screen.", cls="muted"),
                cls="ct",
            )
        )
        with st.container(horizontal=True):
            if st.button("Open the cases", type="primary", key="gate-open"):
                opened.update(case.id for case in closed)
                st.rerun()
            if st.button("Back", key="gate-back"):
                st.switch_page(str(ROOT / "pages" / "cases.py"))

    note()
    fetch_drawing_program()
    st.stop()


def how_not_to_read(sentences: list[str]) -> None:
    """How not to read the numbers, in plain words, beside them."""
    st.html(
        el("div", el("h2", "How not to read this"), el("ul", *[el("li", one) for one in sentences]), cls="ct small not-to-read")
    )
