"""How long an agency knew a fact, as bars of its lane: hatched while it may have begun, then solid, half, or hatched on."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.knew import DARK, HATCH
from charts.palette import MUTED, PAPER
from charts.scale import Scale
from charts.traces import Trace, boxes

BAR_AT, BAR_HIGH = 19.0, 11.0


def day_x(axis: Scale, day: pd.Timestamp, *, end: bool = False) -> float:
    """A day's pixel, held inside the axis: knowing may begin before it."""
    first, last = pd.Timestamp(axis.first), pd.Timestamp(axis.last)
    return axis.x(min(max(day, first), last), end=end and day >= first)


def lane_bars(lane: Any, axis: Scale, left: float, top: float, today: pd.Timestamp | None) -> tuple[float | None, list[Trace]]:
    """Where the lane's first bar begins (None without one), and its bars: hatched while it may have begun, then solid, half, or hatched on."""
    end = left + (axis.x(today, end=True) if today is not None else axis.x(pd.Timestamp(axis.last), end=True))
    high, low = top + BAR_AT - BAR_HIGH / 2, top + BAR_AT + BAR_HIGH / 2
    traces: list[Trace] = []
    starts: list[float] = []
    known = _window(lane.earliest, lane.latest, axis, left, end) if lane.status in ("knows", "holds", "cannot tell") else None
    held = _window(lane.held_earliest, lane.held_latest, axis, left, end) if lane.status == "knows" else None
    stop = known[0] if known else end
    if held and held[0] < stop:
        starts.append(held[0])
        traces += [*_hatched(held[0], min(held[1], stop), high, low), *_half(min(held[1], stop), stop, high, low)]
    if known:
        starts.append(known[0])
        if lane.status == "cannot tell":
            traces += _hatched(known[0], end, high, low)
        else:
            solid = (
                _half(known[1], end, high, low)
                if lane.status == "holds"
                else [boxes([(known[1], end, high, low)], DARK, DARK, 1, name="knows")]
            )
            traces += [*_hatched(known[0], known[1], high, low), *solid]
    return (min(starts) if starts else None), traces


def _window(earliest: Any, latest: Any, axis: Scale, left: float, end: float) -> tuple[float, float] | None:
    """From where it may to where it must have begun; from the left edge where only the latest day is known."""
    if pd.isna(earliest) and pd.isna(latest):
        return None
    start = left + (day_x(axis, earliest) if pd.notna(earliest) else axis.x(pd.Timestamp(axis.first)))
    if earliest == latest:
        return start, start
    sure = left + day_x(axis, latest, end=True) if pd.notna(latest) else end
    return start, min(sure, end)


def _hatched(start: float, end: float, high: float, low: float) -> list[Trace]:
    return [boxes([(start, end, high, low)], PAPER, MUTED, 1.2, name="may have begun", fillpattern=HATCH)] if end > start else []


def _half(start: float, end: float, high: float, low: float) -> list[Trace]:
    middle = (high + low) / 2
    return [
        boxes([(start, end, high, low)], PAPER, DARK, 1.3, name="holds"),
        boxes([(start, end, high, middle)], DARK, name="half bar"),
    ]
