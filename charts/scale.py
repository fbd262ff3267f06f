"""Days to pixels and back: true to scale, evenly spaced, or with the empty years cut out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pandas as pd

KINDS = ("true", "even", "cut")
EMPTY_DAYS, CUT_WIDTH, EDGE = 200, 34.0, 10.0
MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True)
class Scale:
    """A range of days, inclusive, over `width` px; `days` and `pixels` are its knots, `cuts` the days cut out."""

    first: date
    last: date
    width: float
    days: tuple[float, ...]
    pixels: tuple[float, ...]
    cuts: tuple[tuple[date, date], ...] = ()
    relative: bool = False

    def x(self, day: date | pd.Timestamp, *, end: bool = False) -> float:
        """The pixel of the day's beginning, or of its end."""
        return _between(_ordinal(day) + (1 if end else 0), self.days, self.pixels)

    def middle(self, day: date | pd.Timestamp) -> float:
        """The pixel of the middle of the day."""
        return _between(_ordinal(day) + 0.5, self.days, self.pixels)

    def day(self, x: float) -> date:
        """The day under a pixel."""
        return date.fromordinal(int(np.clip(np.interp(x, self.pixels, self.days), self.first.toordinal(), self.last.toordinal())))

    def holds(self, earliest: pd.Timestamp, latest: pd.Timestamp) -> bool:
        """Whether a window touches the range."""
        return bool(_ordinal(latest) >= self.first.toordinal() and _ordinal(earliest) <= self.last.toordinal())


def _between(x: float, knots: tuple[float, ...], values: tuple[float, ...]) -> float:
    """np.interp of one number, which would turn all the knots into an array on every call."""
    if x <= knots[0] or x >= knots[-1]:
        return float(values[0] if x <= knots[0] else values[-1])
    at = bisect_right(knots, x) - 1
    return float((values[at + 1] - values[at]) / (knots[at + 1] - knots[at]) * (x - knots[at]) + values[at])


def _ordinal(day: date | pd.Timestamp) -> int:
    return day.toordinal()


def scale(first: date, last: date, width: float, kind: str = "true", busy: Iterable[date] = (), relative: bool = False) -> Scale:
    """A scale of `kind`. busy: the days that hold an event; `even` gives each the same room, `cut` shortens
    stretches of more than 200 days without any to a marked 34 px."""
    start, end = first.toordinal(), last.toordinal() + 1
    held = sorted({day.toordinal() for day in busy if first <= day <= last})
    days, pixels, cuts = _true(start, end, width)
    if kind == "even" and len(held) > 1:
        days, pixels, cuts = _even(start, end, width, held)
    elif kind == "cut":
        days, pixels, cuts = _cut(start, end, width, held)
    return Scale(first, last, width, tuple(days), tuple(pixels), tuple(cuts), relative)


Knots = tuple[list[float], list[float], list[tuple[date, date]]]


def _true(start: int, end: int, width: float) -> Knots:
    return [start, end], [EDGE, width - EDGE], []


def _even(start: int, end: int, width: float, held: list[int]) -> Knots:
    step = (width - 2 * EDGE) / len(held)
    days: list[float] = [start]
    pixels = [EDGE]
    for number, day in enumerate(held):
        if day + 0.5 > days[-1]:
            days.append(day + 0.5)
            pixels.append(EDGE + step * (number + 0.5))
    return [*days, end], [*pixels, width - EDGE], []


def _cut(start: int, end: int, width: float, held: list[int]) -> Knots:
    edges = [start, *held, end]
    gaps = [(a + 15, b - 15) for a, b in pairwise(edges) if b - a > EMPTY_DAYS]
    kept = (end - start) - sum(b - a for a, b in gaps)
    room = width - 2 * EDGE - CUT_WIDTH * len(gaps)
    if not gaps or room < width / 2:
        return _true(start, end, width)
    days: list[float] = [start]
    pixels = [EDGE]
    for a, b in gaps:
        pixels.append(pixels[-1] + (a - days[-1]) * room / kept)
        days.append(a)
        pixels.append(pixels[-1] + CUT_WIDTH)
        days.append(b)
    cuts = [(date.fromordinal(a), date.fromordinal(b)) for a, b in gaps]
    return [*days, end], [*pixels, width - EDGE], cuts


