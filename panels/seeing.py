"""The pieces of the page Silence and sight: who saw a person and when, what was tried, and how long nothing was recorded."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from charts.sight import Zero, sheet, sight_figure
from loaders import Case
from measures.attempts import attempt_groups, attempts, times_words
from measures.clocks import DUE, clock_results, taken_words
from measures.last_seen import (
    before_words,
    encounters,
    finding,
    gap_bars,
    last_seen,
    longest_silences,
    mark_words,
    never_saw,
    people_seen,
    stretch_words,
    visible,
)
from measures.sight import usual_person
from measures.silences import can_be_measured
from measures.wording import counted, listed, window
from panels.dock import names_of
from panels.entry import ROOT, Entered
from panels.filters import key
from panels.markup import Html, el
from panels.take import WIDE, take_picture, take_tables
from panels.watch import watch

KEYS = ("person", "contact", "later", "event")
TIMELINE = str(ROOT / "pages" / "timeline.py")
JS = """
export default function(component) {
  const follow = (event) => {
    const link = event.target.closest ? event.target.closest('a.to-event') : null;
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    component.setTriggerValue('open', new URL(link.href).searchParams.get('event'));
  };
  document.addEventListener('click', follow);
  return () => document.removeEventListener('click', follow);
}
"""
WIDENED = {"month": "the month", "season": "the season"}


@dataclass(frozen=True)
class Seeing:
    """What the page shows: the events that may be shown, the person, their sightings, and the marks of the picture.

    refused: why nothing is measured, in a sentence; zero: the row of the incident, where it may be shown and has a date.
    """

    events: pd.DataFrame
    person: str
    name: str
    sightings: pd.DataFrame
    marks: pd.DataFrame
    refused: str
    zero: Any = None
    any_contact: bool = False


def head(entered: Entered) -> Seeing:
    """The question, the controls, and what they choose."""
    case, view = entered.case, entered.view
    events = visible(case.events, view.later == "1")
    people = people_seen(case.people, events)
    person = view.person or usual_person(case.people, events)
    names = dict(zip(people["person_id"], people["name"], strict=True))
    name = names.get(person, "anybody")
    start = name[:1].upper() + name[1:]
    any_contact = view.contact == "1"
    question = f"When was there contact about {name}, and by whom?" if any_contact else f"When was {name} seen, and by whom?"
    with st.container(horizontal=True, key="seeing-head", vertical_alignment="bottom"):
        st.html(el("div", el("h1", question), el("p", _rule(any_contact, name), cls="muted"), cls="ct"), width="stretch")
        _controls(entered, people, person, name)
    sightings = encounters(events, person)
    return Seeing(
        events=events,
        person=person,
        name=start,
        sightings=sightings,
        marks=encounters(events, person, any_contact=True) if any_contact else sightings,
        refused=_refused(case.events),
        zero=_zero(case, events),
        any_contact=any_contact,
    )


def _rule(any_contact: bool, name: str) -> str:
    if any_contact:
        return f"Contacts, meetings and sightings that name {name} count. Attempts are drawn hollow and end no stretch."
    return "Only a professional who saw the person counts. Being in the house, or being talked about, is not being seen."


def _refused(events: pd.DataFrame) -> str:
    if can_be_measured(events):
        return ""
    none = int((events["earliest"].isna() | events["latest"].isna()).sum())
    many = f"{none} of {counted(len(events), 'event')} {'has' if none == 1 else 'have'} no usable date"
    return f"Last sight and silence are not measured in this case: {many}."


def _zero(case: Case, events: pd.DataFrame) -> Any:
    own = events[events["event_id"] == (case.about.incident or "")]
    row = next(own.itertuples(), None)
    return row if row is not None and pd.notna(row.earliest) and pd.notna(row.latest) else None


def _controls(entered: Entered, people: pd.DataFrame, person: str, name: str) -> None:
    if people.empty:
        return
    who, what, later = (key(entered, part) for part in ("person", "contact", "later"))
    words = {one.person_id: one.name if one.seen else f"{one.name} (not recorded as seen)" for one in people.itertuples()}
    st.session_state[who] = person
    st.selectbox(
        "Who",
        list(words),
        format_func=lambda one: words[one],
        key=who,
        width=220,
        on_change=lambda: entered.set(person=st.session_state[who], event=""),
    )
    st.session_state[what] = "contact" if entered.view.contact else "sight"
    modes = {"sight": "Sight", "contact": "Any contact"}
    st.segmented_control("Time between", list(modes), format_func=lambda one: modes[one], key=what, required=True, width="content",
                         on_change=lambda: entered.set(contact="1" if st.session_state[what] == "contact" else ""))  # fmt: skip
    if entered.case.events["hindsight"].any():
        st.session_state[later] = entered.view.later == "1"
        st.toggle("Known only later", key=later, on_change=lambda: entered.set(later="1" if st.session_state[later] else ""))


def picture(entered: Entered, seeing: Seeing) -> None:
    """The figure, what it shows in a sentence, the chosen event, and the same as a table."""
    wide, _ = watch(lambda: None)
    case, marks = entered.case, seeing.marks
    if seeing.refused:
        st.html(el("p", el("b", seeing.refused), cls="ct"))
    elif seeing.marks.empty:
        st.html(el("p", _nothing(seeing), cls="ct"))
    elif not marks["dated"].any():
        st.html(
            el(
                "p",
                f"{counted(len(marks), 'event')} in which {seeing.name} was seen, none of them with a usable date. The table lists them.",
                cls="ct",
            )
        )
    else:
        _draw(entered, seeing, wide - 48)
    _chosen(entered, seeing)
    _take(entered, seeing)
    if len(marks):
        what = "The events that record it" if seeing.refused else "The same as a table"
        with st.expander(f"{what}: {counted(len(marks), 'event')}", expanded=bool(seeing.refused)):
            st.dataframe(
                _mark_rows(case, marks),
                hide_index=True,
                row_height=36,
                key=f"marks:{case.id}:{seeing.person}:{seeing.any_contact}",
            )
            if not seeing.refused and marks["dated"].any():
                st.dataframe(
                    _bar_rows(case, seeing),
                    hide_index=True,
                    row_height=36,
                    key=f"bars:{case.id}:{seeing.person}:{seeing.any_contact}",
                )


def _nothing(seeing: Seeing) -> str:
    if seeing.any_contact:
        return f"No contact, meeting or attempt in this case names {seeing.name}."
    who = "the child" if not seeing.name or seeing.name.startswith("Child") else seeing.name
    return f"No event in this case records {who} being seen in person, so there is no last sight to show. Add `seen` to the events that did."


def drawn(entered: Entered, seeing: Seeing, width: float) -> dict[str, Any]:
    """The figure of the dated marks, `width` px wide."""
    case, view = entered.case, entered.view
    disclosure, names = case.about.disclosure, names_of(case)
    dated = seeing.marks[seeing.marks["dated"]].copy()
    ends = [*dated["earliest"], *dated["latest"], *([seeing.zero.earliest, seeing.zero.latest] if seeing.zero else [])]
    year = min(ends).year if min(ends).year == max(ends).year else None
    dated["words"] = [mark_words(one, disclosure, year) for one in dated.itertuples()]
    bars = gap_bars(seeing.marks)
    bars["says"] = [_bar_says(case, seeing, one) for one in bars.itertuples()]
    lanes = {"": "Between contacts, any professional" if seeing.any_contact else "Between sightings, any professional"}
    undated = seeing.marks[~seeing.marks["dated"]]["agency"].value_counts().to_dict()
    zero = Zero(seeing.zero.earliest, seeing.zero.latest, "Day 0") if seeing.zero else None
    laid = sheet(dated, bars, names | lanes, width, zero, relative=disclosure == "relative")
    return sight_figure(laid, bars, _due(entered, seeing, dated), zero, view.event, undated)


def _finding(case: Case, seeing: Seeing) -> str:
    """What the figure shows in a sentence."""
    what = "contact" if seeing.any_contact else "sight"
    return finding(seeing.name, gap_bars(seeing.marks), seeing.marks, case.about.disclosure, what)


def _draw(entered: Entered, seeing: Seeing, width: int) -> None:
    case, sentence = entered.case, _finding(entered.case, seeing)
    st.html(el("p", el("b", sentence), el("span", _cautions(seeing, case.about.disclosure), cls="muted"), cls="ct"))
    place, figure = f"sight:{case.id}", drawn(entered, seeing, width)
    st.plotly_chart(
        figure, width="stretch", height=math.ceil(figure["layout"]["height"]), theme=None, key=place, on_select=lambda: _select(entered, place), selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showSendToCloud": False}, alt=f"{sentence} One lane for each agency, from the first to the last; the table below says the same.",
    )  # fmt: skip


def _take(entered: Entered, seeing: Seeing) -> None:
    """The figure, the tables of the page and the link to take along."""
    case, what = entered.case, f"Contact about {seeing.name}" if seeing.any_contact else f"{seeing.name} being seen in person"
    later = "What was known only later is shown" if entered.view.later == "1" else ""
    tables = taken_tables(case, seeing)
    count = f"{what}: {counted(len(seeing.marks), 'event')}"
    if seeing.refused or not seeing.marks["dated"].any():
        take_tables(entered, "sight", tables, count, more=(seeing.refused.rstrip("."), later))
        return
    said = f"{_finding(case, seeing)}{_cautions(seeing, case.about.disclosure)}".rstrip(".")
    more = (said, _rule(seeing.any_contact, seeing.name).rstrip("."), SOLID, NOBODY, later)
    about = f"The lanes of {what[0].lower() if what.startswith('Contact') else what[0]}{what[1:]}"
    take_picture(entered, "sight", lambda: drawn(entered, seeing, WIDE - 48), tables, count, more=more, about=about)


SOLID = "Solid is sure and hatched is possible"
NOBODY = "No sight recorded does not mean that nobody saw the person, only that no dated event here says so"


def taken_tables(case: Case, seeing: Seeing) -> dict[str, pd.DataFrame]:
    """The tables of the page as plain rows; of a case whose dates are too few, only those that measure nothing."""
    tables = {"contacts" if seeing.any_contact else "sightings": _mark_rows(case, seeing.marks)}
    if not seeing.refused and seeing.marks["dated"].any():
        tables["time-between"] = _bar_rows(case, seeing)
    if not seeing.refused:
        tables |= {"last-seen": last_rows(case, seeing), "longest-gaps": gap_rows(case, seeing)}
    return tables | {"attempts": attempt_rows(case, seeing), "due": due_rows(case, seeing)}


def last_rows(case: Case, seeing: Seeing) -> pd.DataFrame:
    """One row per agency of the table of last sights: those that saw the person, then those in touch that never did."""
    return pd.DataFrame([row for row, *_ in _last(case, seeing)], columns=LAST)


def gap_rows(case: Case, seeing: Seeing) -> pd.DataFrame:
    """One row per agency: its longest time between two recorded events, in days and words."""
    by_id, names = {one.event_id: one for one in seeing.events.itertuples()}, names_of(case)
    rows = []
    for row in longest_silences(seeing.events).itertuples():
        ends = [f"{_end(case, by_id[one])}: {by_id[one].title}" for one in (row.after, row.before)]
        most = max(row.least_days, row.most_days)
        rows.append((names[row.agency], stretch_words(row.least_days, most), *ends, int(row.others)))
    return pd.DataFrame(rows, columns=["Agency", "Time between", "From", "To", "Events of other agencies, surely within"])


def attempt_rows(case: Case, seeing: Seeing) -> pd.DataFrame:
    """One row per line of attempts, by what is said of why."""
    names, found = names_of(case), attempts(seeing.events)
    rows = [
        (
            group.group,
            names[one.agency],
            window(one.earliest, one.latest, case.about.disclosure, short=True),
            one.title,
            times_words(one.times) if one.times else "",
        )
        for group in attempt_groups(found).itertuples()
        for one in found[found["group"] == group.group].itertuples()
    ]
    return pd.DataFrame(rows, columns=["What is said of why", "Agency", "When", "What was tried", "How often"])


def due_rows(case: Case, seeing: Seeing) -> pd.DataFrame:
    """One row per clock: what was due, when it came, and whether that was in time."""
    return pd.DataFrame([(row.title, *_clock_words(case, row)) for row in _clocks(case, seeing).itertuples()], columns=CLOCKS)


def _cautions(seeing: Seeing, disclosure: str) -> str:
    said = []
    none = int((~seeing.marks["dated"]).sum())
    if none:
        what = "such event has" if none == 1 else "such events have"
        said.append(f" {none} more {what} no usable date and may lie anywhere between.")
    if disclosure in WIDENED:
        said.append(f" {_widened(disclosure)}")
    return "".join(said)


def _widened(disclosure: str) -> str:
    to = f"this case gives dates to {WIDENED[disclosure]} only (disclosure: {disclosure})"
    return f"Days between cannot be shown exactly: {to}."


def _select(entered: Entered, place: str) -> None:
    points = st.session_state[place]["selection"]["points"]
    chosen = next((point.get("customdata") for point in points if point.get("customdata")), "")
    event = chosen[0] if isinstance(chosen, list) else chosen
    if event:
        entered.set(event=str(event))


def _chosen(entered: Entered, seeing: Seeing) -> None:
    """The event of the chosen mark in words, and the way to the timeline."""
    case, view = entered.case, entered.view
    own = seeing.marks[seeing.marks["event_id"] == view.event]
    for event in own.itertuples():
        names = names_of(case)
        by = f" By {listed([names.get(one, one) for one in event.by])}." if event.by else ""
        words = f"{window(event.earliest, event.latest, case.about.disclosure)}{f' ({event.date_text})' if event.date_text else ''}, {names[event.agency]}: "
        with st.container(horizontal=True, key="seeing-chosen", vertical_alignment="center"):
            st.html(
                el(
                    "div", words, el("b", event.title), f".{by} Paragraph {_places(event.source)}.", cls="ct small", role="status"
                ),
                width="stretch",
            )
            if st.button("Open on the timeline", key="seeing-timeline"):
                st.switch_page(TIMELINE, query_params=_link(entered, event.event_id))


def _link(entered: Entered, event: str) -> dict[str, str]:
    return {"case": entered.case.id, "event": event} | ({"later": "1"} if entered.view.later == "1" else {})


def _places(source: tuple[str, ...]) -> str:
    return ", ".join(source) or "not given"


def _due(entered: Entered, seeing: Seeing, dated: pd.DataFrame) -> pd.DataFrame:
    """When something was due after a sighting: one row per clock that starts at one."""
    lanes = dict(zip(dated["event_id"], dated["agency"], strict=True))
    found = _clocks(entered.case, seeing)
    rows = [
        (
            lanes[one.starts_event],
            one.due_earliest,
            one.due_latest,
            f"{_when(entered.case, one, 'due')}: due in {one.due}. {one.title}",
        )
        for one in found.itertuples()
        if one.starts_event in lanes and pd.notna(one.due_earliest) and pd.notna(one.due_latest)
    ]
    return pd.DataFrame(rows, columns=["agency", "due_earliest", "due_latest", "words"])


def _when(case: Case, row: Any, name: str) -> str:
    return window(getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest"), case.about.disclosure, short=True)


def _bar_says(case: Case, seeing: Seeing, bar: Any) -> str:
    by_id = {one.event_id: one for one in seeing.marks.itertuples()}
    ends = [
        f"{by_id[one].title} ({window(by_id[one].earliest, by_id[one].latest, case.about.disclosure, short=True)})"
        for one in (bar.after, bar.before)
    ]
    return f"{bar.words}, from {ends[0]} to {ends[1]}"


def _mark_rows(case: Case, marks: pd.DataFrame) -> pd.DataFrame:
    names = names_of(case)
    rows = [
        (names[one.agency], window(one.earliest, one.latest, case.about.disclosure, short=True), one.date_text, one.kind.capitalize(), one.title,
         "Yes" if one.alone else "not recorded", _places(one.source))
        for one in marks.itertuples()
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["Agency", "When", "In the source's words", "Kind", "What happened", "Alone", "Source"])


def _bar_rows(case: Case, seeing: Seeing) -> pd.DataFrame:
    names = names_of(case) | {"": "Any professional"}
    by_id = {one.event_id: one for one in seeing.marks.itertuples()}
    rows = [
        (names[one.agency], int(one.least_days), int(one.most_days), by_id[one.after].title, by_id[one.before].title)
        for one in gap_bars(seeing.marks).itertuples()
    ]
    return pd.DataFrame(rows, columns=["Time between, by", "At least days", "At most days", "From", "To"])


def sides(seeing: Seeing) -> tuple[Any, Any]:
    """Two halves side by side, or one below the other under 1400 px or where one has nothing to measure."""
    wide, _ = watch_size()
    if wide < 1400 or seeing.refused:
        return st.container(), st.container()
    left, right = st.columns(2, gap="large")
    return left, right


def watch_size() -> tuple[int, int]:
    """The window's size as last told, without a second watcher."""
    wide, _, high = str(st.session_state.get("window", "") or "1920x1080").partition("x")
    return max(900, int(wide)), max(500, int(high))


