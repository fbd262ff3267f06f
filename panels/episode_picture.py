"""The full picture of the episode the room is in: what is still ahead of it is tinted."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import streamlit as st

from charts.drawn import View as Drawn
from charts.episode import episode_picture
from charts.layout import layout
from charts.placed import Layout
from charts.ready import Ready
from charts.scale import scale
from charts.sizes import Sizes
from measures.describe import describe
from measures.each import each
from measures.episode import Episode, episode
from measures.lanes import lane_of, lanes, marked_at
from measures.shares import passed_on
from measures.wording import window
from panels.markup import el
from panels.picture_laid import hovers, strip_width, zero_words
from panels.standing import Standing

NO_DAY = "No event of this episode has a date, so there is no picture of it; the running order has them all."
KEY = "blue line: where the room is; tinted: not yet on its screen; italic and dotted: known only later"


def full_picture(standing: Standing, width: int, height: int) -> None:
    """The picture with its line of words; between episodes there is none."""
    st.html(el("div", el("h2", "Full picture of this episode"), el("span", KEY, cls="muted small"), cls="ct fac-heading"))
    if not standing.step.number:
        st.html(el("p", "The picture comes with the first episode.", cls="ct muted"))
        return
    found = episode_of(standing)
    if found.days is None:
        st.html(el("p", NO_DAY, cls="ct muted"))
        return
    whole = laid_out(standing, found, width, height)
    figure = episode_picture(whole, _drawn(standing, found, whole), *_room_day(standing))
    st.plotly_chart(
        Ready(figure),
        width="stretch",
        height=math.ceil(whole.height),
        theme=None,
        key="fac-picture",
        config={"displayModeBar": False, "scrollZoom": False, "staticPlot": False, "showSendToCloud": False},
        alt=describe(found.events, found.agencies, standing.case.about.disclosure),
    )


def episode_of(standing: Standing) -> Episode:
    """The frames of the room's episode."""
    case = standing.case
    return episode(
        standing.step.episode_id, standing.running, case.events, case.practice, case.agencies, case.periods, case.shares
    )


def laid_out(standing: Standing, found: Episode, width: int, height: int) -> Layout:
    """Where everything of the episode stands."""
    case = standing.case
    assert found.days is not None
    rows = lanes(found.agencies, found.events, found.periods)
    at = marked_at(found.events, found.practice)
    sizes = Sizes(width=width, room=height, compact=True)
    room = sizes.width - sizes.gutter - strip_width(found.events, lane_of(rows), at, sizes)
    first, last = (one.date() for one in found.days)
    axis = scale(first, last, room, relative=case.about.disclosure == "relative")
    tables = (found.events, found.practice, case.phases.iloc[:0], found.periods)
    return layout(*tables, rows, at, axis, sizes, sight=False, incident=case.about.incident or "")


def _drawn(standing: Standing, found: Episode, whole: Layout) -> Drawn:
    shown = frozenset(found.events["event_id"])
    chosen = standing.step.event_ids[0] if standing.step.kind == "event" else ""
    return Drawn(
        shown=shown,
        points=frozenset(found.practice["practice_id"]),
        chosen=chosen,
        incident=standing.case.about.incident or "",
        zero=zero_words(standing.case),
        hover=hovers(standing.case, whole),
        arrows=tuple(each(passed_on(found.shares, shown, "all"))),
    )


def _room_day(standing: Standing) -> tuple[Any, str]:
    """The day the room has come to, and its words, no more exact than the case."""
    day = standing.step.day
    if pd.isna(day):
        return day, ""
    disclosure = standing.case.about.disclosure
    if disclosure in ("month", "season"):
        end = day + pd.offsets.MonthEnd(0)
        return end, window(day.replace(day=1), end, disclosure, short=True)
    return day, window(day, day, disclosure, short=True)