@dataclass(frozen=True)
class Tick:
    """A grid line at `x`, with `label` centred on `middle`; `strong` begins a year."""

    x: float
    middle: float
    label: str
    strong: bool


@lru_cache(maxsize=64)
def ticks(axis: Scale) -> list[Tick]:
    """Grid lines and labels in the smallest of week, month, quarter and year whose labels fit."""
    if axis.relative:
        return _day_ticks(axis)
    for unit, least in (("week", 62), ("month", 64), ("quarter", 68), ("year", 44)):
        starts = list(_starts(axis.first, axis.last, unit))
        edges = [axis.x(one) for one in starts] + [axis.x(axis.last, end=True)]
        widths = [b - a for a, b in pairwise(edges)]
        inner = widths[1:-1] or widths
        if unit == "year" or float(np.median(inner)) >= least:
            spans = enumerate(zip(starts, edges, edges[1:], strict=False))
            return [_tick(unit, day, a, b, number == 0) for number, (day, a, b) in spans]
    return []


def _tick(unit: str, day: date, start: float, end: float, first: bool) -> Tick:
    """A label stands in the middle of what it names; a quarter named by its first month begins at its line."""
    label = _label(day, unit, end - start, first)
    at_line = unit == "quarter" and " to " not in label
    middle = start + 4 + len(label) * 3.9 if at_line else (start + end) / 2
    return Tick(start, middle, label, day.month == 1 and day.day < 8)


def _starts(first: date, last: date, unit: str) -> Iterable[date]:
    if unit == "week":
        day = first - timedelta(days=first.weekday())
        while day <= last:
            yield max(day, first)
            day += timedelta(days=7)
        return
    step = {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = first.year, first.month - (first.month - 1) % step
    while date(year, month, 1) <= last:
        yield max(date(year, month, 1), first)
        month += step
        year, month = (year + 1, 1) if month > 12 else (year, month)
        if year > 9999:
            return


def _label(day: date, unit: str, room: float, first: bool) -> str:
    if unit == "week":
        long = f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
        return (long if first and room >= 90 else long[:-5]) if room >= 50 else ""
    if unit == "year":
        return str(day.year) if room >= 34 else ""
    name = MONTHS[day.month - 1]
    if unit == "quarter":
        end = MONTHS[day.month + 1 - (day.month - 1) % 3][:3]
        words = [f"{name[:3]} to {end} {day.year}", f"{name[:3]} {day.year}", str(day.year) if day.month == 1 else name[:3]]
    else:
        dated = day.month == 1 or first
        words = ([f"{name} {day.year}", f"{name[:3]} {day.year}"] if dated else []) + [name, name[:3]]
    return next((word for word in words if len(word) * 7.8 + 10 <= room), "")


def _day_ticks(axis: Scale) -> list[Tick]:
    span = (axis.last - axis.first).days + 1
    step = next((one for one in (1, 7, 14, 30, 60, 90, 180, 365, 730) if axis.width / (span / one) >= 90), 3650)
    zero = date(2000, 1, 1).toordinal()
    found, right = [], float("-inf")
    number = -((zero - axis.first.toordinal()) // step) * step
    while zero + number <= axis.last.toordinal():
        day = date.fromordinal(zero + number)
        label, x = f"day {number}", axis.middle(day)
        half = len(label) * 3.9 + 4
        fits = x - half >= right
        right = x + half if fits else right
        found.append(Tick(x, x, label if fits else "", number == 0))
        number += step
    return found