@st.cache_resource
def _component() -> Callable[..., Any]:
    return st.components.v2.component("case_timelines_to_event", js=JS)


def follow_links(entered: Entered) -> None:
    """Let the links of the tables open the timeline without leaving the session."""
    event = getattr(_component()(key="to-event", on_open_change=lambda: None), "open", None)
    if event in set(entered.case.events["event_id"]):
        st.switch_page(TIMELINE, query_params=_link(entered, str(event)))


def _to_event(entered: Entered, label: str, event: str) -> Html:
    return el("a", label, href=f"timeline?{urlencode(_link(entered, event))}", cls="to-event")


def _table(name: str, heads: list[str], rows: list[list[Any]]) -> None:
    """A table with a name: cells in words, muted where they say that there is nothing."""
    head = el("tr", *[el("th", one, scope="col") for one in heads])
    body = [el("tr", *[el("td", cell, cls=_look(cell)) for cell in row]) for row in rows]
    st.html(el("table", el("thead", head), el("tbody", *body), cls=f"ct ct-table seen-table {name}"))


def _look(cell: Any) -> str:
    return "muted" if str(cell) == "0" or str(cell).startswith(("not ", "never", "no ", "none ")) else ""


def last_seen_list(entered: Entered, seeing: Seeing) -> None:
    """One row per agency: when it last saw the person, how long before day 0, and whether alone."""
    if seeing.refused:
        return
    st.html(el("h2", f"{seeing.name} last seen, agency by agency", cls="ct"))
    found = last_seen(seeing.sightings, seeing.zero)
    never = never_saw(seeing.events, seeing.person)
    if found.empty and never.empty:
        st.html(el("p", f"No agency is recorded as in touch about {seeing.name}.", cls="ct small muted"))
        return
    rows = []
    for (agency, when, before, _, alone, source), start, title, event in _last(entered.case, seeing):
        link = _to_event(entered, title, event)
        rows.append([agency, when, before, el("span", start, link) if start else link, alone, source])
    _table("last-seen", LAST, rows)
    st.html(el("div", *_day_zero(entered.case, seeing), cls="ct note"))


