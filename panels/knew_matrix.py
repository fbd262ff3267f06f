"""Facts by agencies as a matrix or as a list, with the key and the agencies that have no record."""

from __future__ import annotations

import math
from collections.abc import Callable

import pandas as pd
import streamlit as st

from charts.knew import knew
from charts.knew_layout import Laid, column_pages, laid_out
from charts.text import wrapped
from loaders import Case
from measures.names import names_of
from measures.wording import counted
from panels.controls import key
from panels.entry import Entered
from panels.knew_finding import finding
from panels.knew_words import WORDS, and_words, called, parted
from panels.knowing import Knowing
from panels.markup import Html, asset, el
from panels.watch import watch

SILENT = "The chronology does not say which agency held this."
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showSendToCloud": False}


def who_knew(entered: Entered, found: Knowing) -> None:
    """The facts by agencies as a matrix or as a list, with the key and the agencies that have no record."""
    wide, high = watch(lambda: None)
    if entered.view.listed:
        _list(entered, found)
    elif not found.agencies:
        st.html(el("p", _nobody(entered), cls="ct muted"))
    else:
        _matrix(entered, found, wide - 48, max(330, high - 400))
    _key(entered.case, found)


def _nobody(entered: Entered) -> str:
    return (
        "Every agency is hidden. Show some under Agencies." if entered.view.hide else SILENT.replace("this", "any of these facts")
    )


def _matrix(entered: Entered, found: Knowing, width: int, room: int) -> None:
    case, view = entered.case, entered.view
    names, cells = names_of(case), hovered(case, found)
    columns = _columns(entered, found, width - 16)
    laid = laid_out(found.facts, columns, cells, width - 16)
    st.html(_column_heads(laid, names))
    _bring()(key="knew-bring", data=_place(laid, found.fact if view.fact else ""))
    with st.container(key="knew", height=min(room, math.ceil(laid.height) + 4), border=False):
        st.plotly_chart(
            knew(laid, cells, silent_facts(found), (found.fact, view.cell if view.fact else "")),
            width="content", theme=None, key=f"knew:{case.id}", on_select=lambda: clicked(entered, f"knew:{case.id}"), selection_mode="points",
            config=CONFIG,
            alt=f"{finding(found.known, len(found.facts), names, found.by)} A matrix of {counted(len(found.facts), 'fact')} by "
            f"{counted(len(columns), 'agency', 'agencies')}; the table below says the same.",
        )  # fmt: skip


def silent_facts(found: Knowing) -> dict[str, str]:
    """What stands across the row of a fact of which no moment is entered."""
    return {fact: SILENT for fact in found.facts["fact_id"] if fact not in set(found.moments["fact_id"])}


@st.cache_resource
def _bring() -> Callable[..., object]:
    """A small component that scrolls the matrix, and nothing else, to the chosen fact."""
    return st.components.v2.component("case_timelines_knew", js=asset("knew.js"))


def _place(laid: Laid, fact: str) -> dict[str, float]:
    if fact not in laid.facts:
        return {}
    row = laid.facts.index(fact)
    return {"top": laid.tops[row], "bottom": laid.tops[row + 1]}


def _columns(entered: Entered, found: Knowing, width: float) -> list[str]:
    """The agencies that stand side by side: all in the file's order, or a page of them, those that know most on the day first."""
    sheets = column_pages(found.agencies, width)
    if len(sheets) == 1:
        return found.agencies
    ordered = most_first(found.agencies, found.known)
    sheets = column_pages(ordered, width)
    place = key(entered, f"sheet-{len(sheets)}-{found.by}")
    opened = next((number for number, sheet in enumerate(sheets) if entered.view.cell in sheet), 0)
    if st.session_state.get(place) is None:
        st.session_state[place] = opened
    ends = [(ordered.index(sheet[0]) + 1, ordered.index(sheet[-1]) + 1) for sheet in sheets]
    with st.container(horizontal=True, key="knew-sheets", vertical_alignment="center"):
        st.html(el("span", f"{len(ordered)} agencies, those that know most facts first:", cls="ct small muted"), width="content")
        st.segmented_control("Agencies", list(range(len(sheets))), format_func=lambda one: f"{ends[one][0]} to {ends[one][1]}", key=place, required=True,
                             label_visibility="collapsed")  # fmt: skip
    return sheets[min(st.session_state[place], len(sheets) - 1)]


