"""The signs themselves: marks, badges, clusters, the chosen event, and the lines of a meeting."""

from __future__ import annotations

from typing import Any

from charts.drawn import View, shown_marks, until_px
from charts.palette import CHOSEN, FONT, GLYPH, GOOD, KINDS, LINK, MISSED, MUTED, PAPER, KindSign
from charts.placed import Layout, Mark
from charts.traces import Trace, boxes, rules, say

LOOKS = {"later": ", known only later", "ghost": ", present", "own": ""}


def mark_traces(whole: Layout, view: View) -> list[Trace]:
    """One trace a kind of event, and one each for those known only later and for those who were present."""
    groups: dict[tuple[str, str], list[Mark]] = {}
    for _, mark in shown_marks(whole, view):
        look = "later" if mark.event.hindsight else ("ghost" if mark.ghost else "own")
        groups.setdefault((mark.event.kind, look), []).append(mark)
    framed = [mark for (_, look), marks in groups.items() for mark in marks if look == "later"]
    return [*_later_frames(framed, whole), *(_signs(*group, marks, whole, view) for group, marks in groups.items())]


def _signs(kind: str, look: str, marks: list[Mark], whole: Layout, view: View) -> Trace:
    sign, until = KINDS[kind], until_px(whole, view)
    size = whole.sizes.mark * sign.scale * (0.8 if look == "ghost" else 1)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [min(mark.x, until) for mark in marks],
        "y": [mark.y for mark in marks],
        "customdata": [mark.event.event_id for mark in marks],
        "hovertext": [view.hover.get(mark.event.event_id, "") for mark in marks],
        "hoverinfo": "text",
        "cliponaxis": False,
        "name": sign.word + LOOKS[look],
        "showlegend": False,
        "unselected": {"marker": {"opacity": 1}},
        "marker": {
            **_ink(sign, hollow=sign.hollow or look != "own"),
            "size": [size * (0.82 if mark.form in ("window", "lasting") else 1) for mark in marks],
        },
    }


def _ink(sign: KindSign, *, hollow: bool) -> Trace:
    """Symbol, fill and line of a sign; a dash has nothing to fill, and is all line."""
    dash = sign.symbol == "line-ew"
    line = {"color": sign.colour if hollow or dash else PAPER, "width": 5 if dash else (2.2 if hollow else 1)}
    return {"symbol": sign.symbol, "color": PAPER if hollow else sign.colour, "opacity": 1, "line": line}


def _later_frames(marks: list[Mark], whole: Layout) -> list[Trace]:
    half = whole.sizes.mark * 0.85
    corners = [(mark.x - half, mark.x + half, mark.y - half, mark.y + half) for mark in marks]
    return [boxes(corners, PAPER, MUTED, 1.3, "dot", name="known only later")] if corners else []


def chosen_traces(whole: Layout, view: View) -> list[Trace]:
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


def meeting_lines(whole: Layout, view: View) -> list[Trace]:
    """A thin line through the lanes of a meeting, from the lane that holds it to those who were present."""
    held = {mark.event.event_id: mark for _, mark in shown_marks(whole, view) if not mark.ghost and mark.form != "undated"}
    found = []
    for _, mark in shown_marks(whole, view):
        own = held.get(mark.event.event_id)
        if mark.ghost and own is not None:
            found.append((own.x, mark.x, own.y, mark.y))
    return [rules(found, KINDS["meeting"].colour, 1.3, name="present")] if found else []


def cluster_traces(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> list[Trace]:
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


def badge_traces(whole: Layout, view: View) -> list[Trace]:
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