LAST = ["Agency", "Last seen", "Before day 0", "Seen in person", "Alone", "Source"]


def _last(case: Case, seeing: Seeing) -> list[tuple[tuple[str, ...], str, str, str]]:
    """The rows of the table of last sights as texts, each with the words before its event, the event's title, and its id."""
    names, disclosure = names_of(case), case.about.disclosure
    rows: list[tuple[tuple[str, ...], str, str, str]] = []
    for row in last_seen(seeing.sightings, seeing.zero).itertuples():
        when = window(row.earliest, row.latest, disclosure, short=True)
        more = f", and {row.undated} more without a date" if row.undated and pd.notna(row.earliest) else ""
        alone = "Yes" if row.alone else "not recorded"
        before = before_words(row.least_before, row.most_before)
        texts = (names[row.agency], f"{when}{more}", before, row.title, alone, _places(row.source))
        rows.append((texts, "", row.title, row.event_id))
    for row in never_saw(seeing.events, seeing.person).itertuples():
        touch = [counted(row.contacts, "contact or meeting", "contacts and meetings")] if row.contacts else []
        tried = [counted(row.attempts, "line of attempts", "lines of attempts")] if row.attempts else []
        start = f"{listed([*touch, *tried])}; the last: "
        texts = (names[row.agency], "never, in what is entered", "", f"{start}{row.title}", "", _places(row.source))
        rows.append((texts, start, row.title, row.event_id))
    return rows


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
    found = attempts(seeing.events)
    st.html(el("h2", f"Attempts that did not lead to contact: {counted(len(found), 'line')}, and what is said of why", cls="ct"))
    if found.empty:
        st.html(el("p", "No attempt without contact is entered in this case.", cls="ct small muted"))
        return
    rows = []
    for group in attempt_groups(found).itertuples():
        own = found[found["group"] == group.group]
        lines = [el("li", _attempt_words(entered, one)) for one in own.itertuples()]
        rows.append([group.group, el("b", group.words) if group.lines else group.words, el("ul", *lines) if lines else ""])
    _table("attempts", ["What is said of why", "How many", "Which"], rows)
    unsaid = "One line may stand for several visits or calls; words such as “several” are not counted. An unanswered door says nothing about why."
    st.html(el("div", f"Everybody's attempts in this case, whoever they were meant to reach. {unsaid}", cls="ct note"))


