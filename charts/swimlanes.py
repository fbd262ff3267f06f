"""The swimlanes: a layout in, a plotly figure (as a ready dict) out; what is alike is one trace, since the browser pays for each."""

from __future__ import annotations

from typing import Any

from charts.arrows import arrows, clocks
from charts.bars import bands, period_traces, phase_traces, silence_traces, window_traces
from charts.canvas import canvas
from charts.drawn import View
from charts.frame import axis_traces, key, overview_traces
from charts.free_room import FreeRoom
from charts.marks import badges, chosen_traces, cluster_signs, later_frames, mark_signs, meeting_lines
from charts.placed import Layout
from charts.rail import sight
from charts.signs import sign_traces
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
    lines, heads = arrows(whole, view, texts, room)
    brackets, ticks = clocks(whole, view, texts, room)
    traces += [*meeting_lines(whole, view), *lines, *brackets, *sign_traces([*heads, *ticks], "passed on and due")]
    signs = cluster_signs(whole, view, texts)
    write_lanes(whole, view, texts)
    write_titles(whole, view, texts, plates)
    rail, seen, others = sight(whole, view, texts)
    stretches, points = badges(whole, view, texts)
    about, key_signs = key(whole, texts)
    under, over = behind((*rail, *about))
    traces += [boxes(plates, "rgba(255,255,255,0.82)", name="plates")] if plates else []
    traces += [*chosen_traces(whole, view), *later_frames(whole, view), *over, *stretches]
    traces += sign_traces([*signs, *seen, *mark_signs(whole, view)], "signs", hover=True)
    traces += sign_traces([*points, *others, *key_signs], "badges")
    if view.empty:
        say(texts, "muted", whole.scale.width / 2, (whole.lanes_top + whole.lanes_bottom) / 2, view.empty, "middle center")
    traces += text_traces(texts)
    return {"data": traces, "layout": {**_layout(whole), "shapes": [*shapes, *under]}}


def _layout(whole: Layout) -> dict[str, Any]:
    """The strip without dates and the names stand left of 0; days are chosen by drawing over them, which zooms."""
    made = canvas(whole.sizes.width, whole.height, near=12)
    left = -(whole.undated_width + whole.sizes.gutter)
    days = {**made["xaxis"], "range": [left, whole.scale.width], "fixedrange": False}
    return {**made, "xaxis": days, "dragmode": "zoom", "font": {**made["font"], "size": whole.sizes.text}}
