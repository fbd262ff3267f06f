"""What the page Delay shows: the figure with its table, each interval, every clock, and people at work."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import streamlit as st

from charts.ranges import ranges
from charts.ready import Ready
from measures.delays import WHATS, range_words
from measures.wording import counted
from panels.across import LATER, Across, how_not_to_read
from panels.delay import Chosen, WorkedOut, finding, of_group, refusals
from panels.delay_rows import answer_table, clock_table, group_table, interval_table, staff_table, work_table
from panels.markup import el
from panels.take import WIDE
from panels.take_all import take_all
from panels.to_event import event_link, table

DRAWN, LISTED, PEOPLE = 16, 60, 200
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showSendToCloud": False}
METHOD = (
    "Days run from one event to the next and hold however the blurred dates fall: the least if they fall close, the most if they fall apart",
    "Events counted from one another keep their exact days although the days themselves are not known",
    "Referral to first answer: from a referral to the first event of each agency that is entered as answering it (responds_to)",
    "Sent to received: only where the file gives a day of receipt; 'received' without a day is counted as not told",
    "Meeting due to held: what a clock names as due and a meeting met; negative is before it was due",
    "The median of the least and the median of the most are taken over the intervals that can be told; the others are counted beside",
    "Every interval of a case that gives dates to the month or season only is left out of the medians",
    "Named between: from the first to the last event that names a professional; it is not how long they were employed or held the case",
)
NOT_TO_READ = [
    "A long time is not a fault, and a short one is not good help: what was asked, and what else was going on, is in the review.",
    "Only what a file enters as an answer counts. “No answer entered” does not say that nobody answered.",
    "A published review tells more of what took long than of what did not, so these medians are not those of the service.",
    "“Cannot tell” is where the dates allow both answers, and “never” is what the review says; neither is anybody's failing.",
    "“Named between” is when the review names somebody, not how long they worked there or held the case.",
]


def figure_of(chosen: Chosen, width: float) -> dict[str, Any]:
    """The figure of the first groups, `width` px wide."""
    return ranges(chosen.groups.head(DRAWN), width, "Median days of each group: solid is sure, hatched is possible", chosen.row)


def picture(across: Across, worked: WorkedOut, chosen: Chosen) -> None:
    """The finding, the figure, what is to take along, and the same as a table."""
    wide = across.wide
    sentence = finding(across, chosen)
    said = [el("p", el("b", sentence)), *[el("p", one, cls="muted") for one in refusals(across)]]
    st.html(el("div", *said, cls="ct"))
    if chosen.groups.empty:
        st.html(
            el(
                "p",
                "Nothing of the kind is entered in these cases. Choose another measure, or all sectors and cases.",
                cls="ct muted",
            )
        )
        st.button("Show all sectors and cases", on_click=lambda: across.set(sector="", cases="", row=""), key="delay-clear")
        return
    place, drawn = "delay-figure", figure_of(chosen, wide - 48)
    st.plotly_chart(
        Ready(drawn), width="stretch", height=math.ceil(drawn["layout"]["height"]), theme=None, key=place, selection_mode="points",
        on_select=lambda: _select(across, place), config=CONFIG,
        alt=f"{sentence} One bar a row with the median of the least and of the most days; the table below says the same.",
    )  # fmt: skip
    more = len(chosen.groups) - DRAWN
    if more > 0:
        st.html(el("p", f"{DRAWN} of {len(chosen.groups)} groups are drawn; the table has all of them.", cls="ct note"))
    _take(across, worked, chosen, sentence)
    with st.expander(f"The same as a table: {counted(len(chosen.groups), 'group')}"):
        st.dataframe(group_table(chosen), hide_index=True, row_height=36, key=f"groups:{chosen.what}:{chosen.by}")


def _select(across: Across, place: str) -> None:
    points = st.session_state[place]["selection"]["points"]
    picked = next((point.get("customdata") for point in points if point.get("customdata")), "")
    row = picked[0] if isinstance(picked, list) else picked
    across.set(row="" if str(row) == across.view.get("row", "") else str(row))


def _take(across: Across, worked: WorkedOut, chosen: Chosen, sentence: str) -> None:
    cases = across.cases

    def tables() -> dict[str, pd.DataFrame]:
        return {
            "groups": group_table(chosen),
            "intervals": interval_table(cases, chosen.found),
            "clocks": clock_table(cases, worked.clocks),
            "agencies-at-work": staff_table(cases, worked),
            "professionals": work_table(cases, worked.work),
        }

    count = f"{WHATS[chosen.what]}: {int(chosen.found['told'].sum())} of {counted(len(chosen.found), 'interval')} told"
    sector = across.view.get("sector", "")
    filters = (
        sentence.rstrip("."),
        f"Only intervals from or to {sector}" if sector else "",
        LATER[across.view.get("later") == "1"],
        *(one.rstrip(".") for one in refusals(across)),
    )
    take_all(across, "delay", {"delays": lambda: figure_of(chosen, WIDE - 48)}, tables, count, filters, METHOD)


def interval_list(across: Across, chosen: Chosen) -> None:
    """Each interval of the chosen group with links to its two events."""
    found = of_group(chosen)
    if found.empty:
        return
    names = dict(zip(chosen.groups["key"], chosen.groups["name"], strict=True))
    where = f" of {names[chosen.row]}" if chosen.row else ""
    st.html(el("h2", f"Each interval{where}: {counted(len(found), 'row')}", cls="ct", id="intervals"))
    if chosen.row:
        st.button("Show all groups", on_click=lambda: across.set(row=""), key="delay-all")
    rows = []
    for one, said in zip(
        found.head(LISTED).itertuples(), interval_table(across.cases, found.head(LISTED)).itertuples(index=False), strict=True
    ):
        ended = event_link(one.answer, one.case_id, one.to_event) if one.to_event and one.what != "receipt" else said[6]
        rows.append(
            [
                said[0],
                range_words(one.least, one.most),
                said[2],
                event_link(one.title, one.case_id, one.from_event),
                said[5],
                said[3],
                ended,
                said[7],
            ]
        )
    table("intervals", ["Case", "Days", "From", "What began it", "When", "To", "What ended it", "When it ended"], rows)
    if len(found) > LISTED:
        st.html(el("p", f"The {LISTED} longest of {len(found)} are listed; what is taken along has all of them.", cls="ct note"))


def clock_list(across: Across, worked: WorkedOut) -> None:
    """All clocks in one table, after the answers counted by case."""
    st.html(el("h2", "What was due, and when it came: the clocks of all cases", cls="ct", id="clocks"))
    if worked.clocks.empty:
        st.html(el("p", "No clocks are entered in these cases.", cls="ct muted"))
        return
    counts = answer_table(across.cases, worked.clocks)
    total = counts.iloc[-1]
    st.html(el("p", el("b", f"Of {total['Clocks']} clocks {total['Within']} were within what was due and {total['Outside']} outside; of "
               f"{total['Cannot tell']} the dates or the review cannot tell, {total['Never']} were never met, and {total['Only measured']} had nothing due."), cls="ct"))  # fmt: skip
    table("clock-answers", list(counts.columns), [list(row) for row in counts.itertuples(index=False, name=None)])
    said = clock_table(across.cases, worked.clocks)
    rows = [
        [row[0], event_link(row[1], one.case_id, one.starts_event), *row[2:]]
        for one, row in zip(worked.clocks.itertuples(), said.itertuples(index=False, name=None), strict=True)
    ]
    with st.expander(f"Every clock: {counted(len(rows), 'row')}", expanded=len(rows) <= 80):
        table("clocks", list(said.columns), rows[:200])
    days = "Working days leave out weekends and the bank holidays of England and Wales."
    st.html(el("p", days, cls="ct note"))


def work_list(across: Across, worked: WorkedOut) -> None:
    """Professionals by agency, and each of them."""
    st.html(el("h2", "People at work: who is named, and after whom", cls="ct", id="work"))
    if worked.work.empty:
        st.html(el("p", "No professional is entered in these cases. Give people an `agency` to see them here.", cls="ct muted"))
        return
    first = worked.staff.iloc[0]
    said = staff_table(across.cases, worked)
    many = f"{counted(len(worked.work), 'professional')} of {counted(len(worked.staff), 'agency', 'agencies')} in {counted(worked.work['case_id'].nunique(), 'case')}"
    st.html(
        el(
            "p",
            el("b", f"{many} are entered; most, {first['people']}, of {said['Agency'].iloc[0]} ({said['Case'].iloc[0]})."),
            cls="ct",
        )
    )
    st.dataframe(
        said,
        hide_index=True,
        row_height=36,
        key="staff",
        alt="Professionals by agency: how many, who is named after whom, and who is named longest",
    )
    with st.expander(f"Each professional: {counted(len(worked.work), 'row')}", expanded=len(worked.work) <= 40):
        _professionals(across, worked)
    st.html(
        el(
            "p",
            "Named in turn: the last event naming the one surely comes before the first naming the next of the same agency. It does not say that the one took over from the other.",
            cls="ct note",
        )
    )


def _professionals(across: Across, worked: WorkedOut) -> None:
    """Each professional, whose name leads to the first dated event that names them."""
    said = work_table(across.cases, worked.work.head(PEOPLE))
    rows = [
        [*row[:2], event_link(row[2], one.case_id, one.first_event) if one.first_event else row[2], *row[3:]]
        for one, row in zip(worked.work.head(PEOPLE).itertuples(), said.itertuples(index=False, name=None), strict=True)
    ]
    table("work", list(said.columns), rows)
    if len(worked.work) > PEOPLE:
        words = f"{PEOPLE} of {len(worked.work)} are listed; what is taken along has all of them."
        st.html(el("p", words, cls="ct note"))


def reading() -> None:
    """How not to read the numbers of this page."""
    how_not_to_read(NOT_TO_READ)
