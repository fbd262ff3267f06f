"""Days as bars below each other: solid as far as they are sure, hatched as far as they are possible."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd

from charts.palette import CHOSEN, FONT, GRID, INK, LABEL, MUTED, PAPER, SILENCE, STRIPE
from charts.text import written
from charts.traces import boxes, hatch

Trace = dict[str, Any]
BAR, ROW, LINE, FOOT = 20.0, 38.0, 18.0, 52.0
WIDEST = 7.6  # px a letter: wide enough for the widest names, since nothing here is cut
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def ranges(rows: pd.DataFrame, width: float, axis: str = "Days", chosen: str = "") -> Trace:
    """The figure of one bar a row, in the order given, `width` px wide.

    rows: key (customdata of the invisible squares), name, least, most (days; NaN where they cannot be told), words and more
    (muted, after the words). axis: what is counted; below 0 stands what came before.
    """
    left = min(360.0, max(180.0, width * 0.22))
    said = max((len(f"{one.words}  {one.more}") for one in rows.itertuples()), default=0) * WIDEST + 24
    right = min(said, width * 0.4)
    low, high = _reach(rows)
    scale = (width - left - right) / (high - low)
    placed = _placed(rows, left)
    bottom = placed[-1][1] if placed else 0.0

    def x(day: float) -> float:
        return left + (day - low) * scale

    grid = [x(tick) for tick in _ticks(low, high)]
    traces = [
        boxes([(0.0, width, top, end) for place, (top, end, _) in enumerate(placed) if place % 2 == 0], STRIPE, name="rows"),
        _lines([(at, 0.0, at, bottom) for at in grid], GRID, 1),
        _lines([(x(0), 0.0, x(0), bottom)], MUTED, 1.5),
        *_bars(rows, placed, x),
        *_words(rows, placed, x, low, high, bottom, axis),
        _targets(rows, placed, width),
    ]
    if chosen in list(rows["key"]):
        top, end, _ = placed[list(rows["key"]).index(chosen)]
        traces.insert(1, boxes([(0.0, width, top, end)], CHOSEN, name="chosen"))
    return {"data": traces, "layout": _layout(width, bottom + FOOT)}


def _reach(rows: pd.DataFrame) -> tuple[float, float]:
    """The least and the most day on the axis, never the same."""
    low, high = min(0.0, rows["least"].min(skipna=True)), max(0.0, rows["most"].max(skipna=True))
    low, high = (0.0 if pd.isna(low) else low), (0.0 if pd.isna(high) else high)
    return low, max(high, low + 1.0)


def _ticks(low: float, high: float) -> list[float]:
    step = next((one for one in STEPS if (high - low) / one <= 7), STEPS[-1])
    first = int(low // step) * step
    return [tick for tick in range(first, int(high) + step, step) if low <= tick <= high]


def _placed(rows: pd.DataFrame, left: float) -> list[tuple[float, float, list[str]]]:
    """The top and bottom of each row, and its name in lines."""
    found: list[tuple[float, float, list[str]]] = []
    top = 2.0
    for name in rows["name"]:
        lines = textwrap.wrap(name, max(8, int((left - 16) / WIDEST))) or [""]
        end = top + max(ROW, LINE * len(lines) + 10)
        found.append((top, end, lines))
        top = end
    return found


def _bars(rows: pd.DataFrame, placed: list[tuple[float, float, list[str]]], x: Any) -> list[Trace]:
    sure, may = [], []
    for one, (top, bottom, _) in zip(rows.itertuples(), placed, strict=True):
        if pd.isna(one.least) or pd.isna(one.most):
            continue
        middle = (top + bottom) / 2
        known = 0.0 if one.least < 0 < one.most else (one.least if one.least >= 0 else one.most)
        if known:
            sure.append((*sorted((x(0), x(known))), middle - BAR / 2, middle + BAR / 2))
        elif one.least == one.most:
            sure.append((x(0) - 1.5, x(0) + 1.5, middle - BAR / 2, middle + BAR / 2))
        ends = (min(one.least, known), max(one.most, known))
        may += [(x(a), x(b), middle - BAR / 2, middle + BAR / 2) for a, b in ((ends[0], known), (known, ends[1])) if b > a]
    dashed = {"line": {"color": MUTED, "width": 1.2, "dash": "4px,3px"}}
    data = [{**boxes(may, PAPER, name="possible", fillpattern=hatch("#8a95a3", 0.16, 8)), **dashed}] if may else []
    return [*data, boxes(sure, SILENCE, "#6b7684", 1.2, name="sure")] if sure else data


def _words(
    rows: pd.DataFrame, placed: list[tuple[float, float, list[str]]], x: Any, low: float, high: float, bottom: float, axis: str
) -> list[Trace]:
    names = [
        (8.0, (top + end) / 2 + (place - (len(lines) - 1) / 2) * LINE, written(line))
        for top, end, lines in placed
        for place, line in enumerate(lines)
    ]
    said = []
    for one, (top, end, _) in zip(rows.itertuples(), placed, strict=True):
        start = x(max(0.0, one.most)) if pd.notna(one.most) and pd.notna(one.least) else x(0)
        more = f'  <span style="color:{MUTED}">{written(one.more)}</span>' if one.more else ""
        said.append((start + 6, (top + end) / 2, f"<b>{written(one.words)}</b>{more}"))
    ticks = [(x(tick), bottom + 14, f"{tick:g}") for tick in _ticks(low, high)]
    return [
        _texts(names, "middle right", INK, "names"),
        _texts(said, "middle right", INK, "days"),
        _texts(ticks, "middle center", LABEL, "ticks"),
        _texts([(x(low), bottom + 36, written(axis))], "middle right", LABEL, "axis"),
    ]


def _texts(words: list[tuple[float, float, str]], place: str, colour: str, name: str) -> Trace:
    return {
        "type": "scatter", "mode": "text", "x": [one[0] for one in words], "y": [one[1] for one in words],
        "text": [one[2] for one in words], "textposition": place, "textfont": {"size": 15, "color": colour, "family": FONT},
        "hoverinfo": "skip", "cliponaxis": False, "name": name, "unselected": {"textfont": {"color": colour}},
    }  # fmt: skip


def _lines(points: list[tuple[float, float, float, float]], colour: str, width: float) -> Trace:
    x = [value for one in points for value in (one[0], one[2], None)]
    y = [value for one in points for value in (one[1], one[3], None)]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": colour, "width": width}, "hoverinfo": "skip"}


def _targets(rows: pd.DataFrame, placed: list[tuple[float, float, list[str]]], width: float) -> Trace:
    """Marks nobody sees along every row, for the mouse."""
    found = [
        (at, (top + end) / 2, one.key, f"{written(one.name)}<br>{written(one.words)}")
        for one, (top, end, _) in zip(rows.itertuples(), placed, strict=True)
        for at in range(20, int(width), 40)
    ]
    return {
        "type": "scatter", "mode": "markers", "name": "targets", "x": [one[0] for one in found], "y": [one[1] for one in found],
        "customdata": [one[2] for one in found], "hovertext": [one[3] for one in found], "hoverinfo": "text",
        "marker": {"symbol": "square", "size": 30, "color": PAPER, "opacity": 0},
        "selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}},
    }  # fmt: skip


def _layout(width: float, height: float) -> Trace:
    hidden = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    return {
        "width": width, "height": height, "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "xaxis": {**hidden, "range": [0, width]}, "yaxis": {**hidden, "range": [height, 0]},
        "template": "none", "paper_bgcolor": PAPER, "plot_bgcolor": PAPER, "showlegend": False, "dragmode": False,
        "hovermode": "closest", "hoverdistance": 20, "clickmode": "event+select", "font": {"family": FONT, "size": 15, "color": INK},
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": INK, "font": {"family": FONT, "size": 15, "color": INK}, "align": "left"},
    }  # fmt: skip
