"""The pieces every figure is drawn of: filled boxes, hatches, and words in a few styles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from charts.layout import Layout
from charts.palette import FONT, INK, LABEL, LINK, MISSED, MUTED, PAPER
from charts.text import written

Trace = dict[str, Any]


Corners = list[tuple[float, float, float, float]]


STYLES = {
    "plain": (15, INK, ""),
    "bold": (15, INK, "b"),
    "family": (17, INK, "b"),
    "italic": (15, LABEL, "i"),
    "muted": (15, MUTED, ""),
    "small": (15, LABEL, ""),
    "link": (15, LINK, ""),
    "month": (16, LABEL, ""),
    "zero": (15, INK, "b"),
    "missed": (15, MISSED, ""),
    "count": (14, INK, "b"),
}


def say(texts: dict[str, list[Trace]], style: str, x: float, y: float, words: str, place: str, event: str = "") -> None:
    """Put words on the picture in one of the text styles; they are taken as written."""
    texts.setdefault(f"{style}|{place}", []).append({"x": x, "y": y, "text": written(words), "event": event})


def text_traces(texts: Mapping[str, list[Trace]], whole: Layout) -> list[Trace]:
    traces = []
    for key, items in texts.items():
        style, place = key.split("|")
        size, colour, tag = STYLES[style]
        words = [f"<{tag}>{one['text']}</{tag}>" if tag else one["text"] for one in items]
        trace = {
            "type": "scatter",
            "mode": "text",
            "x": [one["x"] for one in items],
            "y": [one["y"] for one in items],
            "text": words,
            "textposition": place,
            "textfont": {"size": size, "color": colour, "family": FONT},
            "hoverinfo": "skip",
            "cliponaxis": False,
            "showlegend": False,
            "name": f"text {style}",
        }
        if any(one["event"] for one in items):
            trace["customdata"] = [one["event"] for one in items]
        traces.append(trace)
    return traces


def boxes(corners: Corners, fill: str, line: str = "rgba(0,0,0,0)", width: float = 0, **more: Any) -> Trace:
    """One trace of filled rectangles (left, right, top, bottom)."""
    x: list[float | None] = []
    y: list[float | None] = []
    for left, right, top, bottom in corners:
        x += [left, right, right, left, left, None]
        y += [top, top, bottom, bottom, top, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "fill": "toself",
        "fillcolor": fill,
        "line": {"color": line, "width": width},
        "hoverinfo": "skip",
        "showlegend": False,
        **more,
    }


def hatch(colour: str, solidity: float = 0.12, size: float = 7) -> dict[str, Any]:
    return {"shape": "/", "fgcolor": colour, "bgcolor": PAPER, "size": size, "solidity": solidity, "fillmode": "overlay"}
