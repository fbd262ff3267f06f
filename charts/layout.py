"""Where everything of the swimlanes stands, in pixels: lanes, sub-rows, marks, badges and titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from charts.packing import Box, pack, titles
from charts.palette import GLYPH, KINDS
from charts.scale import Scale
from measures.each import each

FAMILY = "family"


@dataclass(frozen=True)
class Sizes:
    """The measures of the picture, in px, for a wide screen or a small one."""

    width: float
    room: float
    compact: bool = False
    text: int = 15

    @property
    def gutter(self) -> float:
        return 166 if self.compact else 230

    @property
    def mark(self) -> float:
        return 11 if self.compact else 14

    @property
    def badge(self) -> float:
        return 20 if self.compact else 24

    @property
    def bar(self) -> float:
        return 12 if self.compact else 15

    @property
    def period(self) -> float:
        return 11 if self.compact else 15

    @property
    def phase(self) -> float:
        return 18 if self.compact else 22

    @property
    def months(self) -> float:
        return 22 if self.compact else 24

    @property
    def overview(self) -> float:
        return 19 if self.compact else 30

    @property
    def key(self) -> float:
        return 0 if self.compact else 30

    @property
    def padding(self) -> float:
        return 0 if self.compact else 2

    @property
    def least_lane(self) -> float:
        return 17 if self.compact else 22


@dataclass
class Mark:
    """One event in one lane: its window and the place of its symbol; a ghost is a meeting in another agency's lane."""

    event: Any
    box: Box
    x: float
    form: str
    ghost: bool = False
    points: tuple[Any, ...] = ()
    y: float = 0.0


@dataclass
class Bar:
    """A period in its lane: hatched where an end is blurred, solid where it is sure."""

    period: Any
    box: Box
    sure: tuple[float, float]
    y: float = 0.0


@dataclass
class Stretch:
    """A practice point with dates of its own: a badge, a line and an end."""

    point: Any
    box: Box
    x: float
    end: float
    y: float = 0.0


@dataclass
class Cluster:
    """Several events of a lane within a few pixels, where too many are in view; first and last: their days."""

    events: tuple[str, ...]
    box: Box
    x: float
    size: float
    first: date
    last: date
    y: float = 0.0


@dataclass
class Lane:
    """A lane: its words, its top and bottom, and what stands in it."""

    lane: Any
    marks: list[Mark] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    undated: list[Mark] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)
    rows: int = 1
    top: float = 0.0
    bottom: float = 0.0
    earlier: int = 0
    later: int = 0


@dataclass
class Phase:
    """A phase in the strip above the lanes."""

    phase: Any
    box: Box
    number: int
    y: float = 0.0


@dataclass
class Layout:
    """The whole picture: lanes by id, phases, and the heights between them."""

    sizes: Sizes
    scale: Scale
    lanes: dict[str, Lane]
    phases: list[Phase]
    undated_width: float
    phases_top: float = 0.0
    lanes_top: float = 0.0
    lanes_bottom: float = 0.0
    height: float = 0.0
    row: float = 20.0
    sight: bool = False
    tall: bool = False
    zero: bool = False

    @property
    def left(self) -> float:
        return -self.undated_width


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
    points = {point.practice_id: point for point in each(practice)}
    seen_first: set[str] = set()
    for event in each(events.sort_values(["earliest", "latest", "order"], kind="stable")):
        _add_event(found, home, event, tuple(points[one] for one in points_at.get(event.event_id, ())), axis, sizes, seen_first)
    for point in points.values():
        _add_stretch(found, home, point, axis, sizes)
    for period in each(periods):
        _add_bar(found, home, period, axis)
    _thin_out(list(found.values()), axis, sizes, chosen)
    undated_width = _undated_room(found, sizes)
    whole = Layout(sizes, axis, found, _phases(phases, axis), undated_width, sight=sight)
    whole.zero = any(mark.event.event_id == incident for lane in found.values() for mark in lane.marks)
    for lane in found.values():
        _pack_lane(lane, whole, chosen)
    _stack(whole)
    return whole


