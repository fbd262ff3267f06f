"""Everything wide: lane bands, phases, periods, blurred and lasting events, silences."""

from __future__ import annotations

from charts.drawn import View, shown_marks, until_px
from charts.free_room import FreeRoom
from charts.palette import BORDER, GLYPH, GRID, KINDS, PAPER, PERIOD, PHASE_RULES, PHASES, STRIPE
from charts.placed import FAMILY, Layout
from charts.traces import Corners, Trace, boxes, hatch, rules, say


def bands(whole: Layout) -> list[Trace]:
    left, right = whole.left - whole.sizes.gutter, whole.scale.width
    odd = [(left, right, lane.top, lane.bottom) for number, lane in enumerate(whole.lanes.values()) if number % 2]
    striped = [boxes(odd, STRIPE, name="lanes")] if odd else []
    under = rules([(left, right, lane.bottom, lane.bottom) for lane in whole.lanes.values()], GRID, 1)
    family = whole.lanes.get(FAMILY)
    line = [rules([(left, right, family.bottom, family.bottom)], BORDER, 1.2)] if family else []
    return [*striped, under, *line]


def phase_traces(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> list[Trace]:
    found: dict[int, Corners] = {}
    half, until = whole.sizes.phase / 2 - 1.5, until_px(whole, view)
    for phase in whole.phases:
        box = phase.box
        if view.phases is not None and phase.phase.phase_id not in view.phases:
            continue
        found.setdefault(phase.number % len(PHASES), []).append((box.left, min(box.right, until), phase.y - half, phase.y + half))
        if box.title:
            say(texts, "plain", box.title_left, phase.y, box.title, "middle right")
    if whole.phases:
        say(texts, "muted", whole.left - 12, whole.phases_top + whole.sizes.phase / 2, "Phases", "middle left")
    return [boxes(corners, PHASES[number], PHASE_RULES[number], 1, name="phases") for number, corners in found.items()]


def period_traces(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> list[Trace]:
    sure: Corners = []
    blurred: Corners = []
    half, until = whole.sizes.period / 2, until_px(whole, view)
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
                say(texts, "small", box.title_left, bar.y, box.title, "middle right")
    traces = [boxes(sure, PERIOD, "#9aa4b1", 1, name="periods")] if sure else []
    if blurred:
        traces.append(boxes(blurred, PERIOD, "#9aa4b1", 1, name="periods, end not exact", fillpattern=hatch("#8b95a1", 0.14, 6)))
    return traces


def window_traces(whole: Layout, view: View) -> list[Trace]:
    found: dict[tuple[str, str], Corners] = {}
    half, until = whole.sizes.bar / 2, until_px(whole, view)
    for _, mark in shown_marks(whole, view):
        if mark.form in ("window", "lasting"):
            left = mark.window[0]
            right = max(min(mark.window[1], until), left + 8)
            colour = KINDS[mark.event.kind].colour
            corner = (round(left, 1), round(right, 1), mark.y - half, mark.y + half)
            found.setdefault((mark.form, colour), []).append(corner)
    traces = []
    for (form, colour), corners in found.items():
        if form == "window":
            trace = boxes(corners, PAPER, colour, 1.4, name="within these days", fillpattern=hatch(colour))
        else:
            trace = boxes(corners, _pale(colour), colour, 1.4, name="lasts")
        traces.append(trace)
    return traces


def _pale(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.12)"


def silence_traces(whole: Layout, view: View, texts: dict[str, list[Trace]], room: FreeRoom) -> list[Trace]:
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
