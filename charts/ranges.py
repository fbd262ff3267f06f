"""Days as bars below each other: solid as far as they are sure, hatched as far as they are possible."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd

from charts.canvas import canvas, stacked, sure_and_possible, targets, texts
from charts.palette import CHOSEN, GRID, INK, LABEL, MUTED, STRIPE
from charts.text import written
from charts.traces import Trace, boxes, rules

BAR, ROW, LINE, FOOT = 20.0, 38.0, 18.0, 52.0
WIDEST = 7.6  # px a letter: wide enough for the widest names, since nothing here is cut
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def ranges(rows: pd.DataFrame, width: float, axis: str = "Days", chosen: str = "") -> Trace:
    """The figure of one bar a row, in the order given, `width` px wide.

    rows: key (customdata of the places for the mouse), name, least, most (days; NaN where they cannot be told), words and more
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
        rules([(at, at, 0.0, bottom) for at in grid], GRID, 1),
        rules([(x(0), x(0), 0.0, bottom)], MUTED, 1.5),
        *_bars(rows, placed, x),
        *_words(rows, placed, x, low, high, bottom, axis),
        _targets(rows, placed, width),
    ]
    if chosen in list(rows["key"]):
        top, end, _ = placed[list(rows["key"]).index(chosen)]
        traces.insert(1, boxes([(0.0, width, top, end)], CHOSEN, name="chosen"))
    return {"data": traces, "layout": canvas(width, bottom + FOOT, near=32)}


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
    return sure_and_possible(sure, may)


def _words(
    rows: pd.DataFrame, placed: list[tuple[float, float, list[str]]], x: Any, low: float, high: float, bottom: float, axis: str
) -> list[Trace]:
    names = [
        (8.0, y, written(line))
        for top, end, lines in placed
        for y, line in zip(stacked((top + end) / 2, len(lines), LINE), lines, strict=True)
    ]
    said = []
    for one, (top, end, _) in zip(rows.itertuples(), placed, strict=True):
        start = x(max(0.0, one.most)) if pd.notna(one.most) and pd.notna(one.least) else x(0)
        more = f'  <span style="color:{MUTED}">{written(one.more)}</span>' if one.more else ""
        said.append((start + 6, (top + end) / 2, f"<b>{written(one.words)}</b>{more}"))
    ticks = [(x(tick), bottom + 14, f"{tick:g}") for tick in _ticks(low, high)]
    return [
        texts(names, "middle right", INK, "names"),
        texts(said, "middle right", INK, "days"),
        texts(ticks, "middle center", LABEL, "ticks"),
        texts([(x(low), bottom + 36, written(axis))], "middle right", LABEL, "axis"),
    ]


def _targets(rows: pd.DataFrame, placed: list[tuple[float, float, list[str]]], width: float) -> Trace:
    """Marks nobody sees along every row, for the mouse."""
    found = [
        (at, (top + end) / 2, one.key, f"{written(one.name)}<br>{written(one.words)}")
        for one, (top, end, _) in zip(rows.itertuples(), placed, strict=True)
        for at in range(20, int(width), 40)
    ]
    return targets(found)