def _add_event(
    found: dict[str, Lane],
    home: Mapping[str, str],
    event: Any,
    points: tuple[Any, ...],
    axis: Scale,
    sizes: Sizes,
    seen_first: set[str],
) -> None:
    lane = found[home[event.agency]]
    if pd.isna(event.earliest) and pd.isna(event.latest):
        lane.undated.append(Mark(event, Box(event.event_id, 0, 0), 0, "undated", points=points))
        return
    earliest = event.earliest if pd.notna(event.earliest) else event.latest
    latest = event.latest if pd.notna(event.latest) else event.earliest
    if not axis.holds(earliest, latest):
        lane.earlier += latest.date() < axis.first
        lane.later += earliest.date() > axis.last
        return
    badge = sizes.badge * len(points)
    first = event.agency not in seen_first
    seen_first.add(event.agency)
    weight = _weight(event, points, first)
    mark = _mark(event, earliest, latest, axis, sizes)
    mark.points = points
    if mark.box.left - badge < 2:
        mark.box.left = 2 + badge
        mark.x = max(mark.x, mark.box.left + sizes.mark)
        mark.box.right = max(mark.box.right, mark.x + sizes.mark)
        if mark.form != "mark":
            mark.box.inside, mark.box.inside_left = mark.box.right - mark.x - sizes.mark - 6, mark.x + sizes.mark
    mark.box.left -= badge
    mark.box.label, mark.box.weight = event.label or event.title, weight
    mark.box.reserve = 13 * GLYPH if weight >= 3 else 0
    lane.marks.append(mark)
    for other in dict.fromkeys(home[agency] for agency in event.present if home[agency] != lane.lane.lane_id):
        ghost = _mark(event, earliest, latest, axis, sizes)
        half = sizes.mark * 0.6
        ghost.box, ghost.form, ghost.ghost = Box(event.event_id, ghost.x - half, ghost.x + half), "mark", True
        found[other].marks.append(ghost)


