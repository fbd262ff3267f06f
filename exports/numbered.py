"""Numbers beside the marks of a printed page, titles where room is left, and rows as low as print allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from charts.packing import GAP, Box, pack, titles
from charts.palette import FONT, GLYPH, INK, LABEL, LINK
from charts.placed import FAMILY, Lane, Layout, Mark
from charts.sizes import Sizes
from charts.text import written

DIGIT, LEAST_ROW, MOST_ROW, TITLE_LEAST = 8.2, 17.0, 30.0, 12
WIDER = "\u2007"  # reserved with a title, not printed: fonts run a little wider on paper than the layout counts
TAGS = {"number": "<b>{}</b>", "goes on": "<b>{}</b>", "later": "<i>{}</i>"}
Words = tuple[float, float, str, str, str]


@dataclass(frozen=True)
class PrintSizes(Sizes):
    """The measures on paper, in layout px: printed at SCALE, 15 px of text become 11 (8.25 pt)."""

    @property
    def gutter(self) -> float:
        return 214

    @property
    def mark(self) -> float:
        return 13

    @property
    def badge(self) -> float:
        return 21

    @property
    def bar(self) -> float:
        return 13

    @property
    def period(self) -> float:
        return 13

    @property
    def overview(self) -> float:
        return 0

    @property
    def least_lane(self) -> float:
        return 20


def numbered(whole: Layout, numbers: Mapping[str, int]) -> list[Words]:
    """Give every mark room for its number, and what is left to titles; all of them as words."""
    whole.lanes = {
        name: lane
        for name, lane in whole.lanes.items()
        if lane.marks or lane.undated or lane.bars or lane.stretches or lane.lane.kind != "own"
    }
    boxes = {name: _pack_lane(lane, whole, numbers) for name, lane in whole.lanes.items()}
    _stack(whole)
    words = [one for name, lane in whole.lanes.items() for one in _lane_words(lane, boxes[name], numbers)]
    for name, lane in whole.lanes.items():
        words += _goes_on(lane, whole)
        words += _beyond(lane, list(boxes[name].values()), whole)
        lane.earlier, lane.later = [], []
    return words


def _beyond(lane: Lane, boxes: list[Box], whole: Layout) -> Iterator[Words]:
    """How many of a lane's events lie on other pages, where one of its rows leaves room to say so."""
    if lane.lane.lane_id == FAMILY or lane.lane.says:
        return
    spans = [(box.row, box.left, box.right) for box in boxes] + [(bar.box.row, bar.box.left, bar.box.right) for bar in lane.bars]
    spans += [(box.row, box.title_left, box.title_left + len(box.title) * GLYPH) for box in boxes if box.title]
    width = whole.scale.width
    for number, words, left, right, x, side in (
        (len(lane.earlier), f"◂ {len(lane.earlier)} earlier", 0.0, 84.0, 2.0, "right"),
        (len(lane.later), f"{len(lane.later)} later ▸", width - 78, width, width - 2, "left"),
    ):
        row = next((row for row in range(lane.rows) if all(r != row or b < left or a > right for r, a, b in spans)), None)
        if number and row is not None:
            offset = lane.top + (whole.sizes.padding if lane.rows > 1 else (lane.bottom - lane.top - whole.row) / 2)
            yield x, offset + (row + 0.5) * whole.row, words, side, "beyond"


BEFORE, AFTER = "◂", "▸"


def _goes_on(lane: Lane, whole: Layout) -> Iterator[Words]:
    """A sign at the end of each window that goes on before or after these days: the part of it on another page is the same event."""
    for mark in lane.marks:
        if mark.ghost or mark.form == "mark":
            continue
        first, last = mark.event.earliest, mark.event.latest
        if pd.isna(first) or first.date() < whole.scale.first:
            yield mark.window[0] - 1, mark.y, BEFORE, "right", "goes on"
        if pd.isna(last) or last.date() > whole.scale.last:
            yield whole.scale.width - 1, mark.y, AFTER, "left", "goes on"


def _lane_words(lane: Lane, boxes: Mapping[str, Box], numbers: Mapping[str, int]) -> Iterator[Words]:
    for mark in lane.marks:
        if mark.ghost:
            continue
        box, number = boxes[mark.event.event_id], str(numbers[mark.event.event_id])
        to_left = box.left < mark.box.left
        yield mark.box.left - 2 if to_left else mark.box.right + 2, mark.y, number, "left" if to_left else "right", "number"
        style = "later" if mark.event.hindsight else "title"
        if box.title and box.title_left < box.left:
            yield box.left - 3, mark.y, box.title, "left", style
        elif box.title:
            yield box.title_left - 2, mark.y, box.title, "right", style
    for mark in lane.undated:
        yield mark.x + 8, mark.y, str(numbers[mark.event.event_id]), "right", "number"


