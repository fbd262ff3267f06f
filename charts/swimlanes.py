"""The swimlanes: a layout in, a plotly figure (as a ready dict) out; one trace per kind of sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from charts.free_room import FreeRoom
from charts.layout import FAMILY, Lane, Layout, Mark
from charts.palette import (
    ARROW,
    CHOSEN,
    FONT,
    GLYPH,
    GOOD,
    GRID,
    INK,
    KINDS,
    LABEL,
    LINK,
    MISSED,
    MUTED,
    PAPER,
    PERIOD,
    PHASE_RULES,
    PHASES,
    RULE,
    STRIPE,
)
from charts.text import cut, written

Trace = dict[str, Any]
Corners = list[tuple[float, float, float, float]]


@dataclass(frozen=True)
class View:
    """What of a layout is drawn: ids of the shown events and points, the chosen event, found words, and words to hover.

    incident: event at day 0, drawn as a line where shown; hover: words by event id; marked: events the
    search has found; sight: rows of (earliest, latest, words, event id); gaps: rows of (from, to, words);
    arrows: rows of the `passed_on` measure; silences: rows of (lane id, from, to, words from long to short);
    clocks: rows of the `clock_results` measure; zero: words at day 0; today: the day of the view from the
    tunnel, right of which windows are cut off; phases, periods: the ids drawn (None: all); counts: rows of
    (month, events) for the overview of the `whole` range; empty: what to say where nothing is drawn.
    """

    shown: frozenset[str]
    points: frozenset[str]
    chosen: str = ""
    incident: str = ""
    zero: tuple[str, ...] = ("Day 0",)
    hover: Mapping[str, str] = field(default_factory=dict)
    marked: frozenset[str] = frozenset()
    sight: tuple[tuple[Any, ...], ...] = ()
    gaps: tuple[tuple[Any, ...], ...] = ()
    arrows: tuple[Any, ...] = ()
    silences: tuple[tuple[Any, ...], ...] = ()
    clocks: tuple[Any, ...] = ()
    today: Any = None
    phases: frozenset[str] | None = None
    periods: frozenset[str] | None = None
    counts: tuple[tuple[Any, float], ...] = ()
    whole: tuple[Any, Any] | None = None
    empty: str = ""


def swimlanes(whole: Layout, view: View) -> dict[str, Any]:
    """The figure of a layout as Plotly takes it. Points of marks carry the event id as customdata."""
    from charts.arrows import arrow_traces, clock_traces
    from charts.frame import axis_traces, key_traces, overview_traces

    room = FreeRoom(whole, view.shown)
    plates: Corners = []
    texts: dict[str, list[Trace]] = {}
    traces: list[Trace] = [
        *_bands(whole),
        *axis_traces(whole, view),
        *_silences(whole, view, texts, room),
        *_phase_traces(whole, view, texts),
        *_period_traces(whole, view, texts),
        *_window_traces(whole, view),
        *_meeting_lines(whole, view),
        *_cluster_traces(whole, view, texts),
        *arrow_traces(whole, view, texts, room),
        *clock_traces(whole, view, texts, room),
    ]
    _lane_texts(whole, view, texts)
    _titles(whole, view, texts, plates)
    _sight(whole, view, texts, traces)
    traces += [boxes(plates, "rgba(255,255,255,0.82)", name="plates")] if plates else []
    traces += _chosen(whole, view)
    traces += _marks(whole, view)
    traces += _badges(whole, view)
    traces += [*key_traces(whole, texts), *overview_traces(whole, view, texts)]
    if view.empty:
        _say(texts, "muted", whole.scale.width / 2, (whole.lanes_top + whole.lanes_bottom) / 2, view.empty, "middle center")
    traces += _text_traces(texts, whole)
    return {"data": traces, "layout": _layout(whole)}


def _layout(whole: Layout) -> dict[str, Any]:
    left = -(whole.undated_width + whole.sizes.gutter)
    hidden = {"visible": False, "showgrid": False, "zeroline": False}
    return {
        "width": whole.sizes.width,
        "height": whole.height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "xaxis": {**hidden, "range": [left, whole.scale.width]},
        "yaxis": {**hidden, "range": [whole.height, 0], "fixedrange": True},
        "template": "none",
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 12,
        "dragmode": "zoom",
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": INK, "font": {"family": FONT, "size": 15, "color": INK}, "align": "left"},
        "font": {"family": FONT, "size": whole.sizes.text, "color": INK},
        "clickmode": "event+select",
    }


def say(texts: dict[str, list[Trace]], style: str, x: float, y: float, words: str, place: str, event: str = "") -> None:
    """Put words on the picture in one of the text styles; they are taken as written."""
    texts.setdefault(f"{style}|{place}", []).append({"x": x, "y": y, "text": written(words), "event": event})


_say = say
STYLES = {
    "plain": (15, INK, ""),
    "bold": (15, INK, "b"),
    "family": (17, INK, "b"),
    "italic": (15, LABEL, "i"),
    "muted": (15, MUTED, ""),
    "small": (15, LABEL, ""),
    "link": (15, LINK, ""),
    "month": (16, LABEL, ""),
    "zero": (15, INK, "b"),
    "missed": (15, MISSED, ""),
    "count": (14, INK, "b"),
}


def _text_traces(texts: Mapping[str, list[Trace]], whole: Layout) -> list[Trace]:
    traces = []
    for key, items in texts.items():
        style, place = key.split("|")
        size, colour, tag = STYLES[style]
        words = [f"<{tag}>{one['text']}</{tag}>" if tag else one["text"] for one in items]
        trace = {
            "type": "scatter",
            "mode": "text",
            "x": [one["x"] for one in items],
            "y": [one["y"] for one in items],
            "text": words,
            "textposition": place,
            "textfont": {"size": size, "color": colour, "family": FONT},
            "hoverinfo": "skip",
            "cliponaxis": False,
            "showlegend": False,
            "name": f"text {style}",
        }
        if any(one["event"] for one in items):
            trace["customdata"] = [one["event"] for one in items]
        traces.append(trace)
    return traces


def boxes(corners: Corners, fill: str, line: str = "rgba(0,0,0,0)", width: float = 0, **more: Any) -> Trace:
    """One trace of filled rectangles (left, right, top, bottom)."""
    x: list[float | None] = []
    y: list[float | None] = []
    for left, right, top, bottom in corners:
        x += [left, right, right, left, left, None]
        y += [top, top, bottom, bottom, top, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "fill": "toself",
        "fillcolor": fill,
        "line": {"color": line, "width": width},
        "hoverinfo": "skip",
        "showlegend": False,
        **more,
    }


def _bands(whole: Layout) -> list[Trace]:
    left, right = whole.left - whole.sizes.gutter, whole.scale.width
    odd = [(left, right, lane.top, lane.bottom) for number, lane in enumerate(whole.lanes.values()) if number % 2]
    x: list[float | None] = []
    y: list[float | None] = []
    for lane in whole.lanes.values():
        x += [left, right, None]
        y += [lane.bottom, lane.bottom, None]
    rules = {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": GRID, "width": 1}, "hoverinfo": "skip"}
    bands = [boxes(odd, STRIPE, name="lanes")] if odd else []
    family = whole.lanes.get(FAMILY)
    if family:
        line = {**rules, "x": [left, right], "y": [family.bottom, family.bottom], "line": {"color": BORDER_RULE, "width": 1.2}}
        return [*bands, rules, line]
    return [*bands, rules]


BORDER_RULE = "#7d8896"


def _hatch(colour: str, solidity: float = 0.12, size: float = 7) -> dict[str, Any]:
    return {"shape": "/", "fgcolor": colour, "bgcolor": PAPER, "size": size, "solidity": solidity, "fillmode": "overlay"}


def _until(whole: Layout, view: View) -> float:
    """The pixel right of which nothing is drawn: the end of today, or of the plot."""
    return whole.scale.x(view.today, end=True) if view.today is not None else whole.scale.width


def _phase_traces(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> list[Trace]:
    found: dict[int, Corners] = {}
    half, until = whole.sizes.phase / 2 - 1.5, _until(whole, view)
    for phase in whole.phases:
        box = phase.box
        if view.phases is not None and phase.phase.phase_id not in view.phases:
            continue
        found.setdefault(phase.number % len(PHASES), []).append((box.left, min(box.right, until), phase.y - half, phase.y + half))
        if box.title:
            _say(texts, "plain", box.title_left, phase.y, box.title, "middle right")
    if whole.phases:
        _say(texts, "muted", whole.left - 12, whole.phases_top + whole.sizes.phase / 2, "Phases", "middle left")
    return [boxes(corners, PHASES[number], PHASE_RULES[number], 1, name="phases") for number, corners in found.items()]


def _period_traces(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> list[Trace]:
    sure: Corners = []
    blurred: Corners = []
    half, until = whole.sizes.period / 2, _until(whole, view)
    for lane in whole.lanes.values():
        for bar in lane.bars:
            if view.periods is not None and bar.period.period_id not in view.periods:
                continue
            top, bottom, box = bar.y - half, bar.y + half, bar.box
            left, right = bar.sure
            if right > left and left < until:
                sure.append((left, min(right, until), top, bottom))
            parts = ((box.left, left), (right, box.right))
            blurred += [(a, min(b, until), top, bottom) for a, b in parts if min(b, until) - a > 0.5]
            if box.title:
                _say(texts, "small", box.title_left, bar.y, box.title, "middle right")
    traces = [boxes(sure, PERIOD, "#9aa4b1", 1, name="periods")] if sure else []
    if blurred:
        traces.append(boxes(blurred, PERIOD, "#9aa4b1", 1, name="periods, end not exact", fillpattern=_hatch("#8b95a1", 0.14, 6)))
    return traces


def shown_marks(whole: Layout, view: View) -> Iterable[tuple[Lane, Mark]]:
    """Every mark that is drawn, with its lane; undated ones included."""
    for lane in whole.lanes.values():
        for mark in (*lane.marks, *lane.undated):
            if mark.event.event_id in view.shown:
                yield lane, mark


def _window_traces(whole: Layout, view: View) -> list[Trace]:
    found: dict[tuple[str, str], Corners] = {}
    half, until = whole.sizes.bar / 2, _until(whole, view)
    for _, mark in shown_marks(whole, view):
        if mark.form in ("window", "lasting"):
            left = mark.box.left + whole.sizes.badge * len(mark.points)
            right = max(min(mark.box.right, until), left + 8)
            colour = KINDS[mark.event.kind].colour
            found.setdefault((mark.form, colour), []).append((left, right, mark.y - half, mark.y + half))
    traces = []
    for (form, colour), corners in found.items():
        if form == "window":
            trace = boxes(corners, PAPER, colour, 1.4, name="within these days", fillpattern=_hatch(colour))
        else:
            trace = boxes(corners, _pale(colour), colour, 1.4, name="lasts")
        traces.append(trace)
    return traces


def _pale(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.12)"


def _marks(whole: Layout, view: View) -> list[Trace]:
    groups: dict[tuple[str, str], list[Mark]] = {}
    until = _until(whole, view)
    for _, mark in shown_marks(whole, view):
        look = "later" if mark.event.hindsight else ("ghost" if mark.ghost else "own")
        groups.setdefault((mark.event.kind, look), []).append(mark)
    framed = [mark for (_, look), marks in groups.items() for mark in marks if look == "later"]
    traces = _later_frames(framed, whole)
    for (kind, look), marks in groups.items():
        sign = KINDS[kind]
        hollow = sign.hollow or look != "own"
        size = [whole.sizes.mark * sign.scale * (0.82 if mark.form in ("window", "lasting") else 1) for mark in marks]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [min(mark.x, until) for mark in marks],
                "y": [mark.y for mark in marks],
                "customdata": [mark.event.event_id for mark in marks],
                "hovertext": [view.hover.get(mark.event.event_id, "") for mark in marks],
                "hoverinfo": "text",
                "cliponaxis": False,
                "name": sign.word + {"later": ", known only later", "ghost": ", present", "own": ""}[look],
                "showlegend": False,
                "unselected": {"marker": {"opacity": 1}},
                "marker": {
                    "symbol": sign.symbol,
                    "size": [one * (0.8 if look == "ghost" else 1) for one in size],
                    "color": PAPER if hollow else sign.colour,
                    "opacity": 1,
                    "line": {
                        "color": sign.colour if hollow or sign.symbol == "line-ew" else PAPER,
                        "width": (5 if sign.symbol == "line-ew" else 2.2) if hollow or sign.symbol == "line-ew" else 1,
                    },
                },
            }
        )
    return traces


def _later_frames(marks: list[Mark], whole: Layout) -> list[Trace]:
    half = whole.sizes.mark * 0.85
    corners = [(mark.x - half, mark.x + half, mark.y - half, mark.y + half) for mark in marks]
    if not corners:
        return []
    trace = boxes(corners, PAPER, MUTED, 1.3, name="known only later")
    trace["line"]["dash"] = "dot"
    return [trace]


def _titles(whole: Layout, view: View, texts: dict[str, list[Trace]], plates: Corners) -> None:
    """The titles, and a plate behind each that keeps arrows out of the words."""
    for lane in whole.lanes.values():
        for mark in lane.marks:
            event = mark.event
            if event.event_id not in view.shown or not mark.box.title or mark.ghost:
                continue
            style = "italic" if event.hindsight else "plain"
            if event.event_id == view.chosen or event.event_id in view.marked:
                style = "bold"
            x = mark.box.title_left
            _say(texts, style, x - 2, mark.y, mark.box.title, "middle right", event.event_id)
            inside = mark.box.left <= x <= mark.box.right
            half = whole.sizes.bar / 2 - 1.5 if inside else 7.0
            plates.append(
                (
                    x - 2,
                    min(x + len(mark.box.title) * GLYPH, mark.box.right - 2 if inside else x + 999),
                    mark.y - half,
                    mark.y + half,
                )
            )
        for stretch in lane.stretches:
            if stretch.point.practice_id in view.points and stretch.box.title:
                _say(texts, "plain", stretch.box.title_left - 2, stretch.y, stretch.box.title, "middle right")


def _lane_texts(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> None:
    x = whole.left - 12
    room = whole.sizes.gutter - 10
    for lane in whole.lanes.values():
        row = lane.lane
        family = row.kind == "family"
        area = row.area if row.area and row.area not in row.name else ""
        style = "family" if family else ("muted" if row.kind in ("mentioned", "nil", "empty") else "bold")
        glyph = 7.8 if family else 7.0
        tall = lane.bottom - lane.top >= 39
        middle = lane.top + whole.sizes.padding + max(whole.row, 17) / 2 + (1 if tall else 0)
        if not tall:
            middle = (lane.top + lane.bottom) / 2
        _say(texts, style, x, middle, cut(row.name, room, 4, glyph), "middle left")
        if area and tall:
            _say(texts, "muted", x, middle + 18, cut(area, room, 4, 7.3), "middle left")
        elif area and len(row.name) * glyph + (len(area) + 2.5) * 7.4 <= room:
            texts[f"{style}|middle left"][-1]["x"] = x - (len(area) + 1.2) * 7.4
            _say(texts, "muted", x, middle, area, "middle left")
        if row.says:
            _say(texts, "muted", 4, lane.top + whole.row / 2 + 1, cut(row.says, whole.scale.width - 10, 4), "middle right")
        _out_of_range(lane, whole, texts)


def _out_of_range(lane: Lane, whole: Layout, texts: dict[str, list[Trace]]) -> None:
    """How many of a lane's events lie before and after the range, where its rows leave room to say so."""
    taken = [
        (mark.box.row, min(mark.box.left, mark.box.title_left if mark.box.title else mark.box.left), mark.box)
        for mark in lane.marks
    ]
    spans = [(row, left, max(box.right, box.title_left + len(box.title) * GLYPH)) for row, left, box in taken]
    spans += [(bar.box.row, bar.box.left, bar.box.right) for bar in lane.bars]
    width = whole.scale.width
    if lane.lane.lane_id == FAMILY or lane.lane.says:
        return
    for number, words, left, right, place in (
        (lane.earlier, f"◂ {lane.earlier} earlier", 0.0, 84.0, "middle right"),
        (lane.later, f"{lane.later} later ▸", width - 78, width, "middle left"),
    ):
        if not number:
            continue
        row = next((r for r in range(lane.rows) if all(s[0] != r or s[2] < left or s[1] > right for s in spans)), None)
        if row is not None:
            y = lane.top + whole.sizes.padding + (row + 0.5) * whole.row
            _say(texts, "link", 2 if left == 0 else width - 2, y, words, place)


