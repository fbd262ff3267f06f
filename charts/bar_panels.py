"""Counts as small bar charts on one scale: a panel for each sector and case, or a strip for each case with its kinds stacked."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts.bar_axis import HIGH, Panel, axis
from charts.board import HATCH, Word, layout_of, line_trace, word_traces
from charts.palette import BOLD_GLYPH, GLYPH, GRID, INK, KINDS, MUTED, PAPER, STRIPE
from charts.text import wrapped
from charts.traces import boxes

Trace = dict[str, Any]
FOOT, SPARE, LINE_HIGH = 34.0, 26.0, 15.0
LOOK: dict[str, dict[str, Any]] = {
    "contact": {"fill": KINDS["contact"].colour, "line": KINDS["contact"].colour},
    "exchange": {
        "fill": PAPER,
        "line": KINDS["exchange"].colour,
        "fillpattern": {**HATCH, "fgcolor": KINDS["exchange"].colour, "bgcolor": PAPER, "size": 6, "solidity": 0.3},
    },
    "meeting": {"fill": "#e0d8ee", "line": KINDS["meeting"].colour},
    "attempt": {"fill": PAPER, "line": KINDS["attempt"].colour},
}
ORDER = ("contact", "exchange", "meeting", "attempt")


def nice(most: float) -> float:
    """The top of the scale: the next of 1, 2, 4, 6, 8, 10, 20 ... that holds `most`."""
    if most <= 1:
        return 1.0
    power = 10 ** math.floor(math.log10(most))
    return float(next(one * power for one in (1, 2, 4, 6, 8, 10) if one * power >= most))


def panels(
    width: float,
    names: Sequence[str],
    cases: Sequence[tuple[str, str]],
    rows: pd.DataFrame,
    grid: pd.DataFrame,
    columns: pd.DataFrame,
    *,
    zero: bool,
) -> Trace:
    """Cases across, rows down, one vertical scale.

    names: of the rows down; cases: (title, about) across; rows: one row per panel: down, across (places), row (place in `grid`, -1 for none),
    says (words in an empty panel), blank; grid: row, column, kind, share, from_share, to_share, says; columns: short; zero: whether day 0 ends them.
    """
    left = 150.0 if width >= 1400 else 120.0
    wide = (width - left) / max(len(cases), 1)
    words = [one for at, case in enumerate(cases) for one in _head(left + wide * at + 34, 12, *case, wide - 50)]
    head = max([52, *(18 + one[1] for one in words)])
    step = HIGH + FOOT + SPARE
    for at, name in enumerate(names):
        lines = textwrap.wrap(name, int((left - 12) / (BOLD_GLYPH + 0.4)))[:4]
        words += [
            (0, head + SPARE + step * at + 18 * number + 8, one, "bold", "middle right") for number, one in enumerate(lines)
        ]
    placed = [
        Panel(left + wide * one.across + 34, head + SPARE + step * one.down, wide - 56, one.row, one.says, one.blank)
        for one in rows.itertuples()
    ]
    return _drawn(width, head + step * len(names) + 10, placed, grid, columns, words, zero)


def strips(
    width: float,
    cases: Sequence[tuple[str, str]],
    grid: pd.DataFrame,
    columns: pd.DataFrame,
    blank: Sequence[bool],
    *,
    zero: bool,
) -> Trace:
    """One wide strip a case under each other, its kinds stacked, on one vertical scale. grid, columns: as `panels` takes them; row: the case's place."""
    left = 300.0 if width >= 1400 else 200.0
    step = max([HIGH + FOOT + SPARE, *(40 + one[1] for case in cases for one in _head(0, 0, *case, left - 44))])
    words = [one for at, case in enumerate(cases) for one in _head(0, SPARE + step * at + 10, *case, left - 44)]
    placed = [Panel(left, SPARE + step * at, width - left - 20, at, "", blank[at]) for at in range(len(cases))]
    return _drawn(width, step * len(cases) + SPARE, placed, grid, columns, words, zero)


def _head(x: float, y: float, title: str, about: str, room: float) -> list[Word]:
    """A case's title and the words about it from x and y on, wrapped into `room` px and never cut."""
    titles = textwrap.wrap(title, max(8, int(room / (BOLD_GLYPH + 1))))
    lines = textwrap.wrap(about, max(8, int(room / GLYPH)))
    found: list[Word] = [(x, y + 21 * at, one, "case", "middle right") for at, one in enumerate(titles)]
    below = y + 21 * len(titles)
    return found + [(x, below + 18 * at, one, "small", "middle right") for at, one in enumerate(lines)]