def _pack_lane(lane: Lane, whole: Layout, numbers: Mapping[str, int]) -> dict[str, Box]:
    """Pack a lane anew; by event, the box that holds a mark and its number, with a title where room was left."""
    first = 1 if whole.sight and lane.lane.lane_id == FAMILY else 0
    if lane.lane.kind in ("mentioned", "nil", "empty") and (lane.marks or lane.stretches):
        first = 1
    pairs = [(mark.box, _numbered(mark, numbers, whole)) for mark in lane.marks]
    pairs += [(stretch.box, replace(stretch.box, reserve=0.0, label="", row=-1)) for stretch in lane.stretches]
    for stretch in lane.stretches:
        stretch.box.title = ""
    rows = pack([box for _, box in pairs], first)
    titles([box for _, box in pairs], whole.scale.width, TITLE_LEAST)
    for own, box in pairs:
        own.row = box.row
    bars = pack([bar.box for bar in lane.bars], rows)
    lane.rows = max(1, bars, _place_undated(lane, whole, numbers), first)
    return {box.name: box for _, box in pairs}


def _numbered(mark: Mark, numbers: Mapping[str, int], whole: Layout) -> Box:
    """A box that holds the mark and its number: to its right, or to its left at the end of the page."""
    box, box.title = mark.box, ""
    if mark.ghost:
        return Box(f"{box.name} present", box.left, box.right)
    need = len(str(numbers[mark.event.event_id])) * DIGIT + 4
    label = f"{mark.event.title}{WIDER * (1 + len(mark.event.title) // 14)}"
    if box.right + GAP + need <= whole.scale.width:
        return Box(box.name, box.left, box.right + need, label, box.weight)
    return Box(box.name, box.left - need, box.right, label, box.weight)


def _place_undated(lane: Lane, whole: Layout, numbers: Mapping[str, int]) -> int:
    """Undated marks in file order, in the strip beside the axis, each with its number; the rows they need."""
    sizes, row, start = whole.sizes, 0, whole.left + 8.0
    x = start
    for mark in sorted(lane.undated, key=lambda one: one.event.order):
        wide = undated_width(numbers[mark.event.event_id], len(mark.points), sizes)
        if x + wide > -6 and x > start:
            row, x = row + 1, start
        mark.box.row, mark.box.left, mark.box.right, mark.badges_left = row, x, x + wide, x
        mark.x = x + sizes.badge * len(mark.points) + sizes.mark / 2
        x += wide
    return row + 1 if lane.undated else 0


def _stack(whole: Layout) -> None:
    """Heights from the top; the rows fill the page between the least and the most that print well."""
    sizes = whole.sizes
    phases = max((one.box.row for one in whole.phases), default=-1) + 1
    whole.phases_top, whole.tall = sizes.key, False
    whole.lanes_top = sizes.key + phases * sizes.phase + 6
    fixed = whole.lanes_top + sizes.months + 6
    rows = sum(lane.rows for lane in whole.lanes.values())
    padding = 2 * sizes.padding * len(whole.lanes)
    whole.row = min(MOST_ROW, max(LEAST_ROW, (sizes.room - fixed - padding) / max(rows, 1)))
    while whole.row > LEAST_ROW and fixed + sum(_height(lane, whole) for lane in whole.lanes.values()) > sizes.room:
        whole.row -= 0.25
    for phase in whole.phases:
        phase.y = whole.phases_top + phase.box.row * sizes.phase + sizes.phase / 2
    y = whole.lanes_top
    for lane in whole.lanes.values():
        lane.top, lane.bottom = y, y + _height(lane, whole)
        offset = lane.top + (sizes.padding if lane.rows > 1 else (lane.bottom - lane.top - whole.row) / 2)
        things: list[Any] = [*lane.marks, *lane.bars, *lane.stretches, *lane.undated]
        for thing in things:
            thing.y = offset + (thing.box.row + 0.5) * whole.row
        y = lane.bottom
    whole.lanes_bottom = y
    whole.height = y + sizes.months + 6


def _height(lane: Lane, whole: Layout) -> float:
    return max(whole.sizes.least_lane, lane.rows * whole.row + 2 * whole.sizes.padding)


def word_traces(words: list[Words]) -> Iterator[dict[str, Any]]:
    """Numbers in bold, titles in plain, those known only later in italics, to the right or to the left of their marks."""
    for style, colour in (("number", INK), ("title", LABEL), ("later", LABEL), ("beyond", LINK), ("goes on", INK)):
        for side in ("right", "left"):
            found = [one for one in words if one[3] == side and one[4] == style]
            texts = [written(one[2].rstrip(WIDER)) for one in found]
            yield {
                "type": "scatter",
                "mode": "text",
                "name": f"{style}s",
                "x": [one[0] for one in found],
                "y": [one[1] for one in found],
                "text": [TAGS.get(style, "{}").format(one) for one in texts],
                "textposition": f"middle {side}",
                "textfont": {"size": 15, "color": colour, "family": FONT},
                "hoverinfo": "skip",
                "cliponaxis": False,
                "showlegend": False,
            }


def undated_width(number: int, badges: int, sizes: Sizes) -> float:
    return sizes.mark + len(str(number)) * DIGIT + 10 + sizes.badge * badges