def _attempt_words(entered: Entered, one: Any) -> Html:
    names = names_of(entered.case)
    often = f" ({times_words(one.times)})" if one.times else ""
    start = f"{names[one.agency]}, {window(one.earliest, one.latest, entered.case.about.disclosure, short=True)}: "
    return el("span", start, _to_event(entered, one.title, one.event_id), often)


def gap_list(entered: Entered, seeing: Seeing) -> None:
    """For each agency its longest time between two recorded events, as a bar and in words."""
    if seeing.refused:
        return
    found = longest_silences(seeing.events)
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
        first, then = (_to_event(entered, by_id[one].title, one) for one in (row.after, row.before))
        ends = el(
            "div",
            el("div", f"{_end(entered.case, by_id[row.after])}: ", first),
            el("div", f"{_end(entered.case, by_id[row.before])}: ", then),
        )
        others = counted(row.others, "event") if row.others else "no event"
        rows.append([names[row.agency], _bar(row, longest), ends, others])
    _table("gaps", ["Agency", "Time between", "From and to", "Of other agencies, surely within"], rows)


def _end(case: Case, event: Any) -> str:
    return window(event.earliest, event.latest, case.about.disclosure, short=True)


def _bar(row: Any, longest: float) -> Html:
    most = max(row.least_days, row.most_days)
    sure = el("span", cls="gap-sure", style=f"width:{row.least_days / longest * 55:.2f}%")
    may = el("span", cls="gap-may", style=f"width:{(most - row.least_days) / longest * 55:.2f}%") if most > row.least_days else ""
    return el("div", sure, may, el("b", stretch_words(row.least_days, most), cls="gap-words"), cls="gap-bar")


