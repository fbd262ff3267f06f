"""Silence and sight of all cases below each other: one figure, one table, and how not to read them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from charts.ranges import ranges
from charts.ready import Ready
from loaders import Case
from measures.compared import compared
from measures.delays import HIDDEN
from measures.last_seen import before_words, stretch_words, visible
from measures.quiet import longest_silences, taking_part
from measures.wording import counted, listed
from panels.across import MOST, Across, how_not_to_read
from panels.delay import identity
from panels.delay_lists import CONFIG
from panels.dock import names_of
from panels.entry import Entered
from panels.markup import el
from panels.seeing import watch_size
from panels.take import WIDE
from panels.take_all import take_all

METHOD = (
    "Of each case the person whose sight matters most: the first of the file who was ever seen in person",
    "Time between two sightings: from one recorded sighting by any professional to the next, surely without another; the least and the most days hold however the blurred dates fall",
    "Longest silence of an agency: between two of its own recorded events; the most is what the blurred dates leave possible anywhere",
    "Days without contact: days of the scope that no recorded contact or sighting touches (sure), and days on which none is sure to have been (possible)",
    "Attempts in a row: lines of one agency without a contact of its own between; a line may stand for several visits or calls",
    "What became known only later is left out; a case of which under half of the events have a usable date is not measured",
)
NOT_TO_READ = [
    "Silence is time between two recorded events. It does not say that nobody went, only that nothing dated is entered.",
    "The cases are of different length and kind: compare a case with itself before comparing it with another.",
    "An agency that was never asked for a record is silent here, whatever it did. Undated sightings may lie in any gap.",
    "To see a child often is not to have heard them, and an unanswered door says nothing about why.",
]


@dataclass(frozen=True)
class AllSeen:
    """One row per case, and one per case and agency. cases: kept, so that their ids stay theirs."""

    cases: tuple[Case, ...]
    rows: pd.DataFrame
    silences: pd.DataFrame


@st.cache_resource(max_entries=3, show_spinner="Comparing silence and sight in all cases.")
def all_seen(which: str, _cases: Mapping[str, Case]) -> AllSeen:
    """What is measured of each case, without what became known only later."""
    rows = [compared(name, case.events, case.people, case.scope, case.about.incident or "") for name, case in _cases.items()]
    shown = {name: visible(case.events, later=False) for name, case in _cases.items()}
    return AllSeen(tuple(_cases.values()), pd.DataFrame(rows), longest_silences(taking_part(shown)))


def comparison(entered: Entered) -> None:
    """All cases of the library, the one on this page among them."""
    some = dict(list(entered.library.cases.items())[:MOST]) | {entered.case.id: entered.case}
    if len(some) == 1:
        st.html(el("p", "This is the only case of the library, so there is none to stand beside it.", cls="ct small muted"))
        return
    across = Across("Silence and sight", entered.library, some, (), {})
    found = all_seen(identity(some), some)
    st.html(el("h2", f"Beside each other: {counted(len(some), 'case')}", cls="ct", id="all-cases"))
    bars, sentence = gap_rows(some, found), finding(some, found)
    more = len(entered.library.cases) - len(some)
    left_out = f" {counted(more, 'more case')} of the library {'is' if more == 1 else 'are'} not compared." if more > 0 else ""
    st.html(el("p", el("b", sentence), left_out, el("span", f" {not_measured(some, found)}", cls="muted"), cls="ct"))
    if len(bars):
        drawn = ranges(bars, watch_size()[0] - 48, AXIS)
        st.plotly_chart(Ready(drawn), width="stretch", height=math.ceil(drawn["layout"]["height"]), theme=None, key="sight-all", config=CONFIG,
                        alt=f"{sentence} One bar a case; the table below says the same and more.")  # fmt: skip
    rows = case_rows(some, found)
    st.dataframe(
        rows, hide_index=True, row_height=36, key="sight-all-rows", alt=f"Silence and sight of {counted(len(rows), 'case')}"
    )
    figures = {"Time between sightings": lambda: ranges(bars, WIDE - 48, AXIS)} if len(bars) else {}
    filters = (sentence.rstrip("."), not_measured(some, found).rstrip("."))
    take_all(
        across,
        "sight-all",
        figures,
        lambda: {"silence-and-sight": rows, "longest-silences": silence_rows(some, found)},
        f"Silence and sight of {counted(len(some), 'case')}",
        filters,
        METHOD,
        "Take the comparison along",
    )
    how_not_to_read(NOT_TO_READ)


AXIS = "Longest time between two sightings in person, in days: solid is sure, hatched is possible"


def _told(cases: Mapping[str, Case], one: Any) -> bool:
    return bool(one.measured) and cases[one.case_id].about.disclosure not in HIDDEN


def gap_rows(cases: Mapping[str, Case], found: AllSeen) -> pd.DataFrame:
    """One row per measured case for the figure: its longest time between two sightings, the longest first."""
    rows = []
    for one in found.rows.itertuples():
        if _told(cases, one):
            none = pd.isna(one.between_least)
            words = "no two sightings surely apart" if none else stretch_words(one.between_least, one.between_most)
            undated = f", {one.undated_sightings} of them without a date" if one.undated_sightings else ""
            more = f"{counted(one.sightings, 'sighting')}{undated}"
            rows.append((one.case_id, cases[one.case_id].title, one.between_least, one.between_most, words, more))
    made = pd.DataFrame(rows, columns=["key", "name", "least", "most", "words", "more"])
    return made.sort_values("least", ascending=False, na_position="last", kind="stable", ignore_index=True)


def finding(cases: Mapping[str, Case], found: AllSeen) -> str:
    """The longest sure time between two sightings of all cases, in a sentence."""
    bars = gap_rows(cases, found).dropna(subset=["least"])
    if bars.empty:
        return "No case has two dated sightings that are surely apart."
    first = bars.iloc[0]
    return f"Of {counted(len(bars), 'case')} with two dated sightings, the longest time between two is in {first['name']}: {first['words']}."


def not_measured(cases: Mapping[str, Case], found: AllSeen) -> str:
    """Which cases are not measured, and why."""
    few = [cases[one.case_id].title for one in found.rows.itertuples() if not one.measured]
    hidden = [cases[one.case_id].title for one in found.rows.itertuples() if one.measured and not _told(cases, one)]
    said = f"Not measured, because under half of its events have a usable date: {listed(few[:8])}." if few else ""
    months = (
        f" Days between cannot be shown for {listed(hidden[:8])}: dates are given to the month or season only." if hidden else ""
    )
    return f"{said}{months}"


def case_rows(cases: Mapping[str, Case], found: AllSeen) -> pd.DataFrame:
    """One row per case: last seen, time between, the longest silence of an agency, days without contact, attempts in a row."""
    longest = (
        found.silences.sort_values("least_days", ascending=False, kind="stable").drop_duplicates("case_id").set_index("case_id")
    )
    rows = [_case(cases[one.case_id], one, _told(cases, one), longest) for one in found.rows.itertuples()]
    heads = [
        "Case", "Who", "Sightings", "Without a date", "Alone", "Last seen before day 0", "By", "Longest between sightings",
        "Longest silence of an agency", "Days counted", "Surely without contact", "Possibly without", "Longest such run",
        "Contacts without a date", "Attempts in a row", "By whose doing",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=heads)


def _case(case: Case, one: Any, told: bool, longest: pd.DataFrame) -> tuple[Any, ...]:
    names = names_of(case)
    people = dict(zip(case.people["person_id"], case.people["name"], strict=True))
    counts = (
        case.title,
        people.get(one.person, ""),
        one.sightings,
        one.undated_sightings,
        str(one.alone) if one.alone else "not recorded",
    )
    row = _row_words(one, names)
    if not told:
        return (*counts, *["not measured"] * 4, None, None, None, None, one.undated, *row)
    between = "none surely apart" if pd.isna(one.between_least) else stretch_words(one.between_least, one.between_most)
    silence = "none surely silent"
    if case.id in longest.index and pd.notna(longest.loc[case.id, "least_days"]):
        own = longest.loc[case.id]
        silence = f"{names.get(own['agency'], own['agency'])}: {stretch_words(own['least_days'], own['least_days'])}"
    last = before_words(one.last_least, one.last_most)
    by = listed([names.get(agency, agency) for agency in one.last_by]) or "not known"
    return (*counts, last, by, between, silence, one.days, one.sure, one.possible, one.longest, one.undated, *row)


def _row_words(one: Any, names: Mapping[str, str]) -> tuple[str, str]:
    if not one.in_a_row:
        return "0", ""
    most = f", at most {one.in_a_row_most}" if one.in_a_row_most > one.in_a_row else ""
    doing = [(one.row_family, "by the family"), (one.row_service, "by the service"), (one.row_not_said, "not said")]
    return f"{names.get(one.in_a_row_by, one.in_a_row_by)}: {one.in_a_row}{most}", listed(
        [f"{many} {whose}" for many, whose in doing if many]
    )


def silence_rows(cases: Mapping[str, Case], found: AllSeen) -> pd.DataFrame:
    """One row per case and agency: its longest time between two recorded events, sure and possible, in days."""
    titles = {name: {one.event_id: one.title for one in case.events.itertuples()} for name, case in cases.items()}
    rows = []
    for one in found.silences.itertuples():
        case = cases[one.case_id]
        days = (one.least_days, one.most_days) if case.about.disclosure not in HIDDEN else (float("nan"),) * 2
        ends = (titles[one.case_id].get(event, "") for event in (one.after, one.before))
        rows.append((case.title, names_of(case)[one.agency], one.events, one.undated, *days, *ends))
    heads = ["Case", "Agency", "Events", "Without a date", "Surely at least days", "Possibly up to days", "From", "To"]
    return pd.DataFrame(rows, columns=heads)
