"""The page Silence and sight in one case: whom it is about, what may be shown, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

from loaders import Case
from measures.attempts import attempts
from measures.clocks import clock_results
from measures.last_seen import encounters, gap_bars, last_seen, longest_silences, never_saw, people_seen, visible
from measures.sight import usual_person
from measures.silences import can_be_measured
from measures.wording import counted
from panels.controls import later_switch, one_of, segments
from panels.entry import Entered
from panels.markup import el

KEYS = ("person", "contact", "later", "event")
WIDENED = {"month": "the month", "season": "the season"}


@dataclass(frozen=True)
class Seeing:
    """What the page shows: the events that may be shown, the person, their sightings, and the marks of the picture.

    refused: why nothing is measured, in a sentence; clocks: those whose events may all be shown; zero: the row of the incident, where
    it may be shown and has a date. What picture, lists and tables all need is worked out once, when it is first asked for.
    """

    events: pd.DataFrame
    person: str
    name: str
    sightings: pd.DataFrame
    marks: pd.DataFrame
    refused: str
    clocks: pd.DataFrame
    zero: Any = None
    any_contact: bool = False

    @cached_property
    def bars(self) -> pd.DataFrame:
        """The times between two marks."""
        return gap_bars(self.marks)

    @cached_property
    def gaps(self) -> pd.DataFrame:
        """The longest time between two events of each agency."""
        return longest_silences(self.events)

    @cached_property
    def last(self) -> pd.DataFrame:
        """When each agency last saw the person."""
        return last_seen(self.sightings, self.zero)

    @cached_property
    def never(self) -> pd.DataFrame:
        """The agencies that were in touch and never saw the person."""
        return never_saw(self.events, self.person)

    @cached_property
    def tried(self) -> pd.DataFrame:
        """The attempts, each with what is said of why."""
        return attempts(self.events)


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
        st.html(el("div", el("h1", question), el("p", rule(any_contact, name), cls="muted"), cls="ct"), width="stretch")
        _controls(entered, people, person)
    sightings = encounters(events, person)
    return Seeing(
        events=events,
        person=person,
        name=start,
        sightings=sightings,
        marks=encounters(events, person, any_contact=True) if any_contact else sightings,
        refused=_refused(case.events),
        clocks=_clocks(case, events),
        zero=_zero(case, events),
        any_contact=any_contact,
    )


def rule(any_contact: bool, name: str) -> str:
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


def _controls(entered: Entered, people: pd.DataFrame, person: str) -> None:
    if people.empty:
        return
    words = {one.person_id: one.name if one.seen else f"{one.name} (not recorded as seen)" for one in people.itertuples()}
    one_of(
        entered,
        "person",
        "Who",
        list(words),
        words.__getitem__,
        person,
        lambda one: entered.set(person=one, event=""),
        width=220,
    )
    modes = {"sight": "Sight", "contact": "Any contact"}
    mode = "contact" if entered.view.contact else "sight"
    segments(entered, "contact", "Time between", modes, mode, lambda one: entered.set(contact="1" if one == "contact" else ""))
    if entered.case.events["hindsight"].any():
        later_switch(entered)


def widened(disclosure: str) -> str:
    to = f"this case gives dates to {WIDENED[disclosure]} only (disclosure: {disclosure})"
    return f"Days between cannot be shown exactly: {to}."


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


def _clocks(case: Case, events: pd.DataFrame) -> pd.DataFrame:
    shown = {"", *events["event_id"]}
    kept = case.clocks[case.clocks["starts_event"].isin(shown) & case.clocks["met_event"].isin(shown)]
    return clock_results(kept, case.events, case.shares, case.about.disclosure)
