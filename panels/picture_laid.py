"""What of the timeline's picture no filter changes: where everything stands, and what each mark says when pointed at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from charts.layout import layout
from charts.placed import Layout
from charts.scale import Scale, scale
from charts.sizes import Sizes, undated_room
from charts.text import wrapped
from loaders import Case
from measures.clocks import clock_results
from measures.lanes import default_range, lane_of, lanes, marked_at
from measures.names import short_names
from measures.sight import sightings, usual_person
from measures.wording import window


@dataclass(frozen=True)
class Laid:
    """What no filter changes: the layout, the words to point at by event, the days the whole case opens on, and every sighting of the person.

    clocks: rows of the `clock_results` measure; zero: the words at day 0; entire, case: held, so that no other case has their ids while this is kept.
    """

    layout: Layout
    hover: Mapping[str, str]
    days: tuple[pd.Timestamp, pd.Timestamp]
    seen: pd.DataFrame
    person: str
    clocks: tuple[Any, ...]
    zero: tuple[str, ...]
    entire: Case
    case: Case


def laid_out(entire: Case, case: Case, start: str, end: str, kind: str, sizes: Sizes, chosen: str) -> Laid:
    """Where everything of those days stands."""
    rows = lanes(entire.agencies, entire.events, entire.periods)
    at = marked_at(entire.events, entire.practice)
    axis = _axis(entire, start, end, kind, sizes, strip_width(entire.events, lane_of(rows), at, sizes))
    incident = case.about.incident or ""
    tables = (case.events, entire.practice, entire.phases, entire.periods)
    whole = layout(*tables, rows, at, axis, sizes, chosen=chosen, incident=incident)
    person = usual_person(entire.people, entire.events)
    seen, called = sightings(case.events, person), dict(zip(case.people["person_id"], case.people["name"], strict=True))
    clocks = tuple(clock_results(case.clocks, case.events, case.shares, case.about.disclosure).itertuples())
    return Laid(
        whole, hovers(case, whole), whole_range(entire), seen, called.get(person, ""), clocks, zero_words(case), entire, case
    )


# A case stays the same object until its file changes, and lives as long as its layout does: so its id names it.
kept = st.cache_resource(max_entries=8, show_spinner=False, hash_funcs={Case: id, Sizes: repr})(laid_out)


def _axis(case: Case, start: str, end: str, kind: str, sizes: Sizes, room: float) -> Scale:
    first, last = whole_range(case)
    days = (pd.Timestamp(start) if start else first, pd.Timestamp(end) if end else last)
    if days[1] <= days[0]:
        days = first, last
    busy = {day.date() for day in case.events["earliest"].dropna().unique()} if kind != "true" else set()
    return scale(
        days[0].date(), days[1].date(), sizes.width - sizes.gutter - room, kind, busy, case.about.disclosure == "relative"
    )


def strip_width(events: pd.DataFrame, home: Mapping[str, str], at: Mapping[str, tuple[str, ...]], sizes: Sizes) -> float:
    """The room of the strip of undated entries, as the layout will take it. home: lane by agency; at: points by event."""
    undated = events[events["dating"] == "undated"]
    found: dict[str, tuple[int, int]] = {}
    for event, agency in zip(undated["event_id"], undated["agency"], strict=True):
        marks, badges = found.get(home[agency], (0, 0))
        found[home[agency]] = (marks + 1, badges + len(at.get(event, ())))
    return undated_room(list(found.values()), sizes)


def whole_range(case: Case) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days the whole case opens on."""
    scope = tuple(pd.NaT if day is None else pd.Timestamp(day) for day in (case.scope.earliest, case.scope.latest))
    return default_range(case.events.loc[~case.events["hindsight"].astype(bool), ["earliest", "latest"]], scope)


def hovers(case: Case, whole: Layout) -> dict[str, str]:
    """What each mark says when pointed at: nothing that the dock and the table do not say too."""
    names = short_names(case)
    marks = {mark.event.event_id: mark.event for lane in whole.lanes.values() for mark in (*lane.marks, *lane.undated)}
    return {
        one.event_id: "<br>".join(
            wrapped(part)
            for part in (
                one.title,
                f"{window(one.earliest, one.latest, case.about.disclosure)}{f' ({one.date_text})' if one.date_text else ''}",
                f"{names[one.agency]}. Paragraph {', '.join(one.source) or 'not given'}",
            )
        )
        for one in marks.values()
    }


def zero_words(case: Case) -> tuple[str, ...]:
    """'Day 0' and its date, as exact as the incident's own."""
    incident = case.events[case.events["event_id"] == (case.about.incident or "")]
    if incident.empty or case.about.disclosure == "relative":
        return ("Day 0",)
    row = incident.iloc[0]
    return ("Day 0", window(row["earliest"], row["latest"], short=True))
