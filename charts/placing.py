"""Each event, practice point and period put into its lane at its days; which row it gets comes later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.packing import Box
from charts.palette import GLYPH, KINDS
from charts.placed import FAMILY, Bar, Lane, Mark, Stretch
from charts.scale import Scale
from charts.sizes import Sizes


@dataclass(frozen=True)
class Ground:
    """What everything is put on: the lanes by id, the lane of each agency, the days and the room."""

    lanes: dict[str, Lane]
    home: Mapping[str, str]
    axis: Scale
    sizes: Sizes


def add_event(on: Ground, event: Any, points: tuple[Any, ...], seen_first: set[str]) -> None:
    """The event in its agency's lane and in those of the agencies present; outside the days, it is counted as earlier or later.

    seen_first: the agencies that already have an event in view, which this one's joins.
    """
    lane = on.lanes[on.home[event.agency]]
    if pd.isna(event.earliest) and pd.isna(event.latest):
        lane.undated.append(Mark(event, Box(event.event_id, 0, 0), 0, "undated", points=points))
        return
    earliest = event.earliest if pd.notna(event.earliest) else event.latest
    latest = event.latest if pd.notna(event.latest) else event.earliest
    if not on.axis.holds(earliest, latest):
        (lane.earlier if latest.date() < on.axis.first else lane.later).append(event.event_id)
        return
    mark = _with_badges(_mark(event, earliest, latest, on), points, on.sizes)
    weight = _weight(event, points, event.agency not in seen_first)
    seen_first.add(event.agency)
    mark.box.label, mark.box.weight = event.label or event.title, weight
    mark.box.reserve = 13 * GLYPH if weight >= 3 else 0
    lane.marks.append(mark)
    for other in dict.fromkeys(on.home[agency] for agency in event.present if on.home[agency] != lane.lane.lane_id):
        on.lanes[other].marks.append(_ghost(_mark(event, earliest, latest, on), on.sizes))


def _with_badges(mark: Mark, points: tuple[Any, ...], sizes: Sizes) -> Mark:
    """The mark with room for its badges: at its left, or at its right where they would stand outside the picture; its days stay where they are."""
    wide = sizes.badge * len(points)
    box, mark.points = mark.box, points
    if box.left - wide >= 2:
        box.left -= wide
        mark.badges_left = box.left
        return mark
    mark.badges_left = box.right if mark.form == "mark" else mark.x + sizes.mark
    if mark.form != "mark":
        box.inside, box.inside_left = box.inside - wide, box.inside_left + wide
    box.right = max(box.right, mark.badges_left + wide)
    return mark


def _ghost(mark: Mark, sizes: Sizes) -> Mark:
    """The sign of having been present, smaller, without words and without its window."""
    half = sizes.mark * 0.6
    return Mark(mark.event, Box(mark.event.event_id, mark.x - half, mark.x + half), mark.x, "mark", ghost=True)


def _weight(event: Any, points: tuple[Any, ...], first: bool) -> int:
    if event.kind == "incident":
        return 4
    if points:
        return 3
    return 2 if first or event.kind == "life" else (1 if event.kind in ("decision", "referral", "meeting") else 0)


def _mark(event: Any, earliest: pd.Timestamp, latest: pd.Timestamp, on: Ground) -> Mark:
    axis, sizes = on.axis, on.sizes
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
    return Mark(event, box, x, "lasting" if event.lasts else "window", window=(left, right))


def add_stretch(on: Ground, point: Any) -> None:
    """A practice point that is about no event but has dates of its own."""
    axis, sizes = on.axis, on.sizes
    if point.events or pd.isna(point.earliest) or pd.isna(point.latest) or not axis.holds(point.earliest, point.latest):
        return
    lane = on.lanes[on.home[point.agencies[0]] if point.agencies else FAMILY]
    left, right = max(axis.x(point.earliest), sizes.badge / 2), min(axis.x(point.latest, end=True), axis.width - 4)
    box = Box(point.practice_id, left - sizes.badge / 2, max(right, left + sizes.badge), point.title, 3, 13 * GLYPH)
    lane.stretches.append(Stretch(point, box, left, right))


def add_bar(on: Ground, period: Any) -> None:
    """A period with at least one day; what is not sure of it stays apart from what is."""
    axis = on.axis
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
    on.lanes[on.home[period.agency]].bars.append(Bar(period, box, sure))
