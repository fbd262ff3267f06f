"""Under the picture of the page Density: the events of a cell behind their content note, the same numbers as tables, and what they are out of."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from loaders import Case
from measures.comparing import medians, not_in_rows, number_words, ranks
from measures.density_compared import Compared, cell_entries, density_table
from measures.wording import counted, window
from panels.density import Density
from panels.density_asked import ask
from panels.density_figure import cell_id, chosen_cell
from panels.markup import el, md
from panels.menu import ROOT

MOST_LINES = 60
MOST_ROWS = 400
TIMELINE = str(ROOT / "pages" / "timeline.py")


def cell_events(made: Density) -> None:
    """The choice of a cell by keyboard, and the events of the chosen one with the way to the timeline."""
    found = made.found
    if found is None or found.rows.empty or not found.lines:
        return
    st.html(el("h2", "The events behind a number", cls="ct"))
    place = chosen_cell(made)
    with st.container(horizontal=True, key="density-cell", vertical_alignment="bottom"):
        _choosers(made, found, place)
    if place is None:
        st.html(el("p", "Choose a box of the picture, or a row and a period here.", cls="ct small muted"))
        return
    row, column = place
    cell = found.cells[(found.cells["row"] == row) & (found.cells["column"] == column)].iloc[0]
    own = cell_entries(found, row, column)
    words = (
        f"{cell['says']}. {counted(len(own), 'event')}{', each for its share of these days' if (own['share'] < 1).any() else ''}."
    )
    st.html(el("p", el("b", words), cls="ct small", role="status"))
    cases = made.shelf.agencies["case"].to_numpy()[own["agency"].to_numpy()] if len(own) else []
    shown = own.assign(case=cases).iloc[:MOST_LINES]
    for case, lines in shown.groupby("case", sort=False):
        _case_lines(made.library.cases[str(case)], lines)
    if len(own) > MOST_LINES:
        st.html(el("p", f"{len(own) - MOST_LINES:,} more are in the workbook under Take it along.", cls="ct small muted"))


def _choosers(made: Density, found: Compared, place: tuple[int, int] | None) -> None:
    """Row and period as two lists: the same choice as a click, for the keyboard."""
    rows = [f"{made.titles[one.case]}: {one.name}" if one.case else one.name for one in found.rows.itertuples()]
    periods = found.columns["says"].tolist()
    now = place or (None, None)
    st.session_state["w:d-row"], st.session_state["w:d-column"] = now

    def chosen() -> None:
        row, column = st.session_state["w:d-row"], st.session_state["w:d-column"]
        if row is not None and column is not None:
            ask(cell=cell_id(made, row, column))
        elif row is not None:
            ask(cell=cell_id(made, row, _fullest(found, row)))

    st.selectbox(
        "Row",
        range(len(rows)),
        format_func=rows.__getitem__,
        key="w:d-row",
        index=None,
        placeholder="Choose a row",
        width=340,
        on_change=chosen,
    )
    st.selectbox(
        "Period", range(len(periods)), format_func=periods.__getitem__, key="w:d-column", index=None, placeholder="Choose a period", width=260,
        on_change=chosen, disabled=place is None,
    )  # fmt: skip
    st.button("Choose none", key="density-no-cell", disabled=place is None, on_click=lambda: ask(cell=""))


def _fullest(found: Compared, row: int) -> int:
    own = found.cells[found.cells["row"] == row]
    return int(own.loc[own["both"].idxmax(), "column"])


def _case_lines(case: Case, lines: pd.DataFrame) -> None:
    """The events of one case; where its content note has not been read, the note stands before them."""
    opened = st.session_state.setdefault("opened", set())
    if case.about.content_note and case.id not in opened:
        with st.container(horizontal=True, vertical_alignment="center"):
            note = f"{case.title}: {counted(len(lines), 'event')}. This case contains: {case.about.content_note}"
            st.html(el("p", note, cls="ct small"))
            st.button(f"Show the events of {md(case.title)}", key=f"density-open:{case.id}", on_click=lambda: opened.add(case.id))
        return
    names = dict(zip(case.agencies["agency_id"], case.agencies["short"], strict=True))
    events = case.events.set_index("event_id")
    with st.container(key=f"density-lines-{case.id}", gap=None):
        for one in lines.itertuples():
            event = events.loc[one.event_id]
            when = window(event["earliest"], event["latest"], case.about.disclosure, short=True)
            source = (
                f", {'paragraphs' if len(event['source']) > 1 else 'paragraph'} {', '.join(event['source'])}"
                if event["source"]
                else ""
            )
            share = "" if one.share >= 1 - 1e-9 else f" ({number_words(one.share)} of it here)"
            words = f"{when[:1].upper()}{when[1:]}, {names[event['agency']]}: {event['title']}{source}{share}"
            st.page_link(TIMELINE, label=md(words), query_params={"case": case.id, "event": str(one.event_id)})


def tables(made: Density) -> None:
    """The numbers of the picture, the cases against each other, and what the numbers are out of."""
    found = made.found
    if found is None or not found.lines:
        return
    same = density_table(found, made.titles)
    st.html(el("h2", "The same numbers as a table", cls="ct", id="table"))
    _table(same, "density-table", "the numbers of the picture")
    if not made.asked.as_one and len(made.cases) > 1 and made.asked.by != "agency":
        st.html(el("h2", "The cases beside each other, in whole lines counted here", cls="ct"))
        _table(median_rows(made), "density-medians", "medians of the cases by row")
    st.html(el("h2", "What these numbers are out of", cls="ct"))
    _table(
        denominators(made, MOST_ROWS), "density-denominators", "window, events, dates and agencies of each case", len(made.cases)
    )
    for words in list(silent_words(made))[:12]:
        st.html(el("p", words, cls="ct small"))


def _table(frame: pd.DataFrame, key: str, what: str, many: int = 0) -> None:
    """A table for reading by keyboard; a very long one shows its first rows and says where the others are. many: its rows, where not all are here."""
    many = many or len(frame)
    shown = frame.iloc[:MOST_ROWS]
    st.dataframe(
        shown,
        hide_index=True,
        key=key,
        row_height=36,
        height=min(36 * (len(shown) + 1) + 3, 480),
        alt=f"Table of {counted(len(shown), 'row')}: {what}",
    )
    if many > MOST_ROWS:
        st.html(
            el(
                "p",
                f"The first {MOST_ROWS} of {many:,} rows; all of them are in the workbook under Take it along.",
                cls="ct small muted",
            )
        )


def median_rows(made: Density) -> pd.DataFrame:
    """One row per sector, agency or area: how many cases have it and were measured, the median, least and most lines a case of those, and where most."""
    found = made.found
    assert found is not None
    some = medians(ranks(found.rows, found.rows["here"], found.measured))
    most = [", ".join(made.titles.get(one, "") for one in ids) for ids in some["most_in"]]
    columns = {
        "name": "Row",
        "cases": "Cases that have it",
        "measured": "Measured here",
        "median": "Median",
        "least": "Least",
        "most": "Most",
    }
    return some.rename(columns=columns)[list(columns.values())].assign(**{"Most in": most})


def rank_rows(made: Density) -> pd.DataFrame:
    """One row per case and sector: lines counted here, its rank among the measured cases that have the sector (none where it was not measured), and how many those are."""
    found = made.found
    assert found is not None
    ranked = ranks(found.rows, found.rows["here"], found.measured)
    titles = [made.titles.get(one, "All cases together") for one in ranked["case"]]
    columns = {"name": "Row", "here": "Counted here", "rank": "Rank (1 is the most)", "of": "Of measured cases"}
    return ranked.rename(columns=columns)[list(columns.values())].assign(Case=titles)[["Case", *columns.values()]]


def denominators(made: Density, most: int | None = None) -> pd.DataFrame:
    """One row per case, of the first `most` cases where that is named: its kind of source, how many days of these columns were entered, its lines, its events by dating, and its agencies."""
    found, cases = made.found, made.cases.iloc[:most]
    assert found is not None
    days = [_days(made, one) for one in cases.itertuples()]
    sums = found.sums.iloc[:most].reset_index(drop=True)
    return pd.DataFrame(
        {
            "Case": cases["title"],
            "Kind of source": cases["review"],
            "Days entered of those shown": days,
            "Counted here": sums["here"],
            "Other days": sums["elsewhere"],
            "No usable date": sums["undated"],
            "Events in all": cases["events"],
            "On a day": cases["exact"],
            "Within a window": cases["blurred"],
            "Without a usable date": cases["undated"],
            "Agencies": cases["agencies"],
            "With an event": cases["entered"],
            "Nil returns": cases["nil"],
            "Mentioned only": cases["mentioned"],
        }
    )


def _days(made: Density, case: Any) -> str:
    """'149 of 360', as far as the scope and day 0 tell."""
    if made.found is None or made.asked.per == "phase":
        return ""
    columns = made.found.columns
    first, last = (case.since, case.until) if made.asked.aligned else (case.first, case.last)
    start, end = int(columns["start"].iloc[0]), int(columns["end"].iloc[-1])
    if pd.isna(first) or pd.isna(last):
        return f"not known of {end - start + 1}"
    entered = max(0, min(end, int(last)) - max(start, int(first)) + 1)
    return f"{entered} of {end - start + 1}"


def silent_words(made: Density) -> list[str]:
    """For each case the agencies that have no row of their own: nil returns and those only mentioned are named, not counted as zero."""
    said = not_in_rows(made.shelf.agencies.iloc[: int(made.cases["agencies"].iloc[:12].sum())])
    return [f"{made.titles[case]}. {words}" for case, words in said.items()]
