"""Where everything stands on the room's screen, in a picture 1920 wide: fixed for the whole episode, so that no mark moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.scale import Scale, scale

WIDE, LEFT, RIGHT, AXIS = 1920.0, 330.0, 1880.0, 56.0
LABEL_WIDE, LEAST_ROW, MOST_LABELLED, PERIOD = 300.0, 74.0, 5, 46.0
AXIS_TEXT = 22 / 15  # `scale` chooses its ticks for text of 15 px


@dataclass(frozen=True)
class Staged:
    """What a picture for the room is drawn of. seen: rows of measures.stage.on_stage, in order; places: rows of `places`.

    lanes: (agency_id, name, short, whether it has shown itself yet); arrows: rows of `arrows`; day_words: by
    event id, beside the marks; today: the last day drawn (NaT: none), edge: it stands for a whole month or
    season; flag: its words; first, last: the ends of the axis, or None without dates; note: at the axis' left;
    periods: rows of a home of the person; period_lanes: agencies that have one in the episode; points: rows of
    practice, drawn in small lanes only; px: width and height of the picture in the window.
    """

    seen: tuple[Any, ...]
    places: tuple[Any, ...]
    lanes: tuple[tuple[str, str, str, bool], ...]
    arrows: tuple[Any, ...] = ()
    day_words: Mapping[str, str] | None = None
    today: Any = pd.NaT
    edge: bool = False
    flag: str = ""
    first: Any = None
    last: Any = None
    relative: bool = False
    note: str = ""
    periods: tuple[Any, ...] = ()
    period_lanes: tuple[str, ...] = ()
    points: tuple[Any, ...] = ()
    small: bool = False
    px: tuple[int, int] = (1920, 704)


@dataclass(frozen=True)
class Spot:
    """The place of one event: its mark at x, y, the right end of its window, and the room for a label in its row."""

    lane: str
    x: float
    y: float
    end: float
    room_left: float
    room_right: float
    dated: bool
    blurred: bool


@dataclass(frozen=True)
class Lane:
    """One lane from top to bottom, and the middle of its bar for a home (0 for none)."""

    top: float
    bottom: float
    period: float


@dataclass(frozen=True)
class Stage:
    """A laid-out picture: u is the pixels of one unit; labelled: every event has room for its words."""

    u: float
    height: float
    bottom: float
    scale: Scale | None
    strip: float
    spots: Mapping[str, Spot]
    lanes: Mapping[str, Lane]
    row: float
    labelled: bool
    today: float

    def size(self, units: float, least: float = 15) -> float:
        """Text of so many units, in px; never under 15."""
        return max(least, units * self.u)

    def x(self, day: Any, *, end: bool = False) -> float:
        """Where a day begins, or ends."""
        if self.scale is None:
            return LEFT
        return LEFT + self.strip + self.scale.x(day, end=end) * AXIS_TEXT


def lay_out(staged: Staged) -> Stage:
    """The places of all events of the episode, whether on the screen yet or not."""
    u = staged.px[0] / WIDE
    height = staged.px[1] / u
    axis = _axis(staged)
    strip = _strip(staged)
    rough = Stage(u, height, height - AXIS, axis, strip, {}, {}, 0, False, RIGHT)
    boxes = [_box(one, rough) for one in _undated_last(staged)]
    labelled = not staged.small and len(staged.lanes) <= MOST_LABELLED and _roomy(boxes, strip)
    rows, row = _rows(boxes, staged, rough.bottom, LABEL_WIDE)
    if not labelled or row < LEAST_ROW:
        labelled = False
        rows, row = _rows(boxes, staged, rough.bottom, 0)
    lanes, spots = _stacked(rows, row, staged, labelled)
    return Stage(u, height, rough.bottom, axis, strip, spots, lanes, row, labelled, _today(staged, rough))


def _roomy(boxes: list[Box], strip: float) -> bool:
    """Whether events without a date, if there are any, have room for words: only where they have the picture to themselves."""
    undated = sum(not box[3] for box in boxes)
    return not undated or (undated == len(boxes) and strip / undated >= LABEL_WIDE + 60)


def _axis(staged: Staged) -> Scale | None:
    if staged.first is None:
        return None
    wide = RIGHT - LEFT - _strip(staged)
    return scale(staged.first.date(), staged.last.date(), wide / AXIS_TEXT, relative=staged.relative)


def _strip(staged: Staged) -> float:
    """The room at the left for events without a date: all of it where none has one."""
    undated = sum(pd.isna(one.earliest) and pd.isna(one.latest) for one in staged.places)
    if staged.first is None:
        return RIGHT - LEFT
    return min(100.0 * undated + 20, 0.4 * (RIGHT - LEFT)) if undated else 0.0


def _today(staged: Staged, stage: Stage) -> float:
    if pd.isna(staged.today) or stage.scale is None:
        return WIDE + 4
    return stage.x(staged.today, end=True) if staged.edge else LEFT + stage.strip + stage.scale.middle(staged.today) * AXIS_TEXT


def _undated_last(staged: Staged) -> list[Any]:
    return sorted(staged.places, key=lambda one: pd.isna(one.earliest) and pd.isna(one.latest))


def _box(one: Any, stage: Stage) -> tuple[Any, float, float, bool, bool]:
    """An event with the x of its mark, the right end of its window, whether it has a date, and whether a blurred one."""
    first, last = one.earliest, one.latest
    if pd.isna(first) and pd.isna(last):
        return one, float("nan"), float("nan"), False, False
    first, last = (last if pd.isna(first) else first), (first if pd.isna(last) else last)
    assert stage.scale is not None
    x = LEFT + stage.strip + stage.scale.middle(first) * AXIS_TEXT
    return one, x, stage.x(last, end=True) if last > first else x, True, bool(last > first)


Box = tuple[Any, float, float, bool, bool]
Rows = dict[str, list[list[tuple[Box, float, float]]]]


def _rows(boxes: list[Box], staged: Staged, bottom: float, label: float) -> tuple[Rows, float]:
    """The events of each lane in as few rows as keep them apart, and the height of a row; label: room for words beside each."""
    undated = [box for box in boxes if not box[3]]
    slot = (_strip(staged) / len(undated)) if undated else 0
    placed = [box for box in boxes if box[3]]
    placed += [
        (box[0], LEFT + slot * (number + 0.5), LEFT + slot * (number + 0.5), False, False) for number, box in enumerate(undated)
    ]
    rows: Rows = {lane: [] for lane, *_ in staged.lanes}
    for box in sorted(placed, key=lambda one: one[1]):
        left, right = _extent(box, label, slot)
        own = rows[box[0].agency]
        free = next((row for row in own if row[-1][2] <= left), None)
        if free is None:
            own.append([(box, left, right)])
        else:
            free.append((box, left, right))
    count = sum(max(1, len(own)) for own in rows.values())
    return rows, (bottom - 8 - PERIOD * len(staged.period_lanes)) / count


def _extent(box: Box, label: float, slot: float) -> tuple[float, float]:
    _, x, end, dated, _ = box
    if not dated and slot < label + 60:
        return x - 22, x + 22
    if x + label + 34 > RIGHT + 20 and label:
        return x - label - 34, max(end, x + 24)
    return x - 24, max(end + 24, x + label + 34 if label else 0)


def _stacked(rows: Rows, row: float, staged: Staged, labelled: bool) -> tuple[dict[str, Lane], dict[str, Spot]]:
    lanes: dict[str, Lane] = {}
    spots: dict[str, Spot] = {}
    top = 8.0
    for lane, *_ in staged.lanes:
        own = rows[lane]
        bottom = top + max(1, len(own)) * row
        for number, events in enumerate(own):
            for place, (box, left, _) in enumerate(events):
                until = events[place + 1][1] if place + 1 < len(events) else RIGHT + 30
                since = events[place - 1][2] if place else LEFT
                y = top + (number + 0.5) * row - (min(26.0, row / 5) if box[4] and labelled else 0)
                flips = labelled and left < box[1] - 60
                spots[box[0].event_id] = Spot(
                    lane, box[1], y, box[2], since if flips else box[1], box[1] if flips else until, box[3], box[4]
                )
        period = bottom + PERIOD / 2 - 8 if lane in staged.period_lanes else 0.0
        bottom += PERIOD if period else 0
        lanes[lane] = Lane(top, bottom, period)
        top = bottom
    return lanes, spots
