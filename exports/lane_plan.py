"""Where an episode's lanes, days and events stand in a box of px: fixed for the whole episode, so that no mark ever jumps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from charts.packing import Box, pack
from charts.scale import Scale, scale
from loaders import Case
from measures.each import each

AXIS, PHASE, LEAST_ROW, SPARE_DAYS = 30.0, 24.0, 20.0, 3
MOST_LANES, MOST_PHASE_ROWS, MOST_UNDATED = 7, 3, 0.5


@dataclass(frozen=True)
class Frame:
    """The box, the room for lane names at its left, the size of marks, and whether phases and periods are wanted."""

    x: float
    y: float
    wide: float
    high: float
    gutter: float = 220
    mark: float = 20
    most_lane: float = 130
    row: float = 24
    stretches: bool = True


@dataclass
class Place:
    """An event's place: its window from left to right, the middle of its mark, and its lane; dated or in the strip without dates."""

    event: Any
    left: float
    right: float
    x: float
    y: float = 0.0
    form: str = "mark"


@dataclass
class Bar:
    """A phase or period: from left to right at the top y."""

    entry: Any
    left: float
    right: float
    y: float
    number: int = 0


@dataclass
class LanePlan:
    """A lane: its agency, top and bottom, and where its events and periods stand."""

    agency: Any
    places: list[Place] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    top: float = 0.0
    bottom: float = 0.0


@dataclass
class Plan:
    """The whole picture: the lanes by agency, the scale of days (None without a dated event) and where it starts, and the phases."""

    frame: Frame
    lanes: dict[str, LanePlan]
    axis: Scale | None
    start: float
    strip: tuple[float, float] | None
    phases: list[Bar]
    top: float
    bottom: float
    disclosure: str

    @property
    def mark(self) -> float:
        """The size of marks: as the frame asks, smaller where lanes are low."""
        lowest = min((lane.bottom - lane.top for lane in self.lanes.values()), default=self.frame.mark)
        return max(min(self.frame.mark, lowest * 0.62), 6.0)

    def x(self, day: pd.Timestamp, *, end: bool = False) -> float:
        return self.start + (self.axis.x(day, end=end) if self.axis else 0.0)

    def middle(self, day: pd.Timestamp) -> float:
        return self.start + (self.axis.middle(day) if self.axis else 0.0)

    @property
    def right(self) -> float:
        return self.frame.x + self.frame.wide

    def places(self) -> dict[str, Place]:
        return {place.event.event_id: place for lane in self.lanes.values() for place in lane.places}

    def height_of(self, agency: str) -> float:
        lane = self.lanes[agency]
        return (lane.top + lane.bottom) / 2


def plan(case: Case, events: pd.DataFrame, agencies: tuple[str, ...], frame: Frame) -> Plan:
    """Place the episode's events. events: in running order; agencies: the lanes, drawn in the order of the file."""
    lanes = {one.agency_id: LanePlan(one) for one in each(case.agencies) if one.agency_id in set(agencies)}
    undated = events[events["earliest"].isna() & events["latest"].isna()]
    dated = events.drop(undated.index)
    left, room = frame.x + frame.gutter, frame.wide - frame.gutter
    share = 0.0 if undated.empty else (1.0 if dated.empty else min(MOST_UNDATED, max(0.14, len(undated) / len(events))))
    strip = (left, left + room * share - (12 if share < 1 else 0)) if share else None
    axis = _axis(dated, room * (1 - share), case.about.disclosure) if len(dated) else None
    made = Plan(frame, lanes, axis, left + room * share, strip, [], 0, 0, case.about.disclosure)
    for event, x in zip(each(undated), _slots(undated, strip, frame), strict=True):
        lanes[event.agency].places.append(Place(event, x, x, x, form="undated"))
    for event in each(dated):
        lanes[event.agency].places.append(_place(event, made))
    rows = _phases(case, made) if frame.stretches and axis else 0
    made.top = frame.y + rows * PHASE + (4 if rows else 0)
    _stack(case, made)
    return made


def _slots(undated: pd.DataFrame, strip: tuple[float, float] | None, frame: Frame) -> list[float]:
    """Where events without a date stand: one place after the other, so that labels have room; without labels, in each lane anew."""
    if strip is None:
        return []
    agencies = list(undated["agency"])
    own = [agencies[:place].count(one) for place, one in enumerate(agencies)]
    places = list(range(len(agencies))) if frame.stretches else own
    room = (strip[1] - strip[0]) / (max(places) + 1)
    return [strip[0] + room * place + frame.mark for place in places]


