"""The whole picture of one episode for the facilitator: a line where the room is, and what lies after it tinted."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.drawn import View
from charts.palette import LINK
from charts.placed import Layout
from charts.swimlanes import swimlanes
from charts.traces import boxes

TINT = "rgba(29,112,184,0.07)"


def episode_picture(whole: Layout, view: View, day: pd.Timestamp, words: str) -> dict[str, Any]:
    """The swimlanes of an episode as Plotly takes them, with the room's day. day: NaT where the room has no day yet.

    words: the day, for the axis.
    """
    figure = swimlanes(whole, view)
    traces, room = figure["data"], figure["layout"]
    x = 0.0 if pd.isna(day) else whole.scale.x(day, end=True)
    after = boxes([(x, whole.scale.width, whole.phases_top, whole.lanes_bottom)], TINT, name="not yet on the room's screen")
    traces.insert(0, after)
    if pd.notna(day):
        y = [whole.phases_top, whole.lanes_bottom + 3]
        line = {"color": LINK, "width": 3}
        traces.append(
            {"type": "scatter", "mode": "lines", "x": [x, x], "y": y, "line": line, "hoverinfo": "skip", "name": "the room"}
        )
        room["annotations"] = [_flag(x, whole, words)]
    return figure


def _flag(x: float, whole: Layout, words: str) -> dict[str, Any]:
    """The day on the axis, on a plate of its own."""
    half = len(words) * 4.2 + 8
    return {
        "x": min(max(x, half), whole.scale.width - half),
        "y": whole.lanes_bottom + whole.sizes.months / 2,
        "text": f"<b>{words}</b>",
        "showarrow": False,
        "bgcolor": LINK,
        "borderpad": 3,
        "font": {"color": "#ffffff", "size": 14},
    }
