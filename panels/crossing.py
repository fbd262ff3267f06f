"""The matrix of practice points by theme and agency: a picture to click on, and the same numbers as a table."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import streamlit as st

from charts.matrix import matrix
from charts.matrix_grid import grid, whole_width
from loaders import Case
from measures.points import COUNTS, cell_words, crossing, finding_of, kind_counts, kinds_in_words
from measures.wording import counted
from panels.entry import Entered
from panels.markup import el
from panels.point_list import point_rows
from panels.points import Points
from panels.take import WIDE, take_picture


def theme_matrix(entered: Entered, found: Points, width: int) -> None:
    """The matrix with its sentence; choosing a cell or a heading filters the list, choosing it again shows all."""
    case, view = entered.case, entered.view
    if found.themes.empty:
        return
    totals = kind_counts(found.matrix_points)
    laid = grid(found.themes, found.agencies, crossing(case.practice), _kinds(case), width)
    sentence = finding_of(found.themes, found.agencies, sum(totals.values()))
    st.html(el("div", el("h2", "Theme by agency"), el("p", el("b", sentence), cls="small"), cls="ct"))
    with st.container(key="matrix"):
        st.plotly_chart(
            matrix(laid, found.themes, found.agencies, found.cells, totals, (view.theme, view.agency)),
            width="stretch",
            height=math.ceil(laid.height),
            theme=None,
            key=f"matrix:{case.id}",
            on_select=lambda: _cell(entered),
            selection_mode="points",
            config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showSendToCloud": False},
            alt=f"{sentence} {_held(found)}",
        )
    st.html(el("p", NOTE, cls="ct note"))


def _held(found: Points) -> str:
    themes, agencies = counted(len(found.themes), "theme"), counted(len(found.agencies), "agency", "agencies")
    held = kinds_in_words(found.matrix_points)
    return f"A matrix of {themes} by {agencies} with {held}; the table below has the same numbers."


NOTE = (
    "Totals count points. One point may have several themes and agencies, so cells may add up to more. "
    "An empty cell means that the review makes no such point, not that nothing happened. "
    "◆ missed opportunity, ★ good practice, ■ mixed: both in one. "
    "Choose a cell, a theme or an agency to see its points in the list, and again to see all."
)


HEADS = {"missed": "◆ Missed", "good": "★ Good", "mixed": "■ Mixed"}


def _kinds(case: Case) -> tuple[str, ...]:
    """The kinds with totals of their own: mixed only where the case has such a point."""
    there = kind_counts(case.practice)
    return tuple(sign for sign in COUNTS if sign != "mixed" or there["mixed"])


def _cell(entered: Entered) -> None:
    state = st.session_state.get(f"matrix:{entered.case.id}") or {}
    chosen = [point.get("customdata") for point in state.get("selection", {}).get("points", [])]
    cells = [tuple(one) for one in chosen if one and len(one) == 2]
    if cells:
        theme, agency = cells[0] if cells[0] != (entered.view.theme, entered.view.agency) else ("", "")
        entered.set(theme=theme, agency=agency)


def matrix_table(entered: Entered, found: Points) -> None:
    """The numbers of the matrix as a table, for reading, copying and keyboards."""
    if found.themes.empty:
        return
    _take(entered, found)
    rows = matrix_rows(entered.case, found)
    head = el("tr", *[el("th", word, scope="col") for word in rows.columns])
    body = [
        el("tr", el("th", row[0], scope="row"), *[el("td", cell) for cell in row[1:]])
        for row in rows.itertuples(index=False, name=None)
    ]
    table = el("table", el("thead", head), el("tbody", *body), cls="ct-table matrix-table")
    st.html(
        el(
            "div",
            el("h2", "The same numbers as a table"),
            el("div", table, cls="grid-wrap", tabindex="0", role="region", aria_label="Practice points by theme and agency"),
            cls="ct",
        )
    )


def _take(entered: Entered, found: Points) -> None:
    """The matrix, the points left by the filters and the matrix in numbers, and the link to take along."""
    case = entered.case
    shown = f"{len(found.shown)} of " if len(found.shown) != len(case.practice) else ""
    count = f"Practice points: {shown}{counted(len(case.practice), 'point')}"
    tables = {"practice-points": point_rows(case, found.shown), "theme-by-agency": matrix_rows(case, found)}
    take_picture(
        entered,
        "practice",
        lambda: whole_matrix(entered, found),
        tables,
        count,
        more=take_words(entered, found),
        about="Theme by agency",
    )


def take_words(entered: Entered, found: Points) -> tuple[str, ...]:
    """Every filter in words, and how to read the numbers. A chosen theme or agency leaves the matrix whole."""
    view = entered.view
    themes = dict(zip(found.themes["theme"], found.themes["name"], strict=True))
    agencies = dict(zip(found.agencies["agency"], found.agencies["name"], strict=True))
    chosen = [
        f"{what} {name}" for what, name in (("theme", themes.get(view.theme)), ("agency", agencies.get(view.agency))) if name
    ]
    kinds = {
        "missed": "Missed opportunities only, and those that are mixed",
        "good": "Good practice only, and points that are mixed",
    }
    return (
        kinds.get(view.practice, ""),
        "Only points the review itself states" if view.stated == "1" else "",
        f"Search: {view.find}" if view.find else "",
        f"The list of points: only {' and '.join(chosen)}; the matrix has all themes and agencies" if chosen else "",
        "◆ missed opportunity, ★ good practice, ■ mixed: both in one",
        "One point may have several themes and agencies, so cells may add up to more than the points",
        "An empty cell means that the review makes no such point, not that nothing happened",
    )


def whole_matrix(entered: Entered, found: Points) -> dict[str, Any]:
    """The matrix as wide as its agencies' names ask for, whatever the window."""
    view, width = entered.view, whole_width(len(found.agencies), WIDE - 48)
    laid = grid(found.themes, found.agencies, crossing(entered.case.practice), _kinds(entered.case), width)
    return matrix(laid, found.themes, found.agencies, found.cells, kind_counts(found.matrix_points), (view.theme, view.agency))


def matrix_rows(case: Case, found: Points) -> pd.DataFrame:
    """One row per theme, and one per kind for all themes: what its cell says of each agency, and how many points of each kind."""
    names = {sign: HEADS[sign] for sign in _kinds(case)}
    cells = {(one.theme, one.agency): cell_words(one.missed, one.good, one.mixed) for one in found.cells.itertuples()}
    lanes, totals = list(found.agencies.itertuples()), kind_counts(found.matrix_points)
    rows: list[list[Any]] = [
        [row.name, *[cells.get((row.theme, lane.agency), "") for lane in lanes], *[getattr(row, sign) for sign in names]]
        for row in found.themes.itertuples()
    ]
    rows += [
        [
            f"{words}, each point once",
            *[getattr(lane, sign) for lane in lanes],
            *[totals[sign] if sign == column else "" for column in names],
        ]
        for sign, words in names.items()
    ]
    heads = ["Theme", *(one.name for one in lanes), *names.values()]
    return pd.DataFrame(rows, columns=heads)