def most_first(agencies: list[str], known: pd.DataFrame) -> list[str]:
    """The agencies by how many facts they know on the day, the most first, else in the order given. known: rows of known_on."""
    many = known.loc[known["status"] == "knows", "agency"].value_counts()
    return sorted(agencies, key=lambda one: -many.get(one, 0))


def _column_heads(laid: Laid, names: dict[str, str]) -> Html:
    """The agencies over their columns; they stay where they are while the facts scroll."""
    heads = [el("span", names[one], style=f"width:{laid.wide - 12:.1f}px") for one in laid.agencies]
    return el("div", el("span", "Fact", style=f"width:{laid.left - 12:.1f}px"), *heads, cls="ct knew-columns")


def hovered(case: Case, found: Knowing) -> pd.DataFrame:
    names = names_of(case)
    hover = [
        "<br>".join(
            wrapped(part)
            for part in (
                f"{names[one.agency]}: {one.word.lower()}, {one.when}",
                f"{called(one.long)}{and_words(one.after)}",
                f"Paragraph {one.source or 'not given'}",
            )
        )
        for one in found.known.itertuples()
    ]
    return found.known.assign(hover=hover)


def clicked(entered: Entered, place: str) -> None:
    state = st.session_state.get(place) or {}
    chosen = [point.get("customdata") for point in state.get("selection", {}).get("points", [])]
    found = [str(one[0] if isinstance(one, list) else one) for one in chosen if one]
    if found:
        fact, _, agency = found[0].partition("|")
        entered.set(fact=fact, cell=agency)


def _key(case: Case, found: Knowing) -> None:
    """The signs with their words, and who has no record of any of these facts."""
    meaning = (
        ("knows", "Knows", ": told, present, or its own record"), ("holds", "Holds", ": in papers or a file, not brought out"),
        ("cannot", "Cannot tell", ": the dates overlap this day, or it is not clear whether it arrived"), ("untold", "Not told", ": the file says so"),
    )  # fmt: skip
    items = [el("span", el("i", cls=f"knew-sign {sign}"), el("b", word), rest) for sign, word, rest in meaning]
    named = set(found.moments["agency"]) | {"family"}
    others = [one.short for one in case.agencies.itertuples() if one.agency_id not in named]
    rest = (
        f"{counted(len(others), 'more agency has', 'more agencies have')} no record of any of these: {parted(others)}."
        if others
        else ""
    )
    dash = el("span", el("b", "–"), " ", el("b", "No record"), " that it knew")
    st.html(el("div", el("div", *items, dash, cls="knew-key"), el("p", rest, cls="muted") if rest else "", cls="ct small"))


def _list(entered: Entered, found: Knowing) -> None:
    names, order = names_of(entered.case), list(WORDS)
    parts = []
    for fact in found.facts.itertuples():
        here = found.known[(found.known["fact_id"] == fact.fact_id) & found.known["agency"].isin(found.agencies)]
        here = here.sort_values("status", key=lambda column: column.map(order.index), kind="stable")
        lines = [
            el(
                "li",
                el("b", f"{names[one.agency]}: {one.word.lower()}"),
                f", {one.when}. {called(one.long)}{and_words(one.after)}. ",
                el("span", f"Paragraph {one.source or 'not given'}.", cls="muted"),
            )
            for one in here.itertuples()
        ]
        nothing = (
            SILENT
            if fact.fact_id not in set(found.moments["fact_id"])
            else "No record that any of these agencies knew by this day."
        )
        parts.append(el("section", el("h3", fact.title), el("ul", *lines) if lines else el("p", nothing, cls="muted")))
    st.html(el("div", *parts, cls="ct small knew-list"))
