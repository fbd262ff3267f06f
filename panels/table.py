"""The same events as a table: same order, same filters, same numbers, reachable by keyboard."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from loaders import Case
from measures.choice import Choice, points
from measures.rows import event_rows
from measures.wording import counted
from panels.entry import Entered
from panels.markup import el

WIDTHS: dict[str, Any] = {
    "No": 45,
    "When": 190,
    "In the source's words": 170,
    "Agency": 180,
    "Kind": 110,
    "What happened": "large",
    "Practice": 90,
    "Source": 110,
}


def event_table(entered: Entered, choice: Choice, flags: pd.DataFrame) -> pd.DataFrame:
    """Draw the table; choosing a row chooses the event. Returns its rows, for the exports."""
    case = entered.case
    rows = _rows(entered, choice, flags)
    st.html(
        el(
            "div",
            el("h2", "The same events as a table"),
            el(
                "span",
                f"{counted(len(rows), 'event')}, by the earliest day each can have happened; entries without a date last, in the file's order. The filters above apply here too.",
                cls="muted small",
            ),
            cls="ct",
            id="table",
        )
    )
    if rows.empty:
        st.html(el("p", "No event passes these filters.", cls="ct muted"))
        return rows
    place = f"table:{case.id}"
    ids = list(rows["event_id"])
    st.dataframe(
        rows.drop(columns="event_id"),
        hide_index=True,
        key=place,
        on_select=lambda: _chosen(entered, place, ids),
        selection_mode="single-row",
        column_config={name: st.column_config.TextColumn(width=width) for name, width in WIDTHS.items() if name != "No"},
        height=min(36 * (len(rows) + 1) + 3, 640),
        row_height=36,
        alt=f"Table of {counted(len(rows), 'event')}: number, date, source's words, agency, kind, title, who was seen, passed on to, practice, paragraph",
    )
    return rows


def _rows(entered: Entered, choice: Choice, flags: pd.DataFrame) -> pd.DataFrame:
    """The rows of the events shown, numbered from 1."""
    if entered.whole is not None:  # as known on a day: a case of this run alone
        return _rows_of(entered.case, entered.case.events[flags["shown"]], choice)
    rows = _all_rows(entered.case, Choice(practice=choice.practice, stated=choice.stated))[1]
    shown = rows[rows["event_id"].isin(flags.loc[flags["shown"], "event_id"])]
    return shown.assign(No=range(1, len(shown) + 1)).reset_index(drop=True)


def _rows_of(case: Case, events: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    return event_rows(events, case.agencies, case.people, case.shares, points(case.practice, choice), case.about.disclosure)


# A case stays the same object until its file changes, and lives as long as its rows do: so its id names it.
@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Case: id, Choice: repr})
def _all_rows(case: Case, choice: Choice) -> tuple[Case, pd.DataFrame]:
    """The rows of every event with the practice points that may be named."""
    return case, _rows_of(case, case.events, choice)


def _chosen(entered: Entered, place: str, ids: list[str]) -> None:
    rows = st.session_state[place]["selection"]["rows"]
    if rows and rows[0] < len(ids):
        entered.set(event=ids[rows[0]])
