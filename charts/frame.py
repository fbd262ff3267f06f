"""What stands around the lanes: the key, the months, day 0, and the overview strip."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.drawn import View
from charts.palette import ARROW, CHOSEN, GOOD, GRID, INK, KINDS, LASTS, LINK, MISSED, MUTED, PAPER, RULE
from charts.placed import Layout
from charts.scale import ticks
from charts.signs import Sign, ink
from charts.traces import Trace, boxes, hatch, rules, say


def axis_traces(whole: Layout, view: View) -> list[Trace]:
    """Grid lines, cuts, the line of an earlier 'today', and the strip of undated entries."""
    traces = [_lines([tick.x for tick in ticks(whole.scale)], whole.lanes_top - 6, whole.lanes_bottom + 4, GRID, 1)]
    for first, last in whole.scale.cuts:
        left, right = whole.scale.x(first), whole.scale.x(last)
        edges = _lines([left + 4, right - 4], whole.lanes_top - 6, whole.lanes_bottom, MUTED, 1.2, "4px,4px")
        traces += [boxes([(left + 4, right - 4, whole.lanes_top - 6, whole.lanes_bottom)], "#e9edf1", name="cut"), edges]
    if whole.undated_width:
        band = (whole.left, -4.0, whole.lanes_top - 2, whole.lanes_bottom)
        traces.append(boxes([band], "rgba(233,237,241,0.55)", name="no date"))
        traces.append(_lines([-4.0], whole.lanes_top - 2, whole.lanes_bottom, RULE, 1, "3px,3px"))
    if view.today is not None:
        traces.append(_lines([whole.scale.x(view.today, end=True)], whole.phases_top, whole.lanes_bottom, LINK, 3))
    return traces


def _lines(places: list[float], top: float, bottom: float, colour: str, width: float, dash: str = "solid") -> Trace:
    """Upright lines of one height."""
    return rules([(x, x, top, bottom) for x in places], colour, width, dash, showlegend=False)


def key(whole: Layout, texts: dict[str, list[Trace]]) -> tuple[list[Trace], list[Sign]]:
    """The key as the figure's first line, so that exports carry it: boxes and lines, and signs; none on a small screen."""
    if not whole.sizes.key:
        return [], []
    y, x = whole.sizes.key / 2 - 2, whole.left - whole.sizes.gutter + 12
    signs: list[Sign] = []
    for kind in KINDS.values():
        signs.append(Sign(x, y, kind.symbol, whole.sizes.mark * kind.scale, *ink(kind, hollow=kind.hollow, heavy=4), "key"))
        say(texts, "small", x + 9, y, kind.word, "middle right")
        x += 26 + len(kind.word) * 7.0
    x = _practice_key(signs, texts, x + 8, y, whole.sizes.badge)
    return _form_key(signs, texts, x + 4, y), signs


def _practice_key(signs: list[Sign], texts: dict[str, list[Trace]], x: float, y: float, size: float) -> float:
    for words, symbol, colour, hollow in (
        ("Missed opportunity", "diamond", MISSED, False),
        ("Good practice", "star", GOOD, False),
        ("inferred, not stated", "diamond", MISSED, True),
    ):
        signs.append(Sign(x, y, symbol, size * 0.85, PAPER if hollow else colour, colour, 2 if hollow else 0, "key"))
        say(texts, "small", x + 12, y, words, "middle right")
        x += 32 + len(words) * 6.7
    return x


def _form_key(signs: list[Sign], texts: dict[str, list[Trace]], x: float, y: float) -> list[Trace]:
    traces = [boxes([(x, x + 24, y - 7, y + 7)], PAPER, MUTED, 1.3, fillpattern=hatch(MUTED))]
    say(texts, "small", x + 28, y, "within these days", "middle right")
    x += 46 + 17 * 6.7
    traces.append(boxes([(x, x + 24, y - 7, y + 7)], LASTS, MUTED, 1.3))
    say(texts, "small", x + 28, y, "lasts", "middle right")
    x += 46 + 5 * 6.7
    for words, dash, colour in (("passed on", "solid", ARROW), ("late", "11px,4px", ARROW), ("never sent", "5px,4px", MISSED)):
        if x + 30 + len(words) * 6.7 > whole_width(texts):
            break
        traces.append(rules([(x, x + 22, y, y)], colour, 1.8, dash))
        symbol = "circle-open" if words == "never sent" else "triangle-right"
        signs.append(Sign(x + 22, y, symbol, 8, colour, colour, 0, "key"))
        say(texts, "small", x + 28, y, words, "middle right")
        x += 48 + len(words) * 6.7
    return traces


def whole_width(texts: dict[str, list[Trace]]) -> float:
    """The right edge that the key may use: the widest thing said so far, or a wide screen."""
    return float(max([1600.0, *(one["x"] for items in texts.values() for one in items)]))


def overview_traces(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> list[Trace]:
    """Month labels, day 0, and the strip of the whole scope with the range in a frame."""
    for tick in ticks(whole.scale):
        for y in (whole.lanes_bottom, *((whole.lanes_top - whole.sizes.months,) if whole.tall else ())):
            say(texts, "month", tick.middle, y + whole.sizes.months / 2, tick.label, "middle center")
    traces = _zero(whole, view, texts)
    if whole.undated_width:
        say(texts, "muted", (whole.left - 4) / 2, whole.lanes_bottom + whole.sizes.months / 2, "no date", "middle center")
    if not view.whole or not view.counts:
        return traces
    first, last = view.whole
    top, bottom = whole.height - whole.sizes.overview, whole.height - 1
    span = max((last - first).days, 1)

    def place(day: Any) -> float:
        return float(min(max((day - first).days / span, 0.0), 1.0) * whole.scale.width)

    most = max(count for _, count in view.counts) or 1
    wide = whole.scale.width / len(view.counts)
    tall = whole.sizes.overview - 6
    bars = [
        (number * wide + 1, (number + 1) * wide - 1, bottom - 2 - tall * count / most, bottom - 2)
        for number, (_, count) in enumerate(view.counts)
        if count
    ]
    left, right = place(pd.Timestamp(whole.scale.first)), place(pd.Timestamp(whole.scale.last))
    say(texts, "muted", whole.left - 12, (top + bottom) / 2, "Whole case", "middle left")
    return [
        *traces,
        boxes([(0, whole.scale.width, top, bottom)], PAPER, RULE, 1, name="overview"),
        boxes([(left, max(right, left + 4), top, bottom)], CHOSEN, LINK, 2, name="in view"),
        *([boxes(bars, "#3b77a3", name="events a month")] if bars else []),
    ]


def _zero(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> list[Trace]:
    """The line at day 0, from the phases to the months, with its words beside it."""
    for lane in whole.lanes.values():
        for mark in lane.marks:
            if mark.event.event_id == view.incident and view.incident in view.shown and not mark.ghost:
                words = ", ".join(view.zero)
                to_left = mark.x + len(words) * 7 / 2 > whole.scale.width
                place = "middle left" if to_left else "middle center"
                say(texts, "zero", whole.scale.width if to_left else mark.x, whole.phases_top - 9, words, place)
                return [_lines([mark.x], whole.phases_top, whole.lanes_bottom + 4, INK, 2)]
    return []