def _chosen(whole: Layout, view: View) -> list[Trace]:
    for _, mark in shown_marks(whole, view):
        if mark.event.event_id == view.chosen and not mark.ghost:
            half = whole.row / 2 - 0.5
            right = mark.box.right
            left = mark.box.left
            if mark.box.title:
                end = mark.box.title_left + len(mark.box.title) * (GLYPH + 0.6)
                left, right = min(left, mark.box.title_left), max(right, end)
            return [boxes([(left - 4, right + 5, mark.y - half, mark.y + half)], CHOSEN, LINK, 3, name="chosen")]
    return []


def _meeting_lines(whole: Layout, view: View) -> list[Trace]:
    """A thin line through the lanes of a meeting, from the lane that holds it to those who were present."""
    held = {mark.event.event_id: mark for _, mark in shown_marks(whole, view) if not mark.ghost and mark.form != "undated"}
    x: list[float | None] = []
    y: list[float | None] = []
    for _, mark in shown_marks(whole, view):
        own = held.get(mark.event.event_id)
        if mark.ghost and own is not None:
            x += [own.x, mark.x, None]
            y += [own.y, mark.y, None]
    line = {"color": KINDS["meeting"].colour, "width": 1.3}
    return (
        [{"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "name": "present"}] if x else []
    )


def _cluster_traces(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> list[Trace]:
    """Where too many events are in view: a ring with their number, which opens by a zoom."""
    found: list[tuple[Any, int]] = []
    for lane in whole.lanes.values():
        for cluster in lane.clusters:
            count = sum(event in view.shown for event in cluster.events)
            if count:
                found.append((cluster, count))
                say(texts, "count", cluster.x, cluster.y, str(count), "middle center")
    if not found:
        return []
    marker = {"symbol": "circle", "size": [one.size for one, _ in found], "color": CHOSEN, "line": {"color": LINK, "width": 1.6}}
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [one.x for one, _ in found],
            "y": [one.y for one, _ in found],
            "customdata": [f"zoom:{one.first}:{one.last}" for one, _ in found],
            "hovertext": [f"{count} events: choose to zoom in" for _, count in found],
            "hoverinfo": "text",
            "name": "several events",
            "unselected": {"marker": {"opacity": 1}},
            "marker": {**marker, "opacity": 1},
        }
    ]


def _badges(whole: Layout, view: View) -> list[Trace]:
    """Missed opportunities as diamonds, good practice as round-bodied stars, mixed as squares; hollow where inferred."""
    found: dict[tuple[str, str], list[tuple[float, float, int, str]]] = {}
    lines: list[Trace] = []
    size = whole.sizes.badge
    for _, mark in shown_marks(whole, view):
        for place, point in enumerate(mark.points):
            if point.practice_id in view.points and not mark.ghost:
                x = mark.box.left + size * (place + 0.5)
                found.setdefault((point.kind, point.basis), []).append((x, mark.y, point.number, mark.event.event_id))
    for lane in whole.lanes.values():
        for stretch in lane.stretches:
            point = stretch.point
            if point.practice_id in view.points:
                found.setdefault((point.kind, point.basis), []).append((stretch.x, stretch.y, point.number, ""))
                colour = {"missed opportunity": MISSED, "good practice": GOOD}.get(point.kind, MUTED)
                end, cap = stretch.end, 5
                lines.append(
                    {
                        "type": "scatter",
                        "mode": "lines",
                        "x": [stretch.x, end, None, end, end],
                        "y": [stretch.y, stretch.y, None, stretch.y - cap, stretch.y + cap],
                        "line": {"color": colour, "width": 1.6},
                        "hoverinfo": "skip",
                    }
                )
    return [*lines, *[trace for look, marks in found.items() for trace in _badge(look, marks, size)]]


def _badge(look: tuple[str, str], marks: list[tuple[float, float, int, str]], size: float) -> list[Trace]:
    kind, basis = look
    colour = {"missed opportunity": MISSED, "good practice": GOOD}.get(kind, MUTED)
    hollow = basis == "inferred"
    base = {
        "type": "scatter",
        "x": [one[0] for one in marks],
        "y": [one[1] for one in marks],
        "cliponaxis": False,
        "showlegend": False,
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": colour if hollow else PAPER}},
        "customdata": [one[3] for one in marks],
        "hoverinfo": "skip",
    }
    marker = {"color": PAPER if hollow else colour, "line": {"color": colour, "width": 2 if hollow else 0}, "opacity": 1}
    traces: list[Trace] = []
    if kind == "good practice":
        traces.append(
            {**base, "mode": "markers", "name": "good practice", "marker": {**marker, "symbol": "star", "size": size * 0.98}}
        )
        body = {**marker, "symbol": "circle", "size": size * 0.7, "line": {"color": colour, "width": 0}}
        traces.append({**base, "mode": "markers", "name": "good practice", "marker": body})
    else:
        symbol = "diamond" if kind == "missed opportunity" else "square"
        scale = 0.95 if symbol == "diamond" else 0.72
        traces.append({**base, "mode": "markers", "name": kind, "marker": {**marker, "symbol": symbol, "size": size * scale}})
    font = {"size": 14 if size >= 24 else 12, "color": colour if hollow else PAPER, "family": FONT}
    words = [f"<b>{one[2]}</b>" for one in marks]
    traces.append(
        {**base, "mode": "text", "name": f"{kind} numbers", "text": words, "textposition": "middle center", "textfont": font}
    )
    return traces


def _sight(whole: Layout, view: View, texts: dict[str, list[Trace]], traces: list[Trace]) -> None:
    """The rail on top of the family's lane: when the child was seen, by whom, and the days between."""
    lane = whole.lanes.get(FAMILY)
    if lane is None or not whole.sight:
        return
    y = lane.top + whole.sizes.padding + whole.row / 2
    width = whole.scale.width
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": [0, width],
        "y": [y, y],
        "line": {"color": RULE, "width": 1.2},
        "hoverinfo": "skip",
    }
    traces.append(line)
    dots, bars, taken = [], [], []
    for earliest, latest, words, event in view.sight:
        if not whole.scale.holds(earliest, latest):
            continue
        left, right = whole.scale.x(earliest), whole.scale.x(latest, end=True)
        if earliest == latest:
            middle = whole.scale.middle(earliest)
            dots.append((middle, event, words))
            taken.append((middle - 5, middle + 5, words))
        else:
            middle = (left + right) / 2
            left, right = min(left, middle - 5), max(right, middle + 5)
            bars.append((left, right, y - 4, y + 4))
            taken.append((left, right, words))
    if bars:
        traces.append(boxes(bars, PAPER, INK, 1.3, name="seen within these days"))
    if dots:
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [one[0] for one in dots],
                "y": [y] * len(dots),
                "customdata": [one[1] for one in dots],
                "hovertext": [written(one[2]) for one in dots],
                "hoverinfo": "text",
                "name": "seen",
                "unselected": {"marker": {"opacity": 1}},
                "marker": {"symbol": "circle", "size": 9, "color": INK, "line": {"color": PAPER, "width": 1}},
            }
        )
    _sight_words(whole, view, texts, sorted(taken), y)


