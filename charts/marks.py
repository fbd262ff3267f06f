"""What stands for an event or a point of practice: marks, badges, clusters, the chosen event, and the lines of a meeting."""

from __future__ import annotations

from typing import Any

from charts.drawn import View, shown_marks, until_px
from charts.palette import CHOSEN, GLYPH, GOOD, KINDS, LINK, MISSED, MUTED, PAPER
from charts.placed import Layout, Mark
from charts.signs import Sign, ink
from charts.traces import Corners, Trace, boxes, rules, say

ORDER = {kind: number for number, kind in enumerate(KINDS)}
POINTS = {
    "missed opportunity": ("diamond", MISSED, 0.95),
    "good practice": ("star", GOOD, 0.98),
    "mixed": ("square", MUTED, 0.72),
}


def later_frames(whole: Layout, view: View) -> list[Trace]:
    """A dotted frame round each mark of what was known only later."""
    half = whole.sizes.mark * 0.85
    marks = [mark for _, mark in shown_marks(whole, view) if mark.event.hindsight]
    corners = [(mark.x - half, mark.x + half, mark.y - half, mark.y + half) for mark in marks]
    return [boxes(corners, PAPER, MUTED, 1.3, "dot", name="known only later")] if corners else []


def mark_signs(whole: Layout, view: View) -> list[Sign]:
    """A sign for each event that is shown, kind by kind; hollow for those known only later and for those who were present."""
    until = until_px(whole, view)
    found = sorted(shown_marks(whole, view), key=lambda one: ORDER[one[1].event.kind])
    return [_sign(mark, until, whole.sizes.mark, view) for _, mark in found]


def _sign(mark: Mark, until: float, base: float, view: View) -> Sign:
    event, look = mark.event, KINDS[mark.event.kind]
    fill, edge, width = ink(look, hollow=look.hollow or bool(event.hindsight) or mark.ghost)
    size = base * look.scale * (0.8 if mark.ghost and not event.hindsight else 1)
    size *= 0.82 if mark.form in ("window", "lasting") else 1
    x, hover = round(min(mark.x, until), 2), view.hover.get(event.event_id, "")
    return Sign(x, mark.y, look.symbol, round(size, 2), fill, edge, width, event.event_id, hover)


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


def cluster_signs(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> list[Sign]:
    """Where too many events are in view: a ring with their number, which opens by a zoom."""
    found = []
    for lane in whole.lanes.values():
        for cluster in lane.clusters:
            count = len(view.shown.intersection(cluster.events))
            if count:
                says, hover = f"zoom:{cluster.first}:{cluster.last}", f"{count} events: choose to zoom in"
                found.append(Sign(cluster.x, cluster.y, "circle", cluster.size, CHOSEN, LINK, 1.6, says, hover))
                say(texts, "count", cluster.x, cluster.y, str(count), "middle center")
    return found


def badges(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> tuple[list[Trace], list[Sign]]:
    """Missed opportunities as diamonds, good practice as round-bodied stars, mixed as squares; hollow where inferred.

    The lines of those that last, by colour, and the signs; the numbers stand among the words.
    """
    lines: dict[str, Corners] = {}
    signs: list[Sign] = []
    size, cap = whole.sizes.badge, 5
    for _, mark in shown_marks(whole, view):
        for place, point in enumerate(mark.points):
            if point.practice_id in view.points and not mark.ghost:
                x = mark.badges_left + size * (place + 0.5)
                signs += _badge(point, x, mark.y, size, texts, mark.event.event_id)
    for lane in whole.lanes.values():
        for stretch in lane.stretches:
            if stretch.point.practice_id in view.points:
                signs += _badge(stretch.point, stretch.x, stretch.y, size, texts)
                line = [
                    (stretch.x, stretch.end, stretch.y, stretch.y),
                    (stretch.end, stretch.end, stretch.y - cap, stretch.y + cap),
                ]
                lines.setdefault(POINTS[stretch.point.kind][1], []).extend(line)
    return [rules(corners, colour, 1.6, name="lasts") for colour, corners in lines.items()], signs


def _badge(point: Any, x: float, y: float, size: float, texts: dict[str, list[Trace]], event: str = "") -> list[Sign]:
    symbol, colour, scale = POINTS[point.kind]
    hollow = point.basis == "inferred"
    fill, width = (PAPER, 2) if hollow else (colour, 0)
    look = {"size": 14 if size >= 24 else 12, "colour": colour if hollow else PAPER}
    say(texts, "number", x, y, str(point.number), "middle center", event, **look)
    signs = [Sign(x, y, symbol, size * scale, fill, colour, width, event)]
    return [*signs, Sign(x, y, "circle", size * 0.7, fill, colour, 0, event)] if symbol == "star" else signs