def _clocks(case: Case, seeing: Seeing) -> pd.DataFrame:
    """The clocks whose events may all be shown."""
    shown = {"", *seeing.events["event_id"]}
    kept = case.clocks[case.clocks["starts_event"].isin(shown) & case.clocks["met_event"].isin(shown)]
    return clock_results(kept, case.events, case.shares, case.about.disclosure)


def clock_list(entered: Entered, seeing: Seeing) -> None:
    """Every clock of the case: what was due, when it came, and whether that was in time."""
    case = entered.case
    found = _clocks(case, seeing)
    st.html(el("h2", "What was due, and when it came", cls="ct"))
    if found.empty:
        st.html(el("p", "No clocks are entered in this case.", cls="ct small muted"))
        return
    rows = [[_to_event(entered, row.title, row.starts_event), *_clock_words(case, row)] for row in found.itertuples()]
    wide = [f" {_widened(case.about.disclosure)}"] if case.about.disclosure in WIDENED else []
    _table("clocks", CLOCKS, rows)
    st.html(
        el(
            "p",
            "Working days leave out weekends and the bank holidays of England and Wales. “Cannot tell” is where the dates allow both answers.",
            *wide,
            cls="ct note",
        )
    )


CLOCKS = ["What", "Started", "Due", "Done", "Taken", "Answer", "Standard", "Source"]


def _clock_words(case: Case, row: Any) -> tuple[str, ...]:
    """A clock's cells after its title."""
    due = _when(case, row, "due") if pd.notna(row.due_earliest) else row.due
    due = f"{due} ({row.due})" if pd.notna(row.due_earliest) and DUE.match(row.due) else due
    done = "never" if row.answer == "never" else (_when(case, row, "done") if row.met_event else "not stated")
    taken = taken_words(row.least, row.most, row.unit) or "not known"
    answer = "only measured" if row.answer == "measured" else row.answer
    limit, standard = due or "no limit named", row.standard or "none named"
    return _when(case, row, "start"), limit, done, taken, answer, standard, _places(row.source)


def reading(seeing: Seeing) -> None:
    """How to read the numbers."""
    said = [
        "“At least 70 days” holds wherever a blurred date falls; the range gives both ends. Days are counted from one date to the next. ",
        "In the picture solid is sure and hatched is possible. An event counts for the agency that acted; in the longest times, also for those present. ",
        "Being sent something does not end a silence. No sight recorded does not mean that nobody saw the person, only that no dated event here says so.",
    ]
    st.html(el("p", el("b", "How to read the numbers. "), *said, cls="ct small"))
