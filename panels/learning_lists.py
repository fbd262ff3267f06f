"""What the page Learning shows: the matrix with its points, days before the incident, what recurs, and the search."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import streamlit as st

from charts.before import before_figure
from charts.matrix import matrix
from charts.matrix_grid import grid, whole_width
from measures.learning import WHATS
from measures.points import COUNTS, finding_of, kind_counts, kinds_in_words
from measures.wording import counted, listed
from panels.across import Across, how_not_to_read
from panels.delay_lists import CONFIG
from panels.learning import Learned, Picked, chosen_points, found_texts
from panels.learning_before import before_sentence, dated
from panels.learning_rows import matrix_table, period_table, point_table, recurring_table, text_table
from panels.markup import el
from panels.take import WIDE
from panels.take_all import take_all
from panels.to_event import point_link, table

LISTED = 60
METHOD = (
    "Points are the missed opportunities and good practice of the case files; a mixed point is both in one and counted apart",
    "A point may have several themes, agencies and sectors: totals count each point once, cells may add up to more",
    "Days before day 0: a point with a day of its own has that one, else it is shared in equal parts among its dated events",
    "A blurred date is spread evenly over the days it may be, so that the periods add up to the points that have a date",
    "Points are the review's look back; a point has the days of all its events, those known only later among them",
    "A theme recurs where three or more reviews have it in a practice point, a finding or a recommendation",
)
NOT_TO_READ = [
    "An empty cell means that the review makes no such point, not that nothing happened.",
    "Reviews look for what could have gone otherwise, so they name more missed opportunities than good practice; that is not how often either occurs.",
    "Themes are given by whoever entered the case. Two reviews with the same theme may mean different things by it.",
    "More points shortly before the incident may only say that the review looked there more closely.",
    "To miss an opportunity is not to have caused what followed, and good practice is not measured by the outcome.",
]


def matrix_figure(picked: Picked, points: Any, width: float) -> dict[str, Any]:
    """The matrix of themes by case or sector, `width` px wide."""
    totals = kind_counts(points)
    signs = tuple(sign for sign in COUNTS if sign != "mixed" or totals["mixed"])
    laid = grid(picked.rows, picked.heads, picked.cells, signs, width)
    return matrix(laid, picked.rows, picked.heads, picked.cells, totals, (picked.theme, picked.column))


def theme_part(across: Across, said: Learned, picked: Picked) -> None:
    """The matrix, what is to take along, the same as a table, and the points of the chosen cell."""
    wide = across.wide
    if said.points.empty:
        st.html(el("p", "No practice point is entered in these cases.", cls="ct muted"))
        return
    held = f"{kinds_in_words(said.points)} in {counted(len(across.cases), 'case')}"
    of = "case" if picked.columns == "cases" else "sector"
    sentence = finding_of(picked.rows, picked.heads, len(said.points)).replace("agencies", f"{of}s").replace("agency", of)
    st.html(el("div", el("p", el("b", sentence), f" {held[0].upper()}{held[1:]}."), cls="ct"))
    drawn = matrix_figure(picked, said.points, min(wide - 48, whole_width(len(picked.heads), wide - 48) + 200))
    st.plotly_chart(
        drawn, width="content", height=math.ceil(drawn["layout"]["height"]), theme=None, key="learning-matrix", selection_mode="points",
        on_select=lambda: _cell(across, picked), config=CONFIG, alt=f"{sentence} A matrix of {len(picked.rows)} themes with {held}; the table below has the same numbers.",
    )  # fmt: skip
    note = "◆ missed opportunity, ★ good practice, ■ mixed: both in one. Choose a cell, a theme or a heading to see its points, and again to see none."
    st.html(
        el("p", f"Totals count points; one may have several themes and {of}s, so cells may add up to more. {note}", cls="ct note")
    )
    _take(across, said, picked, sentence)
    with st.expander(f"The same as a table: {counted(len(picked.rows), 'theme')}"):
        st.dataframe(matrix_table(picked), hide_index=True, row_height=36, key=f"themes:{picked.columns}")
    _points(across, said, picked)


def _cell(across: Across, picked: Picked) -> None:
    points = st.session_state["learning-matrix"]["selection"]["points"]
    cells = [tuple(one) for point in points if (one := point.get("customdata")) and len(one) == 2]
    if cells:
        theme, column = cells[0] if cells[0] != (picked.theme, picked.column) else ("", "")
        across.set(theme=theme, column=column)


def _points(across: Across, said: Learned, picked: Picked) -> None:
    """The points of the chosen cell with links to each."""
    if not picked.theme and not picked.column:
        return
    found = chosen_points(said, picked)
    names = dict(zip(picked.heads["agency"], picked.heads["name"], strict=True))
    where = listed(
        [
            one
            for one in (said.themes.get(picked.theme, "No theme given") if picked.theme else "", names.get(picked.column, ""))
            if one
        ]
    )
    st.html(el("h2", f"{where}: {kinds_in_words(found)}", cls="ct", id="points"))
    st.button("Show no points", on_click=lambda: across.set(theme="", column=""), key="learning-none")
    rows = []
    for one, row in zip(
        found.head(LISTED).itertuples(),
        point_table(across.cases, found.head(LISTED), said.themes).itertuples(index=False),
        strict=True,
    ):
        rows.append(
            [
                row[0],
                el("b", row[1], cls=f"sign-{one.sign}"),
                row[2],
                point_link(row[4], one.case_id, one.practice_id),
                row[5],
                row[6],
                row[7],
            ]
        )
    table("learning-points", ["Case", "Point", "Kind", "What the review says", "Themes", "Sectors", "Source"], rows)
    if len(found) > LISTED:
        st.html(
            el("p", f"{LISTED} of {counted(len(found), 'point')} are listed; what is taken along has all of them.", cls="ct note")
        )


def _take(across: Across, said: Learned, picked: Picked, sentence: str) -> None:
    cases, themes = across.cases, said.themes

    def tables() -> dict[str, pd.DataFrame]:
        return {
            f"themes-by-{picked.columns}": matrix_table(picked),
            "before-the-incident": period_table(said),
            "recurring-themes": recurring_table(cases, said),
            "practice-points": point_table(cases, chosen_points(said, picked), themes),
            "texts": text_table(cases, found_texts(said, picked), themes),
        }

    chosen = [
        f"theme {themes.get(picked.theme, 'none given')}" if picked.theme else "",
        f"only {picked.column}" if picked.column else "",
    ]
    filters = (
        sentence.rstrip("."), "◆ missed opportunity, ★ good practice, ■ mixed: both in one", before_sentence(said).rstrip("."),
        f"Practice points: {' and '.join(one for one in chosen if one)}" if any(chosen) else "",
        f"Search: {picked.words}" if picked.words else "", f"Only texts of the kind {WHATS[picked.kind].lower()}" if picked.kind else "",
    )  # fmt: skip
    totals, _ = dated(said)
    wide = whole_width(len(picked.heads), WIDE - 48)
    figures = {
        "Themes": lambda: matrix_figure(picked, said.points, wide),
        "Before the incident": lambda: before_figure(said.periods, totals, WIDE - 48),
    }
    count = f"{kinds_in_words(said.points)}; {counted(len(said.texts), 'text')}"
    take_all(
        across,
        "learning",
        figures if sum(totals.values()) else {"Themes": figures["Themes"]},
        tables,
        f"{count[0].upper()}{count[1:]}",
        filters,
        METHOD,
    )


def reading() -> None:
    """How not to read the numbers of this page."""
    how_not_to_read(NOT_TO_READ)