def lane_agencies(case: Case, events: pd.DataFrame, most: int = MOST_LANES) -> tuple[str, ...]:
    """The agencies that act, and those something was passed on to as far as there is room for their lanes."""
    acting = list(dict.fromkeys(events["agency"]))
    told = case.shares[case.shares["event_id"].isin(events["event_id"])]
    told = told[told["outcome"].isin(["received", "late", "misdirected", "unclear"])]
    others = [one for one in dict.fromkeys(told["agency"]) if one not in acting]
    return (*acting, *others[: max(0, most - len(acting))])


def _axis(dated: pd.DataFrame, wide: float, disclosure: str) -> Scale:
    first = dated["earliest"].fillna(dated["latest"]).min()
    last = dated["latest"].fillna(dated["earliest"]).max()
    spare = max(pd.Timedelta(days=SPARE_DAYS), (last - first) / 40)
    return scale((first - spare).date(), (last + spare).date(), wide, relative=disclosure == "relative")


def _place(event: Any, made: Plan) -> Place:
    first = event.earliest if pd.notna(event.earliest) else event.latest
    last = event.latest if pd.notna(event.latest) else event.earliest
    half = made.frame.mark / 2
    if first == last and pd.notna(event.earliest) and pd.notna(event.latest):
        x = made.middle(first)
        return Place(event, x - half, x + half, x)
    left, right = made.x(first), made.x(last, end=True)
    right = max(right, left + 2.2 * half)
    return Place(event, left, right, (left + right) / 2, form="lasting" if event.lasts else "window")


def _phases(case: Case, made: Plan) -> int:
    """Put the phases that touch the episode above the lanes; the rows they need."""
    bars, boxes = [], []
    for number, phase in enumerate(each(case.phases)):
        span = _span(phase, made)
        if span and not phase.hindsight:
            bars.append(Bar(phase, *span, 0, number))
            boxes.append(Box(phase.phase_id, *span))
    rows = min(pack(boxes), MOST_PHASE_ROWS)
    for bar, box in zip(bars, boxes, strict=True):
        bar.y = made.frame.y + box.row * PHASE
    made.phases = [bar for bar, box in zip(bars, boxes, strict=True) if box.row < rows]
    return rows


def _span(entry: Any, made: Plan) -> tuple[float, float] | None:
    """From where to where a phase or period is drawn; None where it does not touch the days, or has none."""
    if made.axis is None:
        return None
    first = entry.from_earliest if pd.notna(entry.from_earliest) else entry.from_latest
    last = entry.to_latest if pd.notna(entry.to_latest) else entry.to_earliest
    first = pd.Timestamp(made.axis.first) if pd.isna(first) else first
    if pd.isna(last):
        last = pd.Timestamp(made.axis.last)
    if last < first or not made.axis.holds(first, last):
        return None
    left = made.x(first)
    return left, max(made.x(last, end=True), left + 8)


def _stack(case: Case, made: Plan) -> None:
    """Share the height among the lanes by the rows they need; periods stand under the marks where there is room."""
    frame = made.frame
    packed = {name: _packed(case, made, name, lane) for name, lane in made.lanes.items()}
    weights = {name: max(one.rows + 0.8 * min(one.under, 2), 2.0) for name, one in packed.items()}
    room = frame.y + frame.high - AXIS - made.top
    unit = room / max(sum(weights.values()), 1)
    y = made.top
    for name, lane in made.lanes.items():
        most = max(frame.most_lane, frame.row * weights[name])
        lane.top, lane.bottom = y, y + min(most, unit * weights[name])
        y = lane.bottom
        _fill(lane, packed[name])
    made.bottom = y


@dataclass(frozen=True)
class Packed:
    """What stands in a lane: a box for each place and for each period, and how many rows each need."""

    boxes: list[Box]
    rows: int
    periods: list[tuple[Any, tuple[float, float]]]
    bars: list[Box]
    under: int


def _packed(case: Case, made: Plan, name: str, lane: LanePlan) -> Packed:
    boxes = [Box(place.event.event_id, place.left, place.right) for place in lane.places]
    rows = max(1, pack(boxes))
    own = [one for one in each(case.periods) if one.agency == name and not one.hindsight] if made.frame.stretches else []
    periods = [(one, span) for one in own for span in [_span(one, made)] if span]
    bars = [Box(one.period_id, *span) for one, span in periods]
    return Packed(boxes, rows, periods, bars, pack(bars))


def _fill(lane: LanePlan, packed: Packed) -> None:
    high = lane.bottom - lane.top
    under = packed.under if high / (packed.rows + packed.under) >= LEAST_ROW + 4 else 0
    room = high - under * (LEAST_ROW + 2) - (6 if under else 0)
    for place, box in zip(lane.places, packed.boxes, strict=True):
        place.y = lane.top + room * (box.row + 0.5) / packed.rows
    if under:
        pairs = zip(packed.periods, packed.bars, strict=True)
        lane.bars = [Bar(one, *span, lane.top + room + box.row * (LEAST_ROW + 2)) for (one, span), box in pairs]