def _thin_out(lanes: Iterable[Lane], axis: Scale, sizes: Sizes, chosen: str) -> None:
    """Where more than 600 events are in view, put neighbours together: the wider the fuller it is."""
    marks = {id(lane): [mark for mark in lane.marks if not mark.ghost] for lane in lanes}
    if sum(len(own) for own in marks.values()) <= MOST_IN_VIEW:
        return
    for cell in CELLS:
        drawn = sum(len({int(mark.x // cell) for mark in own}) for own in marks.values())
        if drawn <= MOST_DRAWN or cell == CELLS[-1]:
            for lane in lanes:
                _cluster(lane, axis, sizes, chosen, cell)
            return


def _cluster(lane: Lane, axis: Scale, sizes: Sizes, chosen: str, width: int) -> None:
    """Put the events of each `width` px of a lane together; the chosen one and those that stand alone stay marks."""
    cells: dict[int, list[Mark]] = {}
    for mark in lane.marks:
        if not mark.ghost and mark.event.event_id != chosen:
            cells.setdefault(int(mark.x // width), []).append(mark)
    kept = [mark for mark in lane.marks if mark.event.event_id == chosen]
    for cell, marks in cells.items():
        if len(marks) == 1:
            kept.append(marks[0])
            continue
        size = min(sizes.badge + 2 * len(str(len(marks))), width - 4)
        x = min(max((cell + 0.5) * width, size / 2), axis.width - size / 2)
        days = [day.date() for mark in marks for day in (mark.event.earliest, mark.event.latest) if pd.notna(day)]
        ids = tuple(mark.event.event_id for mark in marks)
        first, last = max(min(days), axis.first), min(max(days), axis.last)
        lane.clusters.append(Cluster(ids, Box(f"cluster-{cell}", x - size / 2, x + size / 2), x, size, first, last))
    lane.marks = kept


MOST_IN_VIEW = 600
MOST_DRAWN = 220
CELLS = (40, 56, 80, 112, 160)


def _weight(event: Any, points: tuple[Any, ...], first: bool) -> int:
    if event.kind == "incident":
        return 4
    if points:
        return 3
    return 2 if first or event.kind == "life" else (1 if event.kind in ("decision", "referral", "meeting") else 0)


def _mark(event: Any, earliest: pd.Timestamp, latest: pd.Timestamp, axis: Scale, sizes: Sizes) -> Mark:
    if earliest == latest and pd.notna(event.earliest) and pd.notna(event.latest):
        x = axis.middle(earliest)
        half = sizes.mark * max(0.6, KINDS[event.kind].scale / 1.6)
        return Mark(event, Box(event.event_id, x - half, x + half), x, "mark")
    left, right = max(axis.x(earliest), 2.0), min(axis.x(latest, end=True), axis.width - 2)
    least = 30.0
    if right - left < least:
        middle = min(max((left + right) / 2, least / 2), axis.width - least / 2)
        left, right = middle - least / 2, middle + least / 2
    x = left + sizes.mark if event.lasts else (left + right) / 2
    if event.lasts or right - left >= len(event.label or event.title) * GLYPH + 40:
        x = left + sizes.mark
    box = Box(event.event_id, left, right, inside=right - x - sizes.mark - 6, inside_left=x + sizes.mark)
    return Mark(event, box, x, "lasting" if event.lasts else "window")


def _add_stretch(found: dict[str, Lane], home: Mapping[str, str], point: Any, axis: Scale, sizes: Sizes) -> None:
    if point.events or pd.isna(point.earliest) or pd.isna(point.latest) or not axis.holds(point.earliest, point.latest):
        return
    lane = found[home[point.agencies[0]] if point.agencies else FAMILY]
    left, right = max(axis.x(point.earliest), sizes.badge / 2), min(axis.x(point.latest, end=True), axis.width - 4)
    box = Box(point.practice_id, left - sizes.badge / 2, max(right, left + sizes.badge), point.title, 3, 13 * GLYPH)
    lane.stretches.append(Stretch(point, box, left, right))


def _add_bar(found: dict[str, Lane], home: Mapping[str, str], period: Any, axis: Scale) -> None:
    starts = [day for day in (period.from_earliest, period.from_latest) if pd.notna(day)]
    ends = [day for day in (period.to_earliest, period.to_latest) if pd.notna(day)]
    if not starts and not ends:
        return
    first = starts[0] if starts else min(ends)
    last = ends[-1] if ends else (pd.Timestamp(axis.last) if period.to_word == "ongoing" else max(starts))
    if not axis.holds(first, max(first, last)):
        return
    sure_from = axis.x(starts[-1]) if starts else axis.x(last, end=True)
    sure_to = axis.x(ends[0], end=True) if ends else (axis.width if period.to_word == "ongoing" else sure_from)
    left, right = max(0.0, axis.x(first)), min(axis.width, axis.x(last, end=True))
    right = max(right, left + 12)
    sure = (min(max(sure_from, left), right), min(max(sure_to, left), right))
    if sure[1] <= sure[0]:
        sure = (right, right)
    inner = (sure[0] if sure[0] < right - 60 else left) + 5
    box = Box(period.period_id, left, right, period.title, inside=right - inner - 3, inside_left=inner)
    found[home[period.agency]].bars.append(Bar(period, box, sure))


def _undated_room(found: Mapping[str, Lane], sizes: Sizes) -> float:
    return undated_room([(len(lane.undated), sum(len(mark.points) for mark in lane.undated)) for lane in found.values()], sizes)


def undated_room(counts: list[tuple[int, int]], sizes: Sizes) -> float:
    """The width of the strip of undated entries, from each lane's number of them and of their badges."""
    most = max((marks for marks, _ in counts), default=0)
    if not most:
        return 0
    badges = max(points for _, points in counts)
    return float(min(most * (sizes.mark + 6) + badges * sizes.badge + 16, 96 if sizes.compact else 150))


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
        mark.box.left, mark.box.right = x, x + wide
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