def _sight_words(whole: Layout, view: View, texts: dict[str, list[Trace]], taken: list[Any], y: float) -> None:
    said: list[tuple[float, float]] = [(left, right) for left, right, _ in taken]
    for start, end, longs in view.gaps:
        if not whole.scale.holds(start, end):
            continue
        left, right = max(0.0, whole.scale.x(start, end=True)), min(whole.scale.width, whole.scale.x(end))
        words = next((one for one in longs if len(one) * GLYPH + 24 <= right - left), "")
        if words:
            middle, half = (left + right) / 2, len(words) * GLYPH / 2
            said.append((middle - half, middle + half))
            _say(texts, "muted", middle, y, words, "middle center")
    if not taken:
        _say(texts, "muted", 4, y, "nobody is recorded as seen in person in these days", "middle right")
        return
    for number, (_, right, words) in enumerate(taken):
        label = f"seen by {words}" if number == 0 else words
        room = min((a for a, _ in said if a > right - 0.5), default=whole.scale.width) - right - 12
        short = cut(label, room, 5)
        if short and short == label:
            said.append((right + 5, right + 5 + len(label) * GLYPH))
            _say(texts, "plain", right + 3, y, label, "middle right")


def _silences(whole: Layout, view: View, texts: dict[str, list[Trace]], room: FreeRoom) -> list[Trace]:
    """A band behind a lane for the whole days on which its agency is sure to be silent while others are not."""
    corners: Corners = []
    for lane_id, start, end, longs in view.silences:
        lane = whole.lanes.get(lane_id)
        if lane is None or not whole.scale.holds(start, end):
            continue
        left, right = max(0.0, whole.scale.x(start)), min(whole.scale.width, whole.scale.x(end, end=True))
        corners.append((left, right, lane.top + 2, lane.bottom - 2))
        words = next((one for one in longs if len(one) * GLYPH + 16 <= right - left), "")
        if words:
            rows = [lane.top + 2 + (row + 0.5) * whole.row for row in range(lane.rows)]
            room.put(texts, "muted", words, [((left + right) / 2, y, "middle center") for y in reversed(rows)])
    return [boxes(corners, "rgba(213,219,227,0.55)", "#b3bcc8", 1, name="silent for sure")] if corners else []


def scaled(frame: pd.DataFrame, columns: Iterable[str]) -> tuple[Any, ...]:
    """The rows of a frame as plain tuples, for a View."""
    return tuple(frame[list(columns)].itertuples(index=False, name=None))


__all__ = ["ARROW", "View", "boxes", "say", "shown_marks", "swimlanes"]