def _drawn(
    width: float, height: float, placed: Sequence[Panel], grid: pd.DataFrame, columns: pd.DataFrame, words: list[Word], zero: bool
) -> Trace:
    sums = grid.groupby(["row", "column"])["share"].sum()
    most = nice(float(sums.max()) if len(sums) else 1.0)
    bars: dict[str, list[tuple[float, float, float, float]]] = {}
    hatched: list[tuple[float, float, float, float]] = []
    lines: list[tuple[float, float, float, float]] = []
    ends: list[tuple[float, float, float, float]] = []
    targets: list[tuple[float, float, list[int], str]] = []
    for panel in placed:
        own = grid[grid["row"] == panel.row] if panel.row >= 0 else grid.iloc[:0]
        said_here, scale = axis(panel, columns, most, zero)
        words += said_here
        lines += scale
        hatched += _hatched(panel, own, columns)
        _bars(panel, own, columns, most, bars, words, targets)
        if panel.says:
            words.append((panel.left + panel.width / 2, panel.top + HIGH / 2, panel.says, "small", "middle center"))
        if zero:
            x = panel.left + panel.width
            ends.append((x, panel.top, x, panel.top + HIGH))
    said = [
        (panel.left + panel.width / 2, panel.top + HIGH / 2, len(panel.says) * GLYPH / 2 + 12) for panel in placed if panel.says
    ]
    traces = [line_trace(lines, GRID, 1, name="scale")]
    traces += [boxes(hatched, STRIPE, name="not measured", fillpattern=HATCH)] if hatched else []
    traces += [boxes([(x - half, x + half, y - 12, y + 12) for x, y, half in said], PAPER, name="ground")] if said else []
    for kind in ORDER:
        if bars.get(kind):
            look = LOOK[kind]
            more = {"fillpattern": look["fillpattern"]} if "fillpattern" in look else {}
            traces.append(boxes(bars[kind], look["fill"], look["line"], 1.6, name=kind, **more))
    base = [(panel.left, panel.top + HIGH, panel.left + panel.width, panel.top + HIGH) for panel in placed]
    traces.append(line_trace(base, MUTED, 1.4, name="base"))
    traces += [line_trace(ends, INK, 3, name="day 0")] if ends else []
    return {"data": [*traces, *word_traces(words), _targets(targets)], "layout": layout_of(width, height)}


def _hatched(panel: Panel, own: pd.DataFrame, columns: pd.DataFrame) -> list[tuple[float, float, float, float]]:
    wide = panel.width / max(len(columns), 1)
    if panel.blank:
        return [(panel.left, panel.left + panel.width, panel.top, panel.top + HIGH)]
    found = []
    for one in own.drop_duplicates("column").itertuples():
        left = panel.left + wide * one.column
        parts = ((0.0, one.from_share), (one.to_share, 1.0)) if one.to_share > one.from_share else ((0.0, 1.0),)
        found += [(left + wide * a, left + wide * b, panel.top, panel.top + HIGH) for a, b in parts if b > a]
    return found


def _bars(
    panel: Panel,
    own: pd.DataFrame,
    columns: pd.DataFrame,
    most: float,
    bars: dict[str, list[tuple[float, float, float, float]]],
    words: list[Word],
    targets: list[tuple[float, float, list[int], str]],
) -> None:
    wide = panel.width / max(len(columns), 1)
    columns_of: dict[int, dict[str, float]] = {}
    firsts: dict[int, Any] = {}
    for one in own.itertuples():
        shares = columns_of.setdefault(one.column, {})
        shares[one.kind] = shares.get(one.kind, 0.0) + float(one.share)
        firsts.setdefault(one.column, one)
    numbers: list[Word] = []
    for column in sorted(columns_of):
        left, y = panel.left + wide * float(column), panel.top + HIGH
        for kind in ORDER:
            share = columns_of[column].get(kind, 0.0)
            if share > 1e-9:
                high = max(HIGH * share / most, 1.5)
                bars.setdefault(kind, []).append((left + wide * 0.12, left + wide * 0.88, y - high, y))
                y -= high
        one = firsts[column]
        if one.both != "0":
            numbers.append((left + wide / 2, y - 9, one.both, "plain", "middle center"))
        targets.append((left + wide / 2, panel.top + HIGH / 2, [int(one.place), int(column)], one.says))
    words += free_numbers(numbers)


def free_numbers(numbers: Sequence[Word]) -> list[Word]:
    """The numbers over bars that stand clear of each other, those of the highest bars first; hover and table have all of them."""
    kept: list[Word] = []
    for one in sorted(numbers, key=lambda word: word[1]):
        near = [other for other in kept if abs(other[1] - one[1]) < LINE_HIGH]
        if all(abs(other[0] - one[0]) >= (len(other[2]) + len(one[2])) * GLYPH / 2 + 3 for other in near):
            kept.append(one)
    return kept


def _targets(found: Sequence[tuple[float, float, list[int], str]]) -> Trace:
    return {
        "type": "scatter", "mode": "markers", "name": "targets", "x": [one[0] for one in found], "y": [one[1] for one in found],
        "customdata": [one[2] for one in found], "hovertext": [wrapped(one[3]) for one in found], "hoverinfo": "text",
        "marker": {"symbol": "square", "size": 26, "color": PAPER, "opacity": 0},
        "selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}},
    }  # fmt: skip
