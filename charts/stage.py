"""The room's picture: lanes up to today's line, marks with their words beside them, and one event in focus; no hover."""

from __future__ import annotations

from typing import Any

from charts.canvas import canvas
from charts.palette import FONT
from charts.signs import sign_traces
from charts.stage_axis import axis_words, grid, lane_words, plates, stripes, today_line
from charts.stage_labels import labels
from charts.stage_layout import RIGHT, WIDE, Stage, Staged, lay_out
from charts.stage_marks import arrows, homes, marks, ring, windows
from charts.stage_points import point_traces
from charts.stage_text import Words
from charts.traces import Trace, behind

CONFIG = {"staticPlot": True, "displayModeBar": False, "showSendToCloud": False, "responsive": False}


def stage_figure(staged: Staged) -> dict[str, Any]:
    """The figure of a step as Plotly takes it; right of today's line only the words of the event in focus stand."""
    stage = lay_out(staged)
    said = [*lane_words(staged, stage), *axis_words(staged, stage)]
    still = [*stripes(staged, stage), *grid(stage), *homes(staged, stage, said), *today_line(staged, stage, said)]
    lines, heads, passed = arrows(staged, stage)
    still += lines
    if not staged.small:
        found, corners = labels(staged, stage, said, heads, passed)
        said += found
        still += plates(corners, staged, stage)
    shapes, _ = behind(still)
    traces = [*windows(staged, stage), *sign_traces([*heads, *ring(staged, stage), *marks(staged, stage)])]
    traces += point_traces(staged, stage, said)
    return {"data": [*traces, *_texts(said, stage)], "layout": {**_layout(staged, stage), "shapes": shapes}}


def _layout(staged: Staged, stage: Stage) -> dict[str, Any]:
    """A still picture in units of the room's screen, drawn in its px."""
    made = canvas(WIDE, stage.height)
    font = {**made["font"], "size": stage.size(24)}
    return {**made, "width": staged.px[0], "height": staged.px[1], "hovermode": False, "clickmode": "event", "font": font}


def _texts(said: list[Words], stage: Stage) -> list[Trace]:
    """All words in one trace, each with its own place, size and colour."""
    if not said:
        return []
    font = {"size": [stage.size(one.size) for one in said], "color": [one.colour for one in said], "family": FONT}
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [one.x for one in said],
            "y": [one.y for one in said],
            "text": [one.text for one in said],
            "textposition": [one.place for one in said],
            "textfont": font,
            "hoverinfo": "skip",
            "cliponaxis": False,
            "name": "words",
        }
    ]


__all__ = ["CONFIG", "RIGHT", "stage_figure"]
