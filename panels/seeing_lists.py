"""The lists of Silence and sight: last seen, what was tried, the longest times between, and what was due."""

from __future__ import annotations

from typing import Any

import streamlit as st

from loaders import Case
from measures.attempts import attempt_groups, times_words
from measures.last_seen import stretch_words
from measures.names import names_of
from measures.wording import counted, window
from panels.entry import Entered
from panels.markup import Html, el
from panels.seeing import WIDENED, Seeing, widened
from panels.seeing_rows import CLOCKS, LAST, clock_words, end, last_texts
from panels.to_event import table, to_event


def last_seen_list(entered: Entered, seeing: Seeing) -> None:
    """One row per agency: when it last saw the person, how long before day 0, and whether alone."""
    if seeing.refused:
        return
    st.html(el("h2", f"{seeing.name} last seen, agency by agency", cls="ct"))
    if seeing.last.empty and seeing.never.empty:
        st.html(el("p", f"No agency is recorded as in touch about {seeing.name}.", cls="ct small muted"))
        return
    rows = []
    for (agency, when, before, _, alone, source), start, title, event in last_texts(entered.case, seeing):
        link = to_event(entered, title, event)
        rows.append([agency, when, before, el("span", start, link) if start else link, alone, source])
    table("last-seen", LAST, rows)
    st.html(el("div", *_day_zero(entered.case, seeing), cls="ct note"))


def _day_zero(case: Case, seeing: Seeing) -> list[str]:
    if seeing.zero is None:
        return ["Day 0 has no date that may be shown, so days before it are not counted."]
    zero = window(seeing.zero.earliest, seeing.zero.latest, case.about.disclosure)
    said = [f"Day 0 is {zero}: {seeing.zero.title}. "]
    for one in case.discrepancies.itertuples():
        if case.about.incident in one.events:
            places = ", ".join(one.source)
            said.append(f"Where the source contradicts itself about this event: {one.title}{f' ({places})' if places else ''}. ")
    return said


def attempts_list(entered: Entered, seeing: Seeing) -> None:
    """What was tried and did not lead to contact, by what is said of why."""
    found = seeing.tried
    st.html(el("h2", f"Attempts that did not lead to contact: {counted(len(found), 'line')}, and what is said of why", cls="ct"))
    if found.empty:
        st.html(el("p", "No attempt without contact is entered in this case.", cls="ct small muted"))
        return
    rows = []
    for group in attempt_groups(found).itertuples():
        own = found[found["group"] == group.group]
        lines = [el("li", _attempt_words(entered, one)) for one in own.itertuples()]
        rows.append([group.group, el("b", group.words) if group.lines else group.words, el("ul", *lines) if lines else ""])
    table("attempts", ["What is said of why", "How many", "Which"], rows)
    unsaid = "One line may stand for several visits or calls; words such as “several” are not counted. An unanswered door says nothing about why."
    st.html(el("div", f"Everybody's attempts in this case, whoever they were meant to reach. {unsaid}", cls="ct note"))


def _attempt_words(entered: Entered, one: Any) -> Html:
    names = names_of(entered.case)
    often = f" ({times_words(one.times)})" if one.times else ""
    start = f"{names[one.agency]}, {window(one.earliest, one.latest, entered.case.about.disclosure, short=True)}: "
    return el("span", start, to_event(entered, one.title, one.event_id), often)


def gap_list(entered: Entered, seeing: Seeing) -> None:
    """For each agency its longest time between two recorded events, as a bar and in words."""
    if seeing.refused:
        return
    found = seeing.gaps
    st.html(
        el(
            "div",
            el("h2", "Longest time between two recorded events of one agency"),
            el("span", "where at least 7 days are sure", cls="small muted"),
            cls="ct points-head",
        )
    )
    if found.empty:
        st.html(el("p", "No agency has two dated events with 7 sure days between.", cls="ct small muted"))
        return
    by_id = {one.event_id: one for one in seeing.events.itertuples()}
    names, longest = names_of(entered.case), float(found["most_days"].max())
    rows = []
    for row in found.itertuples():
        first, then = (to_event(entered, by_id[one].title, one) for one in (row.after, row.before))
        ends = el(
            "div",
            el("div", f"{end(entered.case, by_id[row.after])}: ", first),
            el("div", f"{end(entered.case, by_id[row.before])}: ", then),
        )
        others = counted(row.others, "event") if row.others else "no event"
        rows.append([names[row.agency], _bar(row, longest), ends, others])
    table("gaps", ["Agency", "Time between", "From and to", "Of other agencies, surely within"], rows)


def _bar(row: Any, longest: float) -> Html:
    most = max(row.least_days, row.most_days)
    sure = el("span", cls="gap-sure", style=f"width:{row.least_days / longest * 55:.2f}%")
    may = el("span", cls="gap-may", style=f"width:{(most - row.least_days) / longest * 55:.2f}%") if most > row.least_days else ""
    return el("div", sure, may, el("b", stretch_words(row.least_days, most), cls="gap-words"), cls="gap-bar")


def clock_list(entered: Entered, seeing: Seeing) -> None:
    """Every clock of the case: what was due, when it came, and whether that was in time."""
    case = entered.case
    found = seeing.clocks
    st.html(el("h2", "What was due, and when it came", cls="ct"))
    if found.empty:
        st.html(el("p", "No clocks are entered in this case.", cls="ct small muted"))
        return
    rows = [[to_event(entered, row.title, row.starts_event), *clock_words(case, row)] for row in found.itertuples()]
    wide = [f" {widened(case.about.disclosure)}"] if case.about.disclosure in WIDENED else []
    table("clocks", CLOCKS, rows)
    st.html(
        el(
            "p",
            "Working days leave out weekends and the bank holidays of England and Wales. “Cannot tell” is where the dates allow both answers.",
            *wide,
            cls="ct note",
        )
    )


def reading() -> None:
    """How to read the numbers."""
    said = [
        "“At least 70 days” holds wherever a blurred date falls; the range gives both ends. Days are counted from one date to the next. ",
        "In the picture solid is sure and hatched is possible. An event counts for the agency that acted; in the longest times, also for those present. ",
        "Being sent something does not end a silence. No sight recorded does not mean that nobody saw the person, only that no dated event here says so.",
    ]
    st.html(el("p", el("b", "How to read the numbers. "), *said, cls="ct small"))
