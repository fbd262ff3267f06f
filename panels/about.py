"""What a case is: its review, agencies, people, phases, findings, recommendations, and where its source contradicts itself."""

from __future__ import annotations

import streamlit as st

from measures.wording import counted, listed
from panels.about_case import agencies, clocks, people, phases, review
from panels.about_learned import discrepancies, findings, recommendations
from panels.about_parts import table
from panels.about_taken import taken_tables
from panels.entry import Entered
from panels.markup import el
from panels.menu import ROOT
from panels.points import NOT_ENTERED
from panels.take import take_tables
from panels.take_present import take_present


def head(entered: Entered) -> None:
    """Title, summary, content note, and the ways on."""
    case = entered.case
    st.html(
        el(
            "div",
            el("h1", case.title),
            el("p", case.about.summary or NOT_ENTERED, cls="" if case.about.summary else "muted"),
            el("div", el("b", "Content: "), case.about.content_note, cls="before") if case.about.content_note else "",
            cls="ct case-head",
        )
    )
    with st.container(horizontal=True, key="ways", vertical_alignment="center"):
        for label, page in (("Open the timeline", "timeline"), ("Practice points", "practice")):
            if st.button(label, key=f"to-{page}", type="primary" if page == "timeline" else "secondary"):
                st.switch_page(str(ROOT / "pages" / f"{page}.py"), query_params={"case": case.id})
        _take(entered)
        take_present(entered)


def _take(entered: Entered) -> None:
    """Agencies, findings and recommendations as tables, and the link to take along."""
    tables = taken_tables(entered.case, entered.view.later == "1")
    said = listed([counted(len(frame), ROW[name], name) for name, frame in tables.items() if len(frame)])
    later = "Events known only later are counted" if entered.view.later == "1" else ""
    take_tables(entered, "case", tables, f"The case in tables: {said}" if said else "The case", more=(later,))


ROW = {"agencies": "agency", "findings": "finding", "recommendations": "recommendation"}


def body(entered: Entered) -> None:
    """Two columns on a wide screen, one under 1400 px; every part has its heading and its empty state."""
    case, later = entered.case, entered.view.later == "1"
    left = [agencies(case, later), people(case), phases(case, later), clocks(case)]
    right = [review(case), findings(case), recommendations(case), discrepancies(case)]
    st.html(el("div", el("div", *left), el("div", *right), cls="ct case-grid"))


def advice(entered: Entered) -> None:
    """What a careful author would look at again."""
    found = entered.case.advice
    with st.expander(f"For the author of the file: {counted(len(found), 'piece')} of advice"):
        if found.empty:
            st.html(el("p", "Nothing to look at again was found in this file.", cls="ct muted"))
        else:
            st.html(table(("About", "Where", "Advice"), [(row.topic, row.where, row.text) for row in found.itertuples()]))
