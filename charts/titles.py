"""Words on the picture: titles of events, names of lanes, and how many events lie out of range."""

from __future__ import annotations

from charts.drawn import View
from charts.palette import GLYPH
from charts.placed import FAMILY, Lane, Layout
from charts.text import cut
from charts.traces import Corners, Trace, say

NAME_GLYPH = 7.7  # a letter of a lane's name: bold, and names are too short for wide letters to even out


def write_titles(whole: Layout, view: View, texts: dict[str, list[Trace]], plates: Corners) -> None:
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
            say(texts, style, x - 2, mark.y, mark.box.title, "middle right", event.event_id)
            inside = mark.box.left <= x <= mark.box.right
            half = whole.sizes.bar / 2 - 1.5 if inside else 7.0
            right = min(x + len(mark.box.title) * GLYPH, mark.box.right - 2 if inside else x + 999)
            plates.append((round(x - 2, 1), round(right, 1), mark.y - half, mark.y + half))
        for stretch in lane.stretches:
            if stretch.point.practice_id in view.points and stretch.box.title:
                say(texts, "plain", stretch.box.title_left - 2, stretch.y, stretch.box.title, "middle right")


def write_lanes(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> None:
    x = whole.left - 12
    room = whole.sizes.gutter - 10
    for lane in whole.lanes.values():
        row = lane.lane
        family = row.kind == "family"
        area = row.area if row.area and row.area not in row.name else ""
        style = "family" if family else ("muted" if row.kind in ("mentioned", "nil", "empty") else "bold")
        glyph = 8.5 if family else NAME_GLYPH
        tall = lane.bottom - lane.top >= 39
        middle = lane.top + whole.sizes.padding + max(whole.row, 17) / 2 + (1 if tall else 0)
        if not tall:
            middle = (lane.top + lane.bottom) / 2
        say(texts, style, x, middle, cut(row.name, room, 4, glyph), "middle left")
        if area and tall:
            say(texts, "muted", x, middle + 18, cut(area, room, 4, 7.3), "middle left")
        elif area and len(row.name) * glyph + (len(area) + 2.5) * 7.4 <= room:
            texts[f"{style}|middle left"][-1]["x"] = x - (len(area) + 1.2) * 7.4
            say(texts, "muted", x, middle, area, "middle left")
        if row.says:
            say(texts, "muted", 4, lane.top + whole.row / 2 + 1, cut(row.says, whole.scale.width - 10, 4), "middle right")
        _out_of_range(lane, whole, view, texts)


def _out_of_range(lane: Lane, whole: Layout, view: View, texts: dict[str, list[Trace]]) -> None:
    """How many of a lane's shown events lie before and after the range, where its rows leave room to say so.

    What is hidden is not counted either; the sentence under the picture counts them for the whole case.
    """
    taken = [
        (mark.box.row, min(mark.box.left, mark.box.title_left if mark.box.title else mark.box.left), mark.box)
        for mark in lane.marks
    ]
    spans = [(row, left, max(box.right, box.title_left + len(box.title) * GLYPH)) for row, left, box in taken]
    spans += [(bar.box.row, bar.box.left, bar.box.right) for bar in lane.bars]
    width = whole.scale.width
    if lane.lane.says:
        return
    first = 1 if whole.sight and lane.lane.lane_id == FAMILY else 0
    earlier, later = (len(view.shown.intersection(ids)) for ids in (lane.earlier, lane.later))
    for number, words, left, right, place in (
        (earlier, f"◂ {earlier} earlier", 0.0, 84.0, "middle right"),
        (later, f"{later} later ▸", width - 78, width, "middle left"),
    ):
        if not number:
            continue
        row = next((r for r in range(first, lane.rows) if all(s[0] != r or s[2] < left or s[1] > right for s in spans)), None)
        if row is not None:
            y = lane.top + whole.sizes.padding + (row + 0.5) * whole.row
            say(texts, "link", 2 if left == 0 else width - 2, y, words, place)
