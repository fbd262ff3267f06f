"""Where everything of the swimlanes stands, in pixels: lanes, sub-rows, marks, badges and titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.crowded import thin_out
from charts.packing import Box, pack, titles
from charts.placed import FAMILY, Lane, Layout, Phase
from charts.placing import Ground, add_bar, add_event, add_stretch
from charts.scale import Scale
from charts.sizes import Sizes, undated_room
from measures.each import each


def layout(
    events: pd.DataFrame,
    practice: pd.DataFrame,
    phases: pd.DataFrame,
    periods: pd.DataFrame,
    lanes: pd.DataFrame,
    points_at: Mapping[str, tuple[str, ...]],
    axis: Scale,
    sizes: Sizes,
    *,
    sight: bool = True,
    chosen: str = "",
    incident: str = "",
) -> Layout:
    """Place every event, shown or not, so that hiding one moves nothing.

    events as the loader gives them (all of the case); points_at: ids of the practice points whose badge
    stands at an event; axis: the days of the plot; sizes: the room; incident: the event at day 0, which
    gets a line of words above the phases where it lies in the range.
    """
    found = {lane.lane_id: Lane(lane) for lane in each(lanes)}
    home = {agency: lane_id for lane_id, lane in found.items() for agency in lane.lane.agencies}
    on = Ground(found, home, axis, sizes)
    points = {point.practice_id: point for point in each(practice)}
    seen_first: set[str] = set()
    for event in each(events.sort_values(["earliest", "latest", "order"], kind="stable")):
        add_event(on, event, tuple(points[one] for one in points_at.get(event.event_id, ())), seen_first)
    for point in points.values():
        add_stretch(on, point)
    for period in each(periods):
        add_bar(on, period)
    thin_out(list(found.values()), axis, sizes, chosen)
    undated_width = _undated_room(found, sizes)
    whole = Layout(sizes, axis, found, _phases(phases, axis), undated_width, sight=sight)
    whole.zero = any(mark.event.event_id == incident for lane in found.values() for mark in lane.marks)
    for lane in found.values():
        _pack_lane(lane, whole, chosen)
    _stack(whole)
    return whole


def _undated_room(found: Mapping[str, Lane], sizes: Sizes) -> float:
    return undated_room([(len(lane.undated), sum(len(mark.points) for mark in lane.undated)) for lane in found.values()], sizes)


def _phases(phases: pd.DataFrame, axis: Scale) -> list[Phase]:
    found = []
    for number, phase in enumerate(each(phases)):
        days = [day for day in (phase.from_earliest, phase.from_latest, phase.to_earliest, phase.to_latest) if pd.notna(day)]
        if not days:
            continue
        first = phase.from_earliest if pd.notna(phase.from_earliest) else min(days)
        last = phase.to_latest if pd.notna(phase.to_latest) else pd.Timestamp(axis.last)
        if axis.holds(first, max(first, last)):
            left, right = axis.x(first), axis.x(last, end=True)
            found.append(Phase(phase, Box(phase.phase_id, left, max(right, left + 12), phase.title), number))
    boxes = [one.box for one in found]
    pack(boxes)
    for box in boxes:
        box.inside, box.inside_left = box.right - box.left - 10, box.left + 5
    titles(boxes, axis.width, 6)
    return found


def _pack_lane(lane: Lane, whole: Layout, chosen: str) -> None:
    """Rows first, then titles: the chosen event's is written first, but choosing moves nothing."""
    first = 1 if whole.sight and lane.lane.lane_id == FAMILY else 0
    if lane.lane.kind in ("mentioned", "nil", "empty") and (lane.marks or lane.stretches):
        first = 1
    boxes = [thing.box for things in (lane.marks, lane.stretches, lane.clusters) for thing in things]
    rows = pack(boxes, first)
    for box in boxes:
        box.weight += 100 if box.name == chosen else 0
    titles(boxes, whole.scale.width)
    bar_rows = pack([bar.box for bar in lane.bars], rows)
    titles([bar.box for bar in lane.bars], whole.scale.width, 6)
    lane.rows = max(1, bar_rows, _place_undated(lane, whole), first)


def _place_undated(lane: Lane, whole: Layout) -> int:
    """Undated marks in file order, left to right and then down, in the strip beside the axis; the rows they need."""
    sizes, row, x = whole.sizes, 0, whole.left + 8.0
    for mark in sorted(lane.undated, key=lambda one: one.event.order):
        wide = sizes.mark + 6 + sizes.badge * len(mark.points)
        if x + wide > -6 and x > whole.left + 8:
            row, x = row + 1, whole.left + 8
        mark.x, mark.box.row = x + wide - sizes.mark / 2 - 3, row
        mark.box.left, mark.box.right, mark.badges_left = x, x + wide, x
        x += wide
    return row + 1 if lane.undated else 0


def _stack(whole: Layout) -> None:
    """Heights from the top: key, phases, lanes, months, overview; the row height fills the room, 16 to 24 px.

    A picture taller than the window has its months above the lanes too.
    """
    sizes = whole.sizes
    phase_rows = max((one.box.row for one in whole.phases), default=-1) + 1
    whole.phases_top = sizes.key + (18 if whole.zero else 0)
    whole.lanes_top = whole.phases_top + phase_rows * sizes.phase + 6
    fixed = whole.lanes_top + sizes.months + sizes.overview + 6
    rows = sum(lane.rows for lane in whole.lanes.values())
    padding = 2 * sizes.padding * len(whole.lanes)
    base = 24 if not sizes.compact else 20
    whole.row = min(base, max(16 if sizes.compact else 18, (sizes.room - fixed - padding) / max(rows, 1)))
    if rows * whole.row + padding + fixed > sizes.room + 40:
        whole.tall = True
        whole.lanes_top += sizes.months
    for phase in whole.phases:
        phase.y = whole.phases_top + phase.box.row * sizes.phase + sizes.phase / 2
    y = whole.lanes_top
    for lane in whole.lanes.values():
        lane.top = y
        height = max(sizes.least_lane, lane.rows * whole.row + 2 * sizes.padding)
        y = lane.bottom = y + height
        offset = lane.top + (sizes.padding if lane.rows > 1 else (height - whole.row) / 2)
        things: list[Any] = [*lane.marks, *lane.bars, *lane.stretches, *lane.undated, *lane.clusters]
        for thing in things:
            thing.y = offset + (thing.box.row + 0.5) * whole.row
    whole.lanes_bottom = y
    whole.height = y + sizes.months + sizes.overview + 6
