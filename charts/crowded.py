"""Neighbouring events of a lane put together where more are in view than can be told apart."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from charts.packing import Box
from charts.placed import Cluster, Lane, Mark
from charts.scale import Scale
from charts.sizes import Sizes

MOST_IN_VIEW = 600
MOST_DRAWN = 220
CELLS = (40, 56, 80, 112, 160)


def thin_out(lanes: Iterable[Lane], axis: Scale, sizes: Sizes, chosen: str) -> None:
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
