"""The page Learning over many cases: its points, findings and recommendations, and what its controls leave of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from loaders import Case
from measures.learning import (
    WHATS,
    before_incident,
    learning_texts,
    line_totals,
    point_days,
    points_of,
    recurring,
    searched,
    theme_cells,
)
from measures.names import names_of
from measures.points import NONE
from panels.across import Across, choose_cases, key
from panels.delay import joined
from panels.markup import el

KEYS = ("columns", "theme", "column", "q", "kind")
COLUMNS = {"cases": "Cases", "sectors": "Sectors"}


@dataclass(frozen=True)
class Learned:
    """What the chosen cases say; made once for them, and never changed. cases: kept, so that their ids stay theirs."""

    cases: tuple[Case, ...]
    points: pd.DataFrame
    days: pd.DataFrame
    periods: pd.DataFrame
    texts: pd.DataFrame
    recurring: pd.DataFrame
    themes: Mapping[str, str]


@dataclass(frozen=True)
class Picked:
    """What the controls leave: the matrix by case or sector, the chosen theme and column, and the search."""

    columns: str
    rows: pd.DataFrame
    heads: pd.DataFrame
    cells: pd.DataFrame
    theme: str
    column: str
    words: str
    kind: str


@st.cache_resource(max_entries=3, show_spinner="Reading what the reviews say.")
def learned(which: str, _cases: Mapping[str, Case]) -> Learned:
    """Everything the page counts and searches of these cases."""
    parts: dict[str, list[pd.DataFrame]] = {"points": [], "days": [], "texts": [], "findings": [], "recommendations": []}
    themes: dict[str, str] = {}
    for case_id, case in _cases.items():
        own = points_of(case.practice, case.agencies, case_id)
        parts["points"].append(own)
        parts["days"].append(point_days(own, case.practice, case.events, case.about.incident or ""))
        names = {**case.themes, **names_of(case)}
        parts["texts"].append(learning_texts(case.findings, case.recommendations, case.practice, names, case_id))
        parts["findings"].append(case.findings[["themes"]].assign(case_id=case_id))
        parts["recommendations"].append(case.recommendations[["themes"]].assign(case_id=case_id))
        themes |= case.themes
    found = {name: joined(own) for name, own in parts.items()}
    again = recurring(found["points"], found.pop("findings"), found.pop("recommendations"), themes)
    return Learned(tuple(_cases.values()), **found, periods=before_incident(found["days"]), recurring=again, themes=themes)


def head(across: Across, said: Learned) -> Picked:
    """The question, the controls, and what they choose."""
    columns = across.chosen("columns", COLUMNS, "cases")
    with st.container(horizontal=True, key="learning-head", vertical_alignment="bottom"):
        about = "Themes of missed opportunities and good practice, side by side and with the same weight."
        st.html(
            el("div", el("h1", "What do reviews say again and again?"), el("p", about, cls="muted"), cls="ct"), width="stretch"
        )
        name = key(across.title, "columns")
        st.session_state[name] = columns
        st.segmented_control("Theme by", list(COLUMNS), format_func=lambda one: COLUMNS[one], key=name, required=True, width="content",
                             on_change=lambda: across.set(columns=st.session_state[name] if st.session_state[name] != "cases" else "", column=""))  # fmt: skip
        choose_cases(across)
    column = "case_id" if columns == "cases" else "sectors"
    titles = {one: case.title for one, case in across.cases.items()}
    words = (
        titles
        if columns == "cases"
        else {NONE: "None named"} | {one: one.capitalize() for own in said.points["sectors"] for one in own if one != NONE}
    )
    rows = line_totals(said.points, "themes", {**said.themes, NONE: "No theme given"}, "theme")
    heads = line_totals(said.points, column, words, "agency")
    return Picked(
        columns, rows, heads, theme_cells(said.points, column), across.chosen("theme", set(rows["theme"]) | set(said.themes)),
        across.chosen("column", set(heads["agency"])), across.view.get("q", "")[:200], across.chosen("kind", WHATS),
    )  # fmt: skip


def chosen_points(said: Learned, picked: Picked) -> pd.DataFrame:
    """The points of the chosen theme and column."""
    found = said.points
    if picked.theme:
        found = found[found["themes"].map(lambda ids: picked.theme in ids).astype(bool)]
    if picked.column and picked.columns == "cases":
        found = found[found["case_id"] == picked.column]
    elif picked.column:
        found = found[found["sectors"].map(lambda ids: picked.column in ids).astype(bool)]
    return found


def found_texts(said: Learned, picked: Picked) -> pd.DataFrame:
    """The findings, recommendations and points that the search leaves."""
    return searched(said.texts, picked.words, picked.theme, picked.kind)
