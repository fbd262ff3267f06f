"""Who knew what as a table, and what of it one can take along."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from charts.knew import headed, knew
from charts.knew_layout import laid_out, whole_width
from loaders import Case
from measures.names import names_of
from measures.wording import counted, window
from panels.entry import Entered
from panels.knew_matrix import hovered, silent_facts
from panels.knew_words import BEFORE, parted
from panels.knowing import Knowing
from panels.markup import el
from panels.take import WIDE, take_picture, take_tables

SIGNS = (
    "Knows: told, present, or its own record",
    "Holds: in papers or a file, not brought out",
    "Cannot tell: the dates overlap this day, or it is not clear whether it arrived",
    "Not told: the file says so",
    "A dash: no record that it knew, which does not show that it did not",
    "+12 days: that long after the first agency knew",
)


def knowing_table(entered: Entered, found: Knowing) -> None:
    """The same as a table: one row per fact and agency with any record by the day; choosing a row opens its cell."""
    case, names = entered.case, names_of(entered.case)
    rows, ids = table_rows(case, found, names)
    _take(entered, found, rows)
    words = f"{counted(len(ids), 'row')}, one for each fact and agency with any record {found.by}. Choosing a row opens its cell above."
    st.html(el("div", el("h2", "The same as a table"), el("span", words, cls="muted small"), cls="ct", id="table"))
    if ids:
        place = f"knew-table:{case.id}"
        st.dataframe(rows, hide_index=True, key=place, on_select=lambda: _picked(entered, place, ids), selection_mode="single-row",
                     column_config={"Fact": st.column_config.TextColumn(width="large"), "How": st.column_config.TextColumn(width="medium")},
                     height=min(36 * (len(rows) + 1) + 3, 560), row_height=36, alt=f"Table of {words}")  # fmt: skip
    st.html(
        el("p", el("b", "How not to read this. "), "A dash means that the chronology does not say, not that nobody knew. To know a fact is not to have time, authority or reason to act on it. "
           "Being “not told” is nobody’s failing in that column. A published chronology is selective.", cls="ct small knew-end")
    )  # fmt: skip


def _take(entered: Entered, found: Knowing, rows: pd.DataFrame) -> None:
    """The matrix, its table and the link to take along."""
    facts, agencies = counted(len(found.facts), "fact"), counted(len(found.agencies), "agency", "agencies")
    count, tables = f"Who knew what {found.by}: {facts}, {agencies}", {"who-knew-what": rows}
    more = take_words(entered, found)
    if not found.agencies:
        take_tables(entered, "knew", tables, count, more=more)
        return
    about = f"All {agencies} side by side" if len(found.agencies) > 1 else "As it stands"
    take_picture(entered, "knew", lambda: whole_matrix(entered, found), tables, count, more=(*more, *SIGNS), about=about)


def take_words(entered: Entered, found: Knowing) -> tuple[str, ...]:
    """What was left out or let in, in sentences."""
    names = names_of(entered.case)
    hidden = [names[one] for one in dict.fromkeys(found.moments["agency"]) if one not in found.agencies]
    return (
        f"Without agencies: {parted(hidden)}" if hidden else "",
        "What was known only later is shown" if entered.view.later == "1" else "",
    )


def whole_matrix(entered: Entered, found: Knowing) -> dict[str, Any]:
    """The matrix with all its agencies side by side under their names, whatever page of them is open."""
    case, view = entered.case, entered.view
    cells = hovered(case, found)
    laid = laid_out(found.facts, found.agencies, cells, whole_width(found.agencies, WIDE - 48))
    return headed(laid, knew(laid, cells, silent_facts(found), (view.fact, view.cell if view.fact else "")), names_of(case))


def table_rows(case: Case, found: Knowing, names: dict[str, str]) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
    """The table, and (fact, agency) of each row; From and To only where the file's disclosure lets days be named."""
    titles = {fact: place for place, fact in enumerate(found.facts["fact_id"])}
    order = {agency: place for place, agency in enumerate(case.agencies["agency_id"])}
    known = found.known[found.known["agency"].isin(found.agencies)]
    ordered = sorted(known.itertuples(), key=lambda one: (titles[one.fact_id], order[one.agency]))
    words = dict(zip(found.facts["fact_id"], found.facts["title"], strict=True))
    named = case.about.disclosure in ("exact", "relative")

    def end(day: Any, row: Any) -> str:
        if row.earliest == BEFORE:
            return "before the record"
        return "" if pd.isna(day) else window(day, day, case.about.disclosure, short=True)

    rows = [
        {"Fact": words[one.fact_id], "Agency": names[one.agency], "Status": one.word,
         **({"From": end(one.earliest, one), "To": end(one.latest, one)} if named else {"When": one.when}),
         "How": one.long, "Days after the first": one.after, "Paragraph": one.source}
        for one in ordered
    ]  # fmt: skip
    return pd.DataFrame(rows), [(one.fact_id, one.agency) for one in ordered]


def _picked(entered: Entered, place: str, ids: list[tuple[str, str]]) -> None:
    rows = st.session_state[place]["selection"]["rows"]
    if rows and rows[0] < len(ids):
        entered.set(fact=ids[rows[0]][0], cell=ids[rows[0]][1])
