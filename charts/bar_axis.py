"""The scale and the foot of a small bar chart: numbers at the left, periods below, years under them, and day 0 at the end."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from charts.canvas import Word
from charts.palette import GLYPH
from charts.traces import Corners

HIGH = 96.0
DAY_ZERO = "day 0"


@dataclass(frozen=True)
class Panel:
    """One small chart: its box in px, the row it shows, and what stands in it where nothing was entered or dated."""

    left: float
    top: float
    width: float
    row: int
    says: str = ""
    blank: bool = False


def axis(panel: Panel, columns: pd.DataFrame, most: float, zero: bool) -> tuple[list[Word], Corners]:
    """The words and lines of one chart's scale. columns: short and, on a calendar, year; zero: whether day 0 ends them."""
    words: list[Word] = []
    lines: Corners = []
    for part in (0.0, 0.5, 1.0):
        y = panel.top + HIGH * (1 - part)
        words.append((panel.left - 6, y, f"{most * part:g}", "small", "middle left"))
        lines.append((panel.left, panel.left + panel.width, y, y))
    return [*words, *(_days(panel, columns) if zero else _periods(panel, columns))], lines


def _days(panel: Panel, columns: pd.DataFrame) -> list[Word]:
    """Days before day 0 stand at the edges between periods: '360 days' at the first, 'day 0' at the end."""
    wide, y = panel.width / max(len(columns), 1), panel.top + HIGH + 14
    first, end = f"{columns['short'].iloc[0]} days", panel.left + panel.width
    found = [(panel.left, y, first, "small", "middle right"), (end, y, DAY_ZERO, "small", "middle left")]
    every = max(1, math.ceil((3 * GLYPH + 24) / wide))
    taken, free = panel.left + len(first) * GLYPH + 8, end - len(DAY_ZERO) * GLYPH - 8
    for at in range(len(columns) - every, 0, -every):
        x, word = panel.left + wide * at, str(columns["short"].iloc[at])
        half = len(word) * GLYPH / 2
        if x - half >= taken and x + half <= free:
            found.append((x, y, word, "small", "middle center"))
    return found


def _periods(panel: Panel, columns: pd.DataFrame) -> list[Word]:
    """Each period's short name under it, as many as fit, and below them each year where its first period stands."""
    wide, y = panel.width / max(len(columns), 1), panel.top + HIGH + 14
    longest = max([1, *(len(one) for one in columns["short"])])
    every = max(1, math.ceil((longest * GLYPH + 12) / wide))
    found: list[Word] = [
        (panel.left + wide * (at + 0.5), y, str(columns["short"].iloc[at]), "small", "middle center")
        for at in range(0, len(columns), every)
    ]
    last = -math.inf
    years = columns["year"].tolist() if "year" in columns else []
    for at, year in enumerate(years):
        x = panel.left + wide * at
        if (at == 0 or year != years[at - 1]) and x >= last:
            found.append((x, y + 19, str(year), "bold", "middle right"))
            last = x + len(str(year)) * GLYPH + 14
    return found
