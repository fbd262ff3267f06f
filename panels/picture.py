"""The swimlanes on a page: sized to the window, chosen by a click, zoomed by a drag, described in a sentence."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from charts.drawn import View as Drawn
from charts.layout import layout
from charts.placed import Layout
from charts.ready import Ready
from charts.scale import Scale, scale
from charts.sizes import Sizes, undated_room
from charts.swimlanes import swimlanes
from charts.text import wrapped
from loaders import Case
from measures.choice import Choice, found, points
from measures.clocks import clock_results
from measures.density import by_month
from measures.describe import describe
from measures.each import each
from measures.lanes import default_range, lane_of, lanes, marked_at
from measures.names import short_names
from measures.shares import passed_on
from measures.sight import gaps_between, sightings, usual_person
from measures.silences import silences
from measures.wording import window
from panels.entry import Entered
from panels.filter_signs import passed_default
from panels.watch import watch, zoomed


@dataclass(frozen=True)
class Laid:
    """What no filter changes: the layout, the words to point at by event, the days the whole case opens on, every sighting, and the case."""

    layout: Layout
    hover: Mapping[str, str]
    days: tuple[pd.Timestamp, pd.Timestamp]
    seen: pd.DataFrame
    case: Case


@dataclass(frozen=True)
class Picture:
    """A drawn picture: the figure, its layout, and the sentence that says what it shows."""

    figure: dict[str, Any]
    laid: Laid
    sentence: str

    @property
    def layout(self) -> Layout:
        return self.laid.layout


def picture(entered: Entered, choice: Choice, flags: pd.DataFrame) -> Picture:
    """Draw the swimlanes; a click chooses an event, a drag zooms, both go into the address."""
    wide, high = watch(lambda: _zoom(entered))
    made = draw(entered, choice, flags, wide, high)
    with st.container(key="picture"):
        st.plotly_chart(
            Ready(made.figure),
            width="stretch",
            height=math.ceil(made.layout.height),
            theme=None,
            key=f"chart:{entered.case.id}",
            on_select=lambda: _clicked(entered),
            selection_mode="points",
            config={"displayModeBar": False, "scrollZoom": False, "doubleClick": "reset+autosize", "showSendToCloud": False},
            alt=made.sentence,
        )
    return made


def _clicked(entered: Entered) -> None:
    state = st.session_state.get(f"chart:{entered.case.id}")
    chosen = [point.get("customdata") for point in (state or {}).get("selection", {}).get("points", [])]
    names = [one[0] if isinstance(one, list) else one for one in chosen if one]
    if names and str(names[0]).startswith("zoom:"):
        _, first, last = str(names[0]).split(":")
        entered.set(start=first, end=last)
    elif names:
        entered.set(event=str(names[0]))


def _zoom(entered: Entered) -> None:
    axis: Scale | None = st.session_state.get(f"axis:{entered.case.id}")
    asked = zoomed()
    if asked == "whole":
        entered.set(start="", end="")
    elif axis is not None and len(asked.split()) == 2:
        first, last = sorted(axis.day(float(one)) for one in asked.split())
        if (last - first).days >= 2:
            entered.set(start=str(first), end=str(last))


def draw(entered: Entered, choice: Choice, flags: pd.DataFrame, wide: int, high: int) -> Picture:
    """The figure for a window of that size."""
    case, view, entire = entered.case, entered.view, entered.entire
    compact = wide < 1500
    sizes = Sizes(width=wide - 48, room=high - (152 if compact else 130), compact=compact)
    place = laid_out if view.day else kept
    laid = place(entire, case, view.start, view.end, view.axis or "true", sizes, view.event)
    whole = laid.layout
    st.session_state[f"axis:{case.id}"] = whole.scale
    drawn = drawn_view(entered, choice, flags, laid)
    shown = case.events.loc[flags["shown"], ["agency", "earliest", "latest"]]
    return Picture(swimlanes(whole, drawn), laid, describe(shown, case.agencies, case.about.disclosure))


def laid_out(entire: Case, case: Case, start: str, end: str, kind: str, sizes: Sizes, chosen: str) -> Laid:
    """Where everything of those days stands."""
    rows = lanes(entire.agencies, entire.events, entire.periods)
    at = marked_at(entire.events, entire.practice)
    axis = _axis(entire, start, end, kind, sizes, strip_width(entire.events, lane_of(rows), at, sizes))
    incident = case.about.incident or ""
    tables = (case.events, entire.practice, entire.phases, entire.periods)
    whole = layout(*tables, rows, at, axis, sizes, chosen=chosen, incident=incident)
    seen = sightings(case.events, usual_person(case.people, case.events))
    return Laid(whole, hovers(case, whole), whole_range(entire), seen, entire)


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


def drawn_view(entered: Entered, choice: Choice, flags: pd.DataFrame, laid: Laid) -> Drawn:
    """What of the layout is drawn under the filters."""
    case, view, entire = entered.case, entered.view, entered.entire
    shown = frozenset(flags.loc[flags["shown"], "event_id"])
    names = short_names(case)
    marked = frozenset(case.events.loc[found(case.events, choice.search, names), "event_id"]) if choice.search else frozenset()
    if view.fact:
        marked |= frozenset(case.events.loc[case.events["facts"].map(lambda facts: view.fact in facts), "event_id"])
    visible = case.events[flags["shown"]]
    seen = laid.seen[laid.seen["event_id"].isin(shown)].reset_index(drop=True)
    first, last = laid.days
    return Drawn(
        shown=shown,
        points=frozenset(points(case.practice, choice)["practice_id"]),
        chosen=view.event,
        incident=case.about.incident or "",
        zero=zero_words(case),
        hover=laid.hover,
        marked=marked,
        sight=tuple((one.earliest, one.latest, names[one.agency], one.event_id) for one in each(seen)),
        gaps=tuple(gap_words(gap) for gap in each(gaps_between(seen)) if gap.least_days > 1),
        arrows=tuple(
            each(
                passed_on(
                    case.shares, shown, passed_default(entered), view.event, view.fact, hide_judged=choice.practice == "hidden"
                )
            )
        ),
        counts=tuple(by_month(visible, first, last).itertuples(index=False, name=None)),
        whole=(first, last),
        silences=_silences(case, entire) if view.silence else (),
        clocks=tuple(clock_results(case.clocks, case.events, case.shares, case.about.disclosure).itertuples())
        if view.clocks and not view.day
        else (),
        today=pd.Timestamp(view.day) if view.day else None,
        phases=frozenset(case.phases["phase_id"]),
        periods=_periods(case, choice),
        empty="" if len(shown) else "No event passes these filters.",
    )


def _periods(case: Case, choice: Choice) -> frozenset[str]:
    """The periods that are drawn: those known only later with the events known only later."""
    return frozenset(case.periods.loc[~case.periods["hindsight"].astype(bool) | choice.later, "period_id"])


def _silences(case: Case, entire: Case) -> tuple[tuple[Any, ...], ...]:
    """The bands of silence: at least 28 sure days in which another agency recorded something."""
    home = lane_of(lanes(entire.agencies, entire.events, entire.periods))
    found_ = silences(case.events[~case.events["hindsight"].astype(bool)])
    found_ = found_[(found_["at_least_days"] >= 28) & (found_["others"] > 0)]
    return tuple(
        (
            home[one.agency],
            one.first_day,
            one.last_day,
            (f"no entry for {one.at_least_days} days or more", f"{one.at_least_days} days"),
        )
        for one in found_.itertuples()
    )


def gap_words(gap: Any) -> tuple[Any, Any, tuple[str, ...]]:
    """A stretch without a sighting, with its words from long to short: the whole days between the two."""
    least = f"{gap.least_days - 1:.0f}"
    more = "" if gap.least_days == gap.most_days else " or more"
    short = f"{least} days{more}"
    return gap.from_day, gap.to_day, (f"no sight recorded for {short}", short, f"{least} d")


def zero_words(case: Case) -> tuple[str, ...]:
    """'Day 0' and its date, as exact as the incident's own."""
    incident = case.events[case.events["event_id"] == (case.about.incident or "")]
    if incident.empty or case.about.disclosure == "relative":
        return ("Day 0",)
    row = incident.iloc[0]
    return ("Day 0", window(row["earliest"], row["latest"], short=True))


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
