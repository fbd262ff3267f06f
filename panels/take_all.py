"""Taking numbers of many cases along: pictures, CSV, and one workbook of data, method and sources."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from exports.chromium import NOT_FOUND, program
from exports.picture import pictures
from exports.tables import csv_bytes
from exports.workbook import Comparison, cited, comparison, sources, versions, workbook
from measures.wording import counted
from panels.across import Across
from panels.markup import el
from panels.take import SAME, XLSX, prepared

Figures = Mapping[str, Callable[[], dict[str, Any]]]
Tables = Callable[[], Mapping[str, pd.DataFrame]]


def take_all(
    across: Across,
    name: str,
    figures: Figures,
    tables: Tables,
    count: str,
    filters: tuple[str, ...],
    method: tuple[str, ...],
    label: str = "Take it along",
) -> None:
    """The figures and tables of a page over many cases, made once this is opened. method: how it was counted."""
    place = st.popover(label, key=f"take-{name}", width="content", on_change="rerun")
    if place.open:
        made = {one: own for one, own in tables().items() if len(own)}
        with place:
            _offers(across, name, figures, made, margin(across, name, count, filters, method))


def margin(across: Across, name: str, count: str, filters: tuple[str, ...], method: tuple[str, ...]) -> Comparison:
    """The margin of what is taken: which cases, which filters, the version of each file, and how it was counted."""
    cases = list(across.cases.values())
    named = ", ".join(case.title for case in cases[:12]) + (f" and {len(cases) - 12} more" if len(cases) > 12 else "")
    which = "Every case of the library" if len(cases) == len(across.library.cases) else f"Cases: {named}"
    title = f"{across.title}, {counted(len(cases), 'case')}"
    known = versions(cases, across.library.folder)
    return comparison(name, title, count, [which, *filters], cases, known, datetime.date.today(), method=method)


@st.fragment
def _offers(across: Across, name: str, figures: Figures, tables: Mapping[str, pd.DataFrame], said: Comparison) -> None:
    st.html(el("div", said.shown, cls="ct small"))
    for what, figure in figures.items() if program() else ():
        _heading(f"Picture: {what}", "With its denominators in the margin")
        prepared(
            across,
            said,
            f"{name}-{what.lower().replace(' ', '-')}",
            "picture",
            "Drawing the picture",
            partial(_pictures, figure, said),
        )
    if figures and not program():
        st.info(NOT_FOUND)
    _heading("Workbook", f"Every table of this page, the method and the sources in one file. {SAME}")
    st.download_button(
        "Excel (XLSX)",
        partial(_workbook, across, tables, said),
        said.name("workbook", "xlsx"),
        XLSX,
        key=f"xlsx-{name}",
        on_click="ignore",
    )
    for table, frame in tables.items():
        st.download_button(
            f"CSV: {_spoken(table).lower()}, {counted(len(frame), 'row')}",
            partial(csv_bytes, cited(frame, said), said.marking),
            said.name(table, "csv"),
            "text/csv",
            key=f"csv-{name}-{table}",
            on_click="ignore",
        )
    if across.keys:
        _heading("Link to exactly this view", "For people who can open this app at the same address; no case file is in it")
        st.code(f"{st.context.url or ''}?{urlencode(across.view)}", language=None, wrap_lines=True)


def _workbook(across: Across, tables: Mapping[str, pd.DataFrame], said: Comparison) -> bytes:
    cases = list(across.cases.values())
    named = {_spoken(name): frame for name, frame in tables.items()}
    return workbook(named, said.method, sources(cases, versions(cases, across.library.folder)), said)


def _spoken(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _pictures(figure: Callable[[], dict[str, Any]], said: Comparison) -> dict[str, bytes]:
    return pictures(figure(), said)


def _heading(words: str, about: str) -> None:
    st.html(el("div", el("div", el("b", words)), el("div", about, cls="muted small"), cls="ct"))
