"""Silence and sight of all cases below each other: one figure, one table, and how not to read them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from charts.ranges import ranges
from charts.ready import Ready
from loaders import Case
from measures.compared import compared
from measures.last_seen import visible
from measures.quiet import longest_silences, taking_part
from measures.wording import counted
from panels.across import LATER, MOST, Across, choose_cases, chosen_cases, how_not_to_read, key, say_missing
from panels.delay import identity
from panels.delay_lists import CONFIG
from panels.entry import Entered
from panels.marking import marked_here
from panels.markup import el
from panels.seeing import KEYS as OWN
from panels.seeing import watch_size
from panels.sight_rows import AllSeen, case_rows, finding, gap_rows, not_measured, shown_rows, silence_rows
from panels.take import WIDE
from panels.take_all import take_all

TITLE, KEYS = "Silence and sight", ("cases",)
METHOD = (
    "Of each case the person whose sight matters most: the first of the file who was ever seen in person",
    "Time between two sightings: from one recorded sighting by any professional to the next, surely without another; the least and the most days hold however the blurred dates fall",
    "Longest silence of an agency: between two of its own recorded events; the most is what the blurred dates leave possible anywhere",
    "Days without contact: days of the scope that no recorded contact or sighting touches (sure), and days on which none is sure to have been (possible)",
    "Attempts in a row: lines of one agency without a contact of its own between; a line may stand for several visits or calls",
    "A case of which under half of the events have a usable date is not measured",
    "The titles of events stand only in the rows of cases that have no content note, or whose note was read here",
)
NOT_TO_READ = [
    "Silence is time between two recorded events. It does not say that nobody went, only that nothing dated is entered.",
    "The cases are of different length and kind: compare a case with itself before comparing it with another.",
    "An agency that was never asked for a record is silent here, whatever it did. Undated sightings may lie in any gap.",
    "To see a child often is not to have heard them, and an unanswered door says nothing about why.",
]


@st.cache_resource(max_entries=6, show_spinner="Comparing silence and sight in all cases.")
def all_seen(which: str, _cases: Mapping[str, Case], later: bool = False) -> AllSeen:
    """What is measured of each case, what was known only later among it where `later`."""
    rows = [
        compared(name, case.events, case.people, case.scope, case.about.incident or "", later=later)
        for name, case in _cases.items()
    ]
    shown = {name: visible(case.events, later=later) for name, case in _cases.items()}
    return AllSeen(tuple(_cases.values()), pd.DataFrame(rows), longest_silences(taking_part(shown)))


def comparison(entered: Entered, view: dict[str, str]) -> dict[str, str]:
    """The cases that the address names, or all of the library; what the address shall say of them. view: as `asked` found it."""
    library = entered.library
    chosen, missing = chosen_cases(library, view)
    some = chosen or dict(list(library.cases.items())[:MOST]) | {entered.case.id: entered.case}
    if len(library.cases) == 1:
        st.html(el("p", "This is the only case of the library, so there is none to stand beside it.", cls="ct small muted"))
        return {}
    across = Across(TITLE, library, some, KEYS, view)
    found = all_seen(identity(some), some, entered.view.later == "1")
    with st.container(horizontal=True, key="sight-all-head", vertical_alignment="bottom"):
        said = el("p", f"{LATER[entered.view.later == '1']}.", cls="muted")
        words = el("h2", f"Beside each other: {counted(len(some), 'case')}", id="all-cases")
        st.html(el("div", marked_here(some.values()), words, said, cls="ct"), width="stretch")
        choose_cases(across)
        _later(entered, some)
    say_missing(missing)
    _drawn(entered, across, found)
    how_not_to_read(NOT_TO_READ)
    return across.view


def _later(entered: Entered, some: Mapping[str, Case]) -> None:
    """The page's own choice to show what was known only later, once more beside the cases it concerns."""
    if any(case.events["hindsight"].any() for case in some.values()):
        place = key(TITLE, "later")
        st.session_state[place] = entered.view.later == "1"
        st.toggle("Known only later", key=place, on_change=lambda: entered.set(later="1" if st.session_state[place] else ""))


def _drawn(entered: Entered, across: Across, found: AllSeen) -> None:
    """The finding, the figure, the table, and what is to take along."""
    some, bars = across.cases, gap_rows(across.cases, found)
    sentence = finding(bars)
    more = len(across.library.cases) - len(some)
    left_out = f" {counted(more, 'more case')} of the library {'is' if more == 1 else 'are'} not compared." if more > 0 else ""
    st.html(el("p", el("b", sentence), left_out, el("span", f" {not_measured(some, found)}", cls="muted"), cls="ct"))
    if len(bars):
        drawn = ranges(bars, watch_size()[0] - 48, AXIS)
        st.plotly_chart(Ready(drawn), width="stretch", height=math.ceil(drawn["layout"]["height"]), theme=None, key="sight-all", config=CONFIG,
                        alt=f"{sentence} One bar a case; the table below says the same and more.")  # fmt: skip
    rows = case_rows(some, found)
    st.dataframe(
        shown_rows(rows),
        hide_index=True,
        row_height=36,
        key="sight-all-rows",
        alt=f"Silence and sight of {counted(len(rows), 'case')}",
    )
    own = {name: value for name, value in entered.view.params().items() if name in OWN}
    take_all(
        replace(across, view={"case": entered.case.id, **own, **across.view}),
        "sight-all",
        {"Time between sightings": lambda: ranges(bars, WIDE - 48, AXIS)} if len(bars) else {},
        lambda: {
            "silence-and-sight": rows,
            "longest-silences": silence_rows(some, found, st.session_state.get("opened", set())),
        },
        f"Silence and sight of {counted(len(some), 'case')}",
        (LATER[entered.view.later == "1"], sentence.rstrip("."), not_measured(some, found).rstrip(".")),
        METHOD,
        "Take the comparison along",
    )


AXIS = "Longest time between two sightings in person, in days: solid is sure, hatched is possible"
