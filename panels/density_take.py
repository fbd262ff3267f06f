"""The page Density to take along: its figure with denominators in the margin, one workbook, and the numbers as CSV."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from exports.chromium import NOT_FOUND, program
from exports.picture import pictures
from exports.tables import csv_bytes
from exports.workbook import Comparison, cited, comparison, sources, versions, workbook
from measures.density_compared import density_table, long_table
from panels.across import LATER
from panels.density import Density, counted_words, whole_year
from panels.density_asked import BY, PER
from panels.density_figure import figure_of, sentence_of
from panels.density_key import keyed
from panels.density_more import denominators, median_rows, rank_rows, silent_words
from panels.markup import el
from panels.take import WIDE, XLSX, prepared

CAUTION = "A published review tells what its author chose to tell: a pale cell means not reported here, not that nobody went. Much contact is not the same as good help."
METHOD = (
    "Counted are the lines of each file whose kind is named above, of agencies, that happened; one line may stand for several visits.",
    "A date within a window is shared out evenly over its days. Against a blurred day 0 every pair of days counts the same. Days along a chain of dates to day 0 are exact.",
    "A file that shows months or seasons only is counted with the event and day 0 both as wide as that.",
    "Lines without a usable date and lines on other days are counted beside the cells. Cells, what falls outside them and what has no date add up to the number of lines.",
    "Not measured means outside the period that was asked about, or that more than half of the case's lines have no usable date.",
    "Medians, ranks, the least and the most are of the cases that were measured; a period entered in part counts with what it holds.",
    "Nil returns and agencies only mentioned are named and have no row.",
)  # fmt: skip
MARGIN_CASES = 6


def take(made: Density) -> None:
    """Pictures, workbook, CSV and link behind one button; nothing is made before it is asked for."""
    if made.found is None or not made.found.lines:
        return
    place = st.popover("Take it along", key="take-density", width="content", on_change="rerun")
    if place.open:
        with place:
            _taken(made)


@st.fragment
def _taken(made: Density) -> None:
    known = versions(made.of, made.library.folder)
    said = margin(made, known)
    st.html(el("div", f"{said.count} {'. '.join(said.filters)}.", cls="ct small"))
    _heading("Picture", "As it stands, at the size of a wide screen, with what it is out of in its margin")
    if program():
        prepared(made, said, "density", "picture", "Drawing the picture", partial(_pictures, made, said))
    else:
        st.info(NOT_FOUND)
    _heading("Tables", "One workbook with the numbers, the method and the sources; or the numbers alone as CSV")
    with st.container(horizontal=True):
        st.download_button(
            "Excel (XLSX)",
            lambda: book(made, said, known),
            said.name("workbook", "xlsx"),
            XLSX,
            key="density-xlsx",
            on_click="ignore",
        )
        st.download_button(
            "CSV",
            lambda: csv_bytes(numbers(made, said), said.marking),
            said.name("numbers", "csv"),
            "text/csv",
            key="density-csv",
            on_click="ignore",
        )
    _heading("Link to exactly this view", "For people who can open this app at the same address")
    address = {key: value for key, value in dict(st.query_params).items() if value}
    st.code(f"{st.context.url or ''}?{urlencode(address)}", language=None, wrap_lines=True)


def _heading(words: str, about: str) -> None:
    st.html(el("div", el("div", el("b", words)), el("div", about, cls="muted small"), cls="ct"))


def margin(made: Density, known: dict[str, str]) -> Comparison:
    """What stands in the margin of everything taken along: the finding, the filters in words, and the denominators of each case."""
    asked = made.asked
    told = [f"{one.Case}: {_out_of(one)}" for one in denominators(made, MARGIN_CASES + 1).set_axis(SHORT, axis=1).itertuples()]
    if len(told) > MARGIN_CASES:
        told = [f"What the numbers of the {len(made.cases):,} cases are out of stands in the workbook"]
    filters = [
        f"Counted: {counted_words(made).lower()}",
        f"Per {PER[asked.per or '30'].lower()}: {whole_year(made)}",
        f"Rows: {BY[asked.by or 'sector'].lower()}",
        LATER[bool(asked.later)],
        {"total": "All cases as one: total", "median": "All cases as one: median"}.get(asked.as_one, ""),
        *told,
        *(words.rstrip(".") for words in (made.found.refused.values() if made.found else ()) if len(made.cases) <= MARGIN_CASES),
    ]
    title = "How much contact was recorded in the year before" if asked.aligned else "How much contact was recorded"
    made_of = comparison("density", title, "", filters, made.of, known, datetime.date.today(), CAUTION, METHOD)
    return replace(made_of, count=sentence_of(made).rstrip("."))


SHORT = "Case kind days here other undated events exact blurred without agencies entered nil mentioned".split()


def _out_of(one: Any) -> str:
    days = f"{one.days} days entered, " if one.days else ""
    return f"{days}{one.here} lines here, {one.other} on other days, {one.undated} without a usable date; {one.events} events in all, {one.entered} of {one.agencies} agencies with an event ({one.kind})"


def _pictures(made: Density, said: Comparison) -> dict[str, bytes]:
    """The figure as it stands, without the chosen cell, at the size of a wide screen."""
    plain = replace(made, asked=replace(made.asked, cell=""))
    return pictures(keyed(plain, figure_of(plain, WIDE - 48)), said)


def numbers(made: Density, said: Comparison) -> pd.DataFrame:
    """The cells, one a row, each with what is needed to cite it: what was counted, and the file and version it is from."""
    assert made.found is not None
    return cited(long_table(made.found, made.titles), said)


def book(made: Density, said: Comparison, known: dict[str, str]) -> bytes:
    """The workbook: the table on the screen, the cells one a row, ranks and medians, denominators, method, sources."""
    assert made.found is not None
    cells_alone = numbers(made, said).drop(columns=["Shown", "Method"])
    made_tables = {"Table": density_table(made.found, made.titles), "Cells": cells_alone, "Out of": denominators(made)}
    if not made.asked.as_one:
        made_tables |= {"Medians": median_rows(made), "Ranks": rank_rows(made)}
    return workbook(made_tables, [*METHOD, *silent_words(made)], sources(made.of, known), said)
