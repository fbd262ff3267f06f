"""Passing on as arrows from lane to lane, and clocks as brackets: due, done, and which."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from charts.drawn import View
from charts.free_room import FreeRoom
from charts.palette import ARROW, LINK, MISSED, MUTED
from charts.placed import Layout
from charts.signs import Sign
from charts.traces import Corners, Trace, rules

STYLES = {
    "received": ("solid", ARROW, 1.6, "triangle-up"),
    "late": ("11px,4px", ARROW, 2.2, "triangle-up"),
    "misdirected": ("2px,3px", ARROW, 2.0, "triangle-up"),
    "not received": ("solid", ARROW, 1.6, "x-thin-open"),
    "not shared": ("7px,5px", MISSED, 1.8, "circle-open"),
    "recorded only": ("solid", ARROW, 1.6, "square-open"),
    "not highlighted": ("solid", ARROW, 1.6, "square-open"),
    "unclear": ("4px,4px", MUTED, 1.4, "triangle-up-open"),
}


def arrows(whole: Layout, view: View, texts: dict[str, list[Trace]], room: FreeRoom) -> tuple[list[Trace], list[Sign]]:
    """A line trace for each outcome among `view.arrows`, and what stands at the ends."""
    marks = {mark.event.event_id: (lane, mark) for lane in whole.lanes.values() for mark in lane.marks if not mark.ghost}
    home = {agency: lane for lane in whole.lanes.values() for agency in lane.lane.agencies}
    lines: dict[str, tuple[list[float | None], list[float | None]]] = {}
    ends: list[Sign] = []
    for share in view.arrows:
        if share.event_id not in view.shown or share.event_id not in marks or share.agency not in home:
            continue
        lane, mark = marks[share.event_id]
        target = home[share.agency]
        if target is lane:
            continue
        x, end_x, end_y = _route(whole, mark, lane, target, share)
        if view.today is not None:  # as the marks: nothing right of the day of the view from the tunnel
            x, end_x = (min(one, whole.scale.x(view.today, end=True)) for one in (x, end_x))
        xs, ys = lines.setdefault(share.outcome, ([], []))
        curve_x, curve_y = _curve(x, mark.y, end_x, end_y)
        xs += [*curve_x, None]
        ys += [*curve_y, None]
        ends.append(_end(share, end_x, end_y, down=end_y > mark.y))
        if share.words:
            style = "missed" if share.outcome == "not shared" else "bold"
            room.put(texts, style, share.words, _beside(curve_x, curve_y))
    return [_line(outcome, *line) for outcome, line in lines.items()], ends


def _beside(xs: list[float], ys: list[float]) -> list[tuple[float, float, str]]:
    """Places for words beside a line: from its middle outwards, right of it and then left."""
    places = []
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88):
        at = share * (len(xs) - 1)
        low, part = int(at), at - int(at)
        high = min(low + 1, len(xs) - 1)
        x, y = xs[low] + (xs[high] - xs[low]) * part, ys[low] + (ys[high] - ys[low]) * part
        places += [(x + 5, y, "middle right"), (x - 5, y, "middle left")]
    return places


def _route(whole: Layout, mark: Any, lane: Any, target: Any, share: Any) -> tuple[float, float, float]:
    down = target.top >= lane.bottom - 1
    end_y = target.top + 4 if down else target.bottom - 4
    end_x = mark.x
    arrived = pd.notna(share.received_earliest) and pd.notna(share.received_latest)
    if arrived and (share.received_earliest != share.sent_earliest or share.received_latest != share.sent_latest):
        middle = share.received_earliest + (share.received_latest - share.received_earliest) / 2
        end_x = min(max(whole.scale.middle(middle), 4.0), whole.scale.width - 4)
    if share.outcome == "not shared":
        end_y += -10 if down else 10
    return mark.x, end_x, end_y


def _curve(x: float, y: float, end_x: float, end_y: float) -> tuple[list[float], list[float]]:
    """A straight line down, or an S that leaves and arrives upright."""
    if abs(end_x - x) < 1.5:
        return [x, x], [y, end_y]
    steps = [number / 16 for number in range(17)]
    return [x + (end_x - x) * (1 - math.cos(math.pi * t)) / 2 for t in steps], [y + (end_y - y) * t for t in steps]


def _line(outcome: str, xs: list[float | None], ys: list[float | None]) -> Trace:
    dash, colour, width, _ = STYLES[outcome]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": colour, "width": width, "dash": dash},
        "hoverinfo": "skip",
        "showlegend": False,
        "name": f"passed on: {outcome}",
    }


def _end(share: Any, x: float, y: float, *, down: bool) -> Sign:
    _, colour, _, symbol = STYLES[share.outcome]
    angle = 180.0 if down and "triangle" in symbol else 0.0
    return Sign(x, y, symbol, 9, colour, colour, 2 if "open" in symbol else 0, share.event_id, angle=angle)


def clocks(whole: Layout, view: View, texts: dict[str, list[Trace]], room: FreeRoom) -> tuple[list[Trace], list[Sign]]:
    """A bracket on the lane from start to done, a tick where it was due, and the answer in words: the lines, and the ticks."""
    marks = {mark.event.event_id: mark for lane in whole.lanes.values() for mark in lane.marks if not mark.ghost}
    lines: Corners = []
    ticks: list[Sign] = []
    for clock in view.clocks:
        mark = marks.get(clock.starts_event)
        if mark is None or clock.starts_event not in view.shown:
            continue
        y = mark.y + whole.row / 2 - 2
        done = marks.get(clock.met_event)
        ends = [mark.x]
        if pd.notna(clock.due_latest) and whole.scale.holds(clock.due_earliest, clock.due_latest):
            ends.append(whole.scale.x(clock.due_latest, end=True))
        if done is not None:
            ends.append(done.x)
        right = max(ends)
        lines.append((mark.x, right, y, y))
        ticks += [Sign(x, y, "line-ns-open", 9, LINK, LINK, 2.4, clock.starts_event) for x in ends]
        answer = f"{clock.answer}" if clock.answer != "measured" else ""
        spots = [(right + 5, y, "middle right"), (right + 5, y + 10, "middle right"), (mark.x - 8, y, "middle left")]
        if not room.put(texts, "link", clock.words, spots) and answer:
            room.put(texts, "link", answer, spots)
    return [rules(lines, LINK, 2, name="clock")] if lines else [], ticks
