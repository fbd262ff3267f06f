"""Counts as small bar charts on one scale: a panel for each sector and case, or a strip for each case with its kinds stacked."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from charts.bar_axis import HIGH, Panel, axis
from charts.board import HATCH, STYLES
from charts.canvas import Target, Word, canvas, styled, targets
from charts.palette import BOLD_GLYPH, GLYPH, GRID, INK, KINDS, MUTED, PAPER, STRIPE
from charts.text import wrapped
from charts.traces import Corners, Trace, boxes, hatch, rules

FOOT, SPARE, LINE_HIGH = 34.0, 26.0, 15.0
LOOK: dict[str, dict[str, Any]] = {
    "contact": {"fill": KINDS["contact"].colour, "line": KINDS["contact"].colour},
    "exchange": {
        "fill": PAPER,
        "line": KINDS["exchange"].colour,
        "more": {"fillpattern": hatch(KINDS["exchange"].colour, 0.3, 6)},
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


@dataclass
class Filled:
    """What the panels hold: the bars of each kind, the words, and the places for the mouse."""

    words: list[Word]
    bars: dict[str, Corners] = field(default_factory=dict)
    places: list[Target] = field(default_factory=list)


def _drawn(
    width: float, height: float, placed: Sequence[Panel], grid: pd.DataFrame, columns: pd.DataFrame, words: list[Word], zero: bool
) -> Trace:
    sums = grid.groupby(["row", "column"])["share"].sum()
    most = nice(float(sums.max()) if len(sums) else 1.0)
    filled = Filled(words)
    hatched: Corners = []
    lines: Corners = []
    for panel in placed:
        own = grid[grid["row"] == panel.row] if panel.row >= 0 else grid.iloc[:0]
        said, scale = axis(panel, columns, most, zero)
        filled.words += said
        lines += scale
        hatched += _hatched(panel, own, columns)
        _fill(filled, panel, own, columns, most)
    traces = [rules(lines, GRID, 1, name="scale")]
    traces += [boxes(hatched, STRIPE, name="not measured", fillpattern=HATCH)] if hatched else []
    traces += [*_grounds(placed, filled.words), *_kinds(filled.bars), *_edges(placed, zero)]
    return {"data": [*traces, *styled(filled.words, STYLES), targets(filled.places)], "layout": canvas(width, height, near=30)}


def _grounds(placed: Sequence[Panel], words: list[Word]) -> list[Trace]:
    """What an empty panel says, on a plate."""
    plates: Corners = []
    for panel in (one for one in placed if one.says):
        x, y, half = panel.left + panel.width / 2, panel.top + HIGH / 2, len(panel.says) * GLYPH / 2 + 12
        words.append((x, y, panel.says, "small", "middle center"))
        plates.append((x - half, x + half, y - 12, y + 12))
    return [boxes(plates, PAPER, name="ground")] if plates else []


def _kinds(bars: dict[str, Corners]) -> list[Trace]:
    """One trace a kind, in the order in which they are stacked."""
    looks = [(kind, LOOK[kind]) for kind in ORDER if bars.get(kind)]
    return [boxes(bars[kind], look["fill"], look["line"], 1.6, name=kind, **look.get("more", {})) for kind, look in looks]


def _edges(placed: Sequence[Panel], zero: bool) -> list[Trace]:
    """The base of each panel, and day 0 where it ends them."""
    ends = [(panel.left, panel.left + panel.width, panel.top, panel.top + HIGH) for panel in placed]
    base = rules([(left, right, bottom, bottom) for left, right, _, bottom in ends], MUTED, 1.4, name="base")
    return [base, rules([(x, x, top, bottom) for _, x, top, bottom in ends], INK, 3, name="day 0")] if zero and ends else [base]


def _hatched(panel: Panel, own: pd.DataFrame, columns: pd.DataFrame) -> Corners:
    wide = panel.width / max(len(columns), 1)
    if panel.blank:
        return [(panel.left, panel.left + panel.width, panel.top, panel.top + HIGH)]
    found: Corners = []
    for one in own.drop_duplicates("column").itertuples():
        left = panel.left + wide * one.column
        parts = ((0.0, one.from_share), (one.to_share, 1.0)) if one.to_share > one.from_share else ((0.0, 1.0),)
        found += [(left + wide * a, left + wide * b, panel.top, panel.top + HIGH) for a, b in parts if b > a]
    return found


def _fill(filled: Filled, panel: Panel, own: pd.DataFrame, columns: pd.DataFrame, most: float) -> None:
    """The bars of a panel, its kinds stacked, and the number over each."""
    wide = panel.width / max(len(columns), 1)
    shares = own.groupby(["column", "kind"], sort=False)["share"].sum().to_dict()
    firsts = {one.column: one for one in own.drop_duplicates("column").itertuples()}
    numbers: list[Word] = []
    for column in sorted(firsts):
        one, left, y = firsts[column], panel.left + wide * float(column), panel.top + HIGH
        for kind in ORDER:
            share = float(shares.get((column, kind), 0.0))
            if share > 1e-9:
                high = max(HIGH * share / most, 1.5)
                filled.bars.setdefault(kind, []).append((left + wide * 0.12, left + wide * 0.88, y - high, y))
                y -= high
        if one.both != "0":
            numbers.append((left + wide / 2, y - 9, one.both, "plain", "middle center"))
        filled.places.append((left + wide / 2, panel.top + HIGH / 2, [int(one.place), int(column)], wrapped(one.says)))
    filled.words += free_numbers(numbers)


def free_numbers(numbers: Sequence[Word]) -> list[Word]:
    """The numbers over bars that stand clear of each other, those of the highest bars first; hover and table have all of them."""
    kept: list[Word] = []
    for one in sorted(numbers, key=lambda word: word[1]):
        near = [other for other in kept if abs(other[1] - one[1]) < LINE_HIGH]
        if all(abs(other[0] - one[0]) >= (len(other[2]) + len(one[2])) * GLYPH / 2 + 3 for other in near):
            kept.append(one)
    return kept
