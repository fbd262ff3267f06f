"""The rows and the axis of a picture of when a person was seen: lanes of agencies, then the stretches between."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from charts.scale import Scale, scale

DOT, FOOT, RIGHT, LINE = 15.0, 34.0, 84.0, 26.0


@dataclass(frozen=True)
class Zero:
    """Day 0: its window and its words."""

    earliest: pd.Timestamp
    latest: pd.Timestamp
    words: str


@dataclass
class Row:
    """One row of the picture: a lane of an agency, or of stretches (`bars`), from `top` to `bottom`."""

    agency: str
    name: str
    top: float
    bottom: float
    bars: bool = False
    marks: list[tuple[float, float, float, Any]] = field(default_factory=list)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def lines(self) -> int:
        """How many marks stand below each other."""
        return 1 + max((int(place) for *_, place, _ in self.marks), default=0)

    def y(self, line: float) -> float:
        """The middle of one of its lines of marks."""
        return self.middle + (line - (self.lines - 1) / 2) * LINE


@dataclass(frozen=True)
class Sheet:
    """The laid-out picture: its rows, its axis, the pixel at which the axis begins, and its size."""

    rows: tuple[Row, ...]
    axis: Scale
    left: float
    width: float
    height: float

    def x(self, day: pd.Timestamp, *, end: bool = False) -> float:
        return self.left + self.axis.x(day, end=end)

    def middle(self, day: pd.Timestamp) -> float:
        return self.left + self.axis.middle(day)


def sheet(
    marks: pd.DataFrame,
    bars: pd.DataFrame,
    names: dict[str, str],
    width: float,
    zero: Zero | None = None,
    *,
    relative: bool = False,
) -> Sheet:
    """Rows and axis for `width` px: a lane for each agency of the marks, then a row for each agency of the bars."""
    left = 190.0 if width < 1400 else 250.0
    days = [*marks["earliest"], *marks["latest"], *([zero.earliest, zero.latest] if zero else [])]
    first, last = min(days), max(days)
    pad = max((last - first) / 40, pd.Timedelta(days=2))
    axis = scale((first - 2 * pad).date(), (last + pad).date(), width - left - RIGHT, relative=relative)
    tall = 50.0 if marks["agency"].nunique() <= 4 and width >= 1400 else 40.0
    rows: list[Row] = []
    top = 4.0
    for agency in dict.fromkeys(marks["agency"]):
        row = Row(agency, names[agency], top, top)
        row.marks = _placed(marks[marks["agency"] == agency], axis, left)
        row.bottom = top + max(tall, row.lines * LINE + 14)
        rows.append(row)
        top = row.bottom
    top += 12
    for agency in dict.fromkeys(bars["agency"]):
        rows.append(Row(agency, f"{names[agency]} alone" if agency else names[agency], top, top + 48, bars=True))
        top += 48
    return Sheet(tuple(rows), axis, left, width, top + FOOT)


def _placed(own: pd.DataFrame, axis: Scale, left: float) -> list[tuple[float, float, float, Any]]:
    """Left, right and sub-row of each mark: marks that would overlap stand below each other."""
    ends: list[float] = []
    found = []
    for event in own.itertuples():
        if event.earliest == event.latest:
            middle = left + axis.middle(event.earliest)
            a, b = middle - DOT / 2, middle + DOT / 2
        else:
            a, b = left + axis.x(event.earliest), left + axis.x(event.latest, end=True)
            a, b = (a, b) if b - a > 12 else ((a + b) / 2 - 6, (a + b) / 2 + 6)
        place = next((number for number, end in enumerate(ends) if a >= end), len(ends))
        ends[place : place + 1] = [b + 2]
        found.append((a, b, float(place), event))
    return found
