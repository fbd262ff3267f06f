"""The swimlanes: a layout in, a plotly figure (as a ready dict) out; one trace per kind of sign."""

from __future__ import annotations

from typing import Any

from charts.arrows import arrow_traces, clock_traces
from charts.bars import bands, period_traces, phase_traces, silence_traces, window_traces
from charts.canvas import canvas
from charts.drawn import View
from charts.frame import axis_traces, key_traces, overview_traces
from charts.free_room import FreeRoom
from charts.marks import badge_traces, chosen_traces, cluster_traces, mark_traces, meeting_lines
from charts.placed import Layout
from charts.rail import write_sight
from charts.titles import write_lanes, write_titles
from charts.traces import Corners, Trace, behind, boxes, say, text_traces


def swimlanes(whole: Layout, view: View) -> dict[str, Any]:
    """The figure of a layout as Plotly takes it. Points of marks carry the event id as customdata."""
    room = FreeRoom(whole, view.shown)
    plates: Corners = []
    texts: dict[str, list[Trace]] = {}
    overview = overview_traces(whole, view, texts)
    shapes, traces = behind(
        (
            *bands(whole),
            *axis_traces(whole, view),
            *silence_traces(whole, view, texts, room),
            *phase_traces(whole, view, texts),
            *period_traces(whole, view, texts),
            *window_traces(whole, view),
            *overview,
        )
    )
    traces += [
        *meeting_lines(whole, view),
        *cluster_traces(whole, view, texts),
        *arrow_traces(whole, view, texts, room),
        *clock_traces(whole, view, texts, room),
    ]
    write_lanes(whole, texts)
    write_titles(whole, view, texts, plates)
    write_sight(whole, view, texts, traces)
    traces += [boxes(plates, "rgba(255,255,255,0.82)", name="plates")] if plates else []
    traces += chosen_traces(whole, view)
    traces += mark_traces(whole, view)
    traces += badge_traces(whole, view)
    traces += [*key_traces(whole, texts)]
    if view.empty:
        say(texts, "muted", whole.scale.width / 2, (whole.lanes_top + whole.lanes_bottom) / 2, view.empty, "middle center")
    traces += text_traces(texts)
    return {"data": traces, "layout": {**_layout(whole), "shapes": shapes}}


def _layout(whole: Layout) -> dict[str, Any]:
    """The strip without dates and the names stand left of 0; days are chosen by drawing over them, which zooms."""
    made = canvas(whole.sizes.width, whole.height, near=12)
    left = -(whole.undated_width + whole.sizes.gutter)
    days = {**made["xaxis"], "range": [left, whole.scale.width], "fixedrange": False}
    return {**made, "xaxis": days, "dragmode": "zoom", "font": {**made["font"], "size": whole.sizes.text}}
