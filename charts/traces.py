"""The pieces every figure is drawn of: filled boxes, rules, hatches, and words in a few styles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from charts.palette import FONT, INK, LABEL, LINK, MISSED, MUTED, PAPER
from charts.text import written

Trace = dict[str, Any]
Corner = tuple[float, float, float, float]
Corners = list[Corner]
Places = list[float | None]

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
    "number": (14, PAPER, "b"),
}


def say(
    texts: dict[str, list[Trace]], style: str, x: float, y: float, words: str, place: str, event: str = "", **more: Any
) -> None:
    """Put words on the picture in one of the text styles; they are taken as written. more: a `size` or `colour` of their own."""
    texts.setdefault(f"{style}|{place}", []).append({"x": x, "y": y, "text": written(words), "event": event, **more})


def text_traces(texts: Mapping[str, list[Trace]]) -> list[Trace]:
    """All words of a picture as one trace: the browser needs longer for seven traces than for their words."""
    found = [(key.split("|")[0], key.split("|")[1], one) for key, items in texts.items() for one in items]
    if not found:
        return []
    styles = [
        (one.get("size", STYLES[style][0]), one.get("colour", STYLES[style][1]), STYLES[style][2]) for style, _, one in found
    ]
    trace = {
        "type": "scatter",
        "mode": "text",
        "x": [round(one["x"], 2) for _, _, one in found],
        "y": [round(one["y"], 2) for _, _, one in found],
        "text": [
            f"<{tag}>{one['text']}</{tag}>" if tag else one["text"]
            for (_, _, one), (_, _, tag) in zip(found, styles, strict=True)
        ],
        "textposition": [place for _, place, _ in found],
        "textfont": {"size": [size for size, _, _ in styles], "color": [colour for _, colour, _ in styles], "family": FONT},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "showlegend": False,
        "name": "words",
        "customdata": [one["event"] for _, _, one in found],
    }
    return [trace]


def behind(traces: Iterable[Trace]) -> tuple[list[dict[str, Any]], list[Trace]]:
    """What of the traces lies still and plain behind the marks, as shapes, which the browser draws in a third of the time; and the rest.

    A hatched box stays a trace: a shape has no pattern.
    """
    shapes, rest = [], []
    for trace in traces:
        if trace["mode"] == "lines" and "fillpattern" not in trace:
            shapes.append(_shape(trace))
        else:
            rest.append(trace)
    return shapes, rest


def _shape(trace: Trace) -> dict[str, Any]:
    filled = trace.get("fill") == "toself"
    name = {"name": trace["name"]} if "name" in trace else {}
    fill = {"fillcolor": trace["fillcolor"]} if filled else {}
    line = {key: value for key, value in trace["line"].items() if key != "simplify"}
    return {"type": "path", "path": _path(trace["x"], trace["y"]), "layer": "below", "line": line, **fill, **name}


def _path(xs: Places, ys: Places) -> str:
    """The outline to a tenth of a px, each step in as few letters as there are: H across, V up and down, Z home."""
    parts: list[str] = []
    first: tuple[float, float] | None = None
    left = top = 0.0
    for x, y in zip(xs, ys, strict=True):
        if x is None or y is None:
            first = None
        elif first is None:
            first = x, y
            parts.append(f"M{_px(x)},{_px(y)}")
        elif (x, y) == first:
            parts.append("Z")
        elif y == top:
            parts.append(f"H{_px(x)}")
        else:
            parts.append(f"V{_px(y)}" if x == left else f"L{_px(x)},{_px(y)}")
        left, top = x or 0.0, y or 0.0
    return "".join(parts)


def _px(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")


def boxes(corners: Corners, fill: str, line: str = "rgba(0,0,0,0)", width: float = 0, dash: str = "solid", **more: Any) -> Trace:
    """One trace of filled rectangles (left, right, top, bottom)."""
    x, y = _outlines(corners) if width else _ring(corners)
    kept = {} if width else {"simplify": False}  # the way back is not to be left out
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "fill": "toself",
        "fillcolor": fill,
        "line": {"color": line, "width": width, "dash": dash, **kept},
        "hoverinfo": "skip",
        "showlegend": False,
        **more,
    }


def _outlines(corners: Corners) -> tuple[Places, Places]:
    """Each rectangle by itself, since each has a line round it, which Plotly draws one by one."""
    x: Places = []
    y: Places = []
    for left, right, top, bottom in corners:
        x += [left, right, right, left, left, None]
        y += [top, top, bottom, bottom, top, None]
    return x, y


def _ring(corners: Corners) -> tuple[Places, Places]:
    """All rectangles in one go, from corner to corner and the same way back: without a line round them nobody sees the way.

    Only straight up, down and across: a slanting way leaves specks where a browser rounds its two directions differently.
    """
    x: Places = []
    y: Places = []
    back: list[tuple[float, float]] = []
    for left, right, top, bottom in corners:
        if back:
            x.append(back[-1][0])
            y.append(top)
            back.append((back[-1][0], top))
        x += [left, right, right, left, left]
        y += [top, top, bottom, bottom, top]
        back.append((left, top))
    return x + [one for one, _ in back[-2::-1]], y + [one for _, one in back[-2::-1]]


def rules(found: Iterable[Corner], colour: str, width: float, dash: str = "solid", **more: Any) -> Trace:
    """One trace of straight lines, each from left, top to right, bottom."""
    x: list[float | None] = []
    y: list[float | None] = []
    for left, right, top, bottom in found:
        x += [left, right, None]
        y += [top, bottom, None]
    line = {"color": colour, "width": width, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", **more}


def hatch(colour: str, solidity: float = 0.12, size: float = 7, ground: str = PAPER) -> dict[str, Any]:
    return {"shape": "/", "fgcolor": colour, "bgcolor": ground, "size": size, "solidity": solidity, "fillmode": "overlay"}
